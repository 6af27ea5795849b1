"""Texts are tagged with the concepts they name, in other endings too, and with no others."""

from __future__ import annotations

import pytest

from generator.search.folding import read_folding
from generator.search.record import Concept
from generator.search.tagging import BODY, SUMMARY, TITLE, tagged
from tests.unit.search.samples import record

_CONCEPTS = (
    Concept("bill", (("en", "bill of lading"), ("zh", "提单"), ("ru", "коносамент"))),
    Concept("e-bill", (("en", "electronic bill of lading"), ("zh", "电子提单"))),
    Concept(
        "KEN", (("en", "Kenya"), ("ru", "Кения"), ("he", "קניה"), ("ko", "케냐"), ("ar", "كينيا"))
    ),
)


def _tags(language: str, text: str) -> set[str]:
    found = tagged([record("x", (language, text, ""))], _CONCEPTS, read_folding())
    return set(found[0])


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("en", "Bills of lading for all", "bill"),
        ("ru", "О коносаментах", "bill"),
        ("ru", "Фермы в Кении", "KEN"),
        ("he", "פרויקט בקניה", "KEN"),
        ("ko", "케냐에서 시작한다", "KEN"),
        ("ar", "مزارع وكينيا", "KEN"),
        ("zh", "关于提单的规则", "bill"),
    ],
)
def test_a_text_names_a_concept(language: str, text: str, concept: str) -> None:
    assert concept in _tags(language, text)


def test_a_name_within_a_longer_one_counts_least() -> None:
    texts = [
        record("en", ("en", "Electronic bills of lading", "")),
        record("zh", ("zh", "电子提单", "")),
    ]
    in_english, in_chinese = tagged(texts, _CONCEPTS, read_folding())
    assert in_english == {"e-bill": SUMMARY, "bill": BODY}
    assert in_chinese == {"e-bill": TITLE}


def test_a_name_in_kana_is_no_part_of_another_word() -> None:
    concepts = (Concept("THA", (("ja", "タイ"),)),)
    texts = [
        record(name, ("ja", name, "")) for name in ("廃タイヤの熱分解", "タイでの事業", "タイ国")
    ]
    assert [set(tags) for tags in tagged(texts, concepts, read_folding())] == [
        set(),
        {"THA"},
        {"THA"},
    ]


def test_names_of_other_languages_are_not_looked_for() -> None:
    assert _tags("en", "提单") == set()


def test_the_best_place_counts() -> None:
    texts = [
        record("title", ("en", "Kenya", "Kenya", "Kenya")),
        record("summary", ("en", "Farms", "In Kenya", "")),
        record("body", ("en", "Farms", "Here", "In Kenya")),
    ]
    levels = [tags["KEN"] for tags in tagged(texts, _CONCEPTS, read_folding())]
    assert levels == [TITLE, SUMMARY, BODY]
