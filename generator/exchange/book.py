"""Read a file of tables, whatever its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.csv_files import read_csv
from generator.exchange.raw import RawBook
from generator.exchange.xlsx_reading import read_xlsx
from generator.issues import Issue, Place, message

if TYPE_CHECKING:
    from pathlib import Path

    from generator.issues import Message

CSV_ENDINGS = frozenset({".csv", ".tsv", ".txt"})
"""Files that are one table."""
BOOK_ENDING = ".xlsx"
_MACROS = frozenset({".xlsm", ".xltm", ".xlam"})


def read_book(path: Path, file: str, *, encoding: str = "") -> RawBook:
    """Return the sheets of a file, or why it cannot be read; ``file`` is what issues call it."""
    ending = path.suffix.casefold()
    if ending == BOOK_ENDING:
        return read_xlsx(path, file)
    if ending in CSV_ENDINGS:
        return read_csv(path, file, encoding=encoding)
    if ending in _MACROS:
        return _nothing(
            file,
            "table-active",
            message("the workbook may hold macros"),
            message("save it as .xlsx without macros"),
        )
    return _nothing(
        file,
        "table-file",
        message("files that end in {ending} cannot be taken in", ending=ending)
        if ending
        else message("a file without an ending cannot be taken in"),
        message("save it as an Excel workbook (.xlsx) or as CSV (.csv), or give a record (.yaml)"),
    )


def _nothing(file: str, rule: str, what: Message, hint: Message) -> RawBook:
    return RawBook(issues=(Issue(Place(file), rule, what, hint),))
