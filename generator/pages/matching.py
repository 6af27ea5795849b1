"""Which project may have what another one looks for, in whatever languages they are written.

Two texts are alike where they name the same concept of the glossary, or use the same words one
after the other. Every match can say why it is one; no language is translated for it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.languages.terms import fold
from generator.model.parts import ALL

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from generator.model.library import Project
    from generator.model.text import Text

    ConceptsOf = Callable[[str, str], Iterable[str]]

Phrase = tuple[str, str]
"""Language, and words of it."""

_RESTING = frozenset({"completed", "withdrawn", "suspended"})
_MOST = 5
"""Matches that are kept for one project, the best ones."""
_CANDIDATES = 50
"""Projects that are compared with one project, those that share something rare first."""
_LARGEST_SHARE, _FEWEST = 3, 5
"""What one project in so many speaks of, and so many at least, tells nobody apart."""
_COMMON = 10
"""Projects that use a phrase; what more of them say tells nobody apart."""
_SHORTEST = 4
"""Letters of a word that says something."""
_RUN = 5
"""Characters in a row that say something, in scripts without spaces."""
_WORD = re.compile(r"[^\s.,;:!?()\[\]\"'«»“”‘’،؛؟/–—]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Match:
    """A project that offers what another one looks for, and why it is thought to."""

    seeking: str
    offering: str
    seeks: tuple[int, ...]
    """Which of the texts on what it looks for are met."""
    offers: tuple[int, ...]
    """Which of the texts on what it offers meet them."""
    concepts: tuple[str, ...]
    """Concepts of the glossary that both name."""
    phrases: tuple[Phrase, ...]
    """Words that both use, where they name no concept in common."""
    pillars: tuple[str, ...]
    """Pillars that both name; they put a match higher and never make one."""


_Key = tuple[str, ...]
_Traits = dict[_Key, list[int]]
"""What texts speak of, with the places of the texts in their list."""


def is_resting(project: Project) -> bool:
    """Say whether a project has ended or is suspended, so that it seeks and offers nothing now."""
    return project.status in _RESTING


def find_matches(projects: Iterable[Project], concepts_of: ConceptsOf) -> tuple[Match, ...]:
    """Return the best matches of every project that looks for something, by its id.

    ``concepts_of`` gives the ids of the glossary concepts that a text of a language speaks of.
    Projects with a lead in common are left out: they know of each other.
    """
    living = {item.id: item for item in projects if not is_resting(item)}
    concepts_of = _telling(living.values(), concepts_of)
    sought = {id_: _traits(item, item.seeks, concepts_of) for id_, item in living.items()}
    offered = {id_: _traits(item, item.offers, concepts_of) for id_, item in living.items()}
    offering = _by_key(offered)
    found: list[Match] = []
    for id_ in sorted(living):
        pairs = [
            (living[id_], living[other])
            for other in _candidates(sought[id_], offering)
            if other != id_ and not set(living[id_].lead) & set(living[other].lead)
        ]
        found += _best([_match(*pair, sought, offered) for pair in pairs], offering)
    return tuple(found)


def _telling(projects: Collection[Project], concepts_of: ConceptsOf) -> ConceptsOf:
    """Return ``concepts_of`` without the concepts that most projects speak of."""
    count: Counter[str] = Counter()
    for project in projects:
        texts = (project.title, project.summary, *project.seeks, *project.offers)
        said = (pair for text in texts for pair in _versions(text, project.language))
        count.update({concept for words, tag in said for concept in concepts_of(words, tag)})
    most = max(_FEWEST, len(projects) // _LARGEST_SHARE)
    common = {concept for concept, number in count.items() if number >= most}
    return lambda words, tag: (item for item in concepts_of(words, tag) if item not in common)


def _traits(project: Project, texts: Sequence[Text], concepts_of: ConceptsOf) -> _Traits:
    found: defaultdict[_Key, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        keys: dict[_Key, None] = {}
        for words, language in _versions(text, project.language):
            keys.update((("concept", concept), None) for concept in concepts_of(words, language))
            keys.update((("phrase", language, phrase), None) for phrase, *_ in _phrases(words))
        for key in keys:
            found[key].append(place)
    return dict(found)


def _versions(text: Text, language: str) -> Iterator[tuple[str, str]]:
    """Yield what its author wrote, with the language of each."""
    if text.own is not None:
        yield text.own.text, language
    for tag, version in text.versions.items():
        yield version.text, tag


def _phrases(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield neighbouring long words, and runs of characters where words are not spaced.

    Each comes folded, with its start and end in the text.
    """
    for run in _UNSPACED.finditer(text):
        for start in range(run.start(), run.end() - _RUN + 1):
            yield fold(text[start : start + _RUN]), start, start + _RUN
    words = [found for found in _WORD.finditer(text) if not _UNSPACED.search(found[0])]
    for first, second in pairwise(words):
        is_next = not text[first.end() : second.start()].strip()
        if is_next and min(len(first[0]), len(second[0])) >= _SHORTEST:
            yield fold(f"{first[0]} {second[0]}"), first.start(), second.end()


