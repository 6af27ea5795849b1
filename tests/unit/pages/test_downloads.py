"""The page of downloads offers what is there, in the reader's own terms; a copy offers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.downloads import DownloadsBody, Package, downloads_page, readme
from generator.pages.page import plain
from generator.render.environment import environment
from generator.render.render import render_page

if TYPE_CHECKING:
    from generator.filling import LanguagePages
    from generator.pages.page import Page

PACKAGES = (
    Package("zip", "en", "downloads/sample-en.zip", 2_345_678, "a" * 64),
    Package("zip", "zh", "downloads/sample-zh.zip", 345_678, "b" * 64),
    Package("zip", "", "downloads/sample-all.zip", 12_345_678, "c" * 64),
    Package("zim", "zh", "downloads/sample-zh.zim", 999_999, "d" * 64),
)
ADDRESS = "https://example.org/site"


def offered(page: Page) -> DownloadsBody:
    assert isinstance(page.body, DownloadsBody)
    return page.body


def test_every_package_is_offered_with_size_and_checksum(
    mini_pages: dict[str, LanguagePages],
) -> None:
    edition = mini_pages["en"].edition
    page = downloads_page(edition, PACKAGES)
    printed = render_page(page, edition.words, environment())
    for package in PACKAGES:
        assert f'href="../{package.path}"' in printed
        assert package.sha256 in printed
    assert "2.3 MB" in printed
    assert 'href="../downloads/SHA256SUMS"' in printed
    assert "framework verify sample-en.zip" in printed


def test_the_readers_own_language_stands_first(mini_pages: dict[str, LanguagePages]) -> None:
    body = offered(downloads_page(mini_pages["zh"].edition, PACKAGES))
    assert [row.file for row in body.folders] == [
        "sample-zh.zip",
        "sample-en.zip",
        "sample-all.zip",
    ]
    assert [plain(row.name) for row in body.folders[:2]] == ["中文", "English"]
    assert [row.file for row in body.archives] == ["sample-zh.zim"]


def test_nothing_is_said_of_kiwix_where_there_is_nothing_for_it(
    mini_pages: dict[str, LanguagePages],
) -> None:
    edition = mini_pages["en"].edition
    printed = render_page(downloads_page(edition, PACKAGES[:3]), edition.words, environment())
    assert "Kiwix" not in printed


def test_a_copy_says_its_day_and_where_newer_ones_are(
    mini_pages: dict[str, LanguagePages],
) -> None:
    edition = mini_pages["en"].edition
    page = downloads_page(edition, (), edition_date="2026-01-31", address=ADDRESS)
    assert offered(page).folders == ()
    assert "copy" in page.notices[0].text
    printed = render_page(page, edition.words, environment())
    assert f'href="{ADDRESS}/en/downloads.html"' in printed
    assert "January 31, 2026" in printed
    assert "SHA256SUMS" not in printed


def test_the_page_of_the_site_is_no_copy(mini_pages: dict[str, LanguagePages]) -> None:
    assert downloads_page(mini_pages["en"].edition, PACKAGES).notices == ()


def test_a_readme_is_plain_text(
    mini_pages: dict[str, LanguagePages],
) -> None:
    edition = mini_pages["en"].edition
    text = readme(edition, edition_date="2026-01-31", address=ADDRESS)
    assert text.startswith("Sample Cooperation Framework\n")
    assert "index.html" in text
    assert "January 31, 2026" in text
    assert f"{ADDRESS}/en/downloads.html" in text
    assert "<" not in text
    assert "Edition" not in readme(edition)
