"""The installable app when a newer edition comes: no page ever shows bytes of two."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.browser.app_reading import (
    KEPT,
    NEVER_READ,
    PAGES,
    PANEL,
    RENEWED,
    SEEN,
    add,
    keep,
    read,
    settle,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from tests.browser.app_host import Host
    from tests.browser.app_reading import Editions

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("whole", [False, True])
def test_no_page_ever_mixes_two_editions(
    profile: BrowserContext, host: Host, editions: Editions, *, whole: bool
) -> None:
    page = read(profile, host, PAGES[0])
    panel = read(profile, host, "en/downloads.html")
    if whole:
        keep(panel)
    host.folder = editions.second
    # The open page stays what it is, also where it fetches something only now.
    assert set(page.evaluate(SEEN)) == {1}
    page.reload()
    seen = page.evaluate(SEEN)
    assert len(seen) > len(("style", "heading")), "the search finds nothing"
    assert set(seen) == {2}, seen
    page.wait_for_function(RENEWED)
    news = panel.locator(".offline-news")
    news.wait_for()
    assert "February" in news.inner_text()
    with panel.expect_navigation():
        news.get_by_role("button").first.click()
    settle(panel, "en/downloads.html")
    # The old one goes when a page opens and no other shows it any more.
    panel.reload()
    settle(panel, "en/downloads.html")
    until(
        panel,
        "async () => (await caches.keys()).filter(name => /[0-9a-f]{16}$/.test(name)).length === 1",
    )
    host.stop()
    page.goto(host.address + PAGES[0])
    assert set(page.evaluate(SEEN)) == {2}
    if whole:
        page.goto(host.address + NEVER_READ)
        assert page.locator("h1").inner_text() == "Reference instruments"


def test_page_that_stayed_open_gets_nothing_of_a_newer_edition(
    profile: BrowserContext, host: Host, editions: Editions
) -> None:
    old = read(profile, host, PAGES[0])
    other = read(profile, host, PAGES[1])
    host.folder = editions.second
    other.reload()
    other.wait_for_function(RENEWED)
    assert set(old.evaluate(SEEN)) == {1}
    assert (
        old.evaluate("fetch('../../assets/icon-512.png').then(found => found.status, () => 0)")
        != 200
    )


def test_unchanged_files_are_not_fetched_again(
    profile: BrowserContext, host: Host, editions: Editions
) -> None:
    panel = read(profile, host, "en/downloads.html")
    keep(panel)
    host.folder = editions.second
    before = len(host.asked)
    panel.reload()
    panel.wait_for_function(RENEWED)
    asked = host.asked[before:]
    assert "assets/site.css" in asked
    # Not a part of this page, so that the browser has no reason of its own to ask for it.
    assert panel.evaluate(KEPT, ["assets/library.js"])
    assert "assets/library.js" not in asked


def test_large_renewal_waits_to_be_asked_for(
    profile: BrowserContext, host: Host, editions: Editions, tmp_path: Path
) -> None:
    panel = read(profile, host, "en/downloads.html")
    keep(panel)
    host.folder = shutil.copytree(editions.second, tmp_path / "large")
    add(host.folder, "en/film.bin", bytes(21_000_000))
    panel.reload()
    panel.get_by_role("button", name="Fetch it").wait_for()
    assert "MB to fetch" in panel.locator(f"{PANEL} > .notice").inner_text()
    assert panel.evaluate("siteOffline.state.current.date") == "2026-01-31"
    panel.get_by_role("button", name="Fetch it").click()
    panel.wait_for_function(RENEWED)
    assert panel.evaluate(KEPT, ["en/film.bin"])


def test_interrupted_renewal_keeps_the_old_edition_whole(
    profile: BrowserContext, host: Host, editions: Editions
) -> None:
    panel = read(profile, host, "en/downloads.html")
    keep(panel)
    host.folder = editions.second
    host.gate.clear()
    panel.goto(host.address + "en/docs/about.html", wait_until="commit")
    panel.wait_for_timeout(500)
    host.stop()
    panel.goto(host.address + PAGES[0])
    assert set(panel.evaluate(SEEN)) == {1}
