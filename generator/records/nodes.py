"""What is written in a file: values, lists and fields, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.records.findings import Spot

Data = str | list["Data"] | dict[str, "Data"] | None
"""Text, lists and mappings only; None where something unusable is written."""

PathPart = str | int

_UNWRITTEN = frozenset({"own", "versions", "text"})
"""Parts of the model's texts that an author may leave unwritten: a plain string stands for them."""


class Scalar(NamedTuple):
    """A value: always text, whatever it looks like."""

    text: str
    spot: Spot


class Absent(NamedTuple):
    """A place where a value should stand and nothing usable does; it has its finding already."""

    spot: Spot


class Items(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    spot: Spot


class Fields(NamedTuple):
    """Names with their values."""

    entries: Mapping[str, Entry]
    spot: Spot


class Entry(NamedTuple):
    """The value of a name, and where the name stands."""

    key: Spot
    value: Node


Node = Scalar | Absent | Items | Fields


class Located(NamedTuple):
    """How far a path could be followed."""

    key: Spot
    """Where the name stands; for list items and the record itself the value's place."""
    node: Node
    rest: tuple[PathPart, ...]
    """Parts of the path that nothing is written for."""


def data_of(node: Node) -> Data:
    """Return what is written without its places; depth is limited by the composer."""
    match node:
        case Scalar(text):
            return text.strip()
        case Items(items):
            return [data_of(item) for item in items]
        case Fields(entries):
            return {name: data_of(entry.value) for name, entry in entries.items()}
    return None


def locate(root: Node, path: Sequence[PathPart]) -> Located:
    """Follow a path of the model as far as something is written for it."""
    key, node = root.spot, root
    for index, part in enumerate(path):
        if isinstance(node, Fields) and part in node.entries:
            key, node = node.entries[str(part)]
        elif isinstance(node, Items) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            key = node.spot
        elif part not in _UNWRITTEN:
            return Located(key, node, tuple(path[index:]))
    return Located(key, node, ())
