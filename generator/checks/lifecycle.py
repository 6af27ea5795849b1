"""The life of a project: which step may follow which, and when news of it are due."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.checks.finding import Findings
from generator.issues import message, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from generator.issues import Issue
    from generator.model.library import Project, ProjectStatus
    from generator.records.repository import Records

NEXT_STEPS: Mapping[ProjectStatus, tuple[ProjectStatus, ...]] = MappingProxyType(
    {
        "proposed": ("announced", "open", "active", "suspended", "withdrawn"),
        "announced": ("open", "active", "completed", "suspended", "withdrawn"),
        "open": ("active", "completed", "suspended", "withdrawn"),
        "active": ("completed", "suspended", "withdrawn"),
        "suspended": ("announced", "open", "active", "completed", "withdrawn"),
        "completed": (),
        "withdrawn": (),
    }
)
"""What may come after a status; news that change nothing repeat it."""

_NOT_FIRST: frozenset[ProjectStatus] = frozenset({"suspended", "withdrawn"})
REPORTING: frozenset[ProjectStatus] = frozenset({"open", "active"})
"""Projects that others join or wait for: they owe news. What is only announced is a promise."""
PATIENCE = 12
"""Months without news after which such a project counts as silent."""
_MONTHS = 12
"""Months in a year."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A project that has not been heard of for longer than it should."""

    project: Project
    months: int
    """Whole months since the last step."""


def check_step_order(repository: Records) -> Iterator[Issue]:
    """Each step of a history may follow the one before it."""
    findings = Findings(repository, "history-order")
    for project in repository.projects.values():
        first = project.history[0].status
        if first in _NOT_FIRST:
            yield findings.at(
                ("projects", project.id),
                ("history", 0, "status"),
                message("the history starts with {status}", status=first),
                message("add the step before it: when the project was proposed or announced"),
            )
        steps = zip(project.history, project.history[1:], strict=False)
        for index, (before, after) in enumerate(steps, 1):
            known = NEXT_STEPS[before.status]
            # What follows an end has a rule of its own.
            if after.status != before.status and known and after.status not in known:
                yield findings.at(
                    ("projects", project.id),
                    ("history", index, "status"),
                    message(
                        "{after} does not follow {before}", after=after.status, before=before.status
                    ),
                    message(_hint(before.status, after.status), choices=", ".join(known)),
                )


def silent_projects(
    repository: Records, today: date, *, months: int = PATIENCE
) -> tuple[Silence, ...]:
    """Return open and active projects without news for so many months, the longest silence first.

    A step without a day counts from the end of its month or year: nobody is blamed for being exact.
    """
    found = []
    for project in repository.projects.values():
        last = project.history[-1].on.latest
        silence = (today.year - last.year) * _MONTHS + today.month - last.month
        silence -= today.day < last.day
        if project.status in REPORTING and silence >= months:
            found.append(Silence(project, silence))
    return tuple(sorted(found, key=lambda item: (-item.months, item.project.id)))


def _hint(before: ProjectStatus, after: ProjectStatus) -> str:
    if before == "active" and after == "open":
        return sentence("an active project that others may still join has open_to_join: true")
    return sentence("after it may come: {choices}; news that change nothing repeat the status")
