"""What results show: titles and first words of texts, and the rest of longer ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.search.record import FIELD_END
from generator.search.shards import Room, cut, packed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.search.numbering import Numbering
    from generator.search.record import SearchText

__all__ = ["EXCERPTS", "Excerpt", "body_files", "excerpt", "excerpt_files"]

EXCERPTS = 16
"""Texts in one file of excerpts: a page of results needs few of them, each small."""

_BODIES = Room(7_600, 8_600)
_SHOWN = 240
_SPACES = re.compile(r"\s+")
_END_OF_SENTENCE = re.compile(r"[.!?؟。！？။៕।]['\")\]”»」』]*\s*")
_END_OF_WORD = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words of a text that results show, and those that follow."""

    shown: str
    rest: str


def excerpt(text: SearchText) -> Excerpt:
    """Cut a text after its summary, or earlier where that is long."""
    summary, body = (_SPACES.sub(" ", part).strip() for part in (text.summary, text.body))
    first, rest = (summary, body) if summary else (body, "")
    if len(first) <= _SHOWN:
        return Excerpt(first, rest)
    end = _place_to_cut(first)
    remainder = first[end:].strip()
    return Excerpt(first[:end].rstrip(), FIELD_END.join(filter(None, (remainder, rest))))


def excerpt_files(numbering: Numbering, excerpts: Sequence[Excerpt]) -> Iterator[str]:
    """Yield the payloads of the files of excerpts: kinds, ids, paths, titles and shown words.

    A path is left empty where it is made of kind and id.
    """
    for first in range(0, len(numbering.units), EXCERPTS):
        units = numbering.units[first : first + EXCERPTS]
        records = [numbering.records[unit.record] for unit in units]
        yield packed(
            [
                [record.kind for record in records],
                [record.id for record in records],
                ["" if item.path == f"{item.kind}/{item.id}" else item.path for item in records],
                [_SPACES.sub(" ", unit.text.title).strip() for unit in units],
                [item.shown for item in excerpts[first : first + EXCERPTS]],
            ]
        )


def body_files(excerpts: Sequence[Excerpt]) -> Iterator[tuple[int, str]]:
    """Yield first unit and payload of the files with what follows the shown words."""
    sizes = [len(item.rest.encode()) + 1 for item in excerpts]
    return cut(
        sizes, lambda first, last: packed([item.rest for item in excerpts[first:last]]), _BODIES
    )


def _place_to_cut(text: str) -> int:
    """Return the end of the last sentence that fits, or of the last word, or of the room."""
    for pattern in (_END_OF_SENTENCE, _END_OF_WORD):
        ends = [found.end() for found in pattern.finditer(text) if found.end() <= _SHOWN]
        if ends and ends[-1] > _SHOWN // 2:
            return ends[-1]
    return _SHOWN
