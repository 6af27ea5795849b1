"""What a record says of itself holds together: status, dates, numbers, evidence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.checks.finding import FieldPath, Findings
from generator.issues import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.issues import Issue
    from generator.model.guidance import Pillar
    from generator.model.parties import Track
    from generator.records.repository import Repository

_ENDED = frozenset({"completed", "withdrawn"})


def check_status(repository: Repository) -> Iterator[Issue]:
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


def check_steps_after_end(repository: Repository) -> Iterator[Issue]:
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


def check_open_projects(repository: Repository) -> Iterator[Issue]:
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


def check_observations(repository: Repository) -> Iterator[Issue]:
    """A count is not published while only second-hand sources give it."""
    findings = Findings(repository, "count-second-hand")
    for index, observation in enumerate(repository.framework.observations):
        sources = [repository.sources.get(item.source) for item in observation.evidence]
        grades = {source.grade for source in sources if source is not None}
        if grades == {"C"}:
            yield findings.at(
                ("framework", "framework"),
                ("observations", index),
                message("this count rests on second-hand sources (grade C) alone"),
                message("leave it out until somebody has seen the official page or a press report"),
            )


def check_founding_count(repository: Repository) -> Iterator[Issue]:
    """The founding participants named here are as many as the source counts."""
    findings = Findings(repository, "count-differs")
    named = sum(1 for item in repository.participants.values() if item.status == "founding")
    for index, observation in enumerate(repository.framework.observations):
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


def check_numbers(repository: Repository) -> Iterator[Issue]:
    """Pillars and tracks are numbered from 1 without gaps, and no number comes twice."""
    findings = Findings(repository, "number-sequence")
    numbered: tuple[tuple[str, Mapping[str, Pillar] | Mapping[str, Track]], ...] = (
        ("pillars", repository.pillars),
        ("tracks", repository.tracks),
    )
    for kind, records in numbered:
        if any(broken == kind for broken, _ in repository.broken):
            continue
        counts = Counter(item.number for item in records.values())
        for item in records.values():
            if counts[item.number] > 1 or not 1 <= item.number <= len(records):
                yield findings.at(
                    (kind, item.id),
                    ("number",),
                    message(
                        "the number {number} is taken twice or leaves a gap", number=item.number
                    ),
                    message("number them from 1 to {last}, each once", last=len(records)),
                )


def check_countries(repository: Repository) -> Iterator[Issue]:
    """The id of a country is its three-letter code, and its two-letter code is given."""
    findings = Findings(repository, "country-code")
    for item in repository.participants.values():
        is_code = item.id.isupper()
        if item.kind == "country" and not is_code:
            yield findings.at(
                ("participants", item.id),
                ("kind",),
                message("this is a country, but the name of its file is not a country code"),
                message(
                    "name the file after its ISO 3166-1 code of three capitals, such as KEN.yaml"
                ),
            )
        elif item.kind == "country" and item.alpha_2 is None:
            yield findings.at(
                ("participants", item.id),
                ("kind",),
                message("the two-letter code of this country is missing"),
                message("add alpha_2 with its ISO 3166-1 code of two capital letters"),
            )


def check_party_ids(repository: Repository) -> Iterator[Issue]:
    """No organization has the id of a participant."""
    findings = Findings(repository, "party-twice")
    for id_ in sorted(set(repository.participants) & set(repository.organizations)):
        yield findings.at(
            ("organizations", id_),
            ("name",),
            message("{id!r} is the id of a participant as well", id=id_),
            message("keep one of the two records, or give this one another file name"),
        )


def check_repeated(repository: Repository) -> Iterator[Issue]:
    """A list names nothing twice."""
    findings = Findings(repository, "list-repeated")
    for project in repository.projects.values():
        lists: dict[str, tuple[object, ...]] = {
            "pillars": project.pillars,
            "parts": project.parts,
            "lead": project.lead,
            "partners": project.partners,
            "sdgs": project.sdgs,
        }
        for name, items in lists.items():
            yield from _repeated(findings, ("projects", project.id), (name,), items)
        joined = tuple(entry.by for entry in project.joined)
        yield from _repeated(findings, ("projects", project.id), ("joined",), joined)
    for pillar in repository.pillars.values():
        named = tuple(reference.instrument for reference in pillar.instruments)
        yield from _repeated(findings, ("pillars", pillar.id), ("instruments",), named)


def _repeated(
    findings: Findings, record: tuple[str, str], path: FieldPath, items: tuple[object, ...]
) -> Iterator[Issue]:
    for index, item in enumerate(items):
        if item in items[:index]:
            yield findings.at(
                record,
                (*path, index),
                message("{item} stands in this list twice", item=item),
                message("remove one of the two"),
            )
