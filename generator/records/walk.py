"""Which files below the content folder are records; everything else there is an issue."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.issues import did_you_mean, message, sentence
from generator.model.kinds import KINDS
from generator.records.findings import Finding, Spot, finding
from generator.records.limits import LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SINGLE_FILES = ("framework.yaml", "languages.yaml", "glossary.yaml")
"""Records that exist once, directly in the content folder."""

NEEDED_FILES = SINGLE_FILES[:2]
"""Those without which no page can be made."""

_IGNORED = frozenset({".gitkeep"})
_START = Spot(1, 1)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{3}")
_LISTING = frozenset({"index"})
_PAGES = {"projects": _LISTING | {"dashboard", "matching", "open"}}
"""Pages of a kind that show no single record."""
RESERVED = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
    )
)
_LEFT_OVER = re.compile(r".*(~|\.bak|\.orig|\.rej|\.swp|\.tmp|\.old)|#.*#|Thumbs\.db|desktop\.ini")


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file that may hold a record."""

    kind: str
    record_id: str
    path: Path


@dataclass(frozen=True, slots=True)
class Walk:
    """What lies in the content folder, in the order of the names."""

    files: tuple[RecordFile, ...]
    findings: tuple[tuple[Path, Finding], ...]
    misnamed: frozenset[tuple[str, str]]
    """Kind and name of files that are refused for their name: what refers to them is not wrong."""


def walk(content: Path) -> Walk:
    """List the record files of the content folder without opening them."""
    files: list[RecordFile] = []
    findings: list[tuple[Path, Finding]] = []
    misnamed: set[tuple[str, str]] = set()
    for name, mode, path in _entries(content, findings):
        if name in KINDS and stat.S_ISDIR(mode):
            _walk_kind(name, path, (files, findings, misnamed))
        elif name in SINGLE_FILES and stat.S_ISREG(mode):
            files.append(RecordFile(name[:-5], name[:-5], path))
        else:
            findings.append((path, _stray(name, mode)))
    return Walk(tuple(files), tuple(findings), frozenset(misnamed))


def _walk_kind(
    kind: str,
    folder: Path,
    into: tuple[list[RecordFile], list[tuple[Path, Finding]], set[tuple[str, str]]],
) -> None:
    files, findings, misnamed = into
    seen: dict[str, str] = {}
    for name, mode, path in _entries(folder, findings):
        record_id = re.sub(r"\.ya?ml$", "", name, flags=re.IGNORECASE)
        found = _form_finding(name, mode) or _name_finding(kind, record_id) or _twin(name, seen)
        if found is None:
            files.append(RecordFile(kind, record_id, path))
        else:
            findings.append((path, found))
            misnamed.add((kind, record_id))
        seen.setdefault(name.casefold(), name)


def _entries(folder: Path, findings: list[tuple[Path, Finding]]) -> Iterator[tuple[str, int, Path]]:
    """Yield name, mode and path of what lies in a folder, by name; links are not followed."""
    try:
        paths = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        findings.append(
            (
                folder,
                finding(
                    _START,
                    "file-unreadable",
                    "the folder cannot be read: {reason}",
                    "give yourself the right to read it, or copy it again",
                    reason=(error.strerror or "").lower() or message("unknown reason"),
                ),
            )
        )
        return
    for path in paths:
        if path.name in _IGNORED:
            continue
        try:
            mode = path.lstat().st_mode
        except OSError:
            mode = 0
        yield path.name, mode, path


def _stray(name: str, mode: int) -> Finding:
    """Say what is wrong with something that does not belong directly into the content folder."""
    if stat.S_ISDIR(mode):
        meant = did_you_mean(name, KINDS)
        return finding(
            _START,
            "file-kind",
            "there is no kind of record called '{name}'",
            "did you mean '{meant}'? the folders are: {kinds}"
            if meant
            else "the folders are: {kinds}",
            name=printable(name),
            meant=meant,
            kinds=", ".join(KINDS),
        )
    found = _form_finding(name, mode)
    if found and (not stat.S_ISREG(mode) or name.startswith(".") or _LEFT_OVER.fullmatch(name)):
        return found
    meant = did_you_mean(name, SINGLE_FILES)
    return finding(
        _START,
        "file-kind",
        "this file does not belong directly into the content folder",
        "did you mean '{meant}'? records lie in the folders {kinds}"
        if meant
        else "records lie in the folders {kinds}",
        meant=meant,
        kinds=", ".join(KINDS),
    )


