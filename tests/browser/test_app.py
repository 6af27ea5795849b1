"""The installable app: what was read or fetched is there when the server is not."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.pipeline import build
from generator.publish.app import write_retired_worker
from tests.browser.app_host import Host
from tests.browser.browsing import PHONE
from tests.miniature import checked, copy_of_mini

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

    from generator.workspace import Workspace

pytestmark = pytest.mark.browser

_AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_PANEL = "[data-offline-app]"
_PAGES = ("en/projects/common-training.html", "en/pillars/green-goods.html")
_NEVER_READ = "en/instruments/index.html"
_BOUND = "() => window.siteOffline && siteOffline.state && siteOffline.state.bound"
_RENEWED = f"{_BOUND} && siteOffline.state.current.date === '2026-02-28'"
_KEPT = """async paths => {
    const names = (await caches.keys()).filter(name => /[0-9a-f]{16}$/.test(name));
    for (const path of paths) {
        const found = names.map(async name => (await caches.open(name)).match(new URL(path, ROOT)));
        if (!(await Promise.all(found)).some(Boolean)) return false;
    }
    return true;
}"""
_LACKING = """async paths => {
    const lacking = [];
    for (const path of paths) {
        const found = await fetch(new URL(path, ROOT)).catch(() => null);
        if (!found || !found.ok) lacking.push(path);
    }
    return lacking;
}"""
_SEEN = """async () => {
    const style = getComputedStyle(document.documentElement).getPropertyValue("--edition").trim();
    const heading = document.querySelector("h1").textContent;
    const found = await siteSearch.query("training", {limit: 9}).catch(() => []);
    const titles = found.map(one => one.title).filter(title => title.includes("ommon training"));
    return [style, heading, ...titles].map(text => /second|2/i.test(text) ? 2 : 1);
}"""


class Editions(NamedTuple):
    """Two editions of a small site: title, style and search of a project tell them apart."""

    first: Path
    second: Path


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    folder = tmp_path_factory.mktemp("editions")
    workspace = copy_of_mini(folder)
    first = _built(workspace, folder / "first", "2026-01-31")
    project = workspace.content / "projects" / "common-training.yaml"
    _replace(project, "title: Common training", "title: Second common training")
    style = workspace.overrides / "assets" / "site.css"
    style.write_text(f"{style.read_text(encoding='utf-8')}\n:root {{ --edition: 2; }}\n", "utf-8")
    return Editions(first, _built(workspace, folder / "second", "2026-02-28"))


@pytest.fixture
def host(editions: Editions) -> Iterator[Host]:
    with Host(editions.first) as served:
        yield served


@pytest.fixture
def profile(chromium: Browser, host: Host) -> Iterator[BrowserContext]:
    """A reader's browser that keeps what it is given; it asks no other host for anything."""
    context = chromium.new_context(reduced_motion="reduce", locale="en-GB")
    context.add_init_script(f"window.ROOT = {host.address!r};")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    yield context
    context.close()
    assert [address for address in asked if not address.startswith(host.address)] == []


def _built(workspace: Workspace, folder: Path, day: str) -> Path:
    content = checked(workspace)
    build(workspace, content, output=folder, edition_date=day, downloads=False)
    return folder


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _add(site: Path, path: str, content: bytes) -> None:
    """Add a file to the English pages of an edition."""
    (site / path).write_bytes(content)
    file = site / "offline" / "en.json"
    listed = json.loads(file.read_text(encoding="utf-8"))
    listed["files"][path] = [len(content), hashlib.sha256(content).hexdigest()[:16]]
    file.write_text(json.dumps(listed), encoding="utf-8")


def _read(profile: BrowserContext, host: Host, path: str) -> Page:
    """Open a page and wait until the worker has taken care of it."""
    page = profile.new_page()
    page.goto(host.address + path)
    _settle(page, path)
    return page


def _settle(page: Page, *paths: str) -> None:
    page.wait_for_function(_BOUND)
    _until(page, _KEPT, [*paths, "assets/site.css", "assets/site.js"])


