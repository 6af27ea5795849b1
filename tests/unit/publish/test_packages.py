"""Packages are the site itself, whole, the same on each run, and safe to unpack anywhere."""

from __future__ import annotations

import os
import signal
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.errors import PublishError
from generator.model.text import Text, Version
from generator.publish import packages
from generator.publish.archive import ArchiveWriter
from generator.publish.integrity import verify_manifest
from generator.publish.packages import (
    Imprint,
    LanguageCopy,
    package_name,
    write_packages,
    write_presence,
    write_sums,
)
from generator.publish.publication import publish

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.pages.downloads import Package

TAGS = ("en", "ar", "zh")
IMPRINT = Imprint("sample", date(2026, 1, 31), {"LICENSE.txt": b"free"})
SHARED = {
    "assets/site.css": b"p { margin: 0 }",
    "search/root.js": b"search()" * 100,
    "api/v1/projects.json": b"{}",
}
PUBLISHED_ONLY = ("sw.js", "sitemap.xml", "offline/en.json", "manifest.json")
OWN = {"index.html", "README.txt", "LICENSE.txt", "manifest.json"}


def fill(site: Path, tags: tuple[str, ...] = TAGS) -> tuple[Package, ...]:
    files = {
        **SHARED,
        **dict.fromkeys(PUBLISHED_ONLY, b"{}"),
        "index.html": b"choose",
        **{f"{tag}/index.html": tag.encode() * 900 for tag in tags},
        **{f"api/v1/{tag}/projects.json": tag.encode() for tag in tags},
    }
    for path, content in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    write_presence(site, tags)
    return packed(site, tags)


def packed(site: Path, tags: tuple[str, ...] = TAGS) -> tuple[Package, ...]:
    copies = [LanguageCopy(tag, f"to {tag}".encode(), f"readme {tag}\n") for tag in tags]
    made = write_packages(site, IMPRINT, copies)
    write_sums(site, made)
    return made