def _form_finding(name: str, mode: int) -> Finding | None:
    """Return what is wrong with the kind of file, or None for an ordinary ``.yaml`` file."""
    form = _mode_form(mode) or _name_form(name)
    if form is None:
        return None
    rule = "file-kind" if mode else "file-unreadable"
    return finding(_START, rule, *form, stem=printable(name.rpartition(".")[0]))


def _mode_form(mode: int) -> tuple[str, str] | None:
    """Return what is there instead of a file and what to do, or None for an ordinary file."""
    if mode == 0:
        return sentence("this vanished while it was read"), sentence("start the check again")
    if stat.S_ISLNK(mode):
        return sentence("this is a link to another place"), sentence(
            "put the file itself here, or remove the link"
        )
    if stat.S_ISDIR(mode):
        return sentence("this is a folder, but records lie side by side"), sentence(
            "move its files one folder up"
        )
    if not stat.S_ISREG(mode):
        return sentence("this is no ordinary file"), sentence(
            "put an ordinary text file here, or remove it"
        )
    return None


def _name_form(name: str) -> tuple[str, str] | None:
    """Return what a name says the file is instead of a record and what to do, or None."""
    if _LEFT_OVER.fullmatch(name):
        return sentence("this is a left-over of another program"), sentence("remove the file")
    if name.startswith("."):
        return sentence("the name starts with a point, which hides the file"), sentence(
            "remove or rename the file"
        )
    if name.endswith(".yaml"):
        return None
    if re.search(r"\.ya?ml$", name, flags=re.IGNORECASE):
        return sentence("records end in '.yaml', in small letters"), sentence(
            "rename the file to '{stem}.yaml'"
        )
    return sentence("this is no record: records end in '.yaml'"), sentence(
        "remove the file or move it elsewhere"
    )


def page_names(kind: str) -> frozenset[str]:
    """Return the names that no record of a kind can have, as pages of the site have them."""
    return _PAGES.get(kind, _LISTING)


def _name_finding(kind: str, record_id: str) -> Finding | None:
    """Return what is wrong with the name of a record file, or None."""
    if len(record_id) > LONGEST_NAME:
        return finding(
            _START,
            "file-name",
            "the name has {length} characters; at most {most} are allowed",
            "shorten the name",
            length=len(record_id),
            most=LONGEST_NAME,
        )
    if record_id.casefold() in RESERVED or record_id in page_names(kind):
        return finding(
            _START,
            "file-name",
            "the name '{name}' is reserved: some computers or pages use it",
            "choose another name, for example by adding a word",
            name=record_id,
        )
    if kind == "participants" and _COUNTRY.fullmatch(record_id):
        return None
    if _ID.fullmatch(record_id):
        return None
    return finding(
        _START,
        "file-name",
        "'{name}' cannot be the id of a record",
        "rename the file: small letters a-z, digits and single hyphens between them; for a country "
        "its three-letter code"
        if kind == "participants"
        else "rename the file: small letters a-z, digits and single hyphens between them",
        name=printable(record_id),
    )


def _twin(name: str, seen: dict[str, str]) -> Finding | None:
    other = seen.get(name.casefold())
    if other is None:
        return None
    return finding(
        _START,
        "file-name",
        "the name differs from '{other}' only by capital letters",
        "remove one of the two files; on many computers they cannot lie side by side",
        other=other,
    )


def printable(name: str) -> str:
    """Return a file name so that it can be shown; what cannot be shown is spelt out."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )
