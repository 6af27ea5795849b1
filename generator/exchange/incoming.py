"""Tables to records: rows become what is written in a record, with the cell of every value.

Rows that cannot belong to a record are issues. Whether the values are right is not asked here:
the records are examined like those of every other contributor.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.exchange.by_language import add_version, joined
from generator.exchange.growing import Growing
from generator.exchange.layout import ID, ITEM, NUMBER, shapes_of
from generator.issues import Issue, Place, did_you_mean, message, sentence
from generator.model.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.exchange.growing import Path
    from generator.exchange.layout import Shape
    from generator.exchange.tables import Cell, Row, Tables
    from generator.model.kinds import Kind
    from generator.records.nodes import Data

_LABEL_DIGITS = 6
_NO_RECORD = sentence("there is no record {id!r} that this row could belong to")


@dataclass(frozen=True, slots=True)
class Draft:
    """A record as the tables have it."""

    kind: Kind
    id: str
    data: dict[str, Data]
    places: Mapping[Path, Place]
    """The cell of each value, and of each field without one."""
    place: Place
    """The row of the record, or the first cell that names it."""


def records_from(tables: Tables) -> tuple[tuple[Draft, ...], tuple[Issue, ...]]:
    """Return the records of complete tables, and what is wrong with their rows."""
    issues: list[Issue] = []
    drafts: list[Draft] = []
    for kind in KINDS:
        shapes = shapes_of(kind)
        if any(tables.table(shape.key) for shape in shapes):
            drafts += _drafts(kind, tables, issues)
    return tuple(drafts), tuple(issues)


def _drafts(kind: Kind, tables: Tables, issues: list[Issue]) -> Iterator[Draft]:
    growing: dict[str, Growing] = {}
    main, *lists, texts = shapes_of(kind)
    for row in _rows(tables, main):
        begun = _begun(row, growing, issues)
        if begun is not None:
            growing[begun.id] = begun
            _fill(begun, (), main, row)
    for shape in lists:
        by_owner = _by_owner(shape, _rows(tables, shape), growing, issues)
        for (id_, _), rows in by_owner.items():
            _add_items(growing[id_], shape, rows, issues)
    for row in _rows(tables, texts):
        owner = _owner(row, growing, issues)
        if owner is not None:
            add_version(owner, kind, row, issues)
    for each in growing.values():
        data = joined(each, each.data, (), issues)
        if isinstance(data, dict):
            yield Draft(kind, each.id, data, each.places, each.place)


def _rows(tables: Tables, shape: Shape) -> Sequence[Row]:
    table = tables.table(shape.key)
    return table.rows if table else ()


def _begun(row: Row, growing: Mapping[str, Growing], issues: list[Issue]) -> Growing | None:
    """Return the start of the record of a row, or None where it cannot be one."""
    id_, place = row.text(ID), row.at(ID) or Place("")
    if not id_:
        issues.append(
            Issue(
                place,
                "row-key",
                message("the row has no id"),
                message(
                    "write an id that no other record has: small letters a-z, digits and hyphens"
                ),
            )
        )
    elif id_ in growing:
        issues.append(
            Issue(
                place,
                "row-key",
                message("the id {id!r} stands here a second time", id=id_),
                message(
                    "keep one of the two rows; the other one is {place}", place=growing[id_].place
                ),
            )
        )
    else:
        return Growing(id_, row.place or place)
    return None


def _owner(row: Row, growing: Mapping[str, Growing], issues: list[Issue]) -> Growing | None:
    """Return the record that a row of another table belongs to."""
    id_ = row.text(ID)
    if id_ in growing:
        return growing[id_]
    meant = did_you_mean(id_, growing) if id_ else None
    issues.append(
        Issue(
            row.at(ID) or Place(""),
            "row-key",
            message(_NO_RECORD, id=id_)
            if id_
            else message("the row does not say which record it belongs to"),
            message("did you mean {meant!r}?", meant=meant)
            if meant
            else message("write the id of a record, or remove the row"),
        )
    )
    return None


def is_of_no_record(issue: Issue) -> bool:
    """Say whether an issue is about a row whose record nobody has heard of."""
    return issue.message.template == _NO_RECORD


def _fill(owner: Growing, path: Path, shape: Shape, row: Row) -> None:
    """Write the cells of a row into the record, below a path."""
    for column in shape.columns:
        cell = row.cells.get(column.key)
        if column.path is None or cell is None:
            continue
        target = (*path, *column.path)
        if cell.place is not None:
            owner.places[target] = cell.place
        _put(owner, target, cell)


def _put(owner: Growing, target: Path, cell: Cell) -> None:
    if isinstance(cell.value, str):
        if cell.value:
            owner.put(target, cell.value)
        return
    if cell.value:
        owner.put(target, list(cell.value))
    for index in range(len(cell.value)):
        if cell.place is not None:
            owner.places[(*target, index)] = cell.place


def _by_owner(
    shape: Shape, rows: Sequence[Row], growing: Mapping[str, Growing], issues: list[Issue]
) -> dict[tuple[str, Path], list[tuple[tuple[str, ...], Row]]]:
    """Return the rows by the record and list that they belong to, with the outer numbers."""
    found: dict[tuple[str, Path], list[tuple[tuple[str, ...], Row]]] = {}
    for row in rows:
        owner = _owner(row, growing, issues)
        if owner is None:
            continue
        outer = tuple(row.text(key) for key in shape.outer_numbers)
        path: Path | None = ()
        if outer:
            path = owner.numbers.get(shape.lists[:-1], {}).get(outer)
        if path is None:
            key = shape.outer_numbers[-1]
            issues.append(_no_item(row.at(key) or owner.place, outer[-1], owner.id))
            continue
        found.setdefault((owner.id, (*path, *shape.lists[-1])), []).append((outer, row))
    return found


def _no_item(place: Place, number: str, id_: str) -> Issue:
    return Issue(
        place,
        "row-key",
        message("there is no item with the number {number!r} in the record {id!r}",
                number=number, id=id_),
        message("write the number that the item has in the other table"),
    )  # fmt: skip


def _add_items(
    owner: Growing,
    shape: Shape,
    rows: Sequence[tuple[tuple[str, ...], Row]],
    issues: list[Issue],
) -> None:
    """Write the rows of one list into the record, in the order of their numbers."""
    outer = rows[0][0]
    above = owner.numbers.get(shape.lists[:-1], {}).get(outer, ()) if outer else ()
    path = (*above, *shape.lists[-1])
    ordered = _ordered([row for _, row in rows], issues)
    owner.put(path, [{} for _ in ordered])
    known = owner.numbers.setdefault(shape.lists, {})
    for index, row in enumerate(ordered):
        if row.text(NUMBER):
            known[(*outer, row.text(NUMBER))] = (*path, index)
        place = row.place or row.at(ID)
        if place is not None:
            owner.places.setdefault(path, place)
            owner.places[(*path, index)] = place
        if shape.column(ITEM) is not None:
            owner.put((*path, index), "")
        _fill(owner, (*path, index), shape, row)


def _ordered(rows: Sequence[Row], issues: list[Issue]) -> list[Row]:
    """Return rows by their numbers; a row without one follows the row above it."""
    numbered: list[tuple[int, int, Row]] = []
    seen: dict[str, Row] = {}
    last = 0
    for index, row in enumerate(rows):
        text = row.text(NUMBER)
        if text in seen:
            issues.append(
                Issue(
                    row.at(NUMBER) or Place(""),
                    "row-key",
                    message("the number {number!r} stands here a second time", number=text),
                    message("give each item of a record a number of its own, or none"),
                )
            )
        elif text and (not text.isdecimal() or len(text) > _LABEL_DIGITS):
            issues.append(
                Issue(
                    row.at(NUMBER) or Place(""),
                    "row-key",
                    message("{number!r} is not the number of an item", number=text),
                    message("write a whole number such as 1, 2 or 3, or leave the cell empty"),
                )
            )
        else:
            last = int(text) if text else last
        if text:
            seen[text] = row
        numbered.append((last, index, row))
    return [row for _, _, row in sorted(numbered, key=lambda each: each[:2])]
