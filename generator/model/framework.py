"""The framework itself and the languages of its site: one record each."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generator.model.base import LanguageTag, Model, RecordId, WholeNumber, wrong
from generator.model.dates import Date
from generator.model.parts import Evidence, Link, Statement
from generator.model.text import Line, Paragraph

MODEL = 1
"""Number of this model; records that are written for an older one are rewritten by a migration."""


def _known_model(value: int) -> int:
    if 1 <= value <= MODEL:
        return value
    raise wrong(
        "value-range",
        "the records are written for model {value}, and this program knows {known}",
        "install the program that belongs to these records",
        value=value,
        known=MODEL,
    )


class Release(Model):
    """When, where and at what occasion the framework was made public."""

    on: Date
    place: Line
    occasion: Line
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Part(Model):
    """One of the parts into which the text of the framework is divided."""

    id: RecordId
    number: WholeNumber
    title: Line
    field: Literal["digital", "green", "both"]
    """Which look the part and its pillars have."""
    summary: Paragraph | None = None
    statements: tuple[Statement, ...] = ()


class Observation(Model):
    """A count that a source gave on a date; never computed from the list of participants."""

    value: WholeNumber
    relation: Literal["exactly", "more-than", "at-least"] = "exactly"
    predicate: Literal["issued", "supports", "participates"]
    """What they did: ``issued`` the framework, ``supports`` it, ``participates`` in it."""
    counted: Literal["countries", "countries-and-regions", "organizations"]
    as_of: Date
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    note: Paragraph | None = None


class Confusable(Model):
    """Another document that readers mistake for this one."""

    title: Line
    on: Date | None = None
    difference: Paragraph
    links: tuple[Link, ...] = ()
    sources: tuple[RecordId, ...] = ()


class Unknown(Model):
    """Something readers ask for that no source was found for."""

    question: Line
    answer: Paragraph
    as_of: Date


class Framework(Model):
    """The framework: its names, release, parts, aims and what is known of it today."""

    id: str = "framework"
    model: Annotated[WholeNumber, AfterValidator(_known_model)] = 1
    """Number of the model that all records are written for; left out for 1."""
    language: LanguageTag
    title: Line
    short_title: Line
    site_name: Line | None = None
    """What the head of each page calls the site, where the short title is too long for it."""
    summary: Paragraph
    release: Release
    lead: RecordId
    """Organization that leads the work."""
    aims: tuple[Statement, ...] = Field(min_length=1)
    recognition: tuple[Statement, ...] = ()
    principles: tuple[Statement, ...] = ()
    openness: tuple[Statement, ...] = ()
    parts: tuple[Part, ...] = Field(min_length=1)
    observations: tuple[Observation, ...] = ()
    confusable: tuple[Confusable, ...] = ()
    unknown: tuple[Unknown, ...] = ()


class SiteLanguage(Model):
    """A language of the site."""

    tag: LanguageTag
    name: str = Field(min_length=1, max_length=60)
    """What its speakers call it."""
    direction: Literal["ltr", "rtl"] = "ltr"
    fallback: tuple[LanguageTag, ...] = ()
    """Languages to show, in this order, where a text is not translated yet."""
    locale: LanguageTag | None = None
    """CLDR locale for dates and numbers, where it is not that of the tag, such as en-GB for en."""


class Languages(Model):
    """The site languages, in the order in which readers see them."""

    id: str = "languages"
    languages: tuple[SiteLanguage, ...] = Field(min_length=1)
