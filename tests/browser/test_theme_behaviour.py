"""What a reader does with the frame of a page: filter, search, choose colours, open the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.browsing import PHONE, OpenPage
from tests.browser.site_pages import site_languages

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

_SHOWN = ".records > li:not([hidden])"
_FIRST_CHOICE = "[data-facet] input"


@pytest.fixture
def language(site: Path) -> str:
    return site_languages(site)[0]


def _count_of(page: Page) -> int:
    return int(page.locator(".choice .count").first.inner_text())


def test_filter_keeps_what_fits_and_can_be_sent_by_its_address(
    language: str, open_page: OpenPage
) -> None:
    page = open_page(f"{language}/projects/index.html")
    expected = _count_of(page)
    page.locator(_FIRST_CHOICE).first.check()
    assert page.locator(_SHOWN).count() == expected
    again = open_page(page.url)
    assert again.locator(_FIRST_CHOICE).first.is_checked()
    assert again.locator(_SHOWN).count() == expected
    assert again.locator(".results").inner_text() == page.locator(".results").inner_text()


def test_removing_the_chip_removes_the_filter(language: str, open_page: OpenPage) -> None:
    page = open_page(f"{language}/projects/index.html")
    before = page.locator(_SHOWN).count()
    page.locator(_FIRST_CHOICE).first.check()
    page.locator(".chips button").click()
    assert page.locator(_SHOWN).count() == before
    assert "?" not in page.url


def test_whole_list_stands_without_script(language: str, open_page: OpenPage) -> None:
    page = open_page(f"{language}/projects/index.html", javascript=False)
    assert page.locator(".filters").is_hidden()
    assert page.locator(".records > li").count() == page.locator(f"{_SHOWN}:visible").count() > 0


def test_filters_open_as_a_sheet_on_a_phone(language: str, open_page: OpenPage) -> None:
    page = open_page(f"{language}/projects/index.html", width=PHONE)
    assert page.locator(".filters").is_hidden()
    page.locator(".filters-open").click()
    assert page.locator(".filters").is_visible()
    page.locator(".filters-done button").click()
    assert page.locator(".filters").is_hidden()


@pytest.mark.parametrize("javascript", [True, False])
def test_menu_opens_on_a_phone(language: str, open_page: OpenPage, *, javascript: bool) -> None:
    page = open_page(f"{language}/index.html", width=PHONE, javascript=javascript)
    link = page.locator(".menu a").first
    assert link.is_hidden()
    page.locator(".menu-open").click()
    assert link.is_visible()
    page.keyboard.press("Escape")
    assert link.is_hidden()


def test_search_is_done_by_keyboard_alone(language: str, open_page: OpenPage) -> None:
    page = open_page(f"{language}/projects/index.html")
    title = page.locator(".record-title").first.inner_text()
    page.keyboard.press("/")
    page.keyboard.insert_text(title)
    option = page.get_by_role("option").first
    option.wait_for()
    page.keyboard.press("ArrowDown")
    wanted = option.get_attribute("data-href")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert wanted is not None
    assert page.url.endswith(wanted.lstrip("./"))
    assert title in page.locator("h1").inner_text()


def test_search_page_lists_what_was_asked(language: str, open_page: OpenPage) -> None:
    title = open_page(f"{language}/projects/index.html").locator(".record-title").first.inner_text()
    page = open_page(f"{language}/index.html")
    page.locator("form.search input").fill(title)
    with page.expect_navigation():
        page.locator("form.search button[type=submit]").click()
    page.locator(".search-results a").first.wait_for()
    assert title in page.locator(".search-results a").all_inner_texts()


def test_chosen_colours_last(language: str, open_page: OpenPage) -> None:
    page = open_page(f"{language}/index.html", scheme="light")
    light = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    button = page.locator(".scheme:visible")
    button.click()
    button.click()
    page.goto(page.url.replace("index.html", "framework.html"))
    dark = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert dark != light
