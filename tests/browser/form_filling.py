"""How the form of a project is filled in and finished, as its tests need it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.browser.site_pages import site_languages

if TYPE_CHECKING:
    from playwright.sync_api import Download, Locator, Page

FORM = "new-project.html"
SUBMIT = ".record-form button[type=submit]"
SUMMARY = ".error-summary"
TITLE = "Solar street lights for ports"
QUOTE = "The two ports will light 40 km of road: a start #1."
GITEE = {
    "forge": "Gitee",
    "new_file": "https://gitee.com/a/b/new/main/{folder}",
    "takes_text": False,
    "takes_name": False,
    "edit": "https://gitee.com/a/b/edit/main/{path}",
}


def written_language(site: Path) -> str:
    tags = site_languages(site)
    return "en" if "en" in tags else tags[0]


def fill(page: Page) -> None:
    """Fill in all that is required, with a source that has no record yet."""
    page.locator("[data-name=kind] input").nth(1).check()
    page.fill("#f-title", TITLE)
    page.fill("#f-summary", "Two ports light their roads with solar lamps.")
    page.locator("[data-name=pillars] input:not([data-all])").first.check()
    page.locator("[data-name=track] input").first.check()
    page.locator("[data-name=lead] select").select_option(index=1)
    page.locator("[data-name=sources] [data-add]").click()
    source = page.locator("[data-name=sources] [data-items] > *").first
    part(source, "address").fill("https://www.example.org/news/lights")
    part(source, "title").fill("Ports light up")
    part(source, "publisher").fill("Example Press")
    part(source, "published").fill("2026-03-01")
    part(source, "language").select_option("en")
    source.locator("[data-name=grade] input").nth(1).check()
    source.locator("[data-name=official] input").check()
    part(source, "supports").fill("The announcement.")
    part(source, "retrieved").fill("2026-03-02")
    step = page.locator("[data-name=history] [data-items] > *").first
    part(step, "status").select_option("announced")
    part(step, "on").fill("2026-03-01")
    part(step, "source").select_option(label="Ports light up")
    part(step, "quote").fill(QUOTE)


def part(item: Locator, name: str) -> Locator:
    return item.locator(f"[data-name={name}] :is(input, select, textarea)").first


def saved(download: Download) -> str:
    return Path(download.path()).read_text(encoding="utf-8")


def finish(page: Page) -> None:
    page.click(SUBMIT)
    page.locator(".hand-over").wait_for()


def first(page: Page, kind: str) -> dict[str, str]:
    """Return what the page knows of the first record of a kind, once it knows anything."""
    known: dict[str, str] = page.evaluate(
        "kind => siteRecord.ready().then(() => siteRecord.data.records[kind][0])", kind
    )
    return known


def add_version(page: Page, name: str, language: str, words: str) -> None:
    field = page.locator(f"form > section > [data-name={name}]")
    field.locator("[data-another]").click()
    version = field.locator(".form-version").last
    version.locator("select").select_option(language)
    version.locator(".form-field :is(input, textarea)").fill(words)


def set_ways(page: Page, ways: dict[str, Any]) -> None:
    page.evaluate(
        "ways => siteRecord.ready().then(() => { Object.assign(siteRecord.data.hand, ways); })",
        ways,
    )
