"""Records as entries of lists: the one line and the few facts that each kind shows elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.parts import ALL
from generator.pages.components import Badge, Card, Link, ProjectList, Row
from generator.pages.freshness import news_of
from generator.pages.page import relative_url
from generator.pages.relations import parties
from generator.pages.vocabulary import (
    ACCESS,
    EVENT_KINDS,
    INSTRUMENT_KINDS,
    ORGANIZATION_ROLES,
    PARTICIPANT_STATUS,
    PROJECT_KINDS,
    PROJECT_STATUS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.languages.resolve import ResolvedText
    from generator.model.guidance import Instrument, Pillar
    from generator.model.kinds import Kind, Record
    from generator.model.library import Event, Project
    from generator.model.parties import Organization, Participant, Source, Track
    from generator.pages.components import Words
    from generator.pages.edition import Edition


MOST_ROWS = 30
"""Projects that a page of another record lists before it refers to the library."""


def record_link(edition: Edition, kind: Kind, record: Record, page: str) -> Link:
    """Return a link to a record's page as seen from a page."""
    return Link(edition.name(kind, record), relative_url(page, f"{kind}/{record.id}"))


def party_link(edition: Edition, party: str, page: str) -> Link:
    """Return a link to a participant or organization, whichever has this id."""
    repository = edition.repository
    if party in repository.participants:
        return record_link(edition, "participants", repository.participants[party], page)
    return record_link(edition, "organizations", repository.organizations[party], page)


def pillar_card(edition: Edition, pillar: Pillar, page: str) -> Card:
    """Return a pillar as a card."""
    parts = {part.id: part for part in edition.repository.framework.parts}
    return Card(
        record_link(edition, "pillars", pillar, page),
        edition.text("pillars", pillar, pillar.summary, "summary"),
        field=parts[pillar.part].field,
        number=edition.formats.number(pillar.number),
    )


def track_card(edition: Edition, track: Track, page: str) -> Card:
    """Return a track as a card."""
    return Card(
        Link(
            edition.text("tracks", track, track.short_title, "short_title"),
            relative_url(page, f"tracks/{track.id}"),
        ),
        edition.text("tracks", track, track.summary, "summary"),
        number=edition.formats.number(track.number),
    )


def pillar_words(edition: Edition, project: Project | Event) -> tuple[ResolvedText | str, ...]:
    """Return the names of the pillars that a record serves, or the words for all of them."""
    if not project.pillars:
        return ()
    if ALL in project.pillars:
        return (edition.words("All pillars"),)
    return tuple(name for _, name in edition.named("pillars", project.pillars))


def project_row(edition: Edition, project: Project, page: str) -> Row:
    """Return a project as a row with its facets."""
    track = edition.repository.tracks[project.track]
    pillars = sorted(edition.repository.pillars) if ALL in project.pillars else project.pillars
    leads: tuple[Words, ...] = tuple(party_link(edition, lead, page).label for lead in project.lead)
    return Row(
        record_link(edition, "projects", project, page),
        line=edition.text("projects", project, project.summary, "summary"),
        facts=(
            edition.words(PROJECT_KINDS[project.kind]),
            edition.text("tracks", track, track.short_title, "short_title"),
            *leads,
        ),
        badge=Badge(project.status, edition.words(PROJECT_STATUS[project.status])),
        open_label=edition.words("Open to join") if project.open_to_join else "",
        news=news_of(edition, project),
        data={
            "pillar": " ".join(pillars),
            "track": project.track,
            "status": project.status,
            "lead": " ".join(project.lead),
            "open": "yes" if project.open_to_join else "no",
            "exchange": " ".join(exchanges(project)),
            "party": " ".join(sorted(parties(project))),
        },
    )


def exchanges(project: Project) -> tuple[str, ...]:
    """Return whether a project says what it looks for, and what it offers."""
    said = {"seeks": project.seeks, "offers": project.offers}
    return tuple(name for name, texts in said.items() if texts)


def participant_row(edition: Edition, participant: Participant, page: str) -> Row:
    """Return a participant as a row."""
    return Row(
        record_link(edition, "participants", participant, page),
        facts=(
            edition.words(PARTICIPANT_STATUS[participant.status]),
            edition.words("since {date}", date=edition.formats.date(participant.since)),
        ),
    )


def organization_row(edition: Edition, organization: Organization, page: str) -> Row:
    """Return an organization as a row."""
    acronym = (organization.acronym,) if organization.acronym else ()
    return Row(
        record_link(edition, "organizations", organization, page),
        line=edition.text("organizations", organization, organization.summary, "summary"),
        facts=(*acronym, edition.words(ORGANIZATION_ROLES[organization.role])),
    )


def event_row(edition: Edition, event: Event, page: str) -> Row:
    """Return an event as a row."""
    return Row(
        record_link(edition, "events", event, page),
        line=edition.text("events", event, event.summary, "summary"),
        facts=(
            edition.words(EVENT_KINDS[event.kind]),
            edition.formats.date(event.start),
            edition.text("events", event, event.place, "place"),
        ),
    )


def instrument_row(
    edition: Edition, instrument: Instrument, page: str, why: Words | None = None
) -> Row:
    """Return an instrument as a row; ``why`` says why it matters where it is listed."""
    line = (
        why
        if why is not None
        else edition.text("instruments", instrument, instrument.summary, "summary")
    )
    dated = instrument.adopted or instrument.since
    return Row(
        record_link(edition, "instruments", instrument, page),
        line=line,
        facts=(
            edition.text("instruments", instrument, instrument.body, "body"),
            *((edition.formats.date(dated),) if dated else ()),
            edition.words(INSTRUMENT_KINDS[instrument.kind]),
            edition.words(ACCESS[instrument.access]),
        ),
    )


def source_row(edition: Edition, source: Source, page: str) -> Row:
    """Return a source as a row."""
    return Row(
        record_link(edition, "sources", source, page),
        line=edition.text("sources", source, source.supports, "supports"),
        facts=(
            edition.text("sources", source, source.publisher, "publisher"),
            *((edition.formats.date(source.published),) if source.published else ()),
            edition.words("Grade {grade}", grade=source.grade),
        ),
    )


def project_rows(edition: Edition, projects: Iterable[Project], page: str) -> tuple[Row, ...]:
    """Return projects as rows, in the order given."""
    return tuple(project_row(edition, project, page) for project in projects)


def project_list(
    edition: Edition, projects: Sequence[Project], page: str, query: str, *, most: int = MOST_ROWS
) -> ProjectList:
    """Return projects as a list that is cut where it gets long.

    ``query`` narrows the library to what the list would have shown, as in ``track=meetings``.
    """
    more = None
    if len(projects) > most:
        words = edition.words("All projects of this list in the library")
        more = Link(words, f"{relative_url(page, 'projects/index')}?{query}")
    return ProjectList(project_rows(edition, projects[:most], page), more)
