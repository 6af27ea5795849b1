"""The open project library and the events: what is announced, done and open to join."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.base import Amount, CurrencyCode, Flag, LanguageTag, Model, RecordId, Sdg
from generator.model.dates import Date
from generator.model.parts import Evidence, Link, Modality, Period, PillarSelection, Statement
from generator.model.text import Line, Markdown, Paragraph

ProjectStatus = Literal[
    "proposed", "announced", "open", "active", "completed", "suspended", "withdrawn"
]


class HistoryStep(Model):
    """A dated step in the life of a project, with the words that prove it."""

    status: ProjectStatus
    on: Date
    """When it happened, or when it was said."""
    source: RecordId
    """Where it can be read."""
    quote: str = Field(min_length=1, max_length=1_000)
    """The words of the source, verbatim."""
    language: LanguageTag | None = None
    """Language of the quote; left out where it is the language of the source."""
    modality: Modality | None = None
    """How firmly it was said; for announcements."""
    note: Paragraph | None = None


class Joined(Model):
    """A participant that chose to take part."""

    by: RecordId
    on: Date
    source: RecordId


class Funding(Model):
    """An amount of money, as a source gave it."""

    amount: Amount
    currency: CurrencyCode
    """ISO 4217 code."""
    as_of: Date
    source: RecordId


class Project(Model):
    """A measure or project of the open project library."""

    id: RecordId
    language: LanguageTag
    kind: Literal["measure", "project"]
    """``measure``: an announced step; ``project``: work with a purpose, an end and a lead."""
    title: Line
    summary: Paragraph
    description: Markdown | None = None
    pillars: PillarSelection
    parts: tuple[RecordId, ...] = ()
    """Parts of the framework that it serves beyond the pillars, such as capacity building."""
    track: RecordId
    lead: tuple[RecordId, ...] = Field(min_length=1)
    """Participants or organizations that lead it."""
    partners: tuple[RecordId, ...] = ()
    open_to_join: Flag = False
    seeks: tuple[Line, ...] = ()
    """What it looks for in others, such as partners or sites."""
    offers: tuple[Line, ...] = ()
    """What others get from it, such as training or data."""
    joined: tuple[Joined, ...] = ()
    status: ProjectStatus
    """Where it stands; the last step of the history says the same."""
    history: tuple[HistoryStep, ...] = Field(min_length=1)
    sdgs: tuple[Sdg, ...] = ()
    period: Period | None = None
    funding: Funding | None = None
    links: tuple[Link, ...] = ()


class Event(Model):
    """A meeting, exhibition, forum, training or release."""

    id: RecordId
    language: LanguageTag
    kind: Literal["release", "meeting", "exhibition", "forum", "training"]
    title: Line
    summary: Paragraph
    start: Date
    end: Date | None = None
    place: Line
    series: Line | None = None
    organizers: tuple[RecordId, ...] = ()
    track: RecordId | None = None
    pillars: PillarSelection | None = None
    outcomes: tuple[Statement, ...] = ()
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    links: tuple[Link, ...] = ()
