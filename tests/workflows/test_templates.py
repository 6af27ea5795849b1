"""Forms and templates of the code hosts ask for what a record needs, in English and Chinese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

import pytest

from generator.model.library import Project, ProjectStatus
from tests.workflows.reading import FORMS, GITHUB, GITLAB, PROJECT, read

if TYPE_CHECKING:
    from pathlib import Path

_BOTH = re.compile(r"[A-Za-z].* · .*[\u4e00-\u9fff]")
_NAMES = {"project": "Propose a project", "error": "Report an error", "join": "Join a project"}

forms = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)


@forms
def test_everything_is_said_in_both_languages(path: Path) -> None:
    form = read(path)
    words = [form["name"], form["description"], form["title"]]
    for attributes in (part["attributes"] for part in form["body"] if part["type"] != "markdown"):
        words += [attributes["label"], attributes.get("description", attributes["label"])]
        words += [_words(option) for option in attributes.get("options", ())]
    assert [each for each in words if not _BOTH.search(each)] == []


@forms
def test_fields_have_ids_of_their_own(path: Path) -> None:
    ids = [part["id"] for part in read(path)["body"] if part["type"] != "markdown"]
    assert len(ids) == len(set(ids))


@forms
def test_gitlab_asks_the_same(path: Path) -> None:
    template = GITLAB / "issue_templates" / f"{_NAMES[path.stem]}.md"
    asked = re.findall(r"^## (.+)$", template.read_text(encoding="utf-8"), re.MULTILINE)
    fields = [part["attributes"] for part in read(path)["body"] if part["type"] != "markdown"]
    assert asked == [each["label"] for each in fields]
    text = template.read_text(encoding="utf-8")
    for option in (option for each in fields for option in each.get("options", ())):
        assert _words(option) in text


def test_both_forges_greet_a_change_alike() -> None:
    github = GITHUB / "PULL_REQUEST_TEMPLATE.md"
    gitlab = GITLAB / "merge_request_templates" / "Default.md"
    assert github.read_text(encoding="utf-8") == gitlab.read_text(encoding="utf-8")


@pytest.mark.parametrize(("field", "kind"), [("pillars", "pillars"), ("track", "tracks")])
def test_choices_are_the_records_in_their_order(field: str, kind: str) -> None:
    folder = PROJECT / "content" / kind
    records = sorted(map(read, folder.glob("*.yaml")), key=lambda record: record["number"])
    expected = [
        " · ".join(_text(record["title"][tag]) for tag in ("en", "zh")) for record in records
    ]
    offered = [choice for choice in _choices(field) if choice[0] != "all"]
    assert [words for _, words in offered] == expected
    assert {name for name, _ in offered} == {path.stem for path in folder.glob("*.yaml")}


@pytest.mark.parametrize(
    ("field", "words"),
    [("status", ProjectStatus), ("kind", Project.model_fields["kind"].annotation)],
    ids=["status", "kind"],
)
def test_choices_are_those_of_the_model(field: str, words: object) -> None:
    assert tuple(name for name, _ in _choices(field)) == get_args(words)


def test_pages_can_open_a_report_with_the_page_filled_in() -> None:
    config = read(GITHUB / "ISSUE_TEMPLATE" / "config.yml")
    assert config["blank_issues_enabled"] is True


def _choices(field: str) -> list[tuple[str, str]]:
    """Return id and words of every option of a field of the form for projects."""
    (found,) = (part for part in read(FORMS[0])["body"] if part.get("id") == field)
    parts = [option.partition(": ") for option in found["attributes"]["options"]]
    return [(name, words) for name, _, words in parts]


def _words(option: str | dict[str, Any]) -> str:
    return option if isinstance(option, str) else str(option["label"])


def _text(version: str | dict[str, Any]) -> str:
    return version if isinstance(version, str) else str(version["text"])
