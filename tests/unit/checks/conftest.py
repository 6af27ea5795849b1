from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.checks.all_checks import check_repository
from generator.issues import Issue, Place, sorted_issues
from generator.records.repository import read_records

_MINI = Path(__file__).parents[2] / "sites" / "mini" / "content"
_MARK = "▶"
TODAY = date(2024, 6, 1)

Edit = str | list[tuple[str, str]]
"""A whole new file, or words of the file, each with what stands there instead."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks say about changed content."""

    issues: tuple[Issue, ...]
    """Issues of the checks between records."""
    reading: tuple[Issue, ...]
    """Issues of reading the records."""
    marked: tuple[Place, ...]
    """Places that the change has marked with ``▶``."""

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(issue.place for issue in self.issues)

    @property
    def rules(self) -> set[str]:
        return {issue.rule for issue in self.issues}


Check = Callable[..., Checked]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Check the miniature content with some files changed."""

    def run(edits: Mapping[str, Edit], *, today: date = TODAY) -> Checked:
        shutil.copytree(_MINI, tmp_path / "content")
        marked = []
        for name, edit in edits.items():
            path = tmp_path / "content" / name
            text = _edited(path, edit)
            marked += _marks(f"content/{name}", text)
            path.write_text(text.replace(_MARK, ""), encoding="utf-8")
        repository, reading = read_records(tmp_path / "content", relative_to=tmp_path)
        assert repository is not None
        issues = sorted_issues(check_repository(repository, today=today))
        return Checked(issues, reading, tuple(sorted(marked)))

    return run


def _edited(path: Path, edit: Edit) -> str:
    if isinstance(edit, str):
        return edit
    text = path.read_text(encoding="utf-8")
    for old, new in edit:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        text = text.replace(old, new)
    return text


def _marks(name: str, text: str) -> list[Place]:
    """Return the places of the marks, as they are once the marks are gone."""
    return [
        Place(name, number, index + 1)
        for number, line in enumerate(text.split("\n"), start=1)
        for index, piece in enumerate(_without_marks(line))
        if piece.startswith(_MARK)
    ]


def _without_marks(line: str) -> list[str]:
    """Return the characters of a line, each with the mark before it."""
    pieces: list[str] = []
    mark = ""
    for character in line:
        if character == _MARK:
            mark = _MARK
        else:
            pieces.append(mark + character)
            mark = ""
    return pieces
