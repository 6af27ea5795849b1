"""Parts that several kinds of record share: evidence, statements, links, contacts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.model.base import LanguageTag, Model, RecordId, WebAddress, wrong
from generator.model.dates import Date
from generator.model.text import Line, Paragraph

Modality = Literal["plan", "will", "explore", "encourage", "invite", "willing"]
"""How firmly something was announced, as the words of the source have it."""

Grade = Literal["A", "B", "C"]
"""A: an official page was seen; B: a press report was; C: second-hand, no official page seen."""


class Evidence(Model):
    """Words of a source that carry a statement."""

    source: RecordId
    """The source record."""
    quote: str | None = Field(default=None, min_length=1, max_length=1_000)
    """The words, verbatim."""
    language: LanguageTag | None = None
    """Language of the quote; left out where it is the language of the source."""
    translation: Paragraph | None = None
    """Our translation where the author of the record gives one; usually left to the catalogs."""


class Statement(Model):
    """Something that is said of the framework, with the sources that say it."""

    text: Paragraph
    """The statement in our words."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    """At least one source."""


class Link(Model):
    """A page elsewhere that readers may want."""

    label: Line
    address: WebAddress


class Period(Model):
    """From when to when."""

    start: Date | None = None
    end: Date | None = None


ALL = "all"
"""The word that stands for every pillar."""


def _selection(value: object) -> object:
    if value == ALL:
        return (ALL,)
    if isinstance(value, list | tuple) and ALL in value and len(value) > 1:
        raise wrong(
            "value-range",
            "'all' stands beside other pillars",
            "write pillars: all, or a list of some pillars without the word all",
        )
    return value


PillarSelection = Annotated[
    tuple[RecordId, ...],
    BeforeValidator(_selection),
    Field(min_length=1),
    WithJsonSchema(
        {
            "anyOf": [
                {"const": ALL},
                {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string"}},
            ]
        }
    ),
]
"""Ids of pillars, or the word ``all``."""
