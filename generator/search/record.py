"""What search is made of: pages as records with texts per language, and concepts."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FIELD_END", "Concept", "SearchRecord", "SearchText"]

FIELD_END = " · "
"""Stands between what different fields say, so that an excerpt does not run them together."""


@dataclass(frozen=True, slots=True)
class SearchText:
    """What a page says in one language, which need not be a language of the site."""

    language: str
    title: str
    summary: str
    body: str = ""
    names: str = ""
    """Those words of the body that are names of what the page is about: found like the title."""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A page under every language of the site, with its own texts and never a fallback."""

    id: str
    kind: str
    path: str
    texts: tuple[SearchText, ...]
    facets: tuple[tuple[str, str], ...] = ()
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of the glossary, a party, a country or an organization with its names."""

    id: str
    labels: tuple[tuple[str, str], ...]
