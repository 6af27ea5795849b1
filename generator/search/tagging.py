"""Which concepts a text speaks of: names found in it, the longest first, endings left aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.search.folding import Folding
    from generator.search.record import Concept, SearchRecord, SearchText

__all__ = ["BODY", "SUMMARY", "TITLE", "is_inflected", "tagged"]

BODY, OFTEN, SUMMARY, TITLE = range(4)
"""How much a place in a text counts: once in the body, several times, summary, title."""

_STEM = 4
_KEY = 2
_ENDING = 3
_SHARE = 0.6
_FIRST_JAMO, _LAST_JAMO, _KOREAN_ENDING = "\u1100", "\u11ff", 8
"""Korean writes particles onto words; normalised, its syllables are two or three letters each."""


def tagged(
    records: Iterable[SearchRecord], concepts: Iterable[Concept], folding: Folding
) -> tuple[Mapping[str, int], ...]:
    """Return for each record the concepts it speaks of, each with the level of its best place."""
    names = _names(concepts, folding)
    found = []
    for record in records:
        levels = dict.fromkeys(record.concepts, SUMMARY)
        for text in record.texts:
            finder = names.get(text.language)
            if finder is not None:
                _add(levels, finder, text)
        found.append(levels)
    return tuple(found)


def is_inflected(word: str, other: str) -> bool:
    """Say whether two normalised words differ in their endings only."""
    longest = max(len(word), len(other))
    same = 0
    for one, two in zip(word, other, strict=False):
        if one != two:
            break
        same += 1
    if same == len(other) and _FIRST_JAMO <= other[0] <= _LAST_JAMO:
        return same >= _STEM and len(word) - same <= _KOREAN_ENDING
    return same >= _STEM and longest - same <= _ENDING and same >= _SHARE * longest


_Name = tuple[tuple[str, ...], str]
"""The words of a name, and its concept."""
_SAME = 2
_SURE, _NESTED = 0, 3
"""What a name within a longer one takes from the level; one with another ending takes 1."""
_NESTED_WORDS, _NESTED_CHARACTERS = 2, 3
_KANA = re.compile("[\u3041-\u3096\u30fc]+")
_PARTICLES = "のてにはかをとへも"
"""Those of Japanese that follow a name, without voicing marks."""


def _is_whole(name: str, run: str, place: int) -> bool:
    """Say whether a name in kana stands apart from other kana, but for particles after it."""
    if not _KANA.fullmatch(name):
        return True
    before, after = run[place - 1 : place], run[place + len(name) :][:1]
    return not _KANA.match(before) and (after in _PARTICLES or not _KANA.match(after))


class _Finder:
    """Finds the names of concepts in texts of one language."""

    def __init__(self, folding: Folding, language: str) -> None:
        self._folding = folding
        self._language = language
        self._spaced: dict[str, list[_Name]] = {}
        self._runs: dict[str, list[tuple[str, str]]] = {}
        self._stems: dict[str, list[str]] = {}
        self._starts: dict[str, tuple[_Name, ...]] = {}
        self._likeness: dict[tuple[str, str], int] = {}

    def add(self, concept: str, label: str) -> None:
        """Learn a name of a concept."""
        normalised = self._folding.folded(label)
        runs = self._folding.runs(normalised)
        if runs and normalised.strip() == runs[0]:
            self._runs.setdefault(runs[0][:_KEY], []).append((runs[0], concept))
        elif words := self._folding.terms(label):
            if words[0] not in self._spaced:
                self._stems.setdefault(words[0][:_STEM], []).append(words[0])
            self._spaced.setdefault(words[0], []).append((words, concept))

    def finish(self) -> None:
        """Put the longest names first."""
        for names in self._runs.values():
            names.sort(key=lambda name: (-len(name[0]), name))

    def found_in(self, text: str) -> dict[str, int]:
        """Return the concepts that a text names, each with how much less sure than its own name."""
        found: dict[str, int] = {}
        if self._spaced:
            self._search_words(self._folding.terms(text), found)
        if self._runs:
            for run in self._folding.runs(self._folding.folded(text)):
                self._search_run(run, found)
        return found

    def _search_run(self, run: str, found: dict[str, int]) -> None:
        end = 0
        for place in range(len(run)):
            reached = end
            for key in (run[place : place + _KEY], run[place]):
                for name, concept in self._runs.get(key, ()):
                    if run.startswith(name, place) and _is_whole(name, run, place):
                        if place >= end:
                            found[concept] = _SURE
                            reached = max(reached, place + len(name))
                        elif len(name) >= _NESTED_CHARACTERS:
                            found.setdefault(concept, _NESTED)
            end = reached

    def _search_words(self, words: Sequence[str], found: dict[str, int]) -> None:
        end = 0
        for place, word in enumerate(words):
            names = self._starts.get(word)
            if names is None:
                names = self._starting(word)
            if names:
                end = self._search_names(names, words, place, end, found)

    def _search_names(
        self,
        names: tuple[_Name, ...],
        words: Sequence[str],
        place: int,
        end: int,
        found: dict[str, int],
    ) -> int:
        """Note the names that stand at a place; return up to where words are used."""
        reached = end
        for name, concept in names:
            last = place + len(name)
            if place < end and len(name) < _NESTED_WORDS:
                continue
            if last < reached and place >= end:
                continue  # a longer name begins here
            likeness = self._stands(name, words, place)
            if likeness:
                doubt = _NESTED if place < end else _SAME - likeness
                found[concept] = min(doubt, found.get(concept, doubt))
                reached = max(reached, last)
        return reached

    def _starting(self, word: str) -> tuple[_Name, ...]:
        """Return the names whose first word this may be, the longest first."""
        stems = {form[:_STEM] for form in self._forms(word)}
        firsts = {first for stem in stems for first in self._stems.get(stem, ())}
        names = [
            name
            for first in sorted(firsts)
            if self._alike(word, first)
            for name in self._spaced[first]
        ]
        found = tuple(sorted(names, key=lambda name: (-len(name[0]), name)))
        self._starts[word] = found
        return found

    def _stands(self, name: tuple[str, ...], words: Sequence[str], place: int) -> int:
        if place + len(name) > len(words):
            return 0
        return min(self._alike(words[place + step], part) for step, part in enumerate(name))

    def _alike(self, word: str, part: str) -> int:
        """Return whether a word is the same as that of a name, one with another ending, or none."""
        key = (word, part)
        if key not in self._likeness:
            forms = self._forms(word)
            is_like = any(is_inflected(form, part) for form in forms)
            self._likeness[key] = _SAME if part in forms else int(is_like)
        return self._likeness[key]

    def _forms(self, word: str) -> tuple[str, ...]:
        return (word, *self._folding.unglued(word, self._language))


def _names(concepts: Iterable[Concept], folding: Folding) -> dict[str, _Finder]:
    finders: dict[str, _Finder] = {}
    for concept in concepts:
        for language, label in concept.labels:
            finders.setdefault(language, _Finder(folding, language)).add(concept.id, label)
    for finder in finders.values():
        finder.finish()
    return finders


def _add(levels: dict[str, int], finder: _Finder, text: SearchText) -> None:
    for words, level in ((text.body, BODY), (text.summary, SUMMARY), (text.title, TITLE)):
        for concept, doubt in finder.found_in(words).items() if words else ():
            sure = max(BODY, level - doubt)
            levels[concept] = max(sure, levels.get(concept, sure))
