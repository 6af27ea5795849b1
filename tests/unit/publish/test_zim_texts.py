from __future__ import annotations

from generator.publish.zim import PageText
from generator.publish.zim_texts import texts_known, texts_shown
from generator.search.record import SearchRecord, SearchText

_ENGLISH = SearchText("en", "Solar lights", "Lights for villages.", "Ten villages.")
_CHINESE = SearchText("zh", "太阳能路灯", "为村庄照明。", "十个村庄。")
_BOTH = SearchRecord("solar", "projects", "projects/solar", (_CHINESE, _ENGLISH))
_CHINESE_ONLY = SearchRecord("library", "projects", "projects/library", (_CHINESE,))
_EMPTY = SearchRecord("empty", "docs", "docs/empty", ())


def test_a_page_in_a_file_of_many_languages_is_found_by_what_it_shows() -> None:
    assert texts_shown([_BOTH], ["en", "zh"]) == {
        "en/projects/solar.html": PageText(
            "Solar lights", "Solar lights\nLights for villages.\nTen villages."
        )
    }


def test_a_page_in_a_file_of_one_language_is_found_by_every_language() -> None:
    known = texts_known([_BOTH], ["en", "zh"])["en/projects/solar.html"]
    assert known.title == "Solar lights"
    assert known.text.split("\n") == [
        "Solar lights",
        "Lights for villages.",
        "Ten villages.",
        "太阳能路灯",
        "为村庄照明。",
    ]


def test_what_is_not_translated_is_found_by_the_words_that_stand_in() -> None:
    for texts in (texts_shown([_CHINESE_ONLY], ["fr", "en"]), texts_known([_CHINESE_ONLY], ["fr"])):
        assert texts["fr/projects/library.html"].title == "太阳能路灯"


def test_a_page_without_words_is_left_out() -> None:
    assert texts_shown([_EMPTY], ["en"]) == {}
    assert texts_known([_EMPTY], ["en"]) == {}
