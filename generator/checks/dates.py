"""Dates come in the order in which things happen, and nothing is reported before it happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.checks.finding import FieldPath, Findings
from generator.issues import message, sentence
from generator.model.dates import PartialDate
from generator.model.leaves import field_name, leaves

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.issues import Issue
    from generator.model.base import Model
    from generator.records.repository import Records

_PAST_FIELDS = frozenset(
    {"adopted", "as_of", "on", "published", "retrieved", "reviewed_on", "since"}
    | {"status_checked_on"}
)
"""Dates of things that have happened; periods, events and entry into force may lie ahead."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two dates of a record, the first of which must not be later."""

    record: tuple[str, str]
    earlier: PartialDate | None
    path: FieldPath
    later: PartialDate | None
    template: str
    """What is said when it is."""


_BEFORE_STEP = sentence("{later} is before {earlier}, the date of the step above")
_BEFORE_PROJECT = sentence("{later} is before {earlier}, when the project was first heard of")
_BEFORE_PERIOD = sentence("{later} is before {earlier}, the start of the period")
_BEFORE_EVENT = sentence("{later} is before {earlier}, the start of the event")
_BEFORE_ADOPTION = sentence("{later} is before {earlier}, the date of adoption")
_BEFORE_PUBLICATION = sentence("{later} is before {earlier}, the date of publication")


def check_date_order(repository: Records) -> Iterator[Issue]:
    """Dates of a record come in the order in which things happen."""
    findings = Findings(repository, "date-order")
    for pair in _pairs(repository):
        if pair.earlier is None or pair.later is None or not pair.earlier.is_after(pair.later):
            continue
        yield findings.at(
            pair.record,
            pair.path,
            message(pair.template, later=pair.later, earlier=pair.earlier),
            message("look at both dates; history goes from the oldest step to the newest"),
        )


def check_founding_dates(repository: Records) -> Iterator[Issue]:
    """Those who took part from the beginning have done so since the release."""
    findings = Findings(repository, "date-order")
    release = repository.framework.release.on if repository.framework else None
    for item in repository.participants.values():
        if release is None or item.status != "founding":
            continue
        if item.since.is_after(release) or release.is_after(item.since):
            yield findings.at(
                ("participants", item.id),
                ("since",),
                message("founding participants take part since the release, {day}", day=release),
                message("write since: {day}, or the status that the participant has", day=release),
            )


def check_future_dates(repository: Records, today: date) -> Iterator[Issue]:
    """What is reported as having happened does not lie in the future."""
    findings = Findings(repository, "date-future")
    for record, path, day in _past_dates(repository):
        if day.earliest > today:
            yield findings.at(
                record,
                path,
                message("{day} lies in the future (today is {today})", day=day, today=today),
                message(
                    "look at the year; a step is entered when it has happened and a source says so"
                ),
            )


def _pairs(repository: Records) -> Iterator[_Pair]:
    for project in repository.projects.values():
        record = ("projects", project.id)
        for index, (before, after) in enumerate(
            zip(project.history, project.history[1:], strict=False)
        ):
            path = ("history", index + 1, "on")
            yield _Pair(record, before.on, path, after.on, _BEFORE_STEP)
        for index, entry in enumerate(project.joined):
            first = project.history[0].on
            path = ("joined", index, "on")
            yield _Pair(record, first, path, entry.on, _BEFORE_PROJECT)
        if project.period is not None:
            period = project.period
            yield _Pair(record, period.start, ("period", "end"), period.end, _BEFORE_PERIOD)
    for event in repository.events.values():
        yield _Pair(("events", event.id), event.start, ("end",), event.end, _BEFORE_EVENT)
    for item in repository.instruments.values():
        record = ("instruments", item.id)
        yield _Pair(record, item.adopted, ("in_force",), item.in_force, _BEFORE_ADOPTION)
    for source in repository.sources.values():
        record = ("sources", source.id)
        dates = (source.published, ("retrieved",), source.retrieved)
        yield _Pair(record, *dates, _BEFORE_PUBLICATION)


def _past_dates(repository: Records) -> Iterator[tuple[tuple[str, str], FieldPath, PartialDate]]:
    for key, record in repository.all_readable():
        yield from _dated(record, key)


def _dated(
    record: Model, key: tuple[str, str]
) -> Iterator[tuple[tuple[str, str], FieldPath, PartialDate]]:
    for path, value in leaves(record):
        if isinstance(value, PartialDate) and field_name(path) in _PAST_FIELDS:
            yield key, path, value
