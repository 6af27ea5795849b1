"""The lexicon: every term with the units it stands in, and what else can be looked up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.search.coding import written, written_gaps
from generator.search.numbering import runs
from generator.search.tagging import SUMMARY
from generator.search.terms import label_terms, unit_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.search.folding import Folding
    from generator.search.numbering import Numbering
    from generator.search.record import Concept, SearchRecord

__all__ = ["CONCEPT", "FACET", "LEVELS", "Entry", "entries", "reversed_words"]

LEVELS = 4
FACET, CONCEPT = "!", "*"
"""First characters of terms that are no words. They sort before all words."""

_ABOUT = frozenset({"docs", "form"})
_LONGEST_NAME = 63
_REVERSED = 4
"""Letters that a word has at least for a misspelling of it to be searched for."""

Reference = tuple[int, int, int]
"""Concept, label of the concept, and of how many terms the label consists."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A term, where it stands, and the names of concepts that it is part of."""

    term: str
    count: int
    postings: str
    """Gaps between units, each with a level; for facets gaps and lengths of runs of records."""
    references: tuple[Reference, ...] = ()
    anchors: tuple[int, ...] = ()
    """Concepts that are likely asked for where this term is."""


def entries(
    numbering: Numbering,
    concepts: Sequence[Concept],
    tags: Sequence[Mapping[str, int]],
    folding: Folding,
) -> list[Entry]:
    """Return the whole lexicon, sorted as JavaScript compares texts."""
    postings = _postings(numbering, folding)
    used = {concept for levels in tags for concept in levels}
    numbers = {item.id: place for place, item in enumerate(concepts) if item.id in used}
    for place, levels in enumerate(tags):
        for concept, level in levels.items():
            if concept in numbers:
                postings[f"{CONCEPT}{numbers[concept]}"].append(place * LEVELS + level)
    references, anchors = _names(
        [item for item in concepts if item.id in numbers], numbers, folding
    )
    found = [
        Entry(
            term,
            len(units := postings.get(term, ())),
            written_gaps(units, LEVELS),
            tuple(sorted(references.get(term, ()))),
            tuple(sorted(anchors.get(term, ()))),
        )
        for term in {**postings, **references}
    ]
    found += _facets(numbering.records)
    return sorted(found, key=lambda entry: _order(entry.term))


def reversed_words(lexicon: Iterable[Entry], folding: Folding) -> list[str]:
    """Return the words from last letter to first, sorted, to find them by their endings."""
    words = (
        entry.term[::-1]
        for entry in lexicon
        if len(entry.term) >= _REVERSED and entry.term[0].isalpha() and folding.is_word(entry.term)
    )
    return sorted(words, key=_order)


def _order(term: str) -> bytes:
    return term.encode("utf-16-be", "surrogatepass")


def _postings(numbering: Numbering, folding: Folding) -> defaultdict[str, list[int]]:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for place, unit in enumerate(numbering.units):
        start = place * LEVELS
        levels = unit_terms(unit.text, folding)
        if numbering.records[unit.record].kind in _ABOUT:
            # Pages about the site come after records that say the same.
            levels = {term: min(level, SUMMARY) for term, level in levels.items()}
        for term, level in levels.items():
            postings[term].append(start + level)
    return postings


def _names(
    concepts: Iterable[Concept], numbers: Mapping[str, int], folding: Folding
) -> tuple[Mapping[str, list[Reference]], Mapping[str, set[int]]]:
    """Return by term the names that it is part of, and the concepts whose names it stands for."""
    references: defaultdict[str, list[Reference]] = defaultdict(list)
    anchors: defaultdict[str, set[int]] = defaultdict(set)
    for concept in concepts:
        number = numbers[concept.id]
        names = {label_terms(label, language, folding) for language, label in concept.labels}
        for label, terms in enumerate(sorted(names)):
            if 0 < len(terms) <= _LONGEST_NAME:
                anchors[max(terms, key=lambda term: (len(term), term))].add(number)
                for term in terms:
                    references[term].append((number, label, len(terms)))
    return references, anchors


def _facets(records: Sequence[SearchRecord]) -> Iterator[Entry]:
    having: defaultdict[str, set[int]] = defaultdict(set)
    for place, record in enumerate(records):
        for facet, value in (("kind", record.kind), *record.facets):
            having[f"{FACET}{facet}:{value}"].add(place)
    for term, places in having.items():
        coded = list(runs(sorted(places)))
        yield Entry(term, len(coded) // 2, written(coded))
