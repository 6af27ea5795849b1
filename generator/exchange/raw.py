"""Sheets as they stand in a file, before it is known what their columns mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from generator.exchange.tables import line_place, sheet_place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from decimal import Decimal

    from generator.issues import Issue, Place

Sort = Literal["text", "number", "flag", "moment", "time", "formula", "fault"]
"""``moment``: a date that the program keeps as a number; ``fault``: an error such as ``#N/A``."""


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell that is not empty."""

    sort: Sort
    text: str = ""
    """What is written, of numbers the digits."""
    number: Decimal | None = None
    moment: datetime | None = None
    form: str = ""
    """How the program shows the number or date."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row that is not empty: its cells by column, counted from 1."""

    number: int
    cells: Mapping[int, RawCell]


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet of a book, or a file that is one table."""

    file: str
    title: str
    """Name of the sheet; empty for a file that is one table."""
    rows: tuple[RawRow, ...]
    table: str = ""
    """Key of the table, where the book remembers it."""
    anchors: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    """Keys of columns, where the book remembers them."""
    issues: tuple[Issue, ...] = ()
    """What keeps the sheet from being a plain table; of no interest where it is no table at all."""

    def place(self, row: int = 0, column: int = 0, header: str = "") -> Place:
        """Return the place of a cell, a row, or the sheet."""
        if self.title:
            return sheet_place(self.file, self.title, row, column)
        return line_place(self.file, row or 1, column, header)


@dataclass(frozen=True, slots=True)
class RawBook:
    """Everything that a file holds, and what is wrong with it."""

    sheets: tuple[RawSheet, ...] = ()
    issues: tuple[Issue, ...] = ()
    language: str = ""
    """Language in which the book was written, where it remembers it."""
    fingerprints: Mapping[tuple[str, str], str] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """What records were when the book was exported, by kind and id."""
    file: str = ""
    """What issues call the file."""
