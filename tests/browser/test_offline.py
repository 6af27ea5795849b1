"""The site works as a folder of files, without a network and without a server."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.browser.browsing import OpenPage, is_local
from tests.browser.references import References, read_references
from tests.browser.site_pages import (
    CHOOSER,
    NOT_FOUND,
    in_turn,
    one_of_each_kind,
    site_languages,
    site_pages,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Request

pytestmark = pytest.mark.browser

_LINKS = "links => links.map(link => link.href)"
_FOLLOW = "(links, address) => links.find(link => link.href === address).click()"


def test_every_reference_leads_to_something(site: Path) -> None:
    lost = [
        f"{page.path}: {address}"
        for page in site_pages(site)
        if page.path != NOT_FOUND
        for address in _lost(site, site / page.path)
    ]
    assert lost == [], "\n".join(["these lead nowhere:", *lost])


def test_no_page_refers_to_another_host_unasked(site: Path) -> None:
    asked = defaultdict(list)
    for page in site_pages(site):
        for address in read_references(site / page.path).fetched:
            whole = urljoin((site / page.path).as_uri(), address)
            if not is_local(whole):
                asked[address].append(page.path)
    assert asked == {}


def test_every_kind_of_page_opens_without_an_error(site: Path, open_page: OpenPage) -> None:
    complaints: list[str] = []
    opened = open_page(CHOOSER)
    opened.on("pageerror", lambda error: complaints.append(f"{opened.url}: {error.message}"))
    opened.on("requestfailed", lambda request: complaints.extend(_lacks(request)))
    for page in in_turn(one_of_each_kind(site)):
        if page.path != NOT_FOUND:
            opened.goto((site / page.path).as_uri())
    assert complaints == [], "\n".join(complaints)


def test_chooser_offers_every_language_without_script(site: Path, open_page: OpenPage) -> None:
    homes = {(site / language / "index.html").as_uri() for language in site_languages(site)}
    assert homes, "the site has no language"
    chooser = open_page(CHOOSER, javascript=False)
    assert homes <= set(_addresses(chooser, "a[hreflang]"))


def test_reader_follows_links_from_home_to_a_project(site: Path, open_page: OpenPage) -> None:
    for language in site_languages(site):
        page = open_page(f"{language}/index.html")
        listing = (site / language / "projects" / "index.html").as_uri()
        _follow(page, listing)
        project = next(
            link
            for link in _addresses(page, "main a[href]")
            if link.startswith(urljoin(listing, ".")) and link != listing
        )
        _follow(page, project)
        assert page.locator("h1").inner_text()


def test_switching_the_language_stays_on_the_page(site: Path, open_page: OpenPage) -> None:
    opened = open_page(CHOOSER, javascript=False)
    for page in in_turn(one_of_each_kind(site)):
        if page.language is None:
            continue
        opened.goto((site / page.path).as_uri())
        others = set(site_languages(site)) - {page.language}
        wanted = {(site / language / page.in_language).as_uri() for language in others}
        missing = wanted - set(_addresses(opened, "a[hreflang]"))
        assert missing == set(), f"{page.path} does not lead to {sorted(missing)}"


def test_switching_the_language_by_hand(site: Path, open_page: OpenPage) -> None:
    languages = site_languages(site)
    page = open_page(f"{languages[0]}/projects/index.html")
    for language in (*languages[1:], languages[0]):
        _follow(page, (site / language / "projects" / "index.html").as_uri(), "a[hreflang]")
        tag = page.locator("html").get_attribute("lang")
        assert tag is not None
        assert tag.split("-")[0] == language.split("-")[0]


def _lacks(request: Request) -> Iterator[str]:
    """Say what a page lacks; going on before an icon has come is no failure."""
    if request.failure != "net::ERR_ABORTED":
        yield f"{request.frame.url}: lacks {request.url} ({request.failure})"


def _follow(page: Page, address: str, links: str = "a[href]") -> None:
    """Follow the link to the address, wherever a menu may hide it."""
    assert address in _addresses(page, links), f"{page.url} has no link to {address}"
    with page.expect_navigation(url=address):
        page.locator(links).evaluate_all(_FOLLOW, address)


def _addresses(page: Page, links: str) -> list[str]:
    addresses: list[str] = page.locator(links).evaluate_all(_LINKS)
    return addresses


def _lost(site: Path, page: Path) -> list[str]:
    references = _references(page)
    return sorted(
        address
        for address in {*references.links, *references.fetched}
        if not _leads_somewhere(site, page, address)
    )


def _leads_somewhere(site: Path, page: Path, address: str) -> bool:
    parts = urlsplit(urljoin(page.as_uri(), address))
    if parts.scheme != "file":
        return True
    target = Path(unquote(parts.path))
    if not target.is_relative_to(site) or not target.is_file():
        return False
    if not parts.fragment or target.suffix != ".html":
        return True
    return parts.fragment in {"top", "__top"} or unquote(parts.fragment) in _references(target).ids


@cache
def _references(page: Path) -> References:
    return read_references(page)
