"""Numbers of records and of their texts, so that one leads to the other by ranges alone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.model.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.search.record import SearchRecord, SearchText

__all__ = ["Numbering", "Unit", "number"]

_RANKS: Mapping[str, int] = {kind: place for place, kind in enumerate(("framework", *KINDS))}
"""The order of records that answer a query equally well; all other pages come after these."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One record in one language; its number is its place among all units."""

    record: int
    text: SearchText


@dataclass(frozen=True, slots=True)
class Numbering:
    """Records and units in the order of their numbers."""

    records: tuple[SearchRecord, ...]
    units: tuple[Unit, ...]
    languages: tuple[tuple[str, tuple[int, ...]], ...]
    """For each language the records that have it, as gaps and lengths of runs, in turn."""


def number(records: Iterable[SearchRecord]) -> Numbering:
    """Give numbers to records and units; kinds of record stand together, and in them languages.

    Units are numbered language by language, and within a language as their records are.
    """
    ordered = tuple(sorted(records, key=_order))
    found: dict[str, list[Unit]] = {}
    for place, record in enumerate(ordered):
        seen = set()
        for text in record.texts:
            if text.language not in seen:
                found.setdefault(text.language, []).append(Unit(place, text))
                seen.add(text.language)
    languages = tuple(
        (tag, tuple(runs(unit.record for unit in found[tag]))) for tag in sorted(found)
    )
    units = tuple(unit for tag in sorted(found) for unit in found[tag])
    return Numbering(ordered, units, languages)


def runs(numbers: Iterable[int]) -> Iterator[int]:
    """Yield ascending numbers as runs: the gap before each run, then its length."""
    end = 0
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [member for _, member in group]
        yield members[0] - end
        yield len(members)
        end = members[-1] + 1


def _order(record: SearchRecord) -> tuple[int, tuple[str, ...], str, str]:
    rank = _RANKS.get(record.kind, len(_RANKS))
    return rank, _languages(record), record.kind, record.path


def _languages(record: SearchRecord) -> tuple[str, ...]:
    return tuple(sorted({text.language for text in record.texts}))
