"""Which table a sheet is, and which column each of its headings names.

A book remembers it where it was exported; else the headings are recognised in every language of
the site, in any order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.cells import understand
from generator.exchange.layout import ID, shape
from generator.exchange.lexicon import plain_heading, shapes
from generator.exchange.tables import Cell, Row, Table
from generator.issues import Issue, did_you_mean, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.exchange.layout import Column, Shape
    from generator.exchange.lexicon import Headings, Lexicon
    from generator.exchange.raw import RawBook, RawCell, RawRow, RawSheet
    from generator.issues import Message, Place
    from generator.model.kinds import Kind

IGNORED = "#"
"""First character of an id in rows that are not read, such as the example."""


class Recognised(NamedTuple):
    """The tables of a book, with what is wrong with its headings and cells."""

    tables: tuple[Table, ...]
    issues: tuple[Issue, ...]
    ignored: int
    """Rows that say of themselves that they are not to be read."""
    language: str = ""
    """Language of the headings; nothing where no table was recognised."""


def recognise(book: RawBook, lexicon: Lexicon) -> Recognised:
    """Return the tables that the sheets of a book are."""
    tables: dict[str, Table] = {}
    issues: list[Issue] = list(book.issues)
    ignored = 0
    language = ""
    sheets = [sheet for sheet in book.sheets if sheet.rows]
    first = (_match(sheet, lexicon, book.language) for sheet in sheets)
    # Lists of several kinds have the same columns: they belong to the records beside them.
    kinds = frozenset(match.shape.kind for match in first if match and match.shape.is_main)
    for sheet in sheets:
        match = _match(sheet, lexicon, book.language, kinds)
        if match is None:
            issues.append(_unknown_sheet(sheet))
        elif match.shape.key in tables:
            issues.append(_second_table(sheet))
        else:
            language = language or match.language
            reader = _Reader(sheet, match, lexicon)
            tables[match.shape.key] = reader.table()
            issues += (*sheet.issues, *reader.issues)
            ignored += reader.ignored
    return Recognised(tuple(tables.values()), tuple(issues), ignored, language)


@dataclass(frozen=True, slots=True)
class _Match:
    """What a sheet was recognised as."""

    shape: Shape
    language: str
    headings: Mapping[str, str]
    """Keys of columns by plain heading."""


def _match(
    sheet: RawSheet, lexicon: Lexicon, language: str, kinds: frozenset[Kind] = frozenset()
) -> _Match | None:
    """Return the table and language that fit the headings best, or None where none does.

    Of tables that fit equally well those of ``kinds`` come first, of languages the one that has
    most of the headings: the names that programs have for columns fit in every language.
    """
    written = [cell.text for cell in sheet.rows[0].cells.values()]
    known = shape(sheet.table)
    candidates = [known] if known is not None else list(shapes())
    tags = [language] if language in lexicon.languages else list(lexicon.languages)
    best: tuple[tuple[int, ...], _Match] | None = None
    for candidate in candidates:
        for tag in tags:
            labels = _labels(candidate, lexicon, tag)
            headings = {plain_heading(column.key): column.key for column in candidate.columns}
            headings |= labels
            keys = {headings.get(plain_heading(each)) for each in written} - {None}
            rank = (
                len(keys) - (ID not in keys),
                _is_named(sheet, candidate, lexicon.headings(tag)),
                candidate.kind in kinds,
                -abs(len(candidate.columns) - len(keys)),
                sum(plain_heading(each) in labels for each in written),
            )
            if (len(keys) > 1 or known is not None) and (best is None or rank > best[0]):
                best = (rank, _Match(candidate, tag, headings))
    return best[1] if best else None


def _is_named(sheet: RawSheet, shape_: Shape, headings: Headings) -> bool:
    """Say whether the sheet or file is called like the table."""
    if sheet.title:
        return sheet.title in {headings.table(shape_), shape_.key}
    return sheet.file.casefold().endswith(f"{shape_.key}.csv")


def _labels(shape_: Shape, lexicon: Lexicon, tag: str) -> dict[str, str]:
    """Return the keys of columns by what they are called in a language."""
    return {
        plain_heading(lexicon.headings(tag).column(shape_, column)): column.key
        for column in shape_.columns
    }


def _unknown_sheet(sheet: RawSheet) -> Issue:
    return Issue(
        sheet.place(),
        "table-column",
        message("the headings in the first row are those of no table of records"),
        message(
            "export a template and keep the headings of its first row, in any language of the "
            "site; sheets for other purposes belong into another file"
        ),
        "warning" if sheet.title else "error",
    )


def _second_table(sheet: RawSheet) -> Issue:
    return Issue(
        sheet.place(),
        "table-layout",
        message("this is the second sheet with the same table"),
        message("move its rows to the first one"),
    )


class _Reader:
    """Reads the rows of one sheet."""

    def __init__(self, sheet: RawSheet, match: _Match, lexicon: Lexicon) -> None:
        self._sheet = sheet
        self._match = match
        self._lexicon = lexicon
        self.issues: list[Issue] = []
        self.ignored = 0
        self._headers = {number: cell.text for number, cell in sheet.rows[0].cells.items()}
        self._columns = dict(self._found_columns())

    def table(self) -> Table:
        """Return the table; what is wrong with its cells is in ``issues`` afterwards."""
        rows = tuple(row for raw in self._sheet.rows[1:] for row in self._row(raw))
        keys = frozenset(column.key for column in self._columns.values())
        return Table(self._match.shape, keys, rows)

    def _found_columns(self) -> Iterator[tuple[int, Column]]:
        """Yield the columns by their number; each is there once."""
        shape_, taken = self._match.shape, set[str]()
        by_heading = {
            number: key
            for number, header in self._headers.items()
            if (key := self._match.headings.get(plain_heading(header)))
        }
        for number, header in self._headers.items():
            key = by_heading.get(number)
            anchor = self._sheet.anchors.get(number)
            if key is None and anchor not in by_heading.values():
                key = anchor
            column = shape_.column(key) if key else None
            if column is None:
                self._say(number, *self._unknown(header))
            elif column.key in taken:
                self._say(
                    number,
                    message("the column {header!r} stands here a second time", header=header),
                    message("remove one of the two"),
                )
            else:
                taken.add(column.key)
                yield number, column
        if ID not in taken:
            self._say(
                0,
                message("the column {header!r} is missing", header=self._label(ID)),
                message("add it; it says which record each row belongs to"),
            )

    def _unknown(self, header: str) -> tuple[Message, Message]:
        columns = self._match.shape.columns
        labels = [self._label(column.key) for column in columns]
        meant = did_you_mean(header, [*labels, *(column.key for column in columns)])
        there = {plain_heading(each) for each in self._headers.values()}
        free = [label for label in labels if plain_heading(label) not in there]
        hint = (
            message("did you mean {meant!r}?", meant=meant)
            if meant
            else message(
                "remove it, or call it one of these: {names}", names=", ".join(free or labels)
            )
        )
        return message("unknown column {header!r}", header=header), hint

    def _label(self, key: str) -> str:
        column = self._match.shape.column(key)
        headings = self._lexicon.headings(self._match.language)
        return headings.column(self._match.shape, column) if column else key

    def _say(self, number: int, what: Message, hint: Message) -> None:
        place = self._sheet.place(self._sheet.rows[0].number, number)
        self.issues.append(Issue(place, "table-column", what, hint))

    def _row(self, raw: RawRow) -> Iterator[Row]:
        number = next((number for number, each in self._columns.items() if each.key == ID), 0)
        first = raw.cells.get(number)
        if first is not None and first.text.lstrip().startswith(IGNORED):
            self.ignored += 1
            return
        cells = {
            column.key: self._cell(raw, position, column)
            for position, column in self._columns.items()
        }
        for position, cell in raw.cells.items():
            if position not in self._headers:
                self._lost(raw.number, position, cell)
        if any(cell.value for cell in cells.values()):
            yield Row(cells, self._sheet.place(raw.number, number, self._headers.get(number, "")))

    def _cell(self, raw: RawRow, position: int, column: Column) -> Cell:
        place = self._place(raw.number, position)
        cell = raw.cells.get(position)
        if cell is None:
            return Cell(() if column.form in {"words", "lines"} else "", place)
        found = understand(cell, column, self._lexicon, self._match.language, place)
        self.issues += found.issues
        return Cell(found.value, place)

    def _place(self, row: int, position: int) -> Place:
        return self._sheet.place(row, position, self._headers.get(position, ""))

    def _lost(self, row: int, position: int, cell: RawCell) -> None:
        self.issues.append(
            Issue(
                self._place(row, position),
                "table-column",
                message("{text!r} stands in a column without a heading", text=cell.text[:60]),
                message("write the heading of the column into the first row, or empty the cell"),
            )
        )
