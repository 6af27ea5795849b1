"""Pillars and the instruments that their guidance points to."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.base import LanguageTag, Model, RecordId, WebAddress, WholeNumber
from generator.model.dates import Date
from generator.model.parts import Evidence
from generator.model.text import Line, Markdown, Paragraph


class Direction(Model):
    """What a source reports a pillar to ask for."""

    quote: str = Field(min_length=1, max_length=1_000)
    """The words of the source, verbatim."""
    language: LanguageTag
    source: RecordId
    mapping: Literal["stated", "clear", "ambiguous"]
    """Whether the source ties the words to this pillar (``stated``) or we do, clearly or not."""
    note: Paragraph | None = None
    """What a reader must know of the mapping."""


class Step(Model):
    """One thing to do."""

    title: Line
    text: Paragraph


class Reference(Model):
    """An instrument that helps with a pillar."""

    instrument: RecordId
    why: Paragraph
    """Why it matters here, one or two sentences."""


class Guidance(Model):
    """Our advice to practitioners; never the framework's own words."""

    asks: tuple[Paragraph, ...] = Field(min_length=1)
    """What the pillar asks in practice."""
    questions_for_ministries: tuple[Line, ...] = Field(min_length=1)
    questions_for_firms: tuple[Line, ...] = Field(min_length=1)
    first_steps: tuple[Step, ...] = Field(min_length=1)
    good_project: tuple[Paragraph, ...] = Field(min_length=1)
    """How to recognise a good project."""
    pitfalls: tuple[Paragraph, ...] = ()


class Pillar(Model):
    """A pillar: official text, reported directions and guidance, kept apart."""

    id: RecordId
    language: LanguageTag
    number: WholeNumber
    part: RecordId
    """Part of the framework that the pillar belongs to."""
    title: Line
    summary: Paragraph
    official_text: Markdown | None = None
    """The framework's own text, once somebody has it."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    """Who names the pillar."""
    reported_directions: tuple[Direction, ...] = ()
    guidance: Guidance
    instruments: tuple[Reference, ...] = ()
    reviewed_on: Date
    """Day the guidance was last read through."""


class Instrument(Model):
    """A convention, standard, tool or programme that exists independently of the framework."""

    id: RecordId
    language: LanguageTag
    title: Line
    kind: Literal[
        "convention",
        "agreement",
        "model-law",
        "declaration",
        "resolution",
        "recommendation",
        "guideline",
        "standard",
        "rules",
        "programme",
        "partnership",
        "database",
        "report",
        "system",
    ]
    body: Line
    """Who issued it or runs it."""
    adopted: Date | None = None
    """When the text or edition named here was adopted or published."""
    in_force: Date | None = None
    since: Date | None = None
    """For programmes and databases: since when they run."""
    edition: str | None = Field(default=None, min_length=1, max_length=80)
    address: WebAddress
    access: Literal["open", "paid"]
    summary: Paragraph
    """What it is."""
    use: Paragraph
    """What it is good for."""
    pillars: tuple[RecordId, ...] = Field(min_length=1)
    certainty: Literal["seen", "general-knowledge"]
    """``seen``: facts were seen in a source on the day named below; ``general-knowledge``: not
    checked against a source yet."""
    to_check: tuple[Paragraph, ...] = ()
    """What a person should check before relying on it."""
    status_checked_on: Date
