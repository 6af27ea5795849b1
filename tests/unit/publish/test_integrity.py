from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.errors import PublishError, UsageError
from generator.publish import integrity
from generator.publish.integrity import verify_manifest
from generator.publish.manifest import write_manifest

if TYPE_CHECKING:
    from generator.publish.inventory import Inventory


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "en").mkdir(parents=True)
    (site / "index.html").write_text("start")
    (site / "en" / "index.html").write_text("english")
    write_manifest(site)
    return site


def found(site: Path) -> list[tuple[str, str]]:
    return [(issue.place.file, issue.rule) for issue in verify_manifest(site)]


def test_a_whole_site_has_no_issue(site: Path) -> None:
    assert found(site) == []


def test_each_difference_is_named(site: Path) -> None:
    (site / "index.html").write_text("START")
    (site / "en" / "index.html").unlink()
    (site / "en" / "added.html").write_text("")
    assert found(site) == [
        ("en/added.html", "site-file-extra"),
        ("en/index.html", "site-file-missing"),
        ("index.html", "site-file-changed"),
    ]


def test_a_link_or_a_pipe_in_place_of_a_file_is_a_change(site: Path) -> None:
    (site / "copy.html").write_text("start")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to("copy.html")
    (site / "en" / "index.html").unlink()
    os.mkfifo(site / "en" / "index.html")
    assert found(site) == [
        ("copy.html", "site-file-extra"),
        ("en/index.html", "site-file-changed"),
        ("index.html", "site-file-changed"),
    ]


def test_a_folder_in_place_of_a_file_is_a_missing_file(site: Path) -> None:
    (site / "index.html").unlink()
    (site / "index.html").mkdir()
    assert found(site) == [("index.html", "site-file-missing")]


def test_a_link_to_a_folder_is_not_followed(site: Path, tmp_path: Path) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "letter.txt").write_text("x")
    (site / "private").symlink_to(tmp_path / "private")
    assert found(site) == [("private", "site-file-extra")]


def test_a_site_without_manifest_is_said(site: Path) -> None:
    (site / "manifest.json").unlink()
    assert found(site) == [("manifest.json", "site-manifest-missing")]


@pytest.mark.parametrize("text", ["", "{}", '{"format": 1, "files": {"../x": {}}}'])
def test_a_broken_manifest_is_said(site: Path, text: str) -> None:
    (site / "manifest.json").write_text(text)
    assert found(site) == [("manifest.json", "site-manifest-broken")]


def test_a_manifest_that_is_no_plain_file_is_not_read(site: Path) -> None:
    (site / "manifest.json").rename(site.parent / "manifest.json")
    (site / "manifest.json").symlink_to(site.parent / "manifest.json")
    assert found(site) == [("manifest.json", "site-manifest-broken")]


def test_a_name_cannot_forge_a_line_of_the_report(site: Path) -> None:
    (site / "x\nindex.html: fine\u202e").write_text("")
    (issue,) = verify_manifest(site)
    assert issue.place.file == "x\\u000aindex.html: fine\\u202e"


def test_a_name_that_is_not_text_can_be_reported(site: Path) -> None:
    Path(os.fsdecode(os.fsencode(site) + b"/\xff")).write_text("")
    (issue,) = verify_manifest(site)
    assert issue.place.file.encode("utf-8")


def test_nothing_there_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        verify_manifest(tmp_path / "nowhere")


def test_a_site_that_cannot_be_read_is_said(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> Inventory:
        raise PermissionError(errno.EACCES, "Permission denied", str(folder))

    monkeypatch.setattr(integrity, "take_inventory", refuse)
    with pytest.raises(PublishError, match="cannot be read"):
        verify_manifest(site)
