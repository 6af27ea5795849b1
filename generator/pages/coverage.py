"""The public page that says how much of the site each language covers, and how to help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.languages.resolve import ResolvedText, direction_of
from generator.pages.components import Heading, Link
from generator.pages.page import Page, relative_url
from generator.pages.records import description
from generator.pages.vocabulary import CATALOGS, TEXT_STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.languages.coverage import Coverage
    from generator.pages.components import Words
    from generator.pages.edition import Edition

PAGE = "coverage"


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """One language: how much can be read in it, and what state that is in."""

    name: Words
    percent: str
    cells: tuple[str, ...]
    """Texts by state, in the order of the columns."""


@dataclass(frozen=True, slots=True)
class CatalogRow:
    """One kind of text: how much of it can be read in each language."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoverageBody:
    """What the page shows."""

    states: tuple[str, ...]
    languages: tuple[LanguageRow, ...]
    names: tuple[Words, ...]
    catalogs: tuple[CatalogRow, ...]
    help: Link
    legend: Link


def coverage_page(edition: Edition, figures: Sequence[Coverage]) -> Page:
    """Build the page from the figures of all languages."""
    words = edition.words
    lede = words("How much of this site can be read in each language, and in what state it is.")
    shown = tuple(state for state in TEXT_STATES if any(item.states.get(state) for item in figures))
    tags = tuple(edition.resolvers)
    body = CoverageBody(
        states=tuple(words(TEXT_STATES[state]) for state in shown),
        languages=tuple(_language(edition, tag, shown, figures) for tag in tags),
        names=tuple(_endonym(edition, tag) for tag in tags),
        catalogs=_catalogs(edition, tags, figures),
        help=Link(words("How to contribute"), relative_url(PAGE, "docs/contribute")),
        legend=Link(words("How to read the evidence"), relative_url(PAGE, "docs/legend")),
    )
    return Page(
        path=PAGE,
        kind="docs",
        template="coverage",
        language=edition.language.tag,
        direction=edition.language.direction,
        title=words("Languages of this site"),
        description=description(lede),
        body=body,
        lede=lede,
        crumbs=(Link(words("Home"), relative_url(PAGE, "index")),),
        toc=(
            Heading("states", words("By state of translation")),
            Heading("kinds", words("By kind of text")),
            Heading("help", words("What to do next")),
        ),
        translations=tags,
    )


def _language(
    edition: Edition, tag: str, states: Sequence[str], figures: Sequence[Coverage]
) -> LanguageRow:
    own = [item for item in figures if item.language == tag]
    return LanguageRow(
        name=_endonym(edition, tag),
        percent=_percent(edition, own),
        cells=tuple(
            edition.formats.number(sum(item.states.get(state, 0) for item in own))
            for state in states
        ),
    )


def _catalogs(
    edition: Edition, tags: Sequence[str], figures: Sequence[Coverage]
) -> tuple[CatalogRow, ...]:
    found = {item.catalog for item in figures}
    return tuple(
        CatalogRow(
            edition.words(label),
            tuple(
                _percent(
                    edition,
                    [item for item in figures if (item.language, item.catalog) == (tag, name)],
                )
                for tag in tags
            ),
        )
        for name, label in CATALOGS.items()
        if name in found
    )


def _percent(edition: Edition, figures: Sequence[Coverage]) -> str:
    """Return the share that can be read, rounded down, so that 100 means all."""
    total = sum(item.total for item in figures)
    readable = sum(item.readable for item in figures)
    return edition.formats.percent(100 * readable // total if total else 100)


def _endonym(edition: Edition, tag: str) -> Words:
    language = edition.resolvers[tag].language
    is_own = tag == edition.language.tag
    return ResolvedText(language.name, tag, direction_of(tag), "original", is_fallback=not is_own)
