"""What is looked at in a workbook before anything opens it: size, macros, what it fetches.

A workbook is a ZIP file of XML (ECMA-376). Every limit is counted while the file is unpacked and
never taken from what the file says of itself.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from generator.issues import Issue, message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.issues import Message, Place

MOST_BYTES = 20 * 1024 * 1024
"""Bytes of the file."""
MOST_ENTRIES = 1_000
MOST_UNPACKED = 100 * 1024 * 1024
"""Bytes of all that is packed in it."""
MOST_RATIO = 200
"""How many times larger what is packed may be than the file; XML seldom shrinks to a hundredth."""
MOST_ROWS = 20_000
"""Rows of a sheet or a file."""

_CHUNK = 1 << 16
_LONGEST_TAG = 64
"""Bytes of the longest thing that is looked for."""
_SMALL = 1 << 20
"""Bytes below which no ratio is asked: small files of few words shrink far."""
_COMPOUND = b"\xd0\xcf\x11\xe0"
"""Start of the older formats, and of workbooks with a password."""
_ROW = re.compile(rb"<(?:[A-Za-z0-9]+:)?row[ />]")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ACTIVE = (
    ("vbaproject", message("macros")),
    ("xl/macrosheets/", message("macros")),
    ("xl/activex/", message("buttons that run programs")),
    ("xl/embeddings/", message("files of other programs")),
    ("xl/externallinks/", message("links to other files")),
    ("xl/connections", message("connections to data elsewhere")),
    ("xl/querytables/", message("connections to data elsewhere")),
    ("customui/", message("commands of its own")),
)


def package_issue(path: Path, place: Place) -> Issue | None:
    """Return why a workbook is not opened, or None where it can be."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as fault:
        reason = (fault.strerror or "").lower() or message("unknown reason")
        return _file(
            place,
            message("the file cannot be read: {reason}", reason=reason),
            message("look whether it is there and whether you may read it"),
        )
    if start == _COMPOUND:
        return _file(
            place,
            message("the workbook has a password or an old format"),
            message("open it in the program, remove the password, and save it as .xlsx"),
        )
    if size > MOST_BYTES:
        return _too_large(place, MOST_BYTES)
    try:
        with zipfile.ZipFile(path) as package:
            return _content_issue(package, place, size)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError):
        return _file(
            place,
            message("the file is no workbook, or it is damaged"),
            message("open it in the program and save it as .xlsx once more"),
        )


def _content_issue(package: zipfile.ZipFile, place: Place, size: int) -> Issue | None:
    names = [info.filename.casefold() for info in package.infolist()]
    if len(names) > MOST_ENTRIES or len(set(names)) < len(names):
        return _file(
            place,
            message("the file holds {count} parts, some perhaps twice", count=len(names)),
            message("copy the sheets into a new workbook and save that as .xlsx"),
        )
    for part, what in _ACTIVE:
        if any(part in name for name in names):
            return _active(place, what)
    if "xl/workbook.xml" not in names:
        return _file(
            place,
            message("the file is no workbook in the format .xlsx"),
            message("open it in the program and save it as .xlsx"),
        )
    return _unpacked_issue(package, place, size)


def _unpacked_issue(package: zipfile.ZipFile, place: Place, size: int) -> Issue | None:
    """Unpack part by part, count, and keep nothing."""
    most = min(MOST_UNPACKED, max(_SMALL, size * MOST_RATIO))
    total = 0
    for info in package.infolist():
        rows = 0
        is_sheet = info.filename.casefold().startswith("xl/worksheets/")
        for text, end in _windows(package, info):
            total += end
            if total > most:
                return _too_large(place, MOST_UNPACKED)
            if _DECLARED.search(text) or _is_strange(info.filename, text):
                return _active(place, message("parts that a table does not need"))
            if is_sheet:
                rows += sum(found.start() < end for found in _ROW.finditer(text))
        if rows > MOST_ROWS:
            return _file(
                place,
                message("a sheet has more than {most} rows", most=MOST_ROWS),
                message("divide the workbook, or delete rows that only look empty"),
            )
    return None


def _windows(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
    """Yield what a part holds, chunk by chunk, each with the start of the next one behind it."""
    with package.open(info) as part:
        chunk = part.read(_CHUNK)
        while chunk:
            following = part.read(_CHUNK)
            yield chunk + following[:_LONGEST_TAG], len(chunk)
            chunk = following


def _is_strange(name: str, text: bytes) -> bool:
    """Say whether a part hides what it is: XML in another encoding, or a book with macros."""
    is_xml = name.casefold().endswith((".xml", ".rels"))
    return (is_xml and b"\0" in text) or b"macroEnabled" in text


def _too_large(place: Place, most: int) -> Issue:
    return _file(
        place,
        message("the file holds more than {most} MB", most=most // 1024 // 1024),
        message("remove pictures and empty rows, or divide the workbook"),
    )


def _active(place: Place, what: Message) -> Issue:
    return Issue(
        place,
        "table-active",
        message("the workbook holds {what}", what=what),
        message("save it as .xlsx without them, or copy the cells into a new template"),
    )


def _file(place: Place, what: Message, hint: Message) -> Issue:
    return Issue(place, "table-file", what, hint)
