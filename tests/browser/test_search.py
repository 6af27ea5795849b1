"""Readers find pages in their own language from a folder, with the network off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.browser.browsing import OpenPage

pytestmark = pytest.mark.browser

_QUERY = """async ([text, limit]) => {
  const hits = await window.siteSearch.query(text, {limit});
  return hits.map((hit) => hit.id);
}"""


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("zh", "电子提单", "pillars/trade-facilitation"),
        ("zh", "项目库", "projects/explore-open-project-library"),
        ("zh", "科特迪瓦", "participants/CIV"),
        ("en", "bill of lading", "pillars/trade-facilitation"),
        ("en", "Cote d'Ivoire", "participants/CIV"),
        ("en", "MLETR", "instruments/mletr"),
    ],
)
def test_words_of_a_record_find_it(
    open_page: OpenPage, language: str, words: str, expected: str
) -> None:
    page = open_page(f"{language}/index.html")
    assert expected in page.evaluate(_QUERY, [words, 10])


def test_no_more_results_than_asked_for(open_page: OpenPage) -> None:
    page = open_page("en/index.html")
    assert len(page.evaluate(_QUERY, ["trade", 3])) == 3


def test_words_that_stand_nowhere_find_nothing(open_page: OpenPage) -> None:
    page = open_page("en/index.html")
    assert page.evaluate(_QUERY, ["zzqxv", 10]) == []
