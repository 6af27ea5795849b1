"""Two records of one project are noticed, whatever languages they are written in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.checks.duplicates import check_duplicates
from generator.languages.terms import Terms
from generator.records.repository import Repository, read_repository

_PROJECT = Path(__file__).parents[3]
_RECORD = """language: {language}
kind: project
title: {title}
summary: {summary}
pillars: all
track: project-library
lead: [{lead}]
status: active
history:
  - status: active
    on: {on}
    source: stcn-2023-10-18
    quote: Words.
"""
_CHINESE = {
    "language": "zh",
    "title": "电子提单试点",
    "summary": "企业在试点中使用电子提单、电子发票和电子签名。",
    "lead": "KEN",
    "on": "2025-03-04",
}
_ENGLISH = {
    "language": "en",
    "title": "Pilot without paper",
    "summary": "Firms use the electronic bill of lading, the electronic invoice and the "
    "electronic signature.",
    "lead": "KEN",
    "on": "2025-03-04",
}


@pytest.fixture(scope="module")
def repository() -> Repository:
    found, _ = read_repository(_PROJECT / "content", relative_to=_PROJECT)
    assert found is not None
    return found


def hints(tmp_path: Path, *records: dict[str, str]) -> list[str]:
    """Return what is said of these records beside the real glossary and participants."""
    content = tmp_path / "content"
    (content / "projects").mkdir(parents=True)
    for name in ("framework", "languages", "glossary"):
        shutil.copy(_PROJECT / "content" / f"{name}.yaml", content)
    for number, record in enumerate(records):
        path = content / "projects" / f"record-{number}.yaml"
        path.write_text(_RECORD.format_map(record), encoding="utf-8")
    found, _ = read_repository(content, relative_to=tmp_path)
    assert found is not None
    terms = Terms(found.glossary)
    issues = list(check_duplicates(found, terms.ids_in))
    assert all(issue.severity == "warning" for issue in issues)
    return [f"{issue.place.file}: {issue.message}" for issue in issues]


def test_one_project_in_two_languages_is_noticed(tmp_path: Path) -> None:
    (hint,) = hints(tmp_path, _CHINESE, _ENGLISH)
    assert hint.startswith("content/projects/record-1.yaml: ")
    assert "content/projects/record-0.yaml" in hint


def test_the_same_title_is_noticed_though_it_is_spelt_otherwise(tmp_path: Path) -> None:
    other = {**_ENGLISH, "title": "Pilot – WITHOUT paper", "summary": "New.", "on": "2026-01-01"}
    assert len(hints(tmp_path, _ENGLISH, other)) == 1


def test_many_records_of_one_project_are_named_in_one_hint_each(tmp_path: Path) -> None:
    found = hints(tmp_path, *([_ENGLISH] * 10))
    assert len(found) == 9
    last = found[-1]
    assert all(f"content/projects/record-{number}.yaml" in last for number in range(9))


@pytest.mark.parametrize(
    "other",
    [
        {"lead": "FRA"},
        {"on": "2025-03-05"},
        {"summary": "Firms use the electronic bill of lading and learn about carbon footprints."},
    ],
    ids=["other party", "other day", "other subject"],
)
def test_projects_that_are_merely_alike_are_left_alone(
    tmp_path: Path, other: dict[str, str]
) -> None:
    assert hints(tmp_path, _CHINESE, {**_ENGLISH, **other}) == []


def test_the_announced_measures_are_told_apart(repository: Repository) -> None:
    terms = Terms(repository.glossary)
    assert list(check_duplicates(repository, terms.ids_in)) == []
