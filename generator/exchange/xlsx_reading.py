"""Sheets of an Excel workbook; nothing in it is worked out, followed or run."""

from __future__ import annotations

import re
import warnings
import zipfile
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from generator.exchange.layout import shape
from generator.exchange.packages import package_issue
from generator.exchange.raw import RawBook, RawCell, RawRow, RawSheet
from generator.exchange.tables import sheet_place
from generator.exchange.xlsx_writing import ANCHOR, FORMAT, KEYS, LISTS, VERSION
from generator.issues import Issue, Place, message, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_CELLS = 2_000_000
"""Cells between the first and the last one, most of them empty."""
_XSTRING = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROL = re.compile(r"_x00(0[0-9A-Fa-f]|1[0-9A-Fa-f])_")
_SHARED = re.compile(rb"<(?:[A-Za-z0-9]+:)?si[ />]")
_REFERENCE = re.compile(r"'?(?P<title>(?:[^']|'')+?)'?!\$?(?P<letters>[A-Z]{1,3})\$?1")


def read_xlsx(path: Path, file: str) -> RawBook:
    """Read a workbook; ``file`` is what issues call it."""
    start = Place(file)
    issue = package_issue(path, start)
    if issue is not None:
        return RawBook(issues=(issue,))
    try:
        with warnings.catch_warnings():
            # What openpyxl leaves out, such as pictures, is no part of a table.
            warnings.simplefilter("ignore")
            book = load_workbook(path, data_only=False, keep_vba=False, keep_links=False)
    except Exception:  # noqa: BLE001 - openpyxl raises whatever the damage happens to cause
        return RawBook(issues=(_damaged(start),))
    if any(sheet.max_row * sheet.max_column > _MOST_CELLS for sheet in book.worksheets):
        return RawBook(issues=(_scattered(start),))
    return _book(book, file, is_shared=_has_shared_strings(path))


def _damaged(place: Place) -> Issue:
    return Issue(
        place,
        "table-file",
        message("the file is no workbook, or it is damaged"),
        message("open it in the program and save it as .xlsx once more"),
    )


def _scattered(place: Place) -> Issue:
    return Issue(
        place,
        "table-file",
        message("there are cells far away from the others"),
        message("copy the cells that are meant into a new template"),
    )


def _book(book: Workbook, file: str, *, is_shared: bool) -> RawBook:
    keys = list(_keys(book, is_shared=is_shared))
    issues: tuple[Issue, ...] = ()
    if keys and keys[0][:2] != (FORMAT, VERSION):
        issues = (
            Issue(
                Place(file),
                "table-file",
                message("the workbook was made by another version of this program"),
                message("export a new template and copy the cells into it"),
            ),
        )
    titles = {row[2]: row[1] for row in keys if row[0] == "table" and len(row) > 2}  # noqa: PLR2004
    anchors = _anchors(book)
    records = (row for row in keys if row[0] == "record" and len(row) > 3)  # noqa: PLR2004
    return RawBook(
        tuple(
            _sheet(sheet, file, titles, anchors.get(sheet.title, {}), is_shared=is_shared)
            for sheet in book.worksheets
            if sheet.title not in {KEYS, LISTS}
        ),
        issues,
        keys[0][2] if keys and len(keys[0]) > 2 else "",  # noqa: PLR2004 - the third cell
        MappingProxyType({(row[1], row[2]): row[3] for row in records}),
        file,
    )


def _keys(book: Workbook, *, is_shared: bool) -> Iterator[tuple[str, ...]]:
    """Yield what the book remembers of its tables, columns and records."""
    if KEYS not in book.sheetnames:
        return
    for row in book[KEYS].iter_rows(values_only=True):
        values = tuple(
            _decoded(str(value), is_shared=is_shared) for value in row if value is not None
        )
        if values:
            yield values


def _anchors(book: Workbook) -> dict[str, dict[int, tuple[str, str]]]:
    """Return the columns that defined names point to: sheet, number, and table and column key."""
    found: dict[str, dict[int, tuple[str, str]]] = {}
    for name, defined in book.defined_names.items():
        target = _REFERENCE.fullmatch(defined.attr_text or "")
        if not name.startswith(ANCHOR) or target is None:
            continue
        parts = name.removeprefix(ANCHOR).split(".")
        for length in range(len(parts) - 1, 0, -1):
            table = shape(".".join(parts[:length]))
            column = table.column(".".join(parts[length:])) if table else None
            if table and column:
                number = _number(target["letters"])
                title = target["title"].replace("''", "'")
                found.setdefault(title, {})[number] = (table.key, column.key)
                break
    return found


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _has_shared_strings(path: Path) -> bool:
    """Say whether another program has saved the book: openpyxl, which wrote it, shares none."""
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if name.casefold() == "xl/sharedstrings.xml"]
        return any(_SHARED.search(package.read(name)) for name in names)


