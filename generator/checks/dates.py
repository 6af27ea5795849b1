"""Dates come in the order in which things happen, and nothing is reported before it happened."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.checks.finding import FieldPath, Findings
from generator.issues import message, sentence
from generator.model.dates import PartialDate
from generator.model.leaves import field_name, leaves

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
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
_PAIRS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "events": ("start", "end", _BEFORE_EVENT),
        "instruments": ("adopted", "in_force", _BEFORE_ADOPTION),
        "sources": ("published", "retrieved", _BEFORE_PUBLICATION),
    }
)
"""Two fields of a kind of record, and what is said where the first is later."""


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
    """Yield the pairs of all records; of those that cannot be used, what can be read."""
    for key, record in repository.all_readable():
        if key[0] == "projects":
            yield from _pairs_of_project(key, record)
        elif key[0] in _PAIRS:
            earlier, later, template = _PAIRS[key[0]]
            yield _pair(key, (record, earlier), ((), record, later), template)


def _pairs_of_project(key: tuple[str, str], project: Model) -> Iterator[_Pair]:
    history = getattr(project, "history", ())
    for index, (before, after) in enumerate(pairwise(history)):
        yield _pair(key, (before, "on"), (("history", index + 1), after, "on"), _BEFORE_STEP)
    for index, entry in enumerate(getattr(project, "joined", ())):
        if history:
            later = (("joined", index), entry, "on")
            yield _pair(key, (history[0], "on"), later, _BEFORE_PROJECT)
    period = getattr(project, "period", None)
    yield _pair(key, (period, "start"), (("period",), period, "end"), _BEFORE_PERIOD)


def _pair(
    key: tuple[str, str],
    earlier: tuple[object, str],
    later: tuple[FieldPath, object, str],
    template: str,
) -> _Pair:
    """Return two dates by the parts and fields that hold them; each may be missing."""
    holder, field = earlier
    path, part, name = later
    before, after = getattr(holder, field, None), getattr(part, name, None)
    return _Pair(key, before, (*path, name), after, template)


def _past_dates(repository: Records) -> Iterator[tuple[tuple[str, str], FieldPath, PartialDate]]:
    for key, record in repository.all_readable():
        yield from _dated(record, key)


def _dated(
    record: Model, key: tuple[str, str]
) -> Iterator[tuple[tuple[str, str], FieldPath, PartialDate]]:
    for path, value in leaves(record):
        if isinstance(value, PartialDate) and field_name(path) in _PAST_FIELDS:
            yield key, path, value
