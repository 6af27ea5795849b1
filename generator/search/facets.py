"""By which values a record can be filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.guidance import Instrument, Pillar
from generator.model.library import Event, Project
from generator.model.parties import Organization, Participant, Track
from generator.model.parts import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.framework import Framework
    from generator.model.kinds import Record

__all__ = ["facets_of", "parties_of"]


def facets_of(
    kind: str, record: Record | Framework, pillars: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """Return the values of a record, facet by facet; ``all`` stands for every known pillar."""
    values = (
        *(("pillar", pillar) for pillar in _pillars(record, pillars)),
        *(("track", track) for track in _tracks(record)),
        *(("party", party) for party in parties_of(record)),
        *_of_project(record),
    )
    return tuple(dict.fromkeys(values)) if kind != "framework" else ()


def parties_of(record: Record | Framework) -> tuple[str, ...]:
    """Return the participants and organizations that a record is of."""
    if isinstance(record, Project):
        joined = (item.by for item in record.joined)
        return tuple(dict.fromkeys((*record.lead, *record.partners, *joined)))
    if isinstance(record, Event):
        return record.organizers
    if isinstance(record, Organization):
        return (record.id, record.country) if record.country else (record.id,)
    return (record.id,) if isinstance(record, Participant) else ()


def _pillars(record: Record | Framework, known: Sequence[str]) -> Sequence[str]:
    if isinstance(record, Pillar):
        return (record.id,)
    if isinstance(record, Project | Event | Instrument):
        chosen = record.pillars or ()
        return known if ALL in chosen else chosen
    return ()


def _tracks(record: Record | Framework) -> Sequence[str]:
    if isinstance(record, Track):
        return (record.id,)
    if isinstance(record, Organization):
        return record.tracks
    if isinstance(record, Project | Event) and record.track is not None:
        return (record.track,)
    return ()


def _of_project(record: Record | Framework) -> Iterator[tuple[str, str]]:
    if isinstance(record, Project):
        yield "status", record.status
        if record.open_to_join:
            yield "open", "yes"
