"""The list of projects that owe news, for people, programs and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.cli import framework

if TYPE_CHECKING:
    from click.testing import Result

    from generator.workspace import Workspace

MARCH_2023 = "2023-03-01"


@pytest.fixture(autouse=True)
def in_march_2023(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRAMEWORK_TODAY", MARCH_2023)


def coverage(workspace: Workspace, *options: str) -> Result:
    return CliRunner().invoke(framework, ["--project", str(workspace.root), "coverage", *options])


def test_people_read_what_is_silent_for_how_long_and_whom_to_ask(mini: Workspace) -> None:
    done = coverage(mini, "--stale")
    assert done.exit_code == 0
    assert done.output.splitlines() == [
        "content/projects/sample.yaml: Electronic certificates of origin",
        "    open, last news 2021-02, 24 months ago; lead: Alphaland",
        "    https://office.example.org/certificates?lang=en",
    ]


def test_programs_read_the_same(mini: Workspace) -> None:
    (item,) = json.loads(coverage(mini, "--stale", "--format", "json").stdout)
    assert (item["months"], item["last_news"], item["leads"]) == (24, "2021-02", ["Alphaland"])


def test_months_say_how_long_is_long(mini: Workspace) -> None:
    assert json.loads(coverage(mini, "--stale", "--months", "25", "--format", "json").stdout) == []
    assert "owes news" in coverage(mini, "--stale", "--months", "25").stdout


def test_a_title_that_looks_like_a_formula_is_harmless_in_a_spreadsheet(mini: Workspace) -> None:
    record = mini.content / "projects" / "sample.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("title: Electronic", "title: =HYPERLINK(1) Electronic"), "utf-8")
    rows = list(csv.DictReader(io.StringIO(coverage(mini, "--stale", "--format", "csv").stdout)))
    assert [row["title"][:2] for row in rows] == ["'="]


def test_options_of_the_list_are_refused_without_it(mini: Workspace) -> None:
    assert coverage(mini, "--months", "3").exit_code == 2