def _until(page: Page, script: str, value: object = None) -> None:
    """Wait for a promise to hold true, which ``wait_for_function`` takes for true at once."""
    for _ in range(600):
        if page.evaluate(script, value):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"this never became true: {script}", pytrace=False)


def _keep(page: Page, tag: str = "en") -> None:
    """Fetch a whole language by the panel."""
    _button(page, "keep", tag).click()
    _button(page, "remove", tag).wait_for()


def _button(page: Page, action: str, tag: str = "en") -> Locator:
    return page.locator(f"#offline-{tag}-{action}")


def test_pages_that_were_read_are_there_when_the_server_is_not(
    profile: BrowserContext, host: Host
) -> None:
    for path in _PAGES:
        page = _read(profile, host, path)
    titles = []
    host.stop()
    for path in _PAGES:
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
    page = _read(profile, host, _PAGES[0])
    host.stop()
    page.goto(f"{host.address}{tag}/instruments/index.html")
    assert page.locator("html").get_attribute("lang") == tag
    assert page.locator("html").get_attribute("dir") == direction
    assert page.locator("main a[href*='common-training']").inner_text() == "Common training"
    assert _findings(page) == []
    page.locator("main a[href*='common-training']").click()
    assert page.locator("h1").inner_text() == "Common training"


def test_page_that_is_not_kept_comes_when_the_server_is_back(
    profile: BrowserContext, host: Host
) -> None:
    page = _read(profile, host, _PAGES[0])
    host.stop()
    page.goto(host.address + _NEVER_READ)
    assert page.locator("h1").inner_text() == "This page is not on your device"
    host.start()
    page.get_by_role("link", name="Try again").click()
    assert page.locator("h1").inner_text() == "Reference instruments"


def test_whole_language_can_be_read_and_searched_without_the_server(
    profile: BrowserContext, host: Host, editions: Editions
) -> None:
    page = _read(profile, host, "en/downloads.html")
    assert page.locator("#offline-en + span").inner_text().endswith("on this device")
    _keep(page)
    host.stop()
    files = sorted((editions.first / "en").rglob("*.html"))
    paths = [file.relative_to(editions.first).as_posix() for file in files]
    assert _NEVER_READ in paths
    assert page.evaluate(_LACKING, paths) == []
    page.goto(host.address + _NEVER_READ)
    found = page.evaluate("siteSearch.query('training', {limit: 5})")
    assert "Common training" in [one["title"] for one in found]
    page.goto(f"{host.address}en")
    assert page.url == f"{host.address}en/"


def test_download_is_announced_stopped_resumed_and_removed(
    profile: BrowserContext, host: Host
) -> None:
    page = _read(profile, host, "en/downloads.html")
    status = page.locator(f"{_PANEL} > .hidden-visually")
    host.gate.clear()
    _button(page, "keep").click()
    assert "MB" in status.inner_text()
    page.locator(f"{_PANEL} progress:visible").wait_for()
    _button(page, "stop").click()
    host.gate.set()
    _button(page, "go_on").wait_for()
    before = len(host.asked)
    _button(page, "go_on").click()
    _button(page, "remove").wait_for()
    page.wait_for_function("() => siteOffline.state.kept.en.whole")
    fetched = [path for path in host.asked[before:] if path.endswith(".html")]
    assert len(fetched) == len(set(fetched))
    _button(page, "remove").click()
    _button(page, "keep").wait_for()
    assert not page.evaluate(_KEPT, [_NEVER_READ])


def test_broken_connection_leaves_what_was_fetched(profile: BrowserContext, host: Host) -> None:
    page = _read(profile, host, "en/downloads.html")
    host.gate.clear()
    _button(page, "keep").click()
    page.wait_for_function("() => siteOffline.state.kept.en && siteOffline.state.kept.en.done > 0")
    host.stop()
    _button(page, "go_on").wait_for()
    assert "connection was lost" in page.locator(f"{_PANEL} > .notice").inner_text()
    host.start()
    _button(page, "go_on").click()
    page.wait_for_function("() => siteOffline.state.kept.en.whole")


