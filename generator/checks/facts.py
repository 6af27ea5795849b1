"""What a record says of itself holds together: status, dates, numbers, evidence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.checks.finding import FieldPath, Findings, again
from generator.issues import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.issues import Issue
    from generator.model.framework import Observation
    from generator.model.guidance import Pillar
    from generator.model.parties import Track
    from generator.records.repository import Records

_Where = tuple[tuple[str, str], FieldPath]

_ENDED = frozenset({"completed", "withdrawn"})


def check_status(repository: Records) -> Iterator[Issue]:
    """The status of a project is that of the last step of its history."""
    findings = Findings(repository, "status-history")
    for project in repository.projects.values():
        last = project.history[-1].status
        if project.status != last:
            yield findings.at(
                ("projects", project.id),
                ("status",),
                message(
                    "the status is {status!r}, but the last step of the history is {last!r}",
                    status=project.status,
                    last=last,
                ),
                message(
                    "write status: {last}, or add the step that is missing, with its source",
                    last=last,
                ),
            )


def check_steps_after_end(repository: Records) -> Iterator[Issue]:
    """Nothing follows the step that ends a project."""
    findings = Findings(repository, "history-after-end")
    for project in repository.projects.values():
        for index, step in enumerate(project.history[:-1]):
            if step.status in _ENDED:
                yield findings.at(
                    ("projects", project.id),
                    ("history", index + 1),
                    message("this step comes after the project was {status}", status=step.status),
                    message("a project that goes on after its end is a new record; link the two"),
                )


def check_open_projects(repository: Records) -> Iterator[Issue]:
    """A project that has ended is not open to join."""
    findings = Findings(repository, "open-but-ended")
    for project in repository.projects.values():
        if project.open_to_join and project.status in _ENDED:
            yield findings.at(
                ("projects", project.id),
                ("open_to_join",),
                message("the project is {status}, so nobody can join it", status=project.status),
                message("write open_to_join: false, or correct the status and its history"),
            )


def check_observations(repository: Records) -> Iterator[Issue]:
    """A count is not published while only second-hand sources give it."""
    findings = Findings(repository, "count-second-hand")
    for index, observation in enumerate(_observations(repository)):
        sources = [repository.sources.get(item.source) for item in observation.evidence]
        if all(source is not None and source.grade == "C" for source in sources):
            yield findings.at(
                ("framework", "framework"),
                ("observations", index),
                message("this count rests on second-hand sources (grade C) alone"),
                message("leave it out until somebody has seen the official page or a press report"),
            )


def check_founding_count(repository: Records) -> Iterator[Issue]:
    """The founding participants named here are as many as the source counts."""
    findings = Findings(repository, "count-differs")
    if any(kind == "participants" for kind, _ in repository.broken):
        return
    named = sum(1 for item in repository.participants.values() if item.status == "founding")
    for index, observation in enumerate(_observations(repository)):
        if observation.predicate != "issued" or observation.relation != "exactly":
            continue
        if observation.value != named:
            yield findings.at(
                ("framework", "framework"),
                ("observations", index, "value"),
                message(
                    "the source counts {value}, but {named} founding participants have a record",
                    value=observation.value,
                    named=named,
                ),
                message("look for the record that is missing, double or has a wrong status"),
                severity="warning",
            )


def _observations(repository: Records) -> tuple[Observation, ...]:
    return repository.framework.observations if repository.framework else ()


def check_numbers(repository: Records) -> Iterator[Issue]:
    """Pillars, tracks and parts are numbered from 1 without gaps, and no number comes twice."""
    findings = Findings(repository, "number-sequence")
    for places, numbers in _numbered(repository):
        counts = Counter(numbers)
        for (record, path), number in zip(places, numbers, strict=True):
            if counts[number] > 1 or not 1 <= number <= len(numbers):
                yield findings.at(
                    record,
                    path,
                    message("the number {number} is taken twice or leaves a gap", number=number),
                    message("number them from 1 to {last}, each once", last=len(numbers)),
                )


def _numbered(repository: Records) -> Iterator[tuple[list[_Where], list[int]]]:
    """Yield where the numbers of a kind stand, and the numbers, unless a record is broken."""
    parts = repository.framework.parts if repository.framework else ()
    where: list[_Where] = [
        (("framework", "framework"), ("parts", index, "number")) for index in range(len(parts))
    ]
    yield where, [part.number for part in parts]
    numbered: tuple[tuple[str, Mapping[str, Pillar] | Mapping[str, Track]], ...] = (
        ("pillars", repository.pillars),
        ("tracks", repository.tracks),
    )
    for kind, records in numbered:
        if not any(broken == kind for broken, _ in repository.broken):
            where = [((kind, id_), ("number",)) for id_ in records]
            yield where, [item.number for item in records.values()]


def check_party_ids(repository: Records) -> Iterator[Issue]:
    """No organization has the id of a participant."""
    findings = Findings(repository, "party-twice")
    for id_ in sorted(set(repository.participants) & set(repository.organizations)):
        yield findings.at(
            ("organizations", id_),
            ("name",),
            message("{id!r} is the id of a participant as well", id=id_),
            message("keep one of the two records, or give this one another file name"),
        )


def check_repeated(repository: Records) -> Iterator[Issue]:
    """Nobody and nothing is named twice where once is enough.

    Plain lists are looked through when a record is read; these are lists of more than words.
    """
    findings = Findings(repository, "list-repeated")
    for where, name in _repeated(repository):
        yield findings.at(
            *where,
            message("{name!r} is named here a second time", name=name),
            message("remove one of the two; where they say different things, join them into one"),
        )


def _repeated(repository: Records) -> Iterator[tuple[_Where, str]]:
    for project in repository.projects.values():
        for index, name in enumerate(project.partners):
            if name in project.lead:
                yield (("projects", project.id), ("partners", index)), name
        for index, name in again(entry.by for entry in project.joined):
            yield (("projects", project.id), ("joined", index, "by")), name
    for pillar in repository.pillars.values():
        for index, name in again(reference.instrument for reference in pillar.instruments):
            yield (("pillars", pillar.id), ("instruments", index, "instrument")), name
    parts = repository.framework.parts if repository.framework else ()
    for index, name in again(part.id for part in parts):
        yield (("framework", "framework"), ("parts", index, "id")), name
    for index, name in again(concept.id for concept in repository.glossary.concepts):
        yield (("glossary", "glossary"), ("concepts", index, "id")), name
