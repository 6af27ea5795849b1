"""Tables that lack columns, or other tables, are completed from the records as they are.

So a file with two columns changes these two fields and nothing else.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.exchange.layout import FIELD, ID, LANGUAGE, NUMBER, shapes_of
from generator.exchange.tables import Row, Table
from generator.model.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.layout import Shape
    from generator.exchange.tables import Tables
    from generator.model.kinds import Kind


def named_records(tables: Tables) -> frozenset[tuple[Kind, str]]:
    """Return kind and id of every record that a table names."""
    return frozenset(
        (table.shape.kind, row.text(ID)) for table in tables.tables for row in table.rows
    )


def completed(tables: Tables, existing: Tables) -> Tables:
    """Return the tables with what they leave out; ``existing`` are those of today's records."""
    named = named_records(tables)
    found: list[Table] = []
    for kind in KINDS:
        ids = {id_ for each, id_ in named if each == kind}
        if ids:
            found += (_completed(shape, tables, existing, ids) for shape in shapes_of(kind))
    return replace(tables, tables=tuple(found))


def _completed(shape: Shape, tables: Tables, existing: Tables, ids: set[str]) -> Table:
    own, known = tables.table(shape.key), existing.table(shape.key)
    base = [row for row in (known.rows if known else ()) if row.text(ID) in ids]
    keys = frozenset(column.key for column in shape.columns)
    if own is None:
        return Table(shape, keys, tuple(base))
    rows = _filled(shape, own, base)
    there = {row.text(ID) for row in rows}
    if not shape.is_main:
        # A book that remembers its records would have shown these rows: there they were removed.
        there |= {id_ for kind, id_ in tables.fingerprints if kind == shape.kind}
    return Table(shape, keys, (*rows, *(row for row in base if row.text(ID) not in there)))


def _filled(shape: Shape, own: Table, base: Sequence[Row]) -> list[Row]:
    """Return the rows with the cells of columns that the table lacks."""
    missing = [column.key for column in shape.columns if column.key not in own.columns]
    if not missing:
        return list(own.rows)
    by_key = {_key(shape, row): row for row in base}
    return [_with(row, by_key.get(_key(shape, row)), missing) for row in own.rows]


def _with(row: Row, base: Row | None, missing: Sequence[str]) -> Row:
    more = {key: base.cells[key] for key in missing if base and key in base.cells}
    return Row({**row.cells, **more}, row.place) if more else row


def _key(shape: Shape, row: Row) -> tuple[str, ...]:
    if shape.is_texts:
        return (row.text(ID), row.text(FIELD), row.text(LANGUAGE))
    numbers = (*shape.outer_numbers, NUMBER) if shape.lists else ()
    return (row.text(ID), *(row.text(number) for number in numbers))
