"""The walk through the content folder and what comes of it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.model.kinds import KINDS
from generator.records.repository import Repository, read_repository

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.issues import Issue

_MINI = Path(__file__).parents[2] / "sites" / "mini" / "content"
_PROJECT = (_MINI / "projects" / "sample.yaml").read_text(encoding="utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(_MINI, tmp_path / "content"))


def issues_of(content: Path) -> list[tuple[str, str]]:
    issues = read_repository(content, relative_to=content.parent)[1]
    return [(issue.place.file, issue.rule) for issue in issues]


def repository_of(content: Path) -> Repository:
    repository, _ = read_repository(content, relative_to=content.parent)
    assert repository is not None
    return repository


def test_miniature_is_read_whole(content: Path) -> None:
    repository = repository_of(content)
    assert issues_of(content) == []
    assert {kind: len(repository.records(kind)) for kind in KINDS} == {
        kind: sum(1 for _ in (_MINI / kind).iterdir()) - len(repository.moved[kind])
        for kind in KINDS
    }
    assert repository.moved["projects"]["old-training"].moved == ("common-training",)
    assert list(repository.projects) == sorted(repository.projects)
    assert repository.broken == frozenset()


def test_values_mean_what_was_written(content: Path) -> None:
    project = repository_of(content).projects["sample"]
    assert project.funding is not None
    assert project.funding.amount == "26.10"
    assert str(project.history[1].on) == "2021-02"
    assert project.open_to_join is True


def test_norway_and_times_stay_words(content: Path) -> None:
    file = content / "projects" / "sample.yaml"
    text = _PROJECT.replace("title: Electronic certificates of origin", "title: NO")
    file.write_text(text.replace("- A third customs office", "- 12:30"), encoding="utf-8")
    project = repository_of(content).projects["sample"]
    assert project.title.own is not None
    assert project.title.own.text == "NO"
    assert project.seeks[0].own is not None
    assert project.seeks[0].own.text == "12:30"


def test_mappings_cannot_be_changed(content: Path) -> None:
    repository = repository_of(content)
    with pytest.raises(TypeError):
        repository.projects["new"] = repository.projects["sample"]  # type: ignore[index]


def test_problems_of_all_files_come_in_one_run(content: Path) -> None:
    (content / "projects" / "sample.yaml").write_text("title: a: b\n", encoding="utf-8")
    (content / "tracks" / "yearly-meeting.yaml").write_bytes(b"\xff")
    (content / "sources" / "x y.yaml").write_text("", encoding="utf-8")
    assert issues_of(content) == [
        ("content/projects/sample.yaml", "yaml-colon"),
        ("content/sources/x y.yaml", "file-name"),
        ("content/tracks/yearly-meeting.yaml", "file-encoding"),
    ]
    repository = repository_of(content)
    assert repository.broken == {
        ("projects", "sample"),
        ("sources", "x y"),
        ("tracks", "yearly-meeting"),
    }
    assert "sample" not in repository.projects


@pytest.mark.parametrize("name", ["framework.yaml", "languages.yaml"])
def test_without_the_two_single_files_there_is_no_repository(content: Path, name: str) -> None:
    (content / name).unlink()
    repository, issues = read_repository(content, relative_to=content.parent)
    assert repository is None
    assert [(issue.place.file, issue.rule) for issue in issues] == [
        (f"content/{name}", "file-missing")
    ]


def test_missing_content_folder_is_an_issue(tmp_path: Path) -> None:
    repository, issues = read_repository(tmp_path / "content", relative_to=tmp_path)
    assert repository is None
    assert [issue.rule for issue in issues] == ["file-missing"]


def _write(name: str, text: str = _PROJECT) -> Callable[[Path], None]:
    def write(content: Path) -> None:
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    return write


def _link(name: str, target: str) -> Callable[[Path], None]:
    return lambda content: (content / name).symlink_to(content / target)


_STRAYS: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "other ending": (_write("projects/new.yml"), "projects/new.yml", "file-kind"),
    "capital ending": (_write("projects/new.YAML"), "projects/new.YAML", "file-kind"),
    "backup": (_write("projects/sample.yaml~"), "projects/sample.yaml~", "file-kind"),
    "original": (_write("projects/sample.yaml.orig"), "projects/sample.yaml.orig", "file-kind"),
    "text file": (_write("projects/notes.txt"), "projects/notes.txt", "file-kind"),
    "no ending": (_write("projects/notes"), "projects/notes", "file-kind"),
    "hidden": (_write("projects/.hidden.yaml"), "projects/.hidden.yaml", "file-kind"),
    "system": (_write("projects/.DS_Store"), "projects/.DS_Store", "file-kind"),
    "folder": (_write("projects/2024/new.yaml"), "projects/2024", "file-kind"),
    "folder named as file": (_write("projects/a.yaml/b.yaml"), "projects/a.yaml", "file-kind"),
    "unknown kind": (_write("project/new.yaml"), "project", "file-kind"),
    "file for kind": (_write("project.yaml"), "project.yaml", "file-kind"),
    "misspelt single": (_write("frameworks.yaml"), "frameworks.yaml", "file-kind"),
    "hidden folder": (_write(".git/config"), ".git", "file-kind"),
    "capitals": (_write("projects/New.yaml"), "projects/New.yaml", "file-name"),
    "three capitals": (_write("projects/NEW.yaml"), "projects/NEW.yaml", "file-name"),
    "spaces": (_write("projects/a b.yaml"), "projects/a b.yaml", "file-name"),
    "underscore": (_write("projects/a_b.yaml"), "projects/a_b.yaml", "file-name"),
    "two hyphens": (_write("projects/a--b.yaml"), "projects/a--b.yaml", "file-name"),
    "hyphen at end": (_write("projects/a-.yaml"), "projects/a-.yaml", "file-name"),
    "two endings": (_write("projects/a.yaml.yaml"), "projects/a.yaml.yaml", "file-name"),
    "accent": (_write("projects/café.yaml"), "projects/café.yaml", "file-name"),
    "chinese": (_write("projects/项目.yaml"), "projects/项目.yaml", "file-name"),
    "too long": (
        _write(f"projects/{'a' * 81}.yaml"),
        f"projects/{'a' * 81}.yaml",
        "file-name",
    ),
    "reserved": (_write("projects/con.yaml"), "projects/con.yaml", "file-name"),
    "reserved in capitals": (_write("participants/AUX.yaml"), "participants/AUX.yaml", "file-name"),
    "index page": (_write("projects/index.yaml"), "projects/index.yaml", "file-name"),
    "link to file": (
        _link("projects/l.yaml", "projects/sample.yaml"),
        "projects/l.yaml",
        "file-kind",
    ),
    "link to nothing": (_link("projects/l.yaml", "nothing"), "projects/l.yaml", "file-kind"),
    "link to folder": (_link("projects/more", "tracks"), "projects/more", "file-kind"),
    "pipe": (
        lambda content: os.mkfifo(content / "projects" / "pipe.yaml"),
        "projects/pipe.yaml",
        "file-kind",
    ),
}


@pytest.mark.parametrize(("make", "file", "rule"), _STRAYS.values(), ids=_STRAYS)
def test_what_does_not_belong_there_is_named(
    content: Path, make: Callable[[Path], None], file: str, rule: str
) -> None:
    make(content)
    assert issues_of(content) == [(f"content/{file}", rule)]


def test_kind_folder_that_is_a_link_is_refused(content: Path) -> None:
    shutil.move(content / "events", content.parent / "elsewhere")
    (content / "events").symlink_to(content.parent / "elsewhere")
    assert issues_of(content) == [("content/events", "file-kind")]


def test_names_that_differ_by_capitals_are_refused(content: Path) -> None:
    shutil.copy(content / "participants/XAA.yaml", content / "participants/xaa.yaml")
    assert issues_of(content) == [("content/participants/xaa.yaml", "file-name")]


def test_name_that_is_no_text_is_shown(content: Path) -> None:
    (content / "projects" / os.fsdecode(b"a\xff\n.yaml")).write_text(_PROJECT, encoding="utf-8")
    assert issues_of(content) == [("content/projects/a\\xff\\n.yaml", "file-name")]


def test_placeholders_for_empty_folders_are_ignored(content: Path) -> None:
    (content / "projects" / ".gitkeep").touch()
    (content / "glossary.yaml").write_text("language: en\nconcepts: []\n", encoding="utf-8")
    assert issues_of(content) == []


def test_file_that_vanishes_is_an_issue(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_file = os.open

    def vanish(path: str | Path, flags: int) -> int:
        if str(path).endswith("green-list.yaml"):
            raise FileNotFoundError(2, "No such file or directory")
        return open_file(path, flags)

    monkeypatch.setattr(os, "open", vanish)
    assert issues_of(content) == [("content/projects/green-list.yaml", "file-unreadable")]


def _issue(content: Path, file: str, old: str, new: str) -> Issue:
    path = content / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    (issue,) = read_repository(content, relative_to=content.parent)[1]
    return issue


def test_misspelt_field_is_one_issue_with_its_remedy(content: Path) -> None:
    issue = _issue(content, "projects/sample.yaml", "summary:", "sumary:")
    assert (issue.place.line, issue.place.column) == (4, 1)
    assert str(issue.hint) == "did you mean 'summary'?"


def test_list_without_brackets_is_written_out(content: Path) -> None:
    issue = _issue(content, "projects/sample.yaml", "lead: [XAA]", "lead: XAA，XBB")
    assert "[XAA, XBB]" in str(issue.hint)


def test_unknown_word_lists_the_allowed_ones(content: Path) -> None:
    issue = _issue(content, "projects/sample.yaml", "kind: project", "kind: projekt")
    assert "did you mean 'project'" in str(issue.hint)
    assert "measure, project" in str(issue.hint)


def test_letter_of_another_alphabet_is_named(content: Path) -> None:
    issue = _issue(content, "projects/sample.yaml", "funding:", "fundіng:")
    assert "CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I" in str(issue.message)
    assert str(issue.hint) == "did you mean 'funding'?"


def test_missing_field_shows_a_line_and_its_meaning(content: Path) -> None:
    issue = _issue(
        content, "sources/first-report.yaml", "supports: The release and its participants.\n", ""
    )
    assert "supports:" in str(issue.hint)
    assert "What it is used for here" in str(issue.hint)
