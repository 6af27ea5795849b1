"""Readers find what they mean, in twenty languages, however they type it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.search.corpus import entries
from bench.search.deriving import derived_queries
from bench.search.judging import Query, judge, written_queries
from bench.search.node_runner import ask, write_index
from bench.search.vocabulary import LANGUAGES, concepts
from generator.search.index import search_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bench.search.judging import Judged

    Hits = list[tuple[Judged, bool]]

_RECORDS = 2_000
_SEED = "tests"


@pytest.fixture(scope="module")
def hits(tmp_path_factory: pytest.TempPathFactory) -> Hits:
    """Every judged query, and whether an answer is among the first ten results."""
    folder: Path = tmp_path_factory.mktemp("index") / "search"
    made = entries(_RECORDS, _SEED)
    write_index(search_files([entry.record for entry in made], concepts()), folder)
    queries = [
        query
        for tuned in (True, False)
        for query in (
            *written_queries(tuned=tuned),
            *derived_queries(made, _SEED, tuned=tuned, each=1),
        )
    ]
    judged = judge(queries, made)
    answers = ask(folder, judged)
    assert [answer.failure for answer in answers if answer.failure] == []
    return [
        (each, bool(each.answers & set(answer.ids)))
        for each, answer in zip(judged, answers, strict=True)
    ]


def test_expected_records_are_among_the_first_ten(hits: Hits) -> None:
    assert len(hits) >= 300
    assert _share(hits, lambda _: True) >= 0.95, _missed(hits)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_is_left_behind(hits: Hits, language: str) -> None:
    assert _share(hits, lambda query: query.language == language) >= 0.90, _missed(hits)


def test_parts_of_words_are_found_where_words_are_not_apart(hits: Hits) -> None:
    def is_part(query: Query) -> bool:
        return query.kind == "part" and query.language in {"zh", "th", "lo", "km", "my"}

    assert _share(hits, is_part) == 1, _missed(hits)


def test_terms_find_records_in_other_languages(hits: Hits) -> None:
    assert _share(hits, lambda query: query.kind == "cross") >= 0.90, _missed(hits)


@pytest.mark.parametrize("kind", ["inflected", "typo", "typo-first", "marks", "digits", "phrase"])
def test_every_way_of_typing_works(hits: Hits, kind: str) -> None:
    assert _share(hits, lambda query: query.kind == kind) >= 0.90, _missed(hits)


def _share(hits: Hits, wanted: Callable[[Query], bool]) -> float:
    found = [is_hit for judged, is_hit in hits if wanted(judged.query)]
    assert found, "no query of this sort"
    return sum(found) / len(found)


def _missed(hits: Hits) -> str:
    return "\n".join(
        f"{judged.query.language} {judged.query.kind}: {judged.query.text}"
        for judged, is_hit in hits
        if not is_hit
    )
