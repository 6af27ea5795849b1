"""The page of search results: its filters, and what the search says to readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.languages.formats import endonym
from generator.languages.resolve import ResolvedText, direction_of
from generator.model.kinds import KINDS
from generator.pages.components import Link
from generator.pages.page import Page, plain, relative_url
from generator.pages.rows import party_link
from generator.pages.vocabulary import PROJECT_STATUS, RECORD_LABELS, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from generator.languages.interface import Interface
    from generator.pages.components import Words
    from generator.pages.edition import Edition

PAGE = "search"
_MOST_OPEN = 12
"""Facets with more choices than this are folded at first."""


@dataclass(frozen=True, slots=True)
class SearchChoice:
    """A value of a facet as the index has it, and what readers call it."""

    value: str
    label: Words


@dataclass(frozen=True, slots=True)
class SearchFacet:
    """One way to narrow the results; the counts come from the index."""

    name: str
    label: str
    choices: tuple[SearchChoice, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class SearchBody:
    """What the page holds before anything is searched for."""

    facets: tuple[SearchFacet, ...]
    count_forms: tuple[tuple[str, str], ...]
    """How many results there are for a query, by CLDR plural category."""
    all_forms: tuple[tuple[str, str], ...]
    """How many there are where only filters were chosen."""
    ways: tuple[Link, ...]
    """Other ways to find something."""


def search_page(edition: Edition, pages: Iterable[Page]) -> Page:
    """Build the page of search results for a site with these pages."""
    words = edition.words
    found = tuple(pages)
    paths = {page.path for page in found}
    ways = (
        ("a-z", words("A–Z index")),
        ("glossary", words("Glossary")),
        ("projects/index", words(SECTIONS["projects"])),
    )
    return Page(
        path=PAGE,
        kind="search",
        template="search",
        language=edition.language.tag,
        direction=edition.language.direction,
        title=words("Search"),
        description=words("Search"),
        body=SearchBody(
            facets=_facets(edition, {page.kind for page in found}),
            count_forms=result_forms(words),
            all_forms=words.forms("{count} result", "{count} results"),
            ways=tuple(
                Link(label, relative_url(PAGE, path)) for path, label in ways if path in paths
            ),
        ),
        crumbs=(Link(words("Home"), relative_url(PAGE, "index")),),
        translations=tuple(edition.resolvers),
    )


def kind_labels(words: Interface) -> Mapping[str, str]:
    """Return what one page of each kind is called beside a result."""
    return {**{kind: words(label) for kind, label in RECORD_LABELS.items()}, **_other_kinds(words)}


def result_forms(words: Interface) -> tuple[tuple[str, str], ...]:
    """Return the sentence that says how many results a query has, by plural category."""
    return words.forms("{count} result for “{query}”", "{count} results for “{query}”")


def search_words(words: Interface) -> Mapping[str, str | Mapping[str, str]]:
    """Return the words of the search box, which stands on every page."""
    return {
        "search": words("Search"),
        "search_placeholder": words("Search this site"),
        "search_nothing": words("Nothing was found for “{query}”.", query="{q}"),
        "search_searching": words("Searching…"),
        "search_failed": words("The search could not be loaded."),
        "search_all": words("All results for “{query}”", query="{q}"),
        "search_recent": words("Recent searches"),
        "search_forget": words("Clear"),
        "search_results": {
            category: text.replace("{count}", "{n}").replace("{query}", "{q}")
            for category, text in result_forms(words)
        },
        "kinds": kind_labels(words),
    }


def _other_kinds(words: Interface) -> Mapping[str, str]:
    return {
        "framework": words("The framework"),
        "docs": words("About this site"),
        "home": words("Home"),
    }


def _facets(edition: Edition, kinds: AbstractSet[str]) -> tuple[SearchFacet, ...]:
    words = edition.words
    facets = (
        _facet("kind", words("Kind"), _kinds(edition, kinds)),
        _facet("open", words("Taking part"), _open(edition)),
        _facet("pillar", words("Pillar"), _pillars(edition)),
        _facet("track", words("Track"), _tracks(edition)),
        _facet("status", words("Status"), _statuses(edition)),
        _facet("party", words("Participant"), _parties(edition)),
        _facet("lang", words("Language"), _languages(edition)),
    )
    return tuple(facet for facet in facets if facet.choices)


def _facet(name: str, label: str, choices: Iterable[tuple[str, Words]]) -> SearchFacet:
    made = tuple(SearchChoice(value, words) for value, words in choices)
    return SearchFacet(name, label, made, is_open=len(made) <= _MOST_OPEN)


def _kinds(edition: Edition, kinds: AbstractSet[str]) -> Iterator[tuple[str, Words]]:
    words = edition.words
    sections = {kind: words(label) for kind, label in SECTIONS.items()}
    for kind, label in {**sections, **_other_kinds(words)}.items():
        if kind in kinds:
            yield kind, label


def _open(edition: Edition) -> Iterator[tuple[str, Words]]:
    if any(project.open_to_join for project in edition.repository.projects.values()):
        yield "yes", edition.words("Open to join")


def _pillars(edition: Edition) -> Iterator[tuple[str, Words]]:
    known = edition.repository.pillars.values()
    for pillar in sorted(known, key=lambda item: item.number):
        yield pillar.id, edition.name("pillars", pillar)


def _tracks(edition: Edition) -> Iterator[tuple[str, Words]]:
    for track in sorted(edition.repository.tracks.values(), key=lambda item: item.number):
        yield track.id, edition.text("tracks", track, track.short_title, "short_title")


def _statuses(edition: Edition) -> Iterator[tuple[str, Words]]:
    found = {project.status for project in edition.repository.projects.values()}
    for code, label in PROJECT_STATUS.items():
        if code in found:
            yield code, edition.words(label)


def _parties(edition: Edition) -> Iterator[tuple[str, Words]]:
    """Yield participants and organizations in the order of the language's alphabet."""
    repository = edition.repository
    ids = (*repository.participants, *repository.organizations)
    named = [(id_, party_link(edition, id_, PAGE).label) for id_ in ids]
    yield from sorted(named, key=lambda pair: edition.formats.sort_key(plain(pair[1])))


def _languages(edition: Edition) -> Iterator[tuple[str, Words]]:
    """Yield the languages of the site in its order, then others that records are written in."""
    repository = edition.repository
    written = {record.language for kind in KINDS for record in repository.records(kind).values()}
    for tag in dict.fromkeys((*edition.resolvers, *sorted(written))):
        known = edition.resolvers.get(tag)
        name = known.language.name if known is not None else endonym(tag) or tag
        is_own = tag == edition.language.tag
        yield tag, ResolvedText(name, tag, direction_of(tag), "original", is_fallback=not is_own)
