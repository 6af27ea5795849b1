"""From a place in a record file back to the cell, or the file, that the words came from."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.exchange.layout import shapes_of
from generator.issues import Issue, Message, both, message
from generator.records.composing import compose
from generator.records.nodes import Fields, Items

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.exchange.growing import Path
    from generator.exchange.incoming import Draft
    from generator.exchange.lexicon import Headings
    from generator.issues import Place
    from generator.model.kinds import Kind
    from generator.records.findings import Spot
    from generator.records.nodes import Node

_MISSING, _NAME = "field-missing", "file-name"


def in_cell(issue: Issue, text: str, draft: Draft, called: Headings | None = None) -> Issue:
    """Return an issue of a record file at the cell that it is about.

    ``called`` has the headings of the tables, which stand for the names of fields there.
    """
    if issue.rule == _NAME:
        # The name of a file is the id of its row.
        return replace(issue, place=draft.place)
    path = _path_at(text, (issue.place.line, issue.place.column))
    if issue.rule != _MISSING:
        return replace(issue, place=_place(draft, path))
    name = str(issue.message.values.get("name", ""))
    place = _place(draft, (*path[:-1], name))
    what = _in_headings(issue.message, draft.kind, path[:-1], called) if called else issue.message
    return replace(issue, place=place, message=what, hint=_fill_in(issue.hint))


def _in_headings(what: Message, kind: Kind, around: Path, called: Headings) -> Message:
    """Return what is missing in the words of the tables; names that no table has stay."""
    names = tuple(part for part in around if isinstance(part, str))
    name = str(what.values["name"])
    words = {**what.values, "name": _heading(kind, (*names, name), called) or name}
    if "owner" in words:
        words["owner"] = _heading(kind, names, called) or words["owner"]
    return replace(what, values=MappingProxyType(words))


def _heading(kind: Kind, names: tuple[str, ...], called: Headings) -> str | None:
    """Return what the column, or the table, of a field is called."""
    for shape in shapes_of(kind):
        steps = tuple(step for each in shape.lists for step in each)
        if shape.is_texts or names[: len(steps)] != steps:
            continue
        if shape.lists and names == steps:
            return called.table(shape)
        for column in shape.columns:
            if column.path == names[len(steps) :]:
                return called.column(shape, column)
    return None


def _fill_in(hint: Message) -> Message:
    """Return what to do about an empty cell; how a line of a file looks helps nobody there."""
    fill = message("fill in the cell; the note on its heading says what belongs there")
    parts = [value for value in hint.values.values() if isinstance(value, Message)]
    said = [part for part in parts if part.template.startswith("what it says")]
    return both(fill, said[0]) if said else fill


def _place(draft: Draft, path: Path) -> Place:
    """Return the cell of a value, or of the closest one around it that has a cell."""
    for length in range(len(path), 0, -1):
        if path[:length] in draft.places:
            return draft.places[path[:length]]
    return draft.place


def _path_at(text: str, spot: tuple[int, int]) -> Path:
    """Return the path of what stands at a place, or last before it."""
    root = compose(text.replace("\r\n", "\n")).root
    if root is None:
        return ()
    places: Mapping[Path, Spot] = dict(_spots(root, ()))
    before = [(found, path) for path, found in places.items() if tuple(found) <= spot]
    return max(before, key=lambda each: (tuple(each[0]), len(each[1])))[1] if before else ()


def _spots(node: Node, path: Path) -> Iterator[tuple[Path, Spot]]:
    match node:
        case Fields(entries):
            for name, entry in entries.items():
                yield (*path, name), entry.key
                yield from _spots(entry.value, (*path, name))
        case Items(items):
            for index, item in enumerate(items):
                yield (*path, index), item.spot
                yield from _spots(item, (*path, index))
