"""Kiwix' own search, asked through the reader that Kiwix is built on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from libzim.reader import Archive  # type: ignore[import-untyped]
from libzim.search import Query, Searcher  # type: ignore[import-untyped]
from libzim.suggestion import SuggestionSearcher  # type: ignore[import-untyped]

from generator.publish.zim import Book, PageText, write_zim
from generator.publish.zim_words import native_words, without_marks
from tests.miniature import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

_TITLES = {
    "ar": "تيسير التجارة عبر الحدود",
    "en": "Solar street lights",
    "fr": "Numérisation des procédures douanières",
    "km": "ពាណិជ្ជកម្មឆ្លងដែន",
    "lo": "ການຄ້າຊາຍແດນ",
    "my": "နယ်စပ်ကုန်သွယ်ရေး",
    "ru": "Ёмкость рынка",
    "th": "การค้าชายแดน",
    "zh": "电子提单的法律效力",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A file with one page in each of many scripts."""
    folder = tmp_path_factory.mktemp("words")
    texts = {f"{tag}.html": PageText(title, title) for tag, title in _TITLES.items()}
    files = [(path, _page(folder / path, text.title)) for path, text in texts.items()]
    book = Book(
        name="words",
        title="Words",
        description="Words",
        languages=("mul",),
        creator="Nobody",
        publisher="Nobody",
        date="2026-01-31",
        main="en.html",
        illustration=(PROJECT / "overrides" / "icon-48.png").read_bytes(),
    )
    write_zim(folder / "words.zim", files, book, texts=texts)
    return Archive(folder / "words.zim")


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("ar", "التجارة"),
        ("ar", "تجارة"),
        ("ar", "حدود"),
        ("en", "street"),
        ("en", "SOLAR lights"),
        ("fr", "procédures"),
        ("fr", "numerisation"),
        ("km", "ឆ្លងដែន"),
        ("km", "ពាណិជ្ជកម្ម"),
        ("lo", "ຊາຍແດນ"),
        ("lo", "ການຄ້າ"),
        ("my", "ကုန်သွယ်"),
        ("my", "နယ်စပ်"),
        ("ru", "емкость"),
        ("ru", "рынка"),
        ("th", "ชายแดน"),
        ("th", "การค้า"),
        ("zh", "提单"),
        ("zh", "法律效力"),
    ],
)
def test_part_of_a_title_finds_the_page(archive: Archive, language: str, asked: str) -> None:
    found = Searcher(archive).search(Query().set_query(asked)).getResults(0, 10)
    assert list(found) == [f"{language}.html"]


@pytest.mark.parametrize("language", sorted(_TITLES))
def test_the_beginning_of_a_title_is_completed(archive: Archive, language: str) -> None:
    beginning = _TITLES[language].split()[0]
    suggested = SuggestionSearcher(archive).suggest(beginning).getResults(0, 10)
    assert f"{language}.html" in list(suggested)


def test_words_with_marks_are_there_in_both_forms() -> None:
    words = native_words("Procédures douanières").split()
    assert {"Procédures", "procedures", "douanières", "douanieres"} <= set(words)


@pytest.mark.parametrize("written", ["الفجوة", "والفجوة", "للفجوة"])
def test_arabic_words_are_there_without_article_too(written: str) -> None:
    assert native_words(f"«{written}»، الرقمية").split()[2:] == ["فجوة", "رقمية"]


def test_an_arabic_word_that_only_begins_like_an_article_stays_as_it_is() -> None:
    assert native_words("الى الم") == "الى الم"


def test_plain_words_stay_as_they_are() -> None:
    assert native_words("Street lights for villages") == "Street lights for villages"


@pytest.mark.parametrize("text", ["การค้าชายแดน", "ពាណិជ្ជកម្មឆ្លងដែន", "နယ်စပ်ကုန်သွယ်ရေး"])
def test_no_part_begins_with_a_mark(text: str) -> None:
    added = native_words(text).split()[1:]
    assert added
    assert [part for part in added if without_marks(part[0]) == ""] == []


def test_a_long_text_without_spaces_stays_affordable() -> None:
    letters = [chr(code) for code in range(ord("ก"), ord("ฮ"))]
    text = "".join(one + other for one in letters for other in letters)
    assert len(native_words(text)) < len(text) * 10


def _page(file: Path, title: str) -> Path:
    file.write_text(f"<!DOCTYPE html><title>{title}</title><p>{title}", encoding="utf-8")
    return file
