"""Build servers run our own commands, with no rights that a stranger's change could abuse."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.command_lines import runs, unknown
from tests.workflows.reading import PIPELINE, PROJECT, SCRIPTS, WORKFLOWS, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TRIGGERS = {"pull_request", "push", "schedule", "workflow_dispatch"}
_PINNED = re.compile(r"actions/(checkout|upload-artifact)@[0-9a-f]{40} # v\d+\.\d+\.\d+")
_CONTENT = {"content", "locales"}
_HIDDEN = {".ci", ".github", ".gitlab"}
_MADE = {"build", "node_modules", "site"}

workflows = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


@workflows
def test_workflow_reads_only(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in workflow["jobs"].values())


@workflows
def test_workflow_starts_without_rights_of_the_main_branch(path: Path) -> None:
    assert set(read(path)["on"]) <= _TRIGGERS


@pytest.mark.parametrize("path", [*WORKFLOWS, PIPELINE, *SCRIPTS], ids=lambda path: path.name)
def test_no_secret_is_used(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"secrets\.|github\.token|GITHUB_TOKEN|CI_JOB_TOKEN|password", text)


@workflows
def test_actions_are_named_by_commit_and_keep_no_token(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for used in re.findall(r"uses: (.+)", text):
        assert _PINNED.fullmatch(used), used
    for step in _steps(read(path)):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@workflows
def test_no_words_of_strangers_stand_in_a_command(path: Path) -> None:
    for step in _steps(read(path)):
        assert "${{" not in step.get("run", "")


@workflows
def test_workflow_ends_in_time_and_runs_once(path: Path) -> None:
    workflow = read(path)
    assert workflow["concurrency"]["cancel-in-progress"] is True
    assert all(0 < job["timeout-minutes"] <= 90 for job in workflow["jobs"].values())


def test_both_forges_run_the_same_commands() -> None:
    on_github = {name for path in WORKFLOWS for name in _scripts(path)}
    assert on_github == set(_scripts(PIPELINE)) == {f".ci/{path.name}" for path in SCRIPTS}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_script_can_be_started(path: Path) -> None:
    assert os.access(path, os.X_OK)
    assert path.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")


def test_commands_in_scripts_exist() -> None:
    lines = [line for path in SCRIPTS for line in runs(path.read_text(encoding="utf-8"))]
    assert lines
    assert [line for line in lines if unknown(line)] == []


def test_pipeline_tests_every_change_but_those_of_content() -> None:
    rules = read(PIPELINE)["everything"]["rules"]
    (listed,) = (rule["changes"] for rule in rules if "changes" in rule)
    folders = {path.name for path in PROJECT.iterdir() if path.is_dir() and _is_kept(path)}
    assert set(listed) == {"*", *(f"{name}/**/*" for name in folders - _CONTENT)}


def test_every_job_of_the_pipeline_ends_in_time() -> None:
    jobs = [job for job in read(PIPELINE).values() if isinstance(job, dict) and "script" in job]
    assert jobs
    assert all("timeout" in job for job in jobs)


def _steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def _scripts(path: Path) -> list[str]:
    return re.findall(
        r"\.ci/[a-z]+", re.sub(r"(?m)#.*|^ *- \.ci/\*.*", "", path.read_text(encoding="utf-8"))
    )


def _is_kept(path: Path) -> bool:
    """Say whether a folder belongs to the project, and was not made by a tool."""
    if path.name.startswith("."):
        return path.name in _HIDDEN
    return path.name not in _MADE and not path.name.endswith(".egg-info")
