"""Who takes part: participants, organizations, and the tracks they work in."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import (
    CountryCode,
    Flag,
    LanguageTag,
    Model,
    RecordId,
    ShortCountryCode,
    WebAddress,
    WholeNumber,
)
from generator.model.dates import Date
from generator.model.parts import Evidence, Link, Statement
from generator.model.text import Line, Paragraph

Alias = Annotated[str, Field(min_length=1, max_length=80)]


class Participant(Model):
    """A country, region or organization that takes part in the framework."""

    id: RecordId
    """For countries the ISO 3166-1 alpha-3 code."""
    language: LanguageTag
    kind: Literal["country", "region", "organization"]
    name: Line
    also_known_as: tuple[Alias, ...] = ()
    """Other names, in any language, by which people look for it; not shown on pages."""
    alpha_2: ShortCountryCode | None = None
    """ISO 3166-1 alpha-2 code."""
    united_nations_member: Flag | None = None
    languages: tuple[LanguageTag, ...] = ()
    """Official or de facto official languages."""
    working_languages: tuple[LanguageTag, ...] = ()
    """Other languages in wide use between people or in administration."""
    status: Literal["founding", "joined", "approving", "supporting"]
    since: Date
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    note: Paragraph | None = None


class Organization(Model):
    """A node of the cooperation network."""

    id: RecordId
    language: LanguageTag
    kind: Literal[
        "international",
        "government",
        "local-government",
        "enterprise",
        "chamber",
        "park",
        "exhibition",
    ]
    name: Line
    acronym: str | None = Field(default=None, min_length=1, max_length=40)
    country: CountryCode | None = None
    role: Literal["lead", "supporting", "platform", "member"]
    """What it is for the framework."""
    summary: Paragraph
    statements: tuple[Statement, ...] = Field(min_length=1)
    """What sources say of its part in the framework."""
    tracks: tuple[RecordId, ...] = ()
    offers: tuple[Line, ...] = ()
    address: WebAddress | None = None
    links: tuple[Link, ...] = ()


class Track(Model):
    """One of the ways in which the framework is put into practice."""

    id: RecordId
    language: LanguageTag
    number: WholeNumber
    title: Line
    short_title: Line
    summary: Paragraph
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    statements: tuple[Statement, ...] = ()


class Source(Model):
    """A publication that statements rest on."""

    id: RecordId
    language: LanguageTag
    """Language of the publication, and of the plain texts of this record."""
    title: Line
    publisher: Line
    published: Date | None = None
    address: WebAddress
    grade: Literal["A", "B", "C"]
    """``A``: its official page was seen; ``B``: a press report; ``C``: others tell of it."""
    official: Flag
    """Whether a public authority published it."""
    supports: Paragraph
    """What it is used for here."""
    caution: Paragraph | None = None
    """What must be known before relying on it."""
    retrieved: Date
    archived_copy: WebAddress | None = None
