"""Where each value was written, for issues that are found long after reading."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.issues import Place
from generator.records.characters import index_at, spot_at
from generator.records.composing import compose
from generator.records.nodes import Fields, Items, Located, Node, PathPart, data_of, locate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.records.findings import Spot

_KEPT = 16
"""Files whose nodes are kept: issues come file by file, so a few are enough."""

_START = (1, 1)


class Places:
    """Places of values; keeps the texts and reads them again when asked, which is rare.

    Keeping the place of every value would need several times the memory of the records.
    """

    def __init__(self, folder: str, written: Mapping[tuple[str, str], tuple[str, str]]) -> None:
        self._folder = folder
        self._written = written
        self._root = lru_cache(maxsize=_KEPT)(self._compose)

    def value(self, kind: str, record_id: str, *path: PathPart) -> Place:
        """Return where a value starts; a path is followed as far as something is written for it.

        ``path`` holds names of fields and numbers of list items, counted from 0. The framework and
        the languages have the kinds ``framework`` and ``languages``, and the same word as id.
        """
        found = self._located(kind, record_id, path)
        return self._at(kind, record_id, *(found.node.spot if found else _START))

    def within(self, kind: str, record_id: str, path: tuple[PathPart, ...], words: str) -> Place:
        """Return where words stand in a text as it is written; where they do not, its start."""
        start = self.value(kind, record_id, *path)
        root, found = self._root(kind, record_id), self._located(kind, record_id, path)
        if root is None or found is None:
            return start
        node = found.node
        if isinstance(node, Fields) and "text" in node.entries:
            node = node.entries["text"].value
        text = self._written[kind, record_id][1]
        spot = _spot_within(text, node.spot, min(_later(root, node.spot), default=None), words)
        return self._at(kind, record_id, *spot) if spot else start

    def key(self, kind: str, record_id: str, *path: PathPart) -> Place:
        """Return where the name of a field starts; for list items, where the item starts."""
        found = self._located(kind, record_id, path)
        return self._at(kind, record_id, *(found.key if found else _START))

    def file(self, kind: str, record_id: str) -> str:
        """Return the file of a record, as issues show it."""
        return self._at(kind, record_id, *_START).file

    def fragment(self, kind: str, record_id: str) -> object:
        """Return what is written in a file as plain texts, lists and mappings, or None.

        For checks of files that could not be decoded, so that one run still tells everything.
        """
        root = self._root(kind, record_id)
        return None if root is None else data_of(root)

    def _located(self, kind: str, record_id: str, path: tuple[PathPart, ...]) -> Located | None:
        """Follow a path; None where it leads nowhere, or is that of the file itself."""
        root = self._root(kind, record_id) if path else None
        found = locate(root, path) if root is not None else None
        return found if found and len(found.rest) < len(path) else None

    def _compose(self, kind: str, record_id: str) -> Fields | None:
        written = self._written.get((kind, record_id))
        return compose(written[1]).root if written else None

    def _at(self, kind: str, record_id: str, line: int, column: int) -> Place:
        written = self._written.get((kind, record_id))
        if written:
            return Place(written[0], line, column)
        name = f"{kind}.yaml" if kind == record_id else f"{kind}/{record_id}.yaml"
        return Place(f"{self._folder}/{name}", line, column)


def _later(node: Node, spot: Spot) -> Iterator[Spot]:
    """Yield the places of names and values after a place."""
    if node.spot > spot:
        yield node.spot
    if isinstance(node, Fields):
        for entry in node.entries.values():
            if entry.key > spot:
                yield entry.key
            yield from _later(entry.value, spot)
    elif isinstance(node, Items):
        for item in node.items:
            yield from _later(item, spot)


def _spot_within(text: str, first: Spot, last: Spot | None, words: str) -> Spot | None:
    """Return where words stand between two places; they may go on in another line."""
    start = index_at(text, first)
    end = len(text) if last is None else index_at(text, last)
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    found = pattern.search(text, start, end)
    return spot_at(text, found.start()) if found else None