def test_full_device_is_said_and_breaks_nothing(profile: BrowserContext, host: Host) -> None:
    page = _read(profile, host, "en/downloads.html")
    session = profile.new_cdp_session(page)
    origin = page.evaluate("location.origin")
    used = page.evaluate("navigator.storage.estimate().then(found => found.usage)")
    limit = {"origin": origin, "quotaSize": used + 50_000}
    session.send("Storage.overrideQuotaForOrigin", limit)
    _button(page, "keep").click()
    page.locator(f"{_PANEL} > .notice").wait_for()
    assert "not enough space" in page.locator(f"{_PANEL} > .notice").inner_text()
    page.goto(host.address + _NEVER_READ)
    assert page.locator("h1").inner_text() == "Reference instruments"


@pytest.mark.parametrize("whole", [False, True])
def test_no_page_ever_mixes_two_editions(
    profile: BrowserContext, host: Host, editions: Editions, *, whole: bool
) -> None:
    page = _read(profile, host, _PAGES[0])
    panel = _read(profile, host, "en/downloads.html")
    if whole:
        _keep(panel)
    host.folder = editions.second
    # The open page stays what it is, also where it fetches something only now.
    assert set(page.evaluate(_SEEN)) == {1}
    page.reload()
    seen = page.evaluate(_SEEN)
    assert len(seen) > len(("style", "heading")), "the search finds nothing"
    assert set(seen) == {2}, seen
    page.wait_for_function(_RENEWED)
    news = panel.locator(".offline-news")
    news.wait_for()
    assert "February" in news.inner_text()
    with panel.expect_navigation():
        news.get_by_role("button").first.click()
    _settle(panel, "en/downloads.html")
    # The old one goes when a page opens and no other shows it any more.
    panel.reload()
    _settle(panel, "en/downloads.html")
    _until(
        panel,
        "async () => (await caches.keys()).filter(name => /[0-9a-f]{16}$/.test(name)).length === 1",
    )
    host.stop()
    page.goto(host.address + _PAGES[0])
    assert set(page.evaluate(_SEEN)) == {2}
    if whole:
        page.goto(host.address + _NEVER_READ)
        assert page.locator("h1").inner_text() == "Reference instruments"


def test_page_that_stayed_open_gets_nothing_of_a_newer_edition(
    profile: BrowserContext, host: Host, editions: Editions
) -> None:
    old = _read(profile, host, _PAGES[0])
    other = _read(profile, host, _PAGES[1])
    host.folder = editions.second
    other.reload()
    other.wait_for_function(_RENEWED)
    assert set(old.evaluate(_SEEN)) == {1}
    assert (
        old.evaluate("fetch('../../assets/icon-512.png').then(found => found.status, () => 0)")
        != 200
    )


def test_unchanged_files_are_not_fetched_again(
    profile: BrowserContext, host: Host, editions: Editions
) -> None:
    panel = _read(profile, host, "en/downloads.html")
    _keep(panel)
    host.folder = editions.second
    before = len(host.asked)
    panel.reload()
    panel.wait_for_function(_RENEWED)
    asked = host.asked[before:]
    assert "assets/site.css" in asked
    # Not a part of this page, so that the browser has no reason of its own to ask for it.
    assert panel.evaluate(_KEPT, ["assets/library.js"])
    assert "assets/library.js" not in asked


def test_large_renewal_waits_to_be_asked_for(
    profile: BrowserContext, host: Host, editions: Editions, tmp_path: Path
) -> None:
    panel = _read(profile, host, "en/downloads.html")
    _keep(panel)
    host.folder = shutil.copytree(editions.second, tmp_path / "large")
    _add(host.folder, "en/film.bin", bytes(21_000_000))
    panel.reload()
    panel.get_by_role("button", name="Fetch it").wait_for()
    assert "MB to fetch" in panel.locator(f"{_PANEL} > .notice").inner_text()
    assert panel.evaluate("siteOffline.state.current.date") == "2026-01-31"
    panel.get_by_role("button", name="Fetch it").click()
    panel.wait_for_function(_RENEWED)
    assert panel.evaluate(_KEPT, ["en/film.bin"])


