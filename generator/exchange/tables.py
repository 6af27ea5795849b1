"""Tables with rows and cells, each cell with the place where it was read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.issues import Message, Place, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.exchange.layout import Shape
    from generator.issues import Issue

_NO_LABEL = Message("")


@dataclass(frozen=True, slots=True)
class CellPlace(Place):
    """A cell, shown as people find it: ``book.xlsx: Projects!F12``.

    ``line`` is the row and ``column`` the column, both counted from 1.
    """

    table: str = ""
    """Name of the sheet, or nothing for a file that is one table."""
    label: Message = field(default=_NO_LABEL, compare=False)
    """How the place is shown."""

    def __str__(self) -> str:
        return str(self.label)

    # Places of cells and of lines in files stand in one list, so that both need one order.

    def __lt__(self, other: Place) -> bool:
        return _key(self) < _key(other)

    def __le__(self, other: Place) -> bool:
        return _key(self) <= _key(other)

    def __gt__(self, other: Place) -> bool:
        return _key(self) > _key(other)

    def __ge__(self, other: Place) -> bool:
        return _key(self) >= _key(other)


def _key(place: Place) -> tuple[str, str, int, int]:
    table = place.table if isinstance(place, CellPlace) else ""
    return (place.file, table, place.line, place.column)


def sheet_place(file: str, sheet: str, row: int = 0, column: int = 0) -> CellPlace:
    """Return the place of a cell, a row or, with neither, a sheet of a book."""
    cell = f"{column_letters(column) if column else ''}{row or ''}"
    template = "{file}: {sheet}!{cell}" if cell else "{file}: {sheet}"
    shown = Message(template, {"file": file, "sheet": sheet, "cell": cell})
    return CellPlace(file, row or 1, column or 1, sheet, shown)


def line_place(file: str, line: int, column: int = 0, header: str = "") -> CellPlace:
    """Return the place of a cell or, without a column, of a line of a file of one table."""
    shown = (
        message('{file}:{line}: column "{column}"', file=file, line=line, column=header)
        if header
        else Message("{file}:{line}", {"file": file, "line": str(line)})
    )
    return CellPlace(file, line, column or 1, "", shown)


def told_places(issues: Iterable[Issue], told: Callable[[Message], Message]) -> tuple[Issue, ...]:
    """Return issues whose places are shown in the words of a language."""
    return tuple(
        replace(issue, place=replace(issue.place, label=told(issue.place.label)))
        if isinstance(issue.place, CellPlace)
        else issue
        for issue in issues
    )


def column_letters(number: int) -> str:
    """Return what spreadsheet programs call a column that is counted from 1: A, B … Z, AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


CellValue = str | tuple[str, ...]
"""A text, or the items of a list; empty where there is nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says; ids and codes instead of the names that people read."""

    value: CellValue
    place: Place | None = None
    """None for what stands in the content already."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by the key of their column."""

    cells: Mapping[str, Cell]
    place: Place | None = None

    def text(self, key: str) -> str:
        """Return the text of a cell, or nothing."""
        cell = self.cells.get(key)
        return cell.value if cell is not None and isinstance(cell.value, str) else ""

    def at(self, key: str) -> Place | None:
        """Return the place of a cell; that of the row where the table lacks the column."""
        cell = self.cells.get(key)
        return cell.place if cell is not None else self.place


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table, with those of its columns that were there."""

    shape: Shape
    columns: frozenset[str]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of one import or export."""

    tables: tuple[Table, ...]
    fingerprints: Mapping[tuple[str, str], str] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """What each record was when it was exported, by kind and id; empty where nobody noted it."""

    def table(self, key: str) -> Table | None:
        """Return the table with this key, or None."""
        return next((table for table in self.tables if table.shape.key == key), None)
