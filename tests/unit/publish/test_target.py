from __future__ import annotations

import json
import pwd
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from generator.errors import PublishError
from generator.publish.integrity import verify_manifest
from generator.publish.publication import publish

if TYPE_CHECKING:
    from collections.abc import Callable

    Filler = Callable[[str], Callable[[Path], None]]


def refused(output: Path, fill: Callable[[Path], None], *protected: Path) -> str:
    """Return what publishing says when it must not touch the output."""
    with pytest.raises(PublishError) as caught:
        publish(output, fill, protected=protected)
    assert caught.value.mend
    return caught.value.what


def never(_: Path) -> None:
    pytest.fail("the build must not even start")


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    assert "was not made by this command" in refused(tmp_path, never)
    assert (tmp_path / "thesis.doc").read_text() == "years of work"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"name": "App", "icons": []}', '{"format": 2, "files": {}}']
)
def test_a_manifest_of_another_kind_does_not_make_a_folder_ours(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    assert "was not made by this command" in refused(tmp_path, never)


def test_a_site_with_a_deployments_files_in_it_is_left_alone(
    tmp_path: Path, fill_with: Filler
) -> None:
    output = tmp_path / "site"
    publish(output, fill_with("first"))
    (output / ".git").mkdir()
    (output / ".git" / "HEAD").write_text("ref: refs/heads/pages")
    assert "'.git/HEAD'" in refused(output, never)
    assert (output / ".git" / "HEAD").exists()


def test_what_a_desktop_leaves_in_a_site_is_no_obstacle(tmp_path: Path, fill_with: Filler) -> None:
    output = tmp_path / "site"
    publish(output, fill_with("first"))
    (output / "en" / ".DS_Store").write_text("")
    publish(output, fill_with("second"))
    assert verify_manifest(output) == ()


def test_a_damaged_site_of_ours_may_be_replaced(tmp_path: Path, fill_with: Filler) -> None:
    output = tmp_path / "site"
    publish(output, fill_with("first"))
    (output / "index.html").write_text("")
    (output / "en" / "first.html").unlink()
    publish(output, fill_with("second"))
    assert verify_manifest(output) == ()


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "dangling").symlink_to("nowhere")
    assert "symbolic link" in refused(tmp_path / "link", never)
    assert "symbolic link" in refused(tmp_path / "dangling", never)


def test_a_linked_parent_is_followed(tmp_path: Path, fill_with: Filler) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    publish(tmp_path / "link" / "site", fill_with("first"))
    assert verify_manifest(tmp_path / "real" / "site") == ()


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    assert "not a folder" in refused(tmp_path / "site", never)
    assert refused(tmp_path / "site" / "below", never)
    assert (tmp_path / "site").read_text() == "a file"


def test_the_root_of_the_disk_is_refused() -> None:
    assert "'/'" in refused(Path("/"), never)


def test_a_mount_point_is_refused() -> None:
    mounted = next((path for path in (Path("/proc"), Path("/dev")) if path.is_mount()), Path("/"))
    assert refused(mounted, never)


def test_the_accounts_home_and_what_holds_it_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home" / "someone"
    home.mkdir(parents=True)
    monkeypatch.setattr(pwd, "getpwuid", lambda _: SimpleNamespace(pw_dir=str(home)))
    assert str(home) in refused(home, never)
    assert str(home) in refused(tmp_path / "home", never)


def test_the_project_and_what_holds_it_are_refused(tmp_path: Path, fill_with: Filler) -> None:
    project = tmp_path / "work" / "project"
    project.mkdir(parents=True)
    assert str(project) in refused(project, never, project)
    assert str(project) in refused(tmp_path / "work", never, project)
    publish(project / "site", fill_with("first"), protected=(project,))


def test_a_parent_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "could not be written" in refused(tmp_path / "file" / "sub" / "site", never)


def test_folders_that_only_look_like_leftovers_are_kept(tmp_path: Path, fill_with: Filler) -> None:
    for name in ("site.staging-x", ".site.staging-abcdefgh", ".site.staging-mine"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "letter.txt").write_text("keep")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".site.staging-linked00").symlink_to(tmp_path / "elsewhere")
    publish(tmp_path / "site", fill_with("first"))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".site.staging-abcdefgh",
        ".site.staging-linked00",
        ".site.staging-mine",
        "elsewhere",
        "site",
        "site.staging-x",
    ]


def test_the_manifest_that_makes_a_folder_ours_is_the_one_we_write(
    tmp_path: Path, fill_with: Filler
) -> None:
    publish(tmp_path / "site", fill_with("first"))
    manifest = json.loads((tmp_path / "site" / "manifest.json").read_text())
    assert manifest["format"] == 1
    assert set(manifest["files"]["index.html"]) == {"sha256", "size"}
