"""Workflows and forms keep to the schemas that SchemaStore and GitLab publish for them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.workflows.reading import FORMS, GITHUB, PIPELINE, PROJECT, WORKFLOWS

if TYPE_CHECKING:
    from pathlib import Path

_CASES = (
    ("github-workflows", WORKFLOWS),
    ("github-issue-forms", FORMS),
    ("github-issue-config", (GITHUB / "ISSUE_TEMPLATE" / "config.yml",)),
    ("dependabot", (GITHUB / "dependabot.yml",)),
    ("gitlab-ci", (PIPELINE,)),
)


@pytest.mark.parametrize(("schema", "paths"), _CASES, ids=[name for name, _ in _CASES])
def test_files_keep_to_the_published_schema(schema: str, paths: tuple[Path, ...]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    if schema == "gitlab-ci":
        command += ["--data-transform", "gitlab-ci"]
    done = subprocess.run(
        [*command, *map(str, paths)], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
