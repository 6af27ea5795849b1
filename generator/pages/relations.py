"""Who has to do with what: projects of a pillar, of a party, open to it; records on a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.kinds import KINDS
from generator.model.leaves import field_name, leaves
from generator.model.parts import ALL
from generator.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.base import Model
    from generator.model.kinds import Kind, Record
    from generator.model.library import Project
    from generator.records.repository import Repository


def projects_of_pillar(repository: Repository, pillar: str) -> tuple[Project, ...]:
    """Return the projects that name this pillar; those that serve all of them are not repeated."""
    return tuple(item for item in repository.projects.values() if pillar in item.pillars)


def projects_of_all_pillars(repository: Repository) -> tuple[Project, ...]:
    """Return the projects that serve every pillar."""
    return tuple(item for item in repository.projects.values() if ALL in item.pillars)


def projects_of_party(repository: Repository, party: str) -> tuple[Project, ...]:
    """Return the projects that a participant or organization leads, supports or has joined."""
    return tuple(item for item in repository.projects.values() if party in parties(item))


def parties(project: Project) -> frozenset[str]:
    """Return everybody who takes part in a project."""
    return frozenset({*project.lead, *project.partners, *(entry.by for entry in project.joined)})


def open_to(repository: Repository, participant: str) -> tuple[Project, ...]:
    """Return the projects that are open to join and that this participant is not part of yet."""
    return tuple(
        item
        for item in repository.projects.values()
        if item.open_to_join and participant not in parties(item)
    )


def records_on_source(repository: Repository, source: str) -> tuple[tuple[Kind, Record], ...]:
    """Return the records that rest on a source, kind by kind."""
    return tuple(
        (kind, record)
        for kind in KINDS
        if kind != "sources"
        for record in repository.records(kind).values()
        if source in set(cited_sources(record))
    )


def cited_sources(record: Model) -> Iterator[str]:
    """Yield the id of every source that a record cites, as often as it does."""
    for path, value in leaves(record):
        if isinstance(value, str) and field_name(path) in {"source", "sources"}:
            yield value
        elif isinstance(value, Text):
            yield from (item.source for item in value.versions.values() if item.source)
