"""Judged queries: what a reader types, and what a record must say to be an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast, get_args

from bench.processes import PROJECT
from bench.search.distort import folded
from bench.search.vocabulary import LANGUAGES, labels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bench.search.corpus import Entry

Kind = Literal[
    "exact", "inflected", "part", "typo", "typo-first", "marks", "digits", "alphabet",
    "several", "phrase", "mixed", "cross",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
_UNSPACED_LETTERS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u9fff]")
_FOLDER = PROJECT / "bench" / "search" / "queries"


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed by a reader of one language."""

    language: str
    kind: Kind
    text: str
    needs: tuple[tuple[str, ...], ...]
    """An answer has one of each: words that its text has, or `@id` for a concept that it names."""
    trap: str = ""
    """What makes it hard, where a person wrote it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A query with the ids of all records that answer it."""

    query: Query
    answers: frozenset[str]


def judge(queries: Iterable[Query], entries: Iterable[Entry]) -> tuple[Judged, ...]:
    """Find the answers; queries that no record answers are left out."""
    corpus = _Corpus(entries)
    found = (Judged(query, corpus.answers(query)) for query in queries)
    return tuple(judged for judged in found if judged.answers)


def written_queries(*, tuned: bool) -> tuple[Query, ...]:
    """Return one half of the queries that people wrote, every other line of each language."""
    return tuple(
        query
        for language in LANGUAGES
        for place, query in enumerate(_lines(language))
        if (place % 2 == 0) == tuned
    )


class _Corpus:
    """Records with their texts folded once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = [(entry, folded(entry.text)) for entry in entries]
        self._known: dict[str, frozenset[str]] = {}

    def answers(self, query: Query) -> frozenset[str]:
        """Return the records, in whatever language, that have one of each need."""
        return frozenset.intersection(
            *(frozenset().union(*(self._with(each) for each in need)) for need in query.needs)
        )

    def _with(self, need: str) -> frozenset[str]:
        if need not in self._known:
            says = _naming(need[1:]) if need.startswith("@") else _saying(folded(need))
            self._known[need] = frozenset(
                entry.record.id for entry, text in self._entries if says(entry, text)
            )
        return self._known[need]


def _saying(words: str) -> Callable[[Entry, str], bool]:
    return lambda _, text: words in text


def _naming(concept: str) -> Callable[[Entry, str], bool]:
    """Return a test of records for a concept that they were made with or name by chance."""
    names = {
        language: re.compile(_whole(folded(label))) for language, label in labels()[concept].items()
    }
    return lambda entry, text: (
        concept in entry.concepts or names[entry.language].search(text) is not None
    )


def _whole(label: str) -> str:
    """Return a pattern for a name that is no part of a longer word, where words have ends."""
    if "\u30a1" <= label[0] <= "\u30fe":
        return f"(?<![ァ-ヾ]){re.escape(label)}(?![ァ-ヾ])"
    is_spaced = label[0].isalpha() and not _UNSPACED_LETTERS.match(label)
    return rf"(?<!\w){re.escape(label)}(?!\w)" if is_spaced else re.escape(label)


def _lines(language: str) -> Iterator[Query]:
    """Read `kind: query => words of an answer & more / or others # what makes it hard`."""
    path = _FOLDER / f"{language}.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        kind, _, rest = line.partition(": ")
        text, _, rest = rest.partition(" => ")
        said, _, trap = rest.partition(" # ")
        needs = tuple(
            tuple(each.strip() for each in need.split(" / ")) for need in said.split(" & ")
        )
        yield Query(language, cast("Kind", kind), text.strip(), needs, trap.strip())