def test_interrupted_renewal_keeps_the_old_edition_whole(
    profile: BrowserContext, host: Host, editions: Editions
) -> None:
    panel = _read(profile, host, "en/downloads.html")
    _keep(panel)
    host.folder = editions.second
    host.gate.clear()
    panel.goto(host.address + "en/docs/about.html", wait_until="commit")
    panel.wait_for_timeout(500)
    host.stop()
    panel.goto(host.address + _PAGES[0])
    assert set(panel.evaluate(_SEEN)) == {1}


def test_host_that_hides_the_endings_of_pages(profile: BrowserContext, host: Host) -> None:
    host.hides_endings = True
    page = _read(profile, host, "en/downloads.html")
    assert page.url.endswith("en/downloads")
    _keep(page)
    host.stop()
    for path in ("en/instruments/", "en/docs/about", "en/docs/about.html", ""):
        page.goto(host.address + path)
        assert page.locator("body.kind-notfound").count() == 0, path


def test_worker_comes_after_the_page(profile: BrowserContext, host: Host) -> None:
    page = _read(profile, host, "en/index.html")
    parts = page.evaluate(
        "performance.getEntriesByType('resource').map(entry => entry.name.replace(ROOT, ''))"
    )
    assert host.asked.index("sw.js") > max(host.asked.index(part) for part in parts)


def test_everything_can_be_removed_and_stays_so(profile: BrowserContext, host: Host) -> None:
    page = _read(profile, host, "en/downloads.html")
    page.get_by_role("button", name="Remove everything").click()
    _until(
        page,
        "async () => !(await caches.keys()).length"
        " && !(await navigator.serviceWorker.getRegistrations()).length",
    )
    page.goto(host.address + _PAGES[0])
    page.goto(f"{host.address}en/downloads.html")
    page.get_by_role("button", name="Keep the pages").wait_for()
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    page.get_by_role("button", name="Keep the pages").click()
    _settle(page, "en/downloads.html")


def test_retired_worker_clears_away(
    profile: BrowserContext, host: Host, editions: Editions, tmp_path: Path
) -> None:
    page = _read(profile, host, _PAGES[0])
    retired = tmp_path / "retired"
    shutil.copytree(editions.first, retired, ignore=shutil.ignore_patterns("offline", "sw.js"))
    write_retired_worker(retired, Path(__file__).parents[2] / "overrides")
    host.folder = retired
    page.reload()
    assert page.locator("h1").inner_text() == "Common training"
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one && one.update())")
    _until(page, "async () => !(await caches.keys()).length")


def test_nothing_shows_where_there_are_no_workers(profile: BrowserContext, host: Host) -> None:
    profile.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', {get: () => undefined});"
    )
    page = profile.new_page()
    page.goto(f"{host.address}en/downloads.html")
    panel = page.locator(_PANEL)
    panel.locator(".notice").wait_for()
    assert "https" in panel.inner_text()
    assert panel.get_by_role("button").count() == 0


def test_nothing_shows_in_a_folder_on_a_disk(chromium: Browser, editions: Editions) -> None:
    page = chromium.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(error.message))
    page.on("requestfailed", lambda request: faults.append(request.url))
    page.goto((editions.first / "en" / "downloads.html").as_uri())
    assert page.locator(_PANEL).inner_text() == ""
    assert page.locator("[data-offline] > :visible").count() == 0
    assert faults == []
    page.close()


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("width", [1280, PHONE])
def test_axe_finds_nothing_in_the_panel(
    tag: str, width: int, profile: BrowserContext, host: Host
) -> None:
    page = _read(profile, host, f"{tag}/downloads.html")
    page.set_viewport_size({"width": width, "height": 800})
    _keep(page, "zh")
    host.gate.clear()
    _button(page, "keep", "ar").click()
    _button(page, "stop", "ar").wait_for()
    assert _findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _findings(page: Page) -> list[str]:
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(found => found.violations)")
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]
