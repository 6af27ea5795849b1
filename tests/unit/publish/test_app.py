from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.errors import PublishError
from generator.publish.app import (
    AppLanguage,
    write_app,
    write_app_manifests,
    write_retired_worker,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_OVERRIDES = Path(__file__).parents[3] / "overrides"
_FILES = {
    "index.html": "choose",
    "en/index.html": "home",
    "ar/index.html": "دار",
    "assets/site.css": "",
    "search/root.js": "root",
    "search/0a1b/terms.js": "terms",
    "downloads/site-en.zip": "package",
    "sitemap.xml": "map",
}


def _language(tag: str, direction: str = "ltr") -> AppLanguage:
    return AppLanguage(
        tag, tag.upper(), direction, "A long name", "Name", "About it.", {"title": "</script>"}
    )


_LANGUAGES = (_language("en"), _language("ar", "rtl"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for name, text in _FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _read(site: Path, name: str) -> Any:  # noqa: ANN401 - JSON of any shape
    return json.loads((site / "offline" / name).read_text(encoding="utf-8"))


def test_list_of_a_language_holds_all_that_reading_it_takes(site: Path) -> None:
    write_app(site, _OVERRIDES, _LANGUAGES)
    files = _read(site, "en.json")["files"]
    shared = {"index.html", "assets/site.css", "search/root.js", "search/0a1b/terms.js"}
    assert files.keys() == {*shared, "en/index.html"}
    assert files["en/index.html"] == [4, hashlib.sha256(b"home").hexdigest()[:16]]


def test_edition_tells_sizes_before_anything_is_fetched(site: Path) -> None:
    write_app(site, _OVERRIDES, _LANGUAGES, edition_date="2026-01-31")
    edition = _read(site, "version.json")
    listed = _read(site, "ar.json")
    assert edition["date"] == "2026-01-31"
    assert edition["version"] == listed["version"]
    assert edition["languages"]["ar"]["bytes"] == sum(size for size, _ in listed["files"].values())
    assert edition["fixed"] == ["search/0a1b/"]


@pytest.mark.parametrize("name", ["en/index.html", "search/root.js", "assets/new.css"])
def test_every_change_of_what_is_kept_makes_a_new_edition(site: Path, name: str) -> None:
    write_app(site, _OVERRIDES, _LANGUAGES)
    before = _read(site, "version.json")["version"]
    (site / name).write_text("changed", encoding="utf-8")
    write_app(site, _OVERRIDES, _LANGUAGES)
    assert _read(site, "version.json")["version"] != before


def test_packages_are_no_part_of_an_edition(
    site: Path, contents: Callable[[Path], dict[str, bytes]]
) -> None:
    write_app(site, _OVERRIDES, _LANGUAGES)
    before = contents(site / "offline")
    (site / "downloads" / "site-en.zip").write_text("another", encoding="utf-8")
    write_app(site, _OVERRIDES, _LANGUAGES)
    assert contents(site / "offline") == before


def test_worker_is_the_same_for_every_edition(site: Path) -> None:
    write_app(site, _OVERRIDES, _LANGUAGES)
    before = (site / "sw.js").read_bytes()
    (site / "en" / "index.html").write_text("changed", encoding="utf-8")
    write_app(site, _OVERRIDES, _LANGUAGES, edition_date="2026-01-31")
    assert (site / "sw.js").read_bytes() == before


def test_worker_without_a_place_for_the_words_is_refused(site: Path, tmp_path: Path) -> None:
    shutil.copytree(_OVERRIDES, tmp_path / "overrides")
    (tmp_path / "overrides" / "sw.js").write_text("", encoding="utf-8")
    with pytest.raises(PublishError, match="exactly once"):
        write_app(site, tmp_path / "overrides", _LANGUAGES)


def test_each_language_is_installed_under_its_own_name(site: Path) -> None:
    languages = (_LANGUAGES[0], replace(_LANGUAGES[1], short_name="اسم"))
    write_app_manifests(site, _OVERRIDES, languages)
    manifest = json.loads((site / "ar" / "app.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["short_name"], manifest["lang"], manifest["dir"]) == ("اسم", "ar", "rtl")
    for icon in manifest["icons"]:
        assert (_OVERRIDES / icon["src"].removeprefix("../")).is_file()


def test_retired_worker_takes_the_place_of_the_other(site: Path) -> None:
    write_app(site, _OVERRIDES, _LANGUAGES)
    write_retired_worker(site, _OVERRIDES)
    worker = (site / "sw.js").read_text(encoding="utf-8")
    assert "unregister" in worker
    assert "fetch" not in worker
