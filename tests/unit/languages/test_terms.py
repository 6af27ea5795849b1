"""Terms are found in inflected words, and names within longer names do not count."""

from __future__ import annotations

import pytest

from generator.languages.scripts import script_of
from generator.languages.terms import Terms
from generator.model.glossary import Concept, Glossary

_BILL = Concept(
    id="bill-of-lading",
    labels={
        "en": ("electronic bill of lading",),
        "ru": ("электронный коносамент",),
        "ar": ("سند الشحن الإلكتروني",),
        "fa": ("بارنامه الکترونیکی",),
        "zh": ("电子提单",),
    },
)
_TRADE = Concept(id="lading", labels={"en": ("bill of lading",), "zh": ("提货单据",)})
_TERMS = Terms(Glossary(language="en", concepts=(_BILL, _TRADE)))


def test_a_name_within_a_longer_name_does_not_count() -> None:
    found = _TERMS.found_in("Accept the electronic bill of lading.", "en")
    assert [term.concept.id for term in found] == ["bill-of-lading"]
    both = _TERMS.found_in("An electronic bill of lading replaces the bill of lading.", "en")
    assert [term.concept.id for term in both] == ["bill-of-lading", "lading"]


def test_part_of_a_word_is_no_name() -> None:
    assert _TERMS.found_in("A waybill of ladings", "en") == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Право признаёт электронные коносаменты."),
        ("ar", "القانون يعترف بسندات الشحن الإلكترونية."),
        ("fa", "پذیرش بارنامه‌های الکترونیکی"),
        ("zh", "法律承认电子提单。"),
    ],
)
def test_inflected_names_are_recognised(language: str, text: str) -> None:
    assert _TERMS.is_named(_BILL, text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "Право признаёт бумажные накладные."), ("zh", "法律承认电子运单。")],
)
def test_other_words_are_not_the_name(language: str, text: str) -> None:
    assert not _TERMS.is_named(_BILL, text, language)


@pytest.mark.parametrize(
    ("language", "script"),
    [
        ("zh", "Hans"),
        ("fa", "Arab"),
        ("sr-Latn", "Latn"),
        ("km", "Khmr"),
        ("ru", "Cyrl"),
        ("pt", "Latn"),
    ],
)
def test_scripts_of_languages(language: str, script: str) -> None:
    assert script_of(language) == script
