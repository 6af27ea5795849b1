"""`.ci/review` on a small project: reports, a preview, and no words of strangers as commands."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.miniature import PROJECT, copy_of_mini

if TYPE_CHECKING:
    from pathlib import Path

_REPORTS = {"check.txt", "check.json", "check.sarif", "code-quality.json", "junit.xml", "review.md"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own, whose set-up is done."""
    root = copy_of_mini(tmp_path).root
    shutil.copy(PROJECT / "Makefile", root)
    shutil.copytree(PROJECT / ".ci", root / ".ci")
    (root / "setup").mkdir()
    (root / "setup" / "venv").write_text("#!/bin/sh\n", encoding="utf-8")
    (root / "setup" / "venv").chmod(0o755)
    (root / ".venv" / "bin").mkdir(parents=True)
    program = root / ".venv" / "bin" / "framework"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return root


def test_clean_change_gets_reports_and_a_preview(project: Path) -> None:
    before = project.parent / "before"
    shutil.copytree(project / "content", before)
    record = _first_project(project)
    record.write_text(record.read_text(encoding="utf-8") + "sdgs: [17]\n", encoding="utf-8")
    done, summary = _review(project, str(before))
    assert done.returncode == 0, done.stdout + done.stderr
    assert {path.name for path in (project / "build" / "review").iterdir()} >= _REPORTS
    assert (project / "build" / "review" / "site" / "index.html").is_file()
    assert record.name in summary


def test_wrong_change_fails_with_annotations_and_without_a_preview(project: Path) -> None:
    record = _first_project(project)
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("status: ", "status: ::add-mask::", 1), encoding="utf-8")
    done, summary = _review(project)
    assert done.returncode != 0
    assert not (project / "build" / "review" / "site").exists()
    assert json.loads((project / "build" / "review" / "code-quality.json").read_text("utf-8"))
    assert "value-unknown" in summary
    annotations, _, log = done.stdout.partition("::stop-commands::")
    assert f"::error file=content/projects/{record.name}" in annotations
    # The name that switches commands on again closes the log, and nobody could have guessed it.
    token, *lines = log.splitlines()
    assert lines[-1] == f"::{token}::"
    assert len(token) == 32


def _first_project(project: Path) -> Path:
    return min((project / "content" / "projects").glob("*.yaml"))


def _review(project: Path, *base: str) -> tuple[subprocess.CompletedProcess[str], str]:
    summary = project.parent / "summary.md"
    done = subprocess.run(
        [project / ".ci" / "review", *base], capture_output=True, text=True, check=False,
        env={
            **os.environ, "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary),
            "PYTHONPATH": str(PROJECT), "LC_ALL": "C.UTF-8",
        },
    )  # fmt: skip
    return done, summary.read_text(encoding="utf-8")