def _by_key(offered: Mapping[str, _Traits]) -> Mapping[_Key, tuple[str, ...]]:
    found: defaultdict[_Key, list[str]] = defaultdict(list)
    for id_ in sorted(offered):
        for key in offered[id_]:
            found[key].append(id_)
    return {
        key: tuple(ids) for key, ids in found.items() if key[0] == "concept" or len(ids) <= _COMMON
    }


def _candidates(sought: _Traits, offering: Mapping[_Key, tuple[str, ...]]) -> tuple[str, ...]:
    """Return whom to compare with, the rarest in common first; with all would be far too many."""
    found: dict[str, None] = {}
    for key in sorted(sought.keys() & offering.keys(), key=lambda key: (len(offering[key]), key)):
        for other in offering[key][: _CANDIDATES - len(found)]:
            found[other] = None
    return tuple(found)


def _match(
    one: Project, other: Project, sought: Mapping[str, _Traits], offered: Mapping[str, _Traits]
) -> Match:
    mine, theirs = sought[one.id], offered[other.id]
    common = sorted(mine.keys() & theirs.keys())
    concepts = [key for key in common if key[0] == "concept"]
    telling = concepts or common
    return Match(
        seeking=one.id,
        offering=other.id,
        seeks=tuple(sorted({place for key in telling for place in mine[key]})),
        offers=tuple(sorted({place for key in telling for place in theirs[key]})),
        concepts=tuple(key[1] for key in concepts),
        phrases=() if concepts else _joined(one, {(key[1], key[2]) for key in common}),
        pillars=tuple(sorted({*one.pillars} & {*other.pillars} - {ALL})),
    )


def _joined(project: Project, phrases: Collection[Phrase]) -> tuple[Phrase, ...]:
    """Return phrases that overlap as one, as they stand in what the project looks for."""
    found: dict[Phrase, None] = {}
    for text in project.seeks:
        for words, language in _versions(text, project.language):
            spans = [
                (start, end)
                for folded, start, end in _phrases(words)
                if (language, folded) in phrases
            ]
            found.update(((language, words[start:end]), None) for start, end in _merged(spans))
    return tuple(found)


def _merged(spans: Iterable[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Return the stretches that overlapping spans cover together."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _best(found: Sequence[Match], offering: Mapping[_Key, tuple[str, ...]]) -> Sequence[Match]:
    """Return the matches that rest on most, what is rare counting for more."""

    def weight(match: Match) -> tuple[float, int, str]:
        rare = sum(1 / len(offering["concept", concept]) for concept in match.concepts)
        return -rare, -len(match.pillars), match.offering

    # Between a common concept and a shared phrase the concept is the better reason.
    return sorted(found, key=weight)[:_MOST]
