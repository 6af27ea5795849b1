"""The installable app: what was read or fetched is there when the server is not."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.publish.app import write_retired_worker
from tests.browser.app_reading import (
    KEPT,
    LACKING,
    NEVER_READ,
    PAGES,
    PANEL,
    button,
    keep,
    panel_findings,
    read,
    settle,
    until,
)
from tests.browser.browsing import PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

    from tests.browser.app_host import Host
    from tests.browser.app_reading import Editions

pytestmark = pytest.mark.browser


def test_pages_that_were_read_are_there_when_the_server_is_not(
    profile: BrowserContext, host: Host
) -> None:
    for path in PAGES:
        page = read(profile, host, path)
    titles = []
    host.stop()
    for path in PAGES:
        page.goto(host.address + path)
        titles.append(page.locator("h1").inner_text())
        assert page.locator("h1").evaluate("title => getComputedStyle(title).fontSize") != "32px"
    assert titles == ["Common training", "Green goods"]
    line = page.locator("[data-offline] .notice")
    line.wait_for()
    assert "31 January 2026" in line.inner_text() or "January 31, 2026" in line.inner_text()
    assert "ago" in line.inner_text()


@pytest.mark.parametrize(("tag", "direction"), [("en", "ltr"), ("ar", "rtl"), ("zh", "ltr")])
def test_page_that_is_not_kept_says_so_in_its_language(
    tag: str, direction: str, profile: BrowserContext, host: Host
) -> None:
    page = read(profile, host, PAGES[0])
    host.stop()
    page.goto(f"{host.address}{tag}/instruments/index.html")
    assert page.locator("html").get_attribute("lang") == tag
    assert page.locator("html").get_attribute("dir") == direction
    assert page.locator("main a[href*='common-training']").inner_text() == "Common training"
    assert panel_findings(page) == []
    page.locator("main a[href*='common-training']").click()
    assert page.locator("h1").inner_text() == "Common training"


def test_page_that_is_not_kept_comes_when_the_server_is_back(
    profile: BrowserContext, host: Host
) -> None:
    page = read(profile, host, PAGES[0])
    host.stop()
    page.goto(host.address + NEVER_READ)
    assert page.locator("h1").inner_text() == "This page is not on your device"
    host.start()
    page.get_by_role("link", name="Try again").click()
    assert page.locator("h1").inner_text() == "Reference instruments"


def test_whole_language_can_be_read_and_searched_without_the_server(
    profile: BrowserContext, host: Host, editions: Editions
) -> None:
    page = read(profile, host, "en/downloads.html")
    assert page.locator("#offline-en + span").inner_text().endswith("on this device")
    keep(page)
    host.stop()
    files = sorted((editions.first / "en").rglob("*.html"))
    paths = [file.relative_to(editions.first).as_posix() for file in files]
    assert NEVER_READ in paths
    assert page.evaluate(LACKING, paths) == []
    page.goto(host.address + NEVER_READ)
    found = page.evaluate("siteSearch.query('training', {limit: 5})")
    assert "Common training" in [one["title"] for one in found]
    page.goto(f"{host.address}en")
    assert page.url == f"{host.address}en/"


def test_form_of_a_kept_language_checks_without_the_server(
    profile: BrowserContext, host: Host
) -> None:
    page = read(profile, host, "en/downloads.html")
    keep(page)
    host.stop()
    page.goto(f"{host.address}en/new-project.html")
    page.click(".record-form button[type=submit]")
    page.locator(".error-summary a").first.wait_for()


def test_form_that_was_read_and_not_touched_checks_without_the_server(
    profile: BrowserContext, host: Host
) -> None:
    page = read(profile, host, PAGES[0])
    page.goto(f"{host.address}en/new-project.html")
    page.wait_for_load_state("networkidle")
    until(page, f"() => ({KEPT})(['en/forms/rules.js', 'assets/form-end.js'])")
    host.stop()
    page.reload()
    page.click(".record-form button[type=submit]")
    page.locator(".error-summary a").first.wait_for()


def test_download_is_announced_stopped_resumed_and_removed(
    profile: BrowserContext, host: Host
) -> None:
    page = read(profile, host, "en/downloads.html")
    status = page.locator(f"{PANEL} > .hidden-visually")
    host.gate.clear()
    button(page, "keep").click()
    assert "MB" in status.inner_text()
    page.locator(f"{PANEL} progress:visible").wait_for()
    button(page, "stop").click()
    host.gate.set()
    button(page, "go_on").wait_for()
    before = len(host.asked)
    button(page, "go_on").click()
    button(page, "remove").wait_for()
    page.wait_for_function("() => siteOffline.state.kept.en.whole")
    fetched = [path for path in host.asked[before:] if path.endswith(".html")]
    assert len(fetched) == len(set(fetched))
    button(page, "remove").click()
    button(page, "keep").wait_for()
    assert not page.evaluate(KEPT, [NEVER_READ])


def test_broken_connection_leaves_what_was_fetched(profile: BrowserContext, host: Host) -> None:
    page = read(profile, host, "en/downloads.html")
    host.gate.clear()
    button(page, "keep").click()
    page.wait_for_function("() => siteOffline.state.kept.en && siteOffline.state.kept.en.done > 0")
    host.stop()
    button(page, "go_on").wait_for()
    assert "connection was lost" in page.locator(f"{PANEL} > .notice").inner_text()
    host.start()
    button(page, "go_on").click()
    page.wait_for_function("() => siteOffline.state.kept.en.whole")


def test_full_device_is_said_and_breaks_nothing(profile: BrowserContext, host: Host) -> None:
    page = read(profile, host, "en/downloads.html")
    session = profile.new_cdp_session(page)
    origin = page.evaluate("location.origin")
    used = page.evaluate("navigator.storage.estimate().then(found => found.usage)")
    limit = {"origin": origin, "quotaSize": used + 50_000}
    session.send("Storage.overrideQuotaForOrigin", limit)
    button(page, "keep").click()
    page.locator(f"{PANEL} > .notice").wait_for()
    assert "not enough space" in page.locator(f"{PANEL} > .notice").inner_text()
    page.goto(host.address + NEVER_READ)
    assert page.locator("h1").inner_text() == "Reference instruments"


def test_host_that_hides_the_endings_of_pages(profile: BrowserContext, host: Host) -> None:
    host.hides_endings = True
    page = read(profile, host, "en/downloads.html")
    assert page.url.endswith("en/downloads")
    keep(page)
    host.stop()
    for path in ("en/instruments/", "en/docs/about", "en/docs/about.html", ""):
        page.goto(host.address + path)
        assert page.locator("body.kind-notfound").count() == 0, path


def test_worker_comes_after_the_page(profile: BrowserContext, host: Host) -> None:
    page = read(profile, host, "en/index.html")
    parts = page.evaluate(
        "performance.getEntriesByType('resource').map(entry => entry.name.replace(ROOT, ''))"
    )
    assert host.asked.index("sw.js") > max(host.asked.index(part) for part in parts)


def test_everything_can_be_removed_and_stays_so(profile: BrowserContext, host: Host) -> None:
    page = read(profile, host, "en/downloads.html")
    page.get_by_role("button", name="Remove everything").click()
    until(
        page,
        "async () => !(await caches.keys()).length"
        " && !(await navigator.serviceWorker.getRegistrations()).length",
    )
    page.goto(host.address + PAGES[0])
    page.goto(f"{host.address}en/downloads.html")
    page.get_by_role("button", name="Keep the pages").wait_for()
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    page.get_by_role("button", name="Keep the pages").click()
    settle(page, "en/downloads.html")


def test_retired_worker_clears_away(
    profile: BrowserContext, host: Host, editions: Editions, tmp_path: Path
) -> None:
    page = read(profile, host, PAGES[0])
    retired = tmp_path / "retired"
    shutil.copytree(editions.first, retired, ignore=shutil.ignore_patterns("offline", "sw.js"))
    write_retired_worker(retired, Path(__file__).parents[2] / "overrides")
    host.folder = retired
    page.reload()
    assert page.locator("h1").inner_text() == "Common training"
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one && one.update())")
    until(page, "async () => !(await caches.keys()).length")


def test_nothing_shows_where_there_are_no_workers(profile: BrowserContext, host: Host) -> None:
    profile.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', {get: () => undefined});"
    )
    page = profile.new_page()
    page.goto(f"{host.address}en/downloads.html")
    panel = page.locator(PANEL)
    panel.locator(".notice").wait_for()
    assert "https" in panel.inner_text()
    assert panel.get_by_role("button").count() == 0


def test_nothing_shows_in_a_folder_on_a_disk(chromium: Browser, editions: Editions) -> None:
    page = chromium.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(error.message))
    page.on("requestfailed", lambda request: faults.append(request.url))
    page.goto((editions.first / "en" / "downloads.html").as_uri())
    assert page.locator(PANEL).inner_text() == ""
    assert page.locator("[data-offline] > :visible").count() == 0
    assert faults == []
    page.close()


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("width", [1280, PHONE])
def test_axe_finds_nothing_in_the_panel(
    tag: str, width: int, profile: BrowserContext, host: Host
) -> None:
    page = read(profile, host, f"{tag}/downloads.html")
    page.set_viewport_size({"width": width, "height": 800})
    keep(page, "zh")
    host.gate.clear()
    button(page, "keep", "ar").click()
    button(page, "stop", "ar").wait_for()
    assert panel_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
