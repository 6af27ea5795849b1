"""An unpacked package is the site: every page, the search, and a menu that knows what is there."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.axe import bring_axe, findings
from tests.browser.site_pages import site_languages

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.browsing import OpenPage

pytestmark = pytest.mark.browser

_FOUND = """async (text) => {
  const hits = await window.siteSearch.query(text, {limit: 10});
  return hits.map((hit) => new URL(hit.url, location.href).href.split("#")[0]);
}"""
_OTHERS = ".languages a:not([aria-current])"
_ADDRESS = "https://example.org/site"


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder in which every package of the site is unpacked."""
    folder = tmp_path_factory.mktemp("packages")
    for package in sorted((site / "downloads").glob("*.zip")):
        with zipfile.ZipFile(package) as archive:
            archive.extractall(folder)
    return folder


def _folder(unpacked: Path, ending: str) -> Path:
    (found,) = unpacked.glob(f"*-{ending}")
    return found


def _open_menu(page: Page) -> None:
    page.locator(".languages summary").click()


def test_the_first_page_leads_to_the_only_language(
    site: Path, unpacked: Path, open_page: OpenPage
) -> None:
    for language in site_languages(site):
        folder = _folder(unpacked, language)
        page = open_page((folder / "index.html").as_uri(), javascript=False)
        page.wait_for_url((folder / language / "index.html").as_uri())
        assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_the_search_finds_what_is_in_the_package(
    unpacked: Path, open_page: OpenPage, language: str
) -> None:
    folder = _folder(unpacked, language)
    project = max(
        (path for path in (folder / language / "projects").glob("*.html") if path.stem != "index"),
        key=lambda path: (path.stat().st_size, path.name),
    )
    page = open_page(project.as_uri())
    title = page.locator("h1").inner_text()
    found = page.evaluate(_FOUND, title)
    assert project.as_uri() in found
    assert [
        address for address in found if not Path(unquote(urlsplit(address).path)).is_file()
    ] == []


def test_one_language_marks_the_others_as_absent(unpacked: Path, open_page: OpenPage) -> None:
    page = open_page((_folder(unpacked, "en") / "en/projects/index.html").as_uri())
    _open_menu(page)
    others = page.locator(_OTHERS)
    page.wait_for_function(f"() => !document.querySelector('{_OTHERS}:not([aria-disabled])')")
    assert others.count() > 0
    for link in others.all():
        assert link.locator("small").inner_text()
    bring_axe(page)
    assert list(findings(page)) == []
    here = page.url
    others.first.click(force=True)
    others.first.press("Enter")
    assert page.url == here


def test_an_absent_language_leads_to_the_published_site_where_that_is_known(
    unpacked: Path, open_page: OpenPage
) -> None:
    page = open_page((_folder(unpacked, "en") / "en/projects/index.html").as_uri())
    page.locator(".languages").evaluate("(menu, at) => { menu.dataset.address = at; }", _ADDRESS)
    _open_menu(page)
    french = page.locator(".languages a[hreflang=fr]")
    french.locator("small").wait_for()
    assert french.get_attribute("href") == f"{_ADDRESS}/fr/projects/index.html"
    assert french.get_attribute("aria-disabled") is None


def test_the_package_of_all_languages_switches_between_them(
    site: Path, unpacked: Path, open_page: OpenPage
) -> None:
    folder = _folder(unpacked, "all")
    page = open_page((folder / "en/projects/index.html").as_uri())
    _open_menu(page)
    wanted = len(site_languages(site)) - 1
    page.wait_for_function(
        "(n) => document.querySelectorAll('.languages a[data-present]').length === n", arg=wanted
    )
    assert page.locator(".languages small").count() == 0
    page.locator(".languages a[hreflang=ar]").click()
    page.wait_for_url((folder / "ar/projects/index.html").as_uri())


def test_a_copy_says_that_it_is_one(unpacked: Path, open_page: OpenPage) -> None:
    page = open_page((_folder(unpacked, "en") / "en/downloads.html").as_uri(), javascript=False)
    assert page.locator("main .notice").count() == 1
    assert page.locator("main a[download]").count() == 0


def test_every_package_can_be_downloaded_without_script(site: Path, open_page: OpenPage) -> None:
    page = open_page("en/downloads.html", javascript=False)
    offered = {link.get_attribute("href") for link in page.locator("main a[download]").all()}
    packages = {path.name for path in (site / "downloads").iterdir()} - {"SHA256SUMS"}
    assert offered == {f"../downloads/{name}" for name in packages}
