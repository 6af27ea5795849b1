"""A built site offers packages of itself, and says of them what is true."""

from __future__ import annotations

import hashlib
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.cli import framework
from generator.pipeline import build
from generator.publish.integrity import verify_manifest
from tests.miniature import checked, copy_of_mini

if TYPE_CHECKING:
    from pathlib import Path

_LANGUAGES = ("ar", "en", "zh")
_OFFER = re.compile(
    r'<a href="\.\./(?P<path>[^"]+)" download>.*?<code dir="ltr">(?P<sum>[0-9a-f]{64})</code>',
    re.DOTALL,
)
_OWN = {"README.txt", "manifest.json"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workspace = copy_of_mini(tmp_path_factory.mktemp("project"))
    output = workspace.root / "site"
    build(workspace, checked(workspace), output=output, edition_date="2026-01-31")
    return output


def package(site: Path, name: str) -> Path:
    return site / "downloads" / f"sample-framework-{name}.zip"


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_language_offers_every_package_with_its_true_checksum(
    site: Path, language: str
) -> None:
    page = (site / language / "downloads.html").read_text(encoding="utf-8")
    offers = {found["path"]: found["sum"] for found in _OFFER.finditer(page)}
    packages = [path for path in (site / "downloads").iterdir() if path.name != "SHA256SUMS"]
    assert offers == {
        f"downloads/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest() for path in packages
    }
    assert {f"downloads/{package(site, name).name}" for name in (*_LANGUAGES, "all")} <= {*offers}


def test_a_package_is_the_site_but_for_its_page_of_downloads(site: Path) -> None:
    held = contents(package(site, "all"))
    changed = {
        path
        for path in held.keys() - _OWN
        if not (site / path).is_file() or held[path] != (site / path).read_bytes()
    }
    assert changed == {f"{language}/downloads.html" for language in _LANGUAGES}
    left_out = {
        path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()
    } - held.keys()
    assert [path for path in left_out if path.endswith(".html")] == []


@pytest.mark.parametrize("name", [*_LANGUAGES, "all"])
def test_packages_are_whole(site: Path, name: str) -> None:
    assert verify_manifest(package(site, name)) == ()


def test_an_unpacked_package_is_whole_although_languages_are_missing(
    site: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(package(site, "en")) as archive:
        archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    good = CliRunner().invoke(framework, ["verify", str(folder)])
    assert good.exit_code == 0, good.output
    (folder / "en" / "index.html").write_bytes(b"changed")
    bad = CliRunner().invoke(framework, ["verify", str(folder)])
    assert bad.exit_code == 1
    assert "site-file-changed" in bad.output


@pytest.mark.parametrize("language", _LANGUAGES)
def test_the_first_page_of_one_language_leads_straight_to_it(site: Path, language: str) -> None:
    held = contents(package(site, language))
    first = held["index.html"].decode()
    assert f'content="0; url={language}/index.html"' in first
    assert f"{language}/index.html" in held


def test_a_site_that_gives_the_app_up_takes_it_away_from_readers(tmp_path: Path) -> None:
    workspace = copy_of_mini(tmp_path)
    config = workspace.config.read_text(encoding="utf-8")
    assert "\nextra:" not in config
    workspace.config.write_text(f"{config}\nextra:\n  app: false\n", encoding="utf-8")
    output = workspace.root / "site"
    build(workspace, checked(workspace), output=output, languages=["en"], downloads=False)
    assert "unregister" in (output / "sw.js").read_text(encoding="utf-8")
    assert not (output / "offline").exists()
    assert "offline.js" not in (output / "en" / "index.html").read_text(encoding="utf-8")


def test_without_packages_the_page_offers_none(tmp_path: Path) -> None:
    workspace = copy_of_mini(tmp_path)
    output = workspace.root / "site"
    build(workspace, checked(workspace), output=output, languages=["en"], downloads=False)
    assert not (output / "downloads").exists()
    page = (output / "en" / "downloads.html").read_text(encoding="utf-8")
    assert not _OFFER.search(page)


@pytest.mark.parametrize(
    ("language", "day"),
    [("en", "January 31, 2026"), ("zh", "2026年1月31日"), ("ar", "31 يناير 2026")],
)
def test_day_of_the_edition_is_written_as_the_language_writes_it(
    site: Path, language: str, day: str
) -> None:
    page = (site / language / "index.html").read_text(encoding="utf-8")
    assert re.search(f'<time datetime="2026-01-31">[^<]*{re.escape(day)}', page)
