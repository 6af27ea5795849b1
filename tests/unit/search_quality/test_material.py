"""The records and queries that the search is judged by are the same everywhere and fair."""

from __future__ import annotations

from collections import Counter

from bench.search.corpus import Entry, entries
from bench.search.deriving import derived_queries
from bench.search.judging import KINDS, Query, judge, written_queries
from bench.search.vocabulary import LANGUAGES, labels
from generator.search.record import SearchRecord, SearchText


def test_the_same_seed_gives_the_same_records_and_others_others() -> None:
    assert entries(40, "one") == entries(40, "one")
    assert entries(40, "one") != entries(40, "other")


def test_a_larger_corpus_begins_with_the_smaller_one() -> None:
    assert entries(60, "one")[:40] == entries(40, "one")


def test_queries_cover_every_kind_and_language() -> None:
    made = entries(2_000, "one")
    queries = [*written_queries(tuned=True), *written_queries(tuned=False)]
    queries += derived_queries(made, "one", tuned=True)
    assert {query.kind for query in queries} == set(KINDS)
    counts = Counter(query.language for query in queries)
    assert {tag for tag in LANGUAGES if counts[tag] < 25} == set()


def test_concepts_have_a_name_in_every_language() -> None:
    assert {name for name, known in labels().items() if set(known) != set(LANGUAGES)} == set()


def test_an_answer_has_everything_that_was_meant() -> None:
    query = Query("fr", "several", "mangrove dakar", (("mangroves",), ("Dakar", "Saint-Louis")))
    made = (_entry("a", "Mangroves à Dakar"), _entry("b", "Mangroves à Abidjan"))
    assert [judged.answers for judged in judge([query], made)] == [{"a"}]


def test_a_country_is_not_found_in_a_longer_word() -> None:
    query = Query("en", "cross", "Thailand", (("@TH",),))
    made = (_entry("a", "廃タイヤの熱分解", "ja"), _entry("b", "タイで進める計画", "ja"))
    assert [judged.answers for judged in judge([query], made)] == [{"b"}]


def _entry(record_id: str, title: str, language: str = "fr") -> Entry:
    text = SearchText(language, title, "")
    record = SearchRecord(record_id, "projects", f"projects/{record_id}", (text,))
    return Entry(record, language, 0, frozenset(), 0, ())
