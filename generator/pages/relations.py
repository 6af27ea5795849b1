"""Who has to do with what: projects of a pillar, of a party, open to it; records on a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

from generator.model.kinds import KINDS
from generator.model.parts import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def cited_sources(value: object) -> Iterator[str]:
    """Yield the id of every source that a record cites, as often as it does."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            item = getattr(value, name)
            if name == "source" and isinstance(item, str):
                yield item
            elif name == "sources":
                yield from item
            else:
                yield from cited_sources(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from cited_sources(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from cited_sources(item)
