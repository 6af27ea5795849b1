"""Dates, numbers and lists look the way readers of a language write them."""

from __future__ import annotations

import pytest

from generator.languages.formats import Formats
from generator.model.dates import PartialDate

_DAY, _MONTH, _YEAR = PartialDate(2023, 10, 8), PartialDate(2023, 10), PartialDate(2023)


@pytest.mark.parametrize(
    ("language", "locale", "expected"),
    [
        ("en", None, ("October 8, 2023", "October 2023", "2023")),
        ("en", "en-GB", ("8 October 2023", "October 2023", "2023")),
        ("zh", None, ("2023年10月8日", "2023年10月", "2023年")),
        ("fr", None, ("8 octobre 2023", "octobre 2023", "2023")),
        ("fa", None, ("8 اکتبر 2023", "اکتبر 2023", "2023")),
    ],
)
def test_dates_are_no_more_precise_than_they_are_known(
    language: str, locale: str | None, expected: tuple[str, ...]
) -> None:
    formats = Formats(language, locale)
    assert tuple(formats.date(day) for day in (_DAY, _MONTH, _YEAR)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "1,234,567"), ("zh", "1,234,567"), ("fr", "1\u202f234\u202f567"), ("hi", "12,34,567")],
)
def test_numbers_have_the_separators_of_the_language(language: str, expected: str) -> None:
    assert Formats(language).number(1_234_567) == expected


@pytest.mark.parametrize(
    ("language", "amount", "expected"),
    [
        ("en", "26.10", "USD\xa026.10"),
        ("en", "26", "USD\xa026"),
        ("en", "1200000.5000", "USD\xa01,200,000.5000"),
        ("en", "0.05", "USD\xa00.05"),
        ("fr", "1200000.50", "USD\xa01\u202f200\u202f000,50"),
        ("hi", "1200000", "USD\xa012,00,000"),
        ("en", "999999999999999.9999", "USD\xa0999,999,999,999,999.9999"),
    ],
)
def test_money_keeps_the_decimals_it_has(language: str, amount: str, expected: str) -> None:
    assert Formats(language).money(amount, "USD") == expected


@pytest.mark.parametrize(
    ("language", "locale", "expected"),
    [
        ("en", "en-GB", "A, B and C"),
        ("zh", None, "A、B和C"),
        ("fr", None, "A, B et C"),
        ("ar", None, "A وB وC"),
    ],
)
def test_lists_are_joined_as_the_language_does(
    language: str, locale: str | None, expected: str
) -> None:
    formats = Formats(language, locale)
    assert formats.list(["A", "B", "C"]) == expected
    assert formats.list(["A"]) == "A"
    assert formats.list([]) == ""


@pytest.mark.parametrize(
    ("language", "tag", "name"),
    [
        ("en", "zh", "Chinese"),
        ("zh", "ar", "阿拉伯语"),
        ("en", "zh-Hant", "Traditional Chinese"),
        ("en", "sr-Latn", "Serbian (Latin)"),
        ("en", "qaa", "qaa"),
    ],
)
def test_languages_are_named_and_unknown_ones_show_their_tag(
    language: str, tag: str, name: str
) -> None:
    assert Formats(language).language_name(tag) == name


def test_labels_are_sorted_as_readers_look_for_them() -> None:
    english = ["Åland", "apple", "Cook Islands", "Côte d’Ivoire", "Écosse", "Eritrea", "Zambia"]
    assert sorted(sorted(english), key=Formats("en").sort_key) == english
    chinese = ["Kenya", "阿富汗", "巴西", "俄罗斯", "泰国", "乙国", "中国"]
    assert sorted(sorted(chinese), key=Formats("zh").sort_key) == chinese


def test_equal_letters_have_one_order() -> None:
    key = Formats("en").sort_key
    assert sorted(["resume", "résumé"], key=key) == sorted(["résumé", "resume"], key=key)


def test_a_language_without_locale_data_can_borrow_that_of_another() -> None:
    assert Formats("tet").date(_DAY) == "October 8, 2023"
    assert Formats("tet", "pt").date(_DAY) == "8 de outubro de 2023"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("1 kB", "340 kB", "1.2 MB", "98.8 GB")),
        ("fr", ("1\u202fko", "340\u202fko", "1,2\u202fMo", "98,8\u202fGo")),
        ("ru", ("1 кБ", "340 кБ", "1,2 МБ", "98,8 ГБ")),
    ],
)
def test_sizes_have_the_units_of_the_language(language: str, expected: tuple[str, ...]) -> None:
    sizes = (999, 340_499, 1_234_567, 98_765_432_100)
    shown = tuple(map(Formats(language).size, sizes))
    assert shown[: len(expected)] == expected
