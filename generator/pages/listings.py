"""The listing of each kind of record, grouped the way readers look for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from generator.model.kinds import KINDS
from generator.pages.components import Card, Figure, Group, Link, Row
from generator.pages.contribute import NEW_PROJECT_PAGE
from generator.pages.home import observations, pillar_groups
from generator.pages.joining import library_ways
from generator.pages.library import Facet, library_facets, participants_by_name
from generator.pages.order import ordered
from generator.pages.page import Page, relative_url
from generator.pages.records import description
from generator.pages.rows import (
    event_row,
    instrument_row,
    organization_row,
    participant_row,
    project_rows,
    source_row,
    track_card,
)
from generator.pages.vocabulary import LEDES, ORGANIZATION_ROLES, PARTICIPANT_GROUPS, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.model.guidance import Instrument
    from generator.model.kinds import Kind
    from generator.model.library import Event
    from generator.model.parties import Organization, Participant, Source, Track
    from generator.pages.components import Words
    from generator.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class ListingBody:
    """What a listing shows: groups of rows or cards, and filters where there are many."""

    groups: tuple[Group, ...]
    cards: tuple[Card, ...] = ()
    figures: tuple[Figure, ...] = ()
    facets: tuple[Facet, ...] = ()
    participants: tuple[tuple[str, Words], ...] = ()
    """Those for whom the library can be narrowed to what they are not part of yet, by id."""
    ways: tuple[Link, ...] = ()
    """Other ways to look at the same records."""
    count: str = ""
    count_forms: tuple[tuple[str, str], ...] = ()
    empty: str = ""
    propose: Link | None = None
    """For the library: where a project is proposed."""


def listing_pages(edition: Edition) -> tuple[Page, ...]:
    """Build the listing of every kind."""
    return tuple(_listing(edition, kind) for kind in KINDS)


def _listing(edition: Edition, kind: Kind) -> Page:
    path = f"{kind}/index"
    body = _BUILDERS[kind](edition, path)
    lede = edition.words(LEDES[kind])
    return Page(
        path=path,
        kind=kind,
        template="library" if kind == "projects" else "listing",
        language=edition.language.tag,
        direction=edition.language.direction,
        title=edition.words(SECTIONS[kind]),
        description=description(lede),
        body=body,
        lede=lede,
        crumbs=(Link(edition.words("Home"), relative_url(path, "index")),),
        translations=tuple(edition.resolvers),
    )


def _pillars(edition: Edition, page: str) -> ListingBody:
    return ListingBody(groups=pillar_groups(edition, page))


def _tracks(edition: Edition, page: str) -> ListingBody:
    tracks = cast("tuple[Track, ...]", ordered(edition, "tracks"))
    return ListingBody(groups=(), cards=tuple(track_card(edition, track, page) for track in tracks))


def _projects(edition: Edition, page: str) -> ListingBody:
    words, projects = edition.words, edition.repository.projects.values()
    one, other = "{count} project", "{count} projects"
    return ListingBody(
        groups=(Group("all", "", rows=project_rows(edition, edition.relations.projects, page)),),
        facets=library_facets(edition),
        participants=participants_by_name(edition),
        ways=library_ways(edition, page),
        count=words.plural("{count} project", "{count} projects", len(projects)),
        count_forms=words.forms(one, other),
        empty=words("Nothing is in the library yet."),
        propose=Link(words("Propose a project"), relative_url(page, NEW_PROJECT_PAGE)),
    )


def _participants(edition: Edition, page: str) -> ListingBody:
    people = cast("tuple[Participant, ...]", ordered(edition, "participants"))
    rows = ((item.status, participant_row(edition, item, page)) for item in people)
    groups = _grouped(edition, PARTICIPANT_GROUPS, rows)
    return ListingBody(
        groups=tuple(replace(group, is_dense=True) for group in groups),
        figures=observations(edition, page),
    )


def _organizations(edition: Edition, page: str) -> ListingBody:
    organizations = cast("tuple[Organization, ...]", ordered(edition, "organizations"))
    rows = ((item.role, organization_row(edition, item, page)) for item in organizations)
    return ListingBody(groups=_grouped(edition, ORGANIZATION_ROLES, rows))


def _events(edition: Edition, page: str) -> ListingBody:
    events = cast("tuple[Event, ...]", ordered(edition, "events"))
    return _plain(edition, (event_row(edition, item, page) for item in events))


def _instruments(edition: Edition, page: str) -> ListingBody:
    instruments = cast("tuple[Instrument, ...]", ordered(edition, "instruments"))
    groups = tuple(
        Group(
            id=pillar.id,
            title=edition.name("pillars", pillar),
            rows=tuple(
                instrument_row(edition, item, page)
                for item in instruments
                if item.pillars[0] == pillar.id
            ),
        )
        for pillar in ordered(edition, "pillars")
    )
    return ListingBody(groups=tuple(group for group in groups if group.rows))


def _sources(edition: Edition, page: str) -> ListingBody:
    sources = cast("tuple[Source, ...]", ordered(edition, "sources"))
    return _plain(edition, (source_row(edition, item, page) for item in sources))


def _plain(edition: Edition, rows: Iterable[Row]) -> ListingBody:
    return ListingBody(
        groups=(Group("all", "", rows=tuple(rows)),), empty=edition.words("Nothing here yet.")
    )


def _grouped(
    edition: Edition, labels: Mapping[str, str], rows: Iterable[tuple[str, Row]]
) -> tuple[Group, ...]:
    found = list(rows)
    groups = (
        Group(code, edition.words(label), rows=tuple(row for key, row in found if key == code))
        for code, label in labels.items()
    )
    return tuple(group for group in groups if group.rows)


_BUILDERS: Mapping[Kind, Callable[[Edition, str], ListingBody]] = {
    "pillars": _pillars,
    "tracks": _tracks,
    "projects": _projects,
    "participants": _participants,
    "organizations": _organizations,
    "events": _events,
    "instruments": _instruments,
    "sources": _sources,
}
