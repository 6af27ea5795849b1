"""Examples in the documents are true: records pass, and messages are what the program says."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.pipeline import check
from generator.reports.surroundings import Surroundings
from generator.reports.text import text_report
from generator.workspace import Workspace
from tests.unit.docs.reading import PAGES, PROJECT, examples, section

if TYPE_CHECKING:
    from pathlib import Path

_TODAY = date(2026, 12, 31)
_EXAMPLE = "content/projects/explore-open-project-library.yaml"
_RECORDS = (("CONTRIBUTING.md", "What a record needs"), ("CONTRIBUTING.zh.md", "记录要写什么"))
_COMMANDS = PAGES / "commands.md"


@pytest.fixture
def project(tmp_path: Path) -> Workspace:
    """A copy of the records that a test may change."""
    # Without translations: an example may stand in for a record that has some.
    for folder in ("content",):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    return Workspace(tmp_path)


@pytest.mark.parametrize(("file", "title"), _RECORDS)
def test_record_passes(project: Workspace, file: str, title: str) -> None:
    assert _report(project, _EXAMPLE, _record(file, title)) == "No problems found.\n"


def test_records_of_the_reference_pass(project: Workspace) -> None:
    text = (PAGES / "records.md").read_text(encoding="utf-8")
    (source,) = examples(section(text, "Source"), "yaml")
    (record,) = examples(section(text, "Funding of a project"), "yaml")
    _report(project, "content/sources/stcn-2023-10-18.yaml", source)
    assert _report(project, _EXAMPLE, record) == "No problems found.\n"


def test_message_is_what_the_program_says(project: Workspace) -> None:
    record = _record(*_RECORDS[0])
    wrong = record.replace("pillars: all", "pillars: [trade-facilitaton]")
    report = _report(project, _EXAMPLE, wrong)
    shown = [
        text for text in examples(_COMMANDS.read_text(encoding="utf-8"), "text") if "[" in text
    ]
    assert shown
    for message in shown:
        assert report.startswith(message)


def _record(file: str, title: str) -> str:
    text = (PROJECT / file).read_text(encoding="utf-8")
    (record,) = examples(section(text, title), "yaml")
    return record


def _report(project: Workspace, name: str, record: str) -> str:
    (project.root / name).write_text(record, encoding="utf-8")
    around = Surroundings(line_of=lambda place: record.splitlines()[place.line - 1])
    return text_report(check(project, today=_TODAY).issues, around=around)
