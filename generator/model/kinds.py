"""The kinds of record: which folder holds which model."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

from generator.model.guidance import Instrument, Pillar
from generator.model.library import Event, Project
from generator.model.parties import Organization, Participant, Source, Track

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal[
    "pillars",
    "participants",
    "organizations",
    "tracks",
    "projects",
    "events",
    "instruments",
    "sources",
]
"""Folder below ``content/`` and below each language of the site."""

KINDS: tuple[Kind, ...] = get_args(Kind)

Record = Pillar | Participant | Organization | Track | Project | Event | Instrument | Source

MODELS: Mapping[Kind, type[Record]] = MappingProxyType(
    {
        "pillars": Pillar,
        "participants": Participant,
        "organizations": Organization,
        "tracks": Track,
        "projects": Project,
        "events": Event,
        "instruments": Instrument,
        "sources": Source,
    }
)
