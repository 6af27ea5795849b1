"""What readers of the installed app do, and the two editions that they meet."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.pipeline import build
from tests.miniature import checked

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

    from generator.workspace import Workspace
    from tests.browser.app_host import Host

_AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PANEL = "[data-offline-app]"
PAGES = ("en/projects/common-training.html", "en/pillars/green-goods.html")
NEVER_READ = "en/instruments/index.html"
_BOUND = "() => window.siteOffline && siteOffline.state && siteOffline.state.bound"
RENEWED = f"{_BOUND} && siteOffline.state.current.date === '2026-02-28'"
KEPT = """async paths => {
    const names = (await caches.keys()).filter(name => /[0-9a-f]{16}$/.test(name));
    for (const path of paths) {
        const found = names.map(async name => (await caches.open(name)).match(new URL(path, ROOT)));
        if (!(await Promise.all(found)).some(Boolean)) return false;
    }
    return true;
}"""
LACKING = """async paths => {
    const lacking = [];
    for (const path of paths) {
        const found = await fetch(new URL(path, ROOT)).catch(() => null);
        if (!found || !found.ok) lacking.push(path);
    }
    return lacking;
}"""
SEEN = """async () => {
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


def built(workspace: Workspace, folder: Path, day: str) -> Path:
    content = checked(workspace)
    build(workspace, content, output=folder, edition_date=day, downloads=False)
    return folder


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def add(site: Path, path: str, content: bytes) -> None:
    """Add a file to the English pages of an edition."""
    (site / path).write_bytes(content)
    file = site / "offline" / "en.json"
    listed = json.loads(file.read_text(encoding="utf-8"))
    listed["files"][path] = [len(content), hashlib.sha256(content).hexdigest()[:16]]
    file.write_text(json.dumps(listed), encoding="utf-8")


def read(profile: BrowserContext, host: Host, path: str) -> Page:
    """Open a page and wait until the worker has taken care of it."""
    page = profile.new_page()
    page.goto(host.address + path)
    settle(page, path)
    return page


def settle(page: Page, *paths: str) -> None:
    page.wait_for_function(_BOUND)
    until(page, KEPT, [*paths, "assets/site.css", "assets/site.js"])


def until(page: Page, script: str, value: object = None) -> None:
    """Wait for a promise to hold true, which ``wait_for_function`` takes for true at once."""
    for _ in range(600):
        if page.evaluate(script, value):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"this never became true: {script}", pytrace=False)


def keep(page: Page, tag: str = "en") -> None:
    """Fetch a whole language by the panel."""
    button(page, "keep", tag).click()
    button(page, "remove", tag).wait_for()


def button(page: Page, action: str, tag: str = "en") -> Locator:
    return page.locator(f"#offline-{tag}-{action}")


def panel_findings(page: Page) -> list[str]:
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(found => found.violations)")
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]
