"""Read a file into text: never more than the limit, only regular files, only UTF-8."""

from __future__ import annotations

import os
import stat
from codecs import BOM_UTF8
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.issues import message, sentence
from generator.records.findings import Finding, Spot, finding
from generator.records.limits import MOST_BYTES

if TYPE_CHECKING:
    from pathlib import Path

_START = Spot(1, 1)
_OPENING = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)
_MARKS = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SAVE_OR_NAME = sentence(
    "save it with the encoding UTF-8, or name its own: --encoding gb18030 for Chinese, "
    "windows-1256 for Arabic and Persian, windows-1251 for Russian, windows-1252 for Western Europe"
)
_SAVE_AS = sentence("open the file in an editor and save it with the encoding UTF-8")


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as text, or why it could not become one."""

    text: str | None
    findings: tuple[Finding, ...] = ()


def read_text(path: Path) -> Reading:
    """Read a regular UTF-8 file within the limit; lines end with a line feed afterwards."""
    data = _data(path)
    return data if isinstance(data, Reading) else decode(data)


def read_foreign(path: Path, *, encoding: str = "") -> Reading:
    """Read a file that another program has saved, as ``read_text`` does.

    A mark at its start may say that it is UTF-8, UTF-16 or UTF-32, else it is in the encoding that
    is named.
    """
    data = _data(path)
    if isinstance(data, Reading):
        return data
    marks = (*_MARKS, (BOM_UTF8, "UTF-8"))
    name = next((name for mark, name in marks if data.startswith(mark)), encoding) or "UTF-8"
    try:
        text = data.decode(name)
    except UnicodeError:
        text = "\0"
    if "\0" in text:
        return _other_encoding_than(name, is_given=bool(encoding))
    return Reading(text.removeprefix("\ufeff").replace("\r\n", "\n"))


def _data(path: Path) -> bytes | Reading:
    """Return the bytes of a regular file within the limit, or why there are none."""
    try:
        data = _read_bytes(path)
    except FileNotFoundError:
        return _refused(
            "file-unreadable", "the file vanished while it was read", "start the check again"
        )
    except OSError as error:
        return _refused(
            "file-unreadable",
            "the file cannot be read: {reason}",
            "give yourself the right to read the file, or copy it again",
            reason=(error.strerror or "").lower() or message("unknown reason"),
        )
    if data is None:
        return _refused(
            "file-kind", "this is no ordinary file", "put an ordinary text file here, or remove it"
        )
    if len(data) > MOST_BYTES:
        return _refused(
            "file-size",
            "the file holds more than {most} KB",
            "shorten the texts or divide the record; pictures and documents do not belong here",
            most=MOST_BYTES // 1024,
        )
    return data


def decode(data: bytes) -> Reading:
    """Turn bytes into text; anything but UTF-8 is refused at the first byte that is none."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _other_encoding(name)
    if len(data) > 1 and data[:64].count(0) * 3 >= len(data[:64]):
        return _other_encoding("UTF-16")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start)
    return Reading(text.replace("\r\n", "\n"))


def _read_bytes(path: Path) -> bytes | None:
    """Return at most one byte more than the limit, or None where it is no regular file."""
    descriptor = os.open(path, _OPENING)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        return file.read(MOST_BYTES + 1)


def _refused(rule: str, what: str, hint: str, **values: object) -> Reading:
    return Reading(None, (finding(_START, rule, what, hint, **values),))


def _other_encoding(name: str) -> Reading:
    return _refused(
        "file-encoding", "the file is written in {name} and not in UTF-8", _SAVE_AS, name=name
    )


def _other_encoding_than(name: str, *, is_given: bool) -> Reading:
    hint = _SAVE_OR_NAME
    if is_given:
        hint = sentence("name the encoding with --encoding in which the program saved the file")
    return _refused("file-encoding", "the file is not written in {name}", hint, name=name)


def _not_utf8(data: bytes, offset: int) -> Reading:
    before = data[:offset].decode("utf-8").replace("\r\n", "\n")
    spot = Spot(before.count("\n") + 1, len(before) - before.rfind("\n"))
    found = finding(
        spot,
        "file-encoding",
        "the byte {byte} (number {offset} of the file) is not UTF-8 text",
        "open the file in an editor and save it with the encoding UTF-8; then look whether the "
        "letters here are still right",
        byte=f"{data[offset]:02X}",
        offset=offset + 1,
    )
    return Reading(None, (found,))
