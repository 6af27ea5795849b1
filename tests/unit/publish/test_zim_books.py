from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from libzim.reader import Archive  # type: ignore[import-untyped]

from generator.publish.zim_books import Colophon, LanguageBook, write_books
from generator.search.record import SearchRecord, SearchText
from tests.miniature import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from generator.pages.downloads import Package

_ENGLISH = LanguageBook("en", ("zh",), "Green trade", "Projects to join")
_CHINESE = LanguageBook("zh", ("en",), "绿色贸易", "可以参加的项目")
_COLOPHON = Colophon(
    name="green",
    day=date(2026, 1, 31),
    creator="Secretariat",
    publisher="Secretariat",
    licence="CC-BY-4.0",
    illustration=(PROJECT / "overrides" / "icon-48.png").read_bytes(),
)
_RECORDS = (
    SearchRecord("solar", "projects", "projects/solar", (SearchText("en", "Solar", "Lights."),)),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in two languages with its ZIM files."""
    folder = tmp_path_factory.mktemp("site")
    pages = ["index.html", "sw.js", "assets/site.css", "en/present.js", "zh/present.js"]
    for tag in ("en", "zh"):
        names = ("index", "downloads", "projects/solar")
        pages += [f"{tag}/{name}.html" for name in names]
    for page in pages:
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        (folder / page).write_text(f"<!DOCTYPE html><title>{page}</title>")
    return folder


@pytest.fixture(scope="module")
def books(site: Path) -> tuple[Package, ...]:
    """The ZIM files of that site."""
    return write_books(site, _COLOPHON, [_ENGLISH, _CHINESE], _RECORDS)


def test_each_language_has_a_file_and_one_has_them_all(books: tuple[Package, ...]) -> None:
    assert [(book.kind, book.language, book.path) for book in books] == [
        ("zim", "en", "downloads/green-en.zim"),
        ("zim", "zh", "downloads/green-zh.zim"),
        ("zim", "", "downloads/green-all.zim"),
    ]


def test_a_file_of_one_language_opens_in_it(site: Path, books: tuple[Package, ...]) -> None:
    archive = Archive(site / books[1].path)
    assert archive.main_entry.get_item().path == "zh/index.html"
    assert archive.get_metadata("Language") == b"zho"
    assert archive.get_metadata("Title").decode() == "绿色贸易"


def test_links_to_other_languages_lead_to_the_page_of_downloads(
    site: Path, books: tuple[Package, ...]
) -> None:
    archive = Archive(site / books[0].path)
    assert _item(archive, "zh/projects/solar.html") == "en/downloads.html"
    assert _item(archive, "index.html") == "en/index.html"
    assert _item(archive, "en/projects/solar.html") == "en/projects/solar.html"
    assert not archive.has_entry_by_path("zh/present.js")


def test_a_file_with_all_languages_opens_with_a_choice(
    site: Path, books: tuple[Package, ...]
) -> None:
    archive = Archive(site / books[2].path)
    assert archive.main_entry.get_item().path == "index.html"
    assert archive.get_metadata("Language") == b"eng,zho"
    assert _item(archive, "zh/projects/solar.html") == "zh/projects/solar.html"


def test_what_only_a_published_site_needs_stays_out(site: Path, books: tuple[Package, ...]) -> None:
    for book in books:
        assert not Archive(site / book.path).has_entry_by_path("sw.js")


def test_a_site_in_one_language_has_one_file(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "index.html").write_text("<!DOCTYPE html><title>Home</title>")
    (tmp_path / "downloads").mkdir()
    books = write_books(tmp_path, _COLOPHON, [_ENGLISH], ())
    assert [book.path for book in books] == ["downloads/green-en.zim"]


def _item(archive: Archive, path: str) -> str:
    found: str = archive.get_entry_by_path(path).get_item().path
    return found
