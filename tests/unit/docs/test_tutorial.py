"""The exercise of the contributing guides can be done, and the program answers as they show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.unit.docs.tutorial import GUIDES, Desk, Guide, answers

if TYPE_CHECKING:
    from pathlib import Path

_RENEW = "run: .venv/bin/python -m tests.unit.docs.tutorial"
_BY_A_PERSON = (6, 13)
"""Lines where several records could be meant."""


@pytest.fixture(params=GUIDES, ids=lambda guide: guide.language)
def guide(request: pytest.FixtureRequest) -> Guide:
    found = request.param
    assert isinstance(found, Guide)
    return found


def test_guide_shows_what_the_program_says(guide: Guide, tmp_path: Path) -> None:
    assert guide.shown == answers(guide, tmp_path / "desk"), _RENEW


def test_six_faults_are_told_at_once_and_mended_in_one_round(guide: Guide) -> None:
    before, after = guide.shown
    assert len(guide.mended_lines) == 6
    assert _lines(before) == sorted(guide.mended_lines)
    assert _lines(after) == []


def test_program_mends_what_needs_no_person(guide: Guide, tmp_path: Path) -> None:
    desk = Desk(guide, tmp_path / "desk")
    desk.check("--fix")
    assert tuple(_lines(desk.check()[1])) == _BY_A_PERSON


def _lines(report: str) -> list[int]:
    """Return the lines of the record that a report names."""
    return [int(line) for line in re.findall(r"^content/\S+?:(\d+):\d+: ", report, re.MULTILINE)]