def _sheet(
    sheet: Worksheet,
    file: str,
    titles: dict[str, str],
    anchors: dict[int, tuple[str, str]],
    *,
    is_shared: bool,
) -> RawSheet:
    tables = [table for table, _ in anchors.values()]
    table = titles.get(sheet.title) or max(set(tables), key=tables.count, default="")
    rows = tuple(_rows(sheet, is_shared=is_shared))
    return RawSheet(
        file,
        sheet.title,
        rows,
        table,
        MappingProxyType({number: key for number, (of, key) in anchors.items() if of == table}),
        tuple(_layout_issues(sheet, file, rows)),
    )


def _rows(sheet: Worksheet, *, is_shared: bool) -> Iterator[RawRow]:
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = {
            position: raw
            for position, cell in enumerate(row, start=1)
            if (raw := _raw(cell, is_shared=is_shared)) is not None
        }
        if cells:
            yield RawRow(number, MappingProxyType(cells))


def _raw(cell: Cell | MergedCell, *, is_shared: bool) -> RawCell | None:
    value, form = cell.value, str(cell.number_format)
    if cell.data_type == "f":
        return RawCell("formula", str(getattr(value, "text", value)))
    if cell.data_type == "e":
        return RawCell("fault", str(value))
    if isinstance(value, str):
        text = _decoded(value, is_shared=is_shared)
        return RawCell("text", text) if text.strip() else None
    return None if value is None else _typed(value, form)


def _typed(value: object, form: str) -> RawCell:
    """Return a cell that a program keeps as something else than text."""
    match value:
        case bool():
            return RawCell("flag", "true" if value else "false")
        case int() | float():
            return RawCell("number", str(value), number=Decimal(str(value)), form=form)
        case datetime():
            return RawCell("moment", value.isoformat(), moment=value, form=form)
        case date():
            return RawCell(
                "moment", value.isoformat(), moment=datetime.combine(value, time()), form=form
            )
    return RawCell("time", str(value))


def _decoded(text: str, *, is_shared: bool) -> str:
    """Return a text as it is meant (ECMA-376, 22.9.2.19 ``ST_Xstring``), with plain line ends.

    Of shared strings openpyxl has undone one escape already.
    """
    pattern = _CONTROL if is_shared else _XSTRING
    plain = pattern.sub(lambda found: chr(int(found[0][2:6], 16)), text)
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def _layout_issues(sheet: Worksheet, file: str, rows: tuple[RawRow, ...]) -> Iterator[Issue]:
    if sheet.sheet_state != "visible":
        yield _layout(
            sheet_place(file, sheet.title),
            sentence("the sheet is hidden"),
            sentence("show it, or delete it where it is not meant"),
        )
    for area in sorted(sheet.merged_cells.ranges, key=lambda each: (each.min_row, each.min_col)):
        yield _layout(
            sheet_place(file, sheet.title, area.min_row, area.min_col),
            sentence("cells are merged here"),
            sentence("separate them again and write the value into each row that it belongs to"),
        )
    for row in rows:
        if sheet.row_dimensions[row.number].hidden:
            yield _layout(
                sheet_place(file, sheet.title, row.number),
                sentence("the row is hidden, perhaps by a filter"),
                sentence("show it, or delete it where it is not meant"),
            )
    used = {position for row in rows for position in row.cells}
    for letters, dimension in sorted(sheet.column_dimensions.items()):
        span = range(dimension.min or 0, (dimension.max or 0) + 1)
        if dimension.hidden and any(position in span for position in used):
            yield _layout(
                sheet_place(file, sheet.title, 0, _number(letters)),
                sentence("the column is hidden"),
                sentence("show it, or delete it where it is not meant"),
            )


def _layout(place: Place, what: str, hint: str) -> Issue:
    return Issue(place, "table-layout", message(what), message(hint))
