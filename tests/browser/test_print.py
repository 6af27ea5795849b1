"""Pages print well: black on white, no menus, addresses in full, nothing cut, in every script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.site_pages import NOT_FOUND, one_of_each_kind

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.browsing import OpenPage

pytestmark = pytest.mark.browser

_PAPER = 673
"""Width of A4 within the margins, in CSS pixels."""
_LOOKED_AT = frozenset({"zh", "ru", "ar"})
_CUT = """paper => [document.documentElement, ...document.querySelectorAll("main *, footer *")]
    .filter(box => !box.closest(".hidden-visually") && box.getClientRects().length)
    .filter(box => { const place = box.getBoundingClientRect();
                     return place.width && (place.right > paper + 1 || place.left < -1); })
    .map(box => box.outerHTML.slice(0, 100))"""
_COLOURS = """() => { const style = getComputedStyle(document.body);
    return [style.color, style.backgroundColor]; }"""
_ADDRESS = """link => { const style = getComputedStyle(link, "::after");
    return [style.content, style.direction, style.unicodeBidi]; }"""


def _printed(page: Page) -> Page:
    page.set_viewport_size({"width": _PAPER, "height": 1000})
    page.emulate_media(media="print")
    return page


def test_nothing_is_wider_than_the_paper(site: Path, open_page: OpenPage) -> None:
    page = _printed(open_page("index.html"))
    cut = []
    for item in one_of_each_kind(site):
        if item.language in _LOOKED_AT and item.path != NOT_FOUND:
            page.goto((site / item.path).as_uri())
            cut += [f"{item.path}: {box}" for box in page.evaluate(_CUT, _PAPER)]
    assert cut == [], "\n".join(cut)


def test_paper_has_no_menus_and_no_search(open_page: OpenPage) -> None:
    page = _printed(open_page("en/projects/index.html"))
    for unwanted in (".site-header", ".filters", ".breadcrumb", ".to-top", ".site-footer nav"):
        assert page.locator(unwanted).first.is_hidden(), unwanted
    assert page.locator("h1").is_visible()
    assert page.locator(".records > li").last.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_ink_is_black(open_page: OpenPage, scheme: str) -> None:
    page = open_page("zh/index.html", scheme="dark" if scheme == "dark" else "light")
    page.evaluate("scheme => document.documentElement.dataset.scheme = scheme", scheme)
    assert _printed(page).evaluate(_COLOURS) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    first_door = page.locator(".door").first
    assert first_door.evaluate("door => getComputedStyle(door).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("language", ["en", "ar", "fa"])
def test_addresses_of_other_sites_are_printed_from_left_to_right(
    site: Path, open_page: OpenPage, language: str
) -> None:
    source = min((site / language / "sources").glob("[!i]*.html"))
    page = _printed(open_page(source.relative_to(site).as_posix()))
    link = page.locator("main a[href^=http]:visible").first
    address, direction, isolation = link.evaluate(_ADDRESS)
    assert str(link.get_attribute("href")) in address
    assert (direction, isolation) == ("ltr", "isolate")


def test_evidence_that_is_folded_on_the_screen_is_printed(open_page: OpenPage) -> None:
    page = open_page("en/framework.html")
    evidence = page.locator(".statement-evidence:not([open]) blockquote").first
    assert evidence.is_hidden()
    _printed(page)
    assert evidence.evaluate("quote => quote.getBoundingClientRect().height") > 0
    assert evidence.is_visible()


@pytest.mark.parametrize("language", ["zh", "ar", "en"])
def test_headings_are_not_left_alone_at_the_end_of_a_sheet(
    open_page: OpenPage, language: str
) -> None:
    page = _printed(open_page(f"{language}/pillars/trade-facilitation.html"))
    breaks = page.locator("main h2, main h3").evaluate_all(
        "headings => headings.map(heading => getComputedStyle(heading).breakAfter)"
    )
    assert set(breaks) == {"avoid"}


@pytest.mark.parametrize("language", ["zh", "ar", "fa", "en"])
def test_a_page_becomes_a_document_of_some_sheets(open_page: OpenPage, language: str) -> None:
    page = open_page(f"{language}/projects/explore-open-project-library.html")
    made = page.pdf(format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", made)) <= 4
