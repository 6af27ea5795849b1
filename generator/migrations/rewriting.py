"""Carry out steps on the texts of records and catalogs; comments and order stay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator.languages.po_files import PoFault, read_po_file, write_po_file
from generator.records.composing import compose
from generator.records.editing import rewrite
from generator.records.nodes import Fields, Items, data_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.migrations.steps import Move, Names, Rename, Step
    from generator.records.nodes import Data, Node

FRAMEWORK = "framework"
VERSION = "model"
"""The field of the framework's record that says which model the records are written for."""
FIRST = 1


class Text(NamedTuple):
    """A record file: its kind (``framework`` for that of the framework) and what stands in it."""

    kind: str
    text: str


def version_of(framework: str) -> int:
    """Return the number of the model that the record of the framework names; 1 without one."""
    written = _values(framework).get(VERSION)
    return int(written) if isinstance(written, str) and written.isdecimal() else FIRST


def migrated_record(record: Text, steps: Sequence[Step]) -> str:
    """Return the text of a record after some steps; one that cannot be read stays as it is."""
    text = record.text
    for step in steps:
        for rename in step.renames:
            if rename.kind == record.kind:
                text = _renamed(text, rename)
        before = _values(text)
        if not before:
            return record.text
        moved: Mapping[str, Data] = before
        for move in step.moves:
            if move.kind == record.kind:
                moved = _moved(moved, move)
        after = dict(step.change(record.kind, moved))
        if record.kind == FRAMEWORK:
            after = {**after, VERSION: str(step.number)}
        # A field stands where the step has it; new ones at the end of what was there.
        text = rewrite(text, after, tuple(after))
    return text


def migrated_catalog(kind: str, data: bytes, steps: Sequence[Step]) -> bytes:
    """Return a catalog in which messages of moved fields have the new path in their context.

    One that cannot be read, or in which nothing moves, stays as it is to the byte.
    """
    file = read_po_file(data)
    if isinstance(file, PoFault):
        return data
    messages = tuple(
        replace(message, context=_context(message.context, kind, steps))
        for message in file.messages
    )
    if messages == file.messages:
        return data
    return write_po_file(replace(file, messages=messages))


def _renamed(text: str, rename: Rename) -> str:
    """Return the text with another name for a field, wherever it stands."""
    root = compose(text).root
    lines = text.split("\n")
    # From the end, so that places before it stay what they are.
    for spot in sorted(_keys(root, rename.path) if root else (), reverse=True):
        line, start = lines[spot[0] - 1], spot[1] - 1
        if line.startswith(rename.path[-1], start):
            end = start + len(rename.path[-1])
            lines[spot[0] - 1] = line[:start] + rename.name + line[end:]
    return "\n".join(lines)


def _keys(node: Node, path: Names) -> Iterator[tuple[int, int]]:
    """Yield where the name at the end of a path stands."""
    if isinstance(node, Items):
        for item in node.items:
            yield from _keys(item, path)
    elif isinstance(node, Fields) and path[0] in node.entries:
        entry = node.entries[path[0]]
        if len(path) == 1:
            yield entry.key
        else:
            yield from _keys(entry.value, path[1:])


def _moved(fields: Mapping[str, Data], move: Move) -> Mapping[str, Data]:
    """Return the fields with one of them elsewhere; none is written over."""
    value, rest = _taken(fields, move.path)
    if value is None or _at(fields, move.target) is not None:
        return fields
    return _put(rest, move.target, value)


def _taken(fields: Mapping[str, Data], path: Names) -> tuple[Data, dict[str, Data]]:
    """Return the value at a path and the fields without it; groups that lose all are left out."""
    first, rest = path[0], path[1:]
    kept = dict(fields)
    if not rest:
        return kept.pop(first, None), kept
    inner = kept.get(first)
    if not isinstance(inner, dict):
        return None, kept
    value, left = _taken(inner, rest)
    kept[first] = left
    if not left:
        del kept[first]
    return value, kept


def _at(fields: Mapping[str, Data], path: Names) -> Data:
    value: Data = dict(fields)
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _put(fields: Mapping[str, Data], path: Names, value: Data) -> dict[str, Data]:
    first, rest = path[0], path[1:]
    inner = fields.get(first)
    new = _put(inner if isinstance(inner, dict) else {}, rest, value) if rest else value
    return {**fields, first: new}


def _context(context: str | None, kind: str, steps: Sequence[Step]) -> str | None:
    """Return a context, ``<id>:<field path>``, after some steps."""
    if context is None or ":" not in context:
        return context
    id_, _, path = context.partition(":")
    for step in steps:
        for each in step.renames:
            if each.kind == kind:
                path = _path(path, each.path, (*each.path[:-1], each.name))
        for move in step.moves:
            if move.kind == kind:
                path = _path(path, move.path, move.target)
    return f"{id_}:{path}"


def _path(path: str, old: Names, new: Names) -> str:
    """Return the path of a message; numbers of list items stay where they are."""
    parts = path.split(".")
    names = [at for at, part in enumerate(parts) if not part.isdecimal()]
    if tuple(parts[at] for at in names[: len(old)]) != old:
        return path
    last = names[len(old) - 1]
    if len(old) != len(new):
        return ".".join([*new, *parts[last + 1 :]])
    following = iter(new)
    head = [part if part.isdecimal() else next(following) for part in parts[: last + 1]]
    return ".".join([*head, *parts[last + 1 :]])


def _values(text: str) -> dict[str, Data]:
    root = compose(text).root
    found = data_of(root) if root else None
    return found if isinstance(found, dict) else {}
