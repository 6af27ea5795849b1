"""``framework check --fix``: six faults go in one round, and no file gets worse."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.miniature import PROJECT, checked
from tests.unit.cli.terminal import talk

if TYPE_CHECKING:
    from pathlib import Path

    from generator.workspace import Workspace

_FAULTS = (
    ("kind: project", "kind: Projekt"),
    ("pillars: [paperless-trade]", "pillars: Paperless trade"),
    ("track: shared-library", "track: Shared library of projects"),
    ("lead: [XAA]", "lead: [alphaland]"),
    ("    on: 2020-05-12", "    on: 12 May 2020"),
    ("sdgs: [9, 17]", "sdgs:[9, 17, 17]"),
)


def framework(workspace: Workspace, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", "--project", str(workspace.root), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=PROJECT,
    )


@pytest.fixture
def sample(mini: Workspace) -> Path:
    path = mini.content / "projects" / "sample.yaml"
    text = path.read_text(encoding="utf-8")
    for right, wrong in _FAULTS:
        assert right in text
        text = text.replace(right, wrong)
    path.write_text(text, encoding="utf-8")
    return path


def test_six_faults_go_in_one_round_and_the_record_is_as_it_was(
    mini: Workspace, sample: Path
) -> None:
    right = sample.read_text(encoding="utf-8")
    for good, bad in reversed(_FAULTS):
        right = right.replace(bad, good)
    done = framework(mini, "check", "--fix")
    assert done.returncode == 0, done.stdout
    assert sample.read_text(encoding="utf-8") == right
    assert {"-lead: [alphaland]", "+lead: [XAA]"} <= set(done.stdout.splitlines())
    assert done.stdout.count(": mended: ") >= len(_FAULTS)
    assert done.stdout.endswith("No problems found.\n")
    assert checked(mini).issues == ()


def test_dry_run_shows_the_same_and_writes_nothing(mini: Workspace, sample: Path) -> None:
    before = sample.read_bytes()
    done = framework(mini, "check", "--fix", "--dry-run")
    assert "+lead: [XAA]\n" in done.stdout
    assert "Nothing was written.\n" in done.stdout
    assert sample.read_bytes() == before


def test_line_ends_of_windows_stay(mini: Workspace, sample: Path) -> None:
    sample.write_bytes(sample.read_bytes().replace(b"\n", b"\r\n"))
    assert framework(mini, "check", "--fix").returncode == 0
    data = sample.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")


def test_what_needs_a_person_is_left_and_reported(mini: Workspace, sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    sample.write_text(text.replace("on: 12 May 2020", "on: 01.02.2020"), encoding="utf-8")
    done = framework(mini, "check", "--fix")
    assert done.returncode == 1
    assert "'01.02.2020' is not a date" in done.stdout
    assert "lead: [XAA]\n" in sample.read_text(encoding="utf-8")


def test_a_file_that_would_be_no_better_is_left_alone(mini: Workspace) -> None:
    path = mini.content / "projects" / "sample.yaml"
    text = path.read_text(encoding="utf-8")
    # To write the id of the organization makes a second fault of the first: it is a partner too.
    path.write_text(text.replace("partners: [XBB,", "partners: [XAA, Alphaland,"), encoding="utf-8")
    before = path.read_bytes()
    errors = checked(mini).errors
    framework(mini, "check", "--fix")
    assert path.read_bytes() == before or checked(mini).errors < errors


def test_only_the_files_that_are_named_are_mended(mini: Workspace, sample: Path) -> None:
    before = sample.read_bytes()
    done = framework(mini, "check", "--fix", str(mini.content / "sources"))
    assert "nothing that can be mended" in done.stdout
    assert sample.read_bytes() == before


def test_sound_content_is_not_touched(mini: Workspace) -> None:
    framework(mini, "check", "--fix")
    before = {path: path.stat().st_mtime_ns for path in mini.content.rglob("*.yaml")}
    assert "nothing that can be mended" in framework(mini, "check", "--fix").stdout
    assert {path: path.stat().st_mtime_ns for path in mini.content.rglob("*.yaml")} == before


@pytest.mark.usefixtures("sample")
def test_a_person_is_told_how_to_have_mistakes_mended(mini: Workspace) -> None:
    assert "framework check --fix" in talk(mini, ["check"], {}).shown
    assert "--fix" not in framework(mini, "check").stdout


def test_nobody_is_told_to_mend_what_is_right(mini: Workspace) -> None:
    assert "--fix" not in talk(mini, ["check"], {}).shown
