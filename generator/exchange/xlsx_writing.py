"""Tables as an Excel workbook that can be filled in; the same tables give the same bytes.

Every value is a text (ECMA-376, 18.18.11 ``inlineStr``) in a cell with the number format ``@``, so
that no program makes a formula, a date or a number of it.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from generator.exchange.layout import ID
from generator.exchange.options import list_of
from generator.exchange.tables import column_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from generator.exchange.layout import Column
    from generator.exchange.tables import Table, Tables
    from generator.exchange.wording import Wording

FORMAT, VERSION = "framework-exchange", "1"
KEYS, LISTS = "_keys", "_lists"
"""Hidden sheets: what programs need to know of the book, and the lists to choose from."""
ANCHOR = "exchange."
"""Start of the defined names that stay with a column when it is moved or renamed."""

_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - the format has no zones; the day means nothing
_ZIP_DAY = (2000, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TITLE = 31
_ROWS_TO_FILL = 1_000
"""Rows below the records where cells offer their lists."""
_WIDTHS = {"text": 50, "lines": 36, "words": 28, "word": 20}
_TEXT = "@"
_HEAD = PatternFill("solid", fgColor="FFDDE6E1")
_GREY = PatternFill("solid", fgColor="FFF0F0F0")
_TOP = Alignment(vertical="top", wrap_text=True)


def write_xlsx(tables: Tables, wording: Wording) -> bytes:
    """Return the tables as a workbook in the language of the wording."""
    book = Workbook()
    book.remove(book.worksheets[0])
    titles = _titles(tables.tables, wording)
    sheets = {
        table.shape.key: book.create_sheet(titles[table.shape.key]) for table in tables.tables
    }
    lists = _Lists(book.create_sheet(LISTS), wording)
    for table in tables.tables:
        sheet = sheets[table.shape.key]
        _write_table(sheet, table, wording)
        _offer_lists(sheet, table, lists, titles[table.shape.kind])
        for number, column in enumerate(table.shape.columns, start=1):
            name = f"{ANCHOR}{table.shape.key}.{column.key}"
            cell = f"'{sheet.title}'!${column_letters(number)}$1"
            book.defined_names[name] = DefinedName(name, attr_text=cell, hidden=True)
    _write_keys(book.create_sheet(KEYS), tables, titles, wording)
    for name in (KEYS, LISTS):
        book[name].sheet_state = "hidden"
    book.properties.creator = FORMAT
    book.properties.created = _DAY
    written = io.BytesIO()
    book.save(written)
    return _without_times(written.getvalue())


def xlsx_text(value: str) -> str:
    """Return a text as a workbook stores it (ECMA-376, 22.9.2.19 ``ST_Xstring``)."""
    return _ESCAPE.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub("", value))


def _titles(tables: Iterable[Table], wording: Wording) -> dict[str, str]:
    titles: dict[str, str] = {}
    for table in tables:
        words = _NOT_IN_TITLES.sub(" ", wording.headings.table(table.shape)).strip()
        title, number = words[:_LONGEST_TITLE], 1
        while title.casefold() in {known.casefold() for known in titles.values()}:
            number += 1
            title = f"{words[: _LONGEST_TITLE - 4]} {number}"
        titles[table.shape.key] = title
    return titles


def _write_table(sheet: Worksheet, table: Table, wording: Wording) -> None:
    sheet.sheet_view.rightToLeft = wording.is_right_to_left
    sheet.freeze_panes = "B2"
    for number, column in enumerate(table.shape.columns, start=1):
        dimension = sheet.column_dimensions[column_letters(number)]
        dimension.width = _WIDTHS[column.form]
        dimension.number_format = _TEXT
        dimension.alignment = _TOP
        _put(sheet, 1, number, wording.heading(table.shape, column))
        head = sheet.cell(1, number)
        head.font, head.fill = Font(bold=True), _HEAD
        head.comment = Comment(wording.note(column), FORMAT, height=160, width=320)
        example = wording.example_id() if column.key == ID else wording.shown(
            column, wording.example(column)
        )  # fmt: skip
        _put(sheet, 2, number, example)
        sheet.cell(2, number).font = Font(italic=True, color="FF595959")
        sheet.cell(2, number).fill = _GREY
    for row_number, row in enumerate(table.rows, start=3):
        for number, column in enumerate(table.shape.columns, start=1):
            cell = row.cells.get(column.key)
            if cell is not None and cell.value:
                _put(sheet, row_number, number, wording.shown(column, cell.value))


def _put(sheet: Worksheet, row: int, column: int, value: str) -> None:
    """Write a text that stays one, whatever it starts with."""
    cell = sheet.cell(row, column)
    cell.number_format, cell.alignment = _TEXT, _TOP
    if not value:
        return
    cell.value = xlsx_text(value)
    cell.data_type = "s"
    cell.quotePrefix = value[0] in "=+-@"


def _offer_lists(sheet: Worksheet, table: Table, lists: _Lists, main: str) -> None:
    last = len(table.rows) + 2 + _ROWS_TO_FILL
    for number, column in enumerate(table.shape.columns, start=1):
        area = lists.area(column)
        if column.key == ID and not table.shape.is_main:
            area = f"'{main}'!$A$3:$A${_ROWS_TO_FILL}"
        if not area:
            continue
        offer = DataValidation(type="list", formula1=area, allow_blank=True)
        # Cells of several words, codes instead of names and new ids are right as well.
        offer.showErrorMessage = False
        offer.add(f"{column_letters(number)}3:{column_letters(number)}{last}")
        sheet.add_data_validation(offer)


class _Lists:
    """The hidden sheet of what can be chosen, one column for each list."""

    def __init__(self, sheet: Worksheet, wording: Wording) -> None:
        self._sheet = sheet
        self._options = wording.options
        self._areas: dict[str, str] = {}

    def area(self, column: Column) -> str:
        """Return where the list of a column stands, or nothing."""
        name = list_of(column)
        if not name:
            return ""
        if name not in self._areas:
            self._areas[name] = self._written(name)
        return self._areas[name]

    def _written(self, name: str) -> str:
        options = self._options.of(name)
        if not options:
            return ""
        number = sum(bool(area) for area in self._areas.values()) + 1
        for row, option in enumerate(options, start=1):
            _put(self._sheet, row, number, option.label)
        letters = column_letters(number)
        return f"'{LISTS}'!${letters}$1:${letters}${len(options)}"


def _write_keys(sheet: Worksheet, tables: Tables, titles: dict[str, str], wording: Wording) -> None:
    rows: list[Sequence[str]] = [(FORMAT, VERSION, wording.options.language)]
    for table in tables.tables:
        rows.append(("table", table.shape.key, titles[table.shape.key]))
        rows += (
            ("column", table.shape.key, column.key, wording.heading(table.shape, column))
            for column in table.shape.columns
        )
    rows += (("record", kind, id_, mark) for (kind, id_), mark in tables.fingerprints.items())
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            _put(sheet, number, column, value)


def _without_times(data: bytes) -> bytes:
    """Return the workbook with the times of writing taken out."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _ZIP_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            content = old.read(name)
            if name == "docProps/core.xml":
                stamp = _DAY.isoformat().encode() + b"Z"
                content = _MODIFIED.sub(rb"\g<1>" + stamp, content)
            new.writestr(info, content)
    return written.getvalue()
