"""What the generator asks of an engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class MarkdownPage:
    """A page before the engine has seen it."""

    path: str
    """Path below the language's folder, with ``.md``."""
    markdown: str
    """Front matter and body."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the theme needs to know beyond the page, the same for all pages of a language."""

    language: str
    site: Mapping[str, object]
    """Plain values for the theme's ``extra.site``."""


class Engine(Protocol):
    """Turns the Markdown of any set of pages into HTML.

    The bytes of a page must depend on the page and its surroundings alone and never on which other
    pages are in the same call: caches and parallel builds stand on that.
    """

    def render(
        self, pages: Sequence[MarkdownPage], surroundings: Surroundings
    ) -> Mapping[str, bytes]:
        """Return the HTML of the pages by path, with ``.html``.

        Raises EngineError where the engine cannot do its work.
        """
