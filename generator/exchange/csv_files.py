"""Tables as CSV files (RFC 4180), one file a table, in UTF-8.

A value that a spreadsheet program would take for a formula gets an apostrophe in front of it,
which is taken off again when the file is read.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from typing import TYPE_CHECKING

from generator.exchange.layout import ID
from generator.exchange.packages import MOST_BYTES, MOST_ROWS
from generator.exchange.raw import RawBook, RawCell, RawRow, RawSheet
from generator.issues import Issue, Place, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.exchange.tables import Table, Tables
    from generator.exchange.wording import Wording
    from generator.issues import Message

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_NEUTRAL = re.compile(r"'+[=+\-@\t\r＝＋－＠]")
_SEPARATORS = ",;\t|"
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def write_csv(tables: Tables, wording: Wording) -> Mapping[str, bytes]:
    """Return the files of the tables by name; each starts with a mark that says it is UTF-8."""
    return {
        f"{table.shape.key}.csv": codecs.BOM_UTF8 + _written(table, wording).encode()
        for table in tables.tables
    }


def neutral(value: str) -> str:
    """Return a value so that no spreadsheet program takes it for a formula."""
    return f"'{value}" if _FORMULA.match(value) else value


def restored(value: str) -> str:
    """Return the value that ``neutral`` was given."""
    return value[1:] if _NEUTRAL.match(value) else value


def read_csv(path: Path, file: str, *, encoding: str = "") -> RawBook:
    """Read a file that is one table; ``file`` is what issues call it.

    Without an encoding the file must say which it has, or be UTF-8.
    """
    try:
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as fault:
        reason = (fault.strerror or "").lower() or message("unknown reason")
        return _nothing(
            Place(file),
            "table-file",
            message("the file cannot be read: {reason}", reason=reason),
            message("look whether it is there and whether you may read it"),
        )
    if len(data) > MOST_BYTES:
        return _nothing(
            Place(file),
            "table-file",
            message("the file holds more than {most} MB", most=MOST_BYTES // 1024 // 1024),
            message("divide it into several files"),
        )
    text, issue = _text(data, file, encoding)
    return RawBook(issues=(issue,)) if issue else _table(text, file)


def _written(table: Table, wording: Wording) -> str:
    columns = table.shape.columns
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([wording.heading(table.shape, column) for column in columns])
    writer.writerow(
        wording.example_id() if column.key == ID
        else neutral(wording.shown(column, wording.example(column)))
        for column in columns
    )  # fmt: skip
    for row in table.rows:
        writer.writerow(
            neutral(wording.shown(column, row.cells[column.key].value))
            if column.key in row.cells
            else ""
            for column in columns
        )
    return written.getvalue()


def _text(data: bytes, file: str, encoding: str) -> tuple[str, Issue | None]:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    name = marked or encoding or "utf-8"
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, UnicodeError) as fault:
        start = getattr(fault, "start", 0)
        line = data[:start].count(b"\n") + 1
        return "", _encoding_issue(Place(file, line), name, is_given=bool(encoding))
    if "\0" in text:
        return "", _encoding_issue(Place(file), name, is_given=bool(encoding))
    return text, None


def _encoding_issue(place: Place, name: str, *, is_given: bool) -> Issue:
    if is_given:
        return Issue(
            place,
            "file-encoding",
            message("the file is not written in {name}", name=name),
            message("name the encoding with --encoding in which the program saved the file"),
        )
    return Issue(
        place,
        "file-encoding",
        message("the file is not written in UTF-8"),
        message(
            "save it as 'CSV UTF-8', or name its encoding: --encoding gb18030 for Chinese, "
            "windows-1256 for Arabic and Persian, windows-1251 for Russian, windows-1252 for "
            "Western Europe"
        ),
    )


def _table(text: str, file: str) -> RawBook:
    separator = _separator(text)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[RawRow] = []
    started = 1
    try:
        for values in lines:
            cells = dict(_cells(values))
            if cells and not (started == 1 and values[0].startswith("sep=")):
                rows.append(RawRow(started, cells))
            started = lines.line_num + 1
            if len(rows) > MOST_ROWS:
                return _nothing(
                    Place(file, started),
                    "table-file",
                    message("the file has more than {most} rows", most=MOST_ROWS),
                    message("divide it into several files"),
                )
    except csv.Error:
        return _nothing(
            Place(file, started),
            "table-file",
            message("the quotes of this row do not fit together"),
            message("save the file as CSV once more; inside quotes a quote is written twice"),
        )
    return RawBook((RawSheet(file, "", tuple(rows)),), file=file)


def _cells(values: list[str]) -> Iterator[tuple[int, RawCell]]:
    for number, value in enumerate(values, start=1):
        text = restored(value.replace("\r\n", "\n").replace("\r", "\n"))
        if text.strip():
            yield number, RawCell("text", text)


def _separator(text: str) -> str:
    """Return the sign between the headings; the first line may name it, as in ``sep=;``."""
    first = text.lstrip("\ufeff").partition("\n")[0].strip("\r")
    if first.startswith("sep=") and len(first) == len("sep=;"):
        return first[-1]
    bare = re.sub(r'"[^"]*"', "", first)
    return max(_SEPARATORS, key=bare.count)


def _nothing(place: Place, rule: str, what: Message, hint: Message) -> RawBook:
    return RawBook(issues=(Issue(place, rule, what, hint),))
