"""The search knows each page once, in the languages it is really written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.search.concepts import site_concepts
from generator.search.plain_text import plain_text
from generator.search.records import site_records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.filling import LanguagePages
    from generator.search.record import SearchRecord


@pytest.fixture
def records(mini_pages: Mapping[str, LanguagePages]) -> dict[str, SearchRecord]:
    made = [(language.edition, language.pages) for language in mini_pages.values()]
    return {record.path: record for record in site_records(made)}


def _said(record: SearchRecord) -> dict[str, str]:
    return {text.language: f"{text.title} {text.summary} {text.body}" for text in record.texts}


def test_every_page_that_readers_look_for_is_there_once(
    records: dict[str, SearchRecord], mini_pages: Mapping[str, LanguagePages]
) -> None:
    pages = {
        page.path
        for page in mini_pages["en"].pages
        if page.kind not in {"search", "notfound"} and page.template != "moved"
    }
    assert records.keys() == pages


def test_a_record_has_its_own_words_and_no_fallbacks(records: dict[str, SearchRecord]) -> None:
    assert _said(records["projects/sample"]).keys() == {"en"}
    assert _said(records["projects/green-list"]).keys() == {"zh"}
    assert _said(records["docs/about"]).keys() == {"en", "zh"}
    assert _said(records["docs/join"]).keys() == {"en"}
    assert "ar" not in _said(records["projects/index"])


def test_everything_a_record_says_can_be_found(records: dict[str, SearchRecord]) -> None:
    said = _said(records["projects/sample"])["en"]
    for words in (
        "Electronic certificates of origin",
        "one form first",
        "A third customs office",
        "Alphaland and Betaland will exchange",
    ):
        assert words in said


def test_a_name_in_another_language_is_a_text_in_it(records: dict[str, SearchRecord]) -> None:
    assert _said(records["participants/XBB"])["en"].startswith("Betaland")
    assert _said(records["participants/XBB"])["zh"].startswith("乙国")


def test_codes_of_a_record_can_be_searched_for(records: dict[str, SearchRecord]) -> None:
    assert "XB" in _said(records["participants/XBB"])["zh"].split()


def test_other_names_of_a_record_are_searched_for_in_all_its_languages(
    records: dict[str, SearchRecord],
) -> None:
    texts = records["participants/XBB"].texts
    assert {text.language: text.names for text in texts} == {
        "en": "Isle of Beta",
        "zh": "Isle of Beta",
    }
    assert all("Isle of Beta" in text.body for text in texts), "phrases are looked up in bodies"
    office = records["organizations/sample-office"].texts
    assert [text.names for text in office] == ["SO"]


def test_facets_are_the_values_that_pages_filter_by(records: dict[str, SearchRecord]) -> None:
    facets = set(records["projects/sample"].facets)
    assert facets == {
        ("pillar", "paperless-trade"),
        ("track", "shared-library"),
        ("party", "XAA"),
        ("party", "XBB"),
        ("party", "XCC"),
        ("party", "north-chamber"),
        ("status", "open"),
        ("open", "yes"),
    }
    assert {
        value for name, value in records["projects/common-training"].facets if name == "pillar"
    } == {
        "green-goods",
        "paperless-trade",
    }


def test_countries_and_organizations_have_their_names_in_many_languages(
    records: dict[str, SearchRecord], mini_pages: Mapping[str, LanguagePages]
) -> None:
    editions = [language.edition for language in mini_pages.values()]
    labels = {
        concept.id: set(concept.labels) for concept in site_concepts(editions, records.values())
    }
    assert labels["party:KEN"] >= {("en", "Kenya"), ("zh", "肯尼亚"), ("ar", "كينيا")}
    assert labels["party:XBB"] >= {("en", "Betaland"), ("zh", "乙国")}
    assert ("en", "SO") in labels["party:sample-office"]


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**Bold** and *light*, `code`", "Bold and light, code"),
        ("See [the list](https://example.org/a_(b)).", "See the list)."),
        ("## Title\n\n- one\n- two\n\n1. three", "Title one two three"),
        ("| A | B |\n|---|---|\n| 1 | 2 |", "A B 1 2"),
        ("a_b_c and 2 * 3 * 4", "a_b_c and 2 * 3 * 4"),
        ("<b>Words</b> 5 < 6", "Words 5 < 6"),
    ],
)
def test_markdown_becomes_plain_words(markdown: str, words: str) -> None:
    assert plain_text(markdown) == words
