"""A page of the site: where it is, what it is called, and the model its template prints."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from generator.pages.components import Heading, Link, Notice, Words


class Body(Protocol):
    """What a template prints; each kind of page has its own frozen dataclass."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language."""

    path: str
    """Path below the language's folder, without ending: ``pillars/trade-facilitation``."""
    kind: str
    """Kind of page, for the navigation and the look."""
    template: str
    """Name of its template, without ending."""
    language: str
    direction: str
    title: Words
    description: str
    body: Body
    label: str = ""
    """Kind of record in the reader's words, shown above the title."""
    lede: Words | None = None
    crumbs: tuple[Link, ...] = ()
    toc: tuple[Heading, ...] = ()
    notices: tuple[Notice, ...] = ()
    translations: tuple[str, ...] = ()
    """Languages in which this page really is translated."""
    written_in: str = ""
    """Language the page was written in; nothing for pages that only show records."""

    @property
    def url(self) -> str:
        """Address below the language's folder."""
        return f"{self.path}.html"

    @property
    def canonical_language(self) -> str:
        """The language that search engines should take for the original of this page."""
        if self.translations and self.written_in not in self.translations:
            return self.translations[0]
        return self.written_in or self.language


def plain(words: Words | None) -> str:
    """Return words without what is known of their language."""
    if words is None:
        return ""
    return words if isinstance(words, str) else words.text


def relative_url(from_path: str, to_path: str, *, fragment: str = "") -> str:
    """Return the relative address of a page as seen from another, both below one language."""
    start = posixpath.dirname(from_path) or "."
    address = posixpath.relpath(f"{to_path}.html", start)
    return f"{address}#{fragment}" if fragment else address