def contents(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {package.stem}
        return {
            name.removeprefix(f"{package.stem}/"): archive.read(name) for name in archive.namelist()
        }


def test_there_is_one_for_each_language_and_one_for_all(tmp_path: Path) -> None:
    made = fill(tmp_path)
    assert [(package.language, package.path) for package in made] == [
        ("en", "downloads/sample-en.zip"),
        ("ar", "downloads/sample-ar.zip"),
        ("zh", "downloads/sample-zh.zip"),
        ("", "downloads/sample-all.zip"),
    ]
    for package in made:
        assert package.size == (tmp_path / package.path).stat().st_size
        assert verify_manifest(tmp_path / package.path) == ()


def test_a_site_in_one_language_has_one_package(tmp_path: Path) -> None:
    (only,) = fill(tmp_path, ("en",))
    assert (only.language, only.path) == ("en", "downloads/sample-en.zip")
    assert contents(tmp_path / only.path)["index.html"] == b"choose"


def test_files_are_those_of_the_site(tmp_path: Path) -> None:
    for package in fill(tmp_path):
        held = contents(tmp_path / package.path)
        for path in held.keys() - OWN:
            assert held[path] == (tmp_path / path).read_bytes(), path
        assert held.keys() >= {*SHARED, *OWN}
        assert held.keys().isdisjoint({*PUBLISHED_ONLY} - OWN)
        assert not [path for path in held if path.startswith("downloads/")]


def test_one_language_comes_without_the_others(tmp_path: Path) -> None:
    fill(tmp_path)
    held = contents(tmp_path / "downloads/sample-ar.zip")
    assert held["index.html"] == b"to ar"
    assert held["README.txt"] == b"readme ar\n"
    assert {path for path in held if "ar" in path.split("/")} == {
        "ar/index.html",
        "ar/present.js",
        "api/v1/ar/projects.json",
    }
    assert not [path for path in held if {"en", "zh"} & {*path.split("/")}]
    whole = contents(tmp_path / "downloads/sample-all.zip")
    assert whole["index.html"] == b"choose"
    assert {f"{tag}/present.js" for tag in TAGS} <= whole.keys()
    assert all(f"readme {tag}" in whole["README.txt"].decode() for tag in TAGS)


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    assert fill(first) == fill(second)
    for path in sorted((first / "downloads").iterdir()):
        assert path.read_bytes() == (second / "downloads" / path.name).read_bytes()


def test_a_changed_byte_is_found(tmp_path: Path) -> None:
    fill(tmp_path)
    package = tmp_path / "downloads/sample-en.zip"
    files = contents(package)
    with zipfile.ZipFile(package, "w") as archive:
        for path, content in files.items():
            changed = content.replace(b"margin", b"MARGIN")
            archive.writestr(f"sample-en/{path}", changed)
    (issue,) = verify_manifest(package)
    assert (issue.rule, issue.place.file) == ("site-file-changed", "assets/site.css")


def test_a_damaged_package_is_found(tmp_path: Path) -> None:
    fill(tmp_path)
    package = tmp_path / "downloads/sample-en.zip"
    data = bytearray(package.read_bytes())
    place = data.index(b"p { margin: 0 }")
    data[place] ^= 1
    package.write_bytes(data)
    assert [issue.rule for issue in verify_manifest(package)] == ["site-package-broken"]


def test_sums_are_as_the_common_program_writes_them(tmp_path: Path) -> None:
    made = fill(tmp_path)
    lines = (tmp_path / "downloads/SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert lines == [f"{package.sha256}  {Path(package.path).name}" for package in made]


@pytest.mark.parametrize(
    "path",
    [
        "en/con.html",
        "en/AUX",
        "nul/page.html",
        "en/what?.html",
        "en/a:b.html",
        "en/dot./page.html",
        "en/space .",
        "en/Index.html",
        "en/a\\b.html",
        "en/new\nline.html",
    ],
)
def test_a_name_that_some_computers_cannot_store_is_refused(tmp_path: Path, path: str) -> None:
    fill(tmp_path)
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_bytes(b"")
    with pytest.raises(PublishError):
        packed(tmp_path)


def test_a_link_is_refused(tmp_path: Path) -> None:
    fill(tmp_path)
    (tmp_path / "en/link.html").symlink_to("/etc/passwd")
    with pytest.raises(PublishError):
        packed(tmp_path)


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ({"en": "Sample & Co. Framework", "de": "Beispiel"}, "sample-co-framework"),
        ({"fr": "Cadre d\u2019échanges", "zh": "框架"}, "cadre-d-echanges"),
        ({"zh": "框架", "ru": "Рамки"}, "site"),
        ({"zh": "\u202e../框架", "ru": ".."}, "site"),
    ],
)
def test_names_are_plain(titles: dict[str, str], expected: str) -> None:
    title = Text(versions={tag: Version(text=words) for tag, words in titles.items()})
    assert package_name((None, title)) == expected


@pytest.mark.parametrize("moment", ["compressing", "directory", "swap"])
def test_killed_while_packing_the_last_good_packages_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    output = tmp_path / "site"
    publish(output, _page_and(fill), verify=lambda _: ())
    before = contents(output / "downloads/sample-all.zip")

    def die(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def action() -> None:
        if moment == "compressing":
            monkeypatch.setattr(packages, "pack", die)
        if moment == "directory":
            monkeypatch.setattr(ArchiveWriter, "finish", die)
        stage = "written-out" if moment == "swap" else ""
        publish(
            output,
            _page_and(fill),
            verify=lambda _: (),
            on_stage=lambda done: die() if done == stage else None,
        )

    assert _ended(action) == -signal.SIGKILL
    assert verify_manifest(output) == ()
    assert contents(output / "downloads/sample-all.zip") == before
    publish(output, _page_and(fill), verify=lambda _: ())
    assert verify_manifest(output) == ()


def _page_and(fill: Callable[[Path], object]) -> Callable[[Path], None]:
    def filled(site: Path) -> None:
        fill(site)

    return filled


def _ended(action: Callable[[], None]) -> int:
    """Run an action in a process of its own and return how it ended."""
    child = os.fork()
    if child == 0:
        try:
            action()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
