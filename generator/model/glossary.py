"""The glossary: concepts with what they are called in each language."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from generator.model.base import LanguageTag, Model, RecordId
from generator.model.text import Paragraph


class Concept(Model):
    """Something that texts speak of, and its names."""

    id: RecordId
    labels: Mapping[LanguageTag, tuple[str, ...]] = Field(min_length=1)
    """Names by language: the one to use first, then others that are accepted and searched for."""
    meaning: Paragraph | None = None
    """What it is, in a sentence."""


class Glossary(Model):
    """The concepts that translations and searches rely on."""

    id: str = "glossary"
    language: LanguageTag
    concepts: tuple[Concept, ...] = ()
