from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from libzim.reader import Archive  # type: ignore[import-untyped]

from generator.errors import PublishError
from generator.publish.zim import Book, PageText, ZimJob, write_zim, write_zims
from tests.miniature import PROJECT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_PAGES = {
    "assets/site.css": "p { color: red }",
    "assets/site.js": "'use strict';",
    "en/404.html": "<!DOCTYPE html><title>Not found</title>",
    "en/index.html": "<!DOCTYPE html><title>Home</title><p>Home",
    "en/projects/solar.html": "<!DOCTYPE html><title>Solar</title><p>Street lights",
}
_TEXTS = {
    "en/index.html": PageText("Home", "A framework."),
    "en/projects/solar.html": PageText("Solar street lights", "Lights for villages."),
}


def test_kiwix_is_told_what_the_file_is(tmp_path: Path) -> None:
    archive = _archive(_written(tmp_path))
    said = {name: archive.get_metadata(name).decode() for name in ("Title", "Language", "Date")}
    assert said == {"Title": "Green trade", "Language": "eng", "Date": "2026-01-31"}
    assert archive.get_metadata("Description").decode() == "Projects to join"
    assert archive.has_illustration(48)
    assert bytes(archive.get_illustration_item(48).content) == _icon()


def test_pages_are_the_very_files_and_the_first_one_opens(tmp_path: Path) -> None:
    archive = _archive(_written(tmp_path))
    assert archive.main_entry.get_item().path == "en/index.html"
    assert {path: _content(archive, path) for path in _PAGES} == _PAGES
    types = {path: archive.get_entry_by_path(path).get_item().mimetype for path in _PAGES}
    assert types["assets/site.css"] == "text/css"
    assert types["assets/site.js"] == "text/javascript"
    assert types["en/index.html"] == "text/html"


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = _written(tmp_path / "one"), _written(tmp_path / "two", reverse=True)
    assert first.read_bytes() == second.read_bytes()


def test_another_site_has_another_identity(tmp_path: Path) -> None:
    first = _archive(_written(tmp_path / "one"))
    changed = _PAGES | {"en/index.html": "<!DOCTYPE html><title>Home</title><p>News"}
    second = _archive(_written(tmp_path / "two", changed))
    assert first.uuid != second.uuid
    assert (first.check(), second.check()) == (True, True)


def test_a_page_that_was_left_out_leads_to_another(tmp_path: Path) -> None:
    redirects = {"fr/index.html": "en/index.html", "en/projects/solar.html": "en/index.html"}
    archive = _archive(_written(tmp_path, redirects=redirects))
    entry = archive.get_entry_by_path("fr/index.html")
    assert entry.is_redirect
    assert entry.get_item().path == "en/index.html"
    assert not archive.get_entry_by_path("en/projects/solar.html").is_redirect


def test_only_pages_with_words_are_articles(tmp_path: Path) -> None:
    assert _archive(_written(tmp_path)).article_count == len(_TEXTS)


def test_long_names_are_cut_where_a_word_ends(tmp_path: Path) -> None:
    long = "Digital and Green International Economic and Trade Cooperation Framework Initiative"
    archive = _archive(_written(tmp_path, title=long, description=f"{long} of all"))
    assert archive.get_metadata("Title").decode() == "Digital and Green…"
    assert archive.get_metadata("Description").decode() == f"{long[:72]}…"
    assert archive.get_metadata("LongDescription").decode() == f"{long} of all"


def test_nothing_is_printed(tmp_path: Path) -> None:
    script = tmp_path / "writing.py"
    script.write_text(
        "from tests.unit.publish.test_zim import _written\n"
        "from pathlib import Path\n"
        f"if __name__ == '__main__': _written(Path({str(tmp_path)!r}))\n"
    )
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(PROJECT), *filter(None, sys.path)])},
        capture_output=True,
        check=True,
    )
    assert done.stdout == b""


def test_a_file_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    target = _written(tmp_path)
    before = target.read_bytes()
    broken = tuple((path, tmp_path / "nowhere" / path) for path in _PAGES)
    with pytest.raises(PublishError, match="could not be written: FileNotFoundError"):
        write_zim(target, broken, _book(), texts=_TEXTS)
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_without_libzim_one_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "libzim", None)
    with pytest.raises(PublishError, match="no ZIM: libzim is missing"):
        write_zim(tmp_path / "x.zim", [], _book())


def test_several_files_are_written_side_by_side(tmp_path: Path) -> None:
    files = _files(tmp_path, _PAGES)
    jobs = [ZimJob(tmp_path / f"{name}.zim", files, _book(), _TEXTS) for name in "abc"]
    write_zims(jobs, processes=2)
    assert len({job.target.read_bytes() for job in jobs}) == 1
    write_zims([], processes=2)


def _written(
    folder: Path,
    pages: Mapping[str, str] = _PAGES,
    *,
    redirects: Mapping[str, str] | None = None,
    reverse: bool = False,
    title: str = "Green trade",
    description: str = "Projects to join",
) -> Path:
    target = folder / "out" / "green.zim"
    files = sorted(_files(folder, pages), reverse=reverse)
    book = _book(title=title, description=description)
    write_zim(target, files, book, texts=_TEXTS, redirects=redirects or {})
    return target


def _files(folder: Path, pages: Mapping[str, str]) -> tuple[tuple[str, Path], ...]:
    for path, content in pages.items():
        file = folder / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return tuple((path, folder / "site" / path) for path in pages)


def _book(*, title: str = "Green trade", description: str = "Projects to join") -> Book:
    return Book(
        name="green-trade_en",
        title=title,
        description=description,
        languages=("eng",),
        creator="Secretariat",
        publisher="Secretariat",
        date="2026-01-31",
        main="en/index.html",
        illustration=_icon(),
    )


def _icon() -> bytes:
    return (PROJECT / "overrides" / "icon-48.png").read_bytes()


def _archive(path: Path) -> Archive:
    return Archive(path)


def _content(archive: Archive, path: str) -> str:
    return bytes(archive.get_entry_by_path(path).get_item().content).decode()
