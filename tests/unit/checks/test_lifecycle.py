"""The steps of a project's life come in an order that can be, and silence is noticed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.checks.lifecycle import silent_projects
from generator.records.repository import read_repository

if TYPE_CHECKING:
    from tests.unit.checks.conftest import Check

_TRAINING = "projects/common-training.yaml"
_MINI = Path(__file__).parents[2] / "sites" / "mini" / "content"


def history(*steps: str) -> str:
    """Return a project with these steps, one a year; the marked one is where an issue must be."""
    lines = [
        (
            "language: en\nkind: project\ntitle: Common training\n"
            "summary: Officials learn together.\n"
            "pillars: all\ntrack: yearly-meeting\nlead: [sample-office]\n"
            f"status: {steps[-1].strip('▶')}\nhistory:\n"
        )
    ]
    lines += [
        f"  - status: {step}\n    on: {2015 + year}\n    source: first-report\n    quote: Words.\n"
        for year, step in enumerate(steps)
    ]
    return "".join(lines)


@pytest.mark.parametrize(
    "steps",
    [
        ("▶suspended",),
        ("▶withdrawn",),
        ("announced", "▶proposed"),
        ("active", "▶announced"),
        ("announced", "active", "▶open"),
        ("open", "▶announced"),
        ("active", "suspended", "▶proposed"),
    ],
)
def test_a_step_that_goes_back_is_found(check: Check, steps: tuple[str, ...]) -> None:
    checked = check({_TRAINING: history(*steps)})
    assert checked.reading == ()
    assert checked.rules == {"history-order"}
    assert checked.places == checked.marked


@pytest.mark.parametrize(
    "steps",
    [
        ("proposed", "announced", "open", "active", "completed"),
        ("announced", "active", "active", "active"),
        ("active", "suspended", "active", "suspended", "withdrawn"),
        ("completed",),
    ],
)
def test_a_life_that_goes_on_is_right(check: Check, steps: tuple[str, ...]) -> None:
    checked = check({_TRAINING: history(*steps)})
    assert (checked.reading, checked.issues) == ((), ())


def silent_on(today: date, *, months: int = 12) -> list[tuple[str, int]]:
    repository, _ = read_repository(_MINI, relative_to=_MINI.parent)
    assert repository is not None
    found = silent_projects(repository, today, months=months)
    return [(item.project.id, item.months) for item in found]


def test_an_open_project_owes_news_after_a_year() -> None:
    # Its last step is of February 2021: the month counts to its end.
    assert ("sample", 12) not in silent_on(date(2022, 2, 27))
    assert ("sample", 12) in silent_on(date(2022, 2, 28))
    assert ("sample", 3) in silent_on(date(2021, 5, 31), months=3)


def test_what_is_only_proposed_or_has_ended_owes_nothing() -> None:
    repository, _ = read_repository(_MINI, relative_to=_MINI.parent)
    assert repository is not None
    silent = {id_ for id_, _ in silent_on(date(2199, 1, 1))}
    assert silent == {
        id_ for id_, item in repository.projects.items() if item.status in {"open", "active"}
    }
