"""The lexicon cut into files of like size, each small enough for a slow line."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.search.coding import BASE, digit, written
from generator.search.lexicon import CONCEPT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.search.lexicon import Entry

__all__ = ["Room", "Shard", "cut", "packed", "term_shards", "word_shards"]

_LAST_OF_ONE_UNIT = "\uffff"
_FIRST_GUESS = 14_000
_NAME_TERMS = 64
"""More terms than the name of a concept may have."""


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes of a file after compression by zlib, which compresses a little less than Brotli."""

    target: int
    limit: int


LEXICON: Final = Room(5_800, 7_600)


@dataclass(frozen=True, slots=True)
class Shard:
    """A file of the index."""

    start: str
    """A short text that sorts after all terms of the shard before and not after the first here."""
    payload: str
    """What the script hands to the page, as JSON."""


def term_shards(entries: Sequence[Entry]) -> Iterator[Shard]:
    """Cut the lexicon.

    A file repeats the entries of the concepts whose names are anchored in it: who finds the name
    need not load another file for the concept.
    """
    concepts = {entry.term: entry for entry in entries if entry.term.startswith(CONCEPT)}

    def payload(first: int, last: int) -> str:
        own = entries[first:last]
        anchored = {f"{CONCEPT}{number}" for entry in own for number in entry.anchors}
        repeated = anchored.difference(entry.term for entry in own)
        return _lexicon([*(concepts[term] for term in sorted(repeated)), *own])

    return _shards(
        [entry.term for entry in entries],
        [len(entry.term) + len(entry.postings) + 3 * len(entry.references) for entry in entries],
        payload,
    )


def word_shards(words: Sequence[str]) -> Iterator[Shard]:
    """Cut a sorted list of words."""
    return _shards(
        words,
        [len(word) for word in words],
        lambda first, last: packed(_front_coded(words[first:last])),
    )


def packed(value: object) -> str:
    """Write a value as JSON in as few characters as possible."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def cut(
    sizes: Sequence[int], payload: Callable[[int, int], str], room: Room
) -> Iterator[tuple[int, str]]:
    """Yield the first place and the payload of parts that are of like size when compressed.

    ``sizes`` guess how much each place adds, in any unit.
    """
    wanted = float(_FIRST_GUESS)
    first = 0
    while first < len(sizes):
        last = _end(sizes, first, wanted)
        text = payload(first, last)
        while (compressed := _compressed(text)) > room.limit and last - first > 1:
            last = first + max(1, (last - first) * room.target // compressed)
            text = payload(first, last)
        yield first, text
        wanted = sum(sizes[first:last]) * room.target / compressed
        first = last


def _end(sizes: Sequence[int], first: int, wanted: float) -> int:
    total, place = 0, first
    while place < len(sizes) and (total < wanted or place == first):
        total += sizes[place]
        place += 1
    return place


def _compressed(text: str) -> int:
    return len(zlib.compress(text.encode(), 6))


def _shards(
    terms: Sequence[str], sizes: Sequence[int], payload: Callable[[int, int], str]
) -> Iterator[Shard]:
    for first, text in cut(sizes, payload, LEXICON):
        yield Shard(_separator(terms[first - 1], terms[first]) if first else "", text)


def _separator(before: str, after: str) -> str:
    """Return the shortest beginning of a term that sorts after the term before it."""
    return after[: _shared(before, after) + 1]


def _lexicon(entries: Sequence[Entry]) -> str:
    references = []
    before = 0
    for place, entry in enumerate(entries):
        for concept, label, terms in entry.references:
            references += [place - before, concept, label * _NAME_TERMS + terms]
            before = place
    return packed(
        [
            _front_coded([entry.term for entry in entries]),
            written(entry.count for entry in entries),
            "".join(entry.postings for entry in entries),
            written(references),
        ]
    )


def _front_coded(terms: Sequence[str]) -> str:
    """Return sorted terms, each as the length of what it shares with the last one and the rest."""
    coded = []
    before = ""
    for term in terms:
        shared = min(_shared(before, term), BASE - 1)
        if not term.isascii() and max(term[:shared], default="") > _LAST_OF_ONE_UNIT:
            shared = 0  # JavaScript counts some characters twice
        coded.append(digit(shared) + term[shared:])
        before = term
    return " ".join(coded)


def _shared(one: str, other: str) -> int:
    """Return how many characters two terms begin with alike."""
    same = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        same += 1
    return same
