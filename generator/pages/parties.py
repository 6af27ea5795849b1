"""Pages of participants, organizations and tracks: who takes part and in what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from generator.pages.components import Fact, Heading, Link, ProjectList
from generator.pages.evidence import Evidences
from generator.pages.joining import MOST_OFFERED, open_to_link
from generator.pages.page import relative_url
from generator.pages.records import RecordPage, record_pages
from generator.pages.rows import (
    event_row,
    organization_row,
    project_list,
    project_rows,
    record_link,
)
from generator.pages.vocabulary import (
    ORGANIZATION_KINDS,
    ORGANIZATION_ROLES,
    PARTICIPANT_KINDS,
    PARTICIPANT_STATUS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.languages.formats import Formats
    from generator.model.kinds import Record
    from generator.model.parties import Organization, Participant, Track
    from generator.pages.components import Quotation, RecordFooter, Row, StatementView, Words
    from generator.pages.edition import Edition
    from generator.pages.page import Page


@dataclass(frozen=True, slots=True)
class PartyBody:
    """What the page of a participant or organization shows."""

    facts: tuple[Fact, ...]
    statements: tuple[StatementView, ...]
    evidence: tuple[Quotation, ...]
    offers: tuple[Words, ...]
    links: tuple[Link, ...]
    projects: ProjectList
    open_projects: ProjectList
    legend: Link
    footer: RecordFooter


@dataclass(frozen=True, slots=True)
class TrackBody:
    """What the page of a track shows."""

    number: str
    evidence: tuple[Quotation, ...]
    statements: tuple[StatementView, ...]
    projects: ProjectList
    organizations: tuple[Row, ...]
    events: tuple[Row, ...]
    legend: Link
    footer: RecordFooter


def participant_pages(edition: Edition) -> tuple[Page, ...]:
    """Build the page of every participant."""
    return record_pages(edition, "participants", _participant)


def organization_pages(edition: Edition) -> tuple[Page, ...]:
    """Build the page of every organization."""
    return record_pages(edition, "organizations", _organization)


def track_pages(edition: Edition) -> tuple[Page, ...]:
    """Build the page of every track."""
    return record_pages(edition, "tracks", _track)


def legend_link(edition: Edition, page: str) -> Link:
    """Return the link to the page that explains evidence, grades and states."""
    return Link(edition.words("How to read the evidence"), relative_url(page, "docs/legend"))


def _participant(edition: Edition, record: Record, page: str, footer: RecordFooter) -> RecordPage:
    participant = cast("Participant", record)
    words = edition.words
    # One more than is shown, to know whether there are more.
    offered = edition.relations.open_to(participant.id, most=MOST_OFFERED + 1)
    more = open_to_link(edition, participant.id, page) if len(offered) > MOST_OFFERED else None
    since = edition.formats.date(participant.since)
    lede: Words = words(
        "{status} of the framework since {date}.",
        status=words(PARTICIPANT_STATUS[participant.status]),
        date=since,
    )
    if participant.note is not None:
        lede = edition.text("participants", participant, participant.note, "note")
    body = PartyBody(
        facts=_participant_facts(edition, participant, since),
        statements=(),
        evidence=Evidences(edition, "participants", participant, page).quotations(
            participant.evidence, "evidence"
        ),
        offers=(),
        links=(),
        projects=_projects(edition, participant.id, page),
        open_projects=ProjectList(project_rows(edition, offered[:MOST_OFFERED], page), more),
        legend=legend_link(edition, page),
        footer=footer,
    )
    return RecordPage("party", body, lede, _party_toc(edition, body))


def _projects(edition: Edition, party: str, page: str) -> ProjectList:
    found = edition.relations.by_party.get(party, ())
    return project_list(edition, found, page, f"lead={party}")


def _participant_facts(edition: Edition, participant: Participant, since: str) -> tuple[Fact, ...]:
    words, formats = edition.words, edition.formats
    codes = [participant.alpha_2, participant.id if participant.kind == "country" else None]
    facts = [
        Fact(words("Kind"), (words(PARTICIPANT_KINDS[participant.kind]),)),
        Fact(words("Status"), (words(PARTICIPANT_STATUS[participant.status]),)),
        Fact(words("Since"), (since,)),
        Fact(words("Languages"), _listed(formats, participant.languages)),
        Fact(words("Also in wide use"), _listed(formats, participant.working_languages)),
        Fact(words("ISO 3166-1 codes"), tuple(code for code in codes if code)),
    ]
    if participant.united_nations_member is False:
        facts.append(Fact(words("United Nations"), (words("Not a member state"),)))
    return tuple(fact for fact in facts if fact.values)


def _listed(formats: Formats, tags: Sequence[str]) -> tuple[str, ...]:
    """Return the names of languages as one list, or nothing."""
    return (formats.list([formats.language_name(tag) for tag in tags]),) if tags else ()


def _organization(edition: Edition, record: Record, page: str, footer: RecordFooter) -> RecordPage:
    organization = cast("Organization", record)
    evidences = Evidences(edition, "organizations", organization, page)
    body = PartyBody(
        facts=_organization_facts(edition, organization, page),
        statements=evidences.statements(organization.statements, "statements"),
        evidence=(),
        offers=tuple(
            edition.text("organizations", organization, text, "offers", index)
            for index, text in enumerate(organization.offers)
        ),
        links=tuple(
            Link(
                edition.text("organizations", organization, link.label, "links", index, "label"),
                link.address,
            )
            for index, link in enumerate(organization.links)
        ),
        projects=_projects(edition, organization.id, page),
        open_projects=ProjectList(()),
        legend=legend_link(edition, page),
        footer=footer,
    )
    lede = edition.text("organizations", organization, organization.summary, "summary")
    return RecordPage("party", body, lede, _party_toc(edition, body))


def _organization_facts(
    edition: Edition, organization: Organization, page: str
) -> tuple[Fact, ...]:
    words, repository = edition.words, edition.repository
    country = repository.participants.get(organization.country or "")
    tracks = edition.named("tracks", organization.tracks)
    facts = [
        Fact(words("Kind"), (words(ORGANIZATION_KINDS[organization.kind]),)),
        Fact(words("Role"), (words(ORGANIZATION_ROLES[organization.role]),)),
        Fact(words("Abbreviation"), (organization.acronym,) if organization.acronym else ()),
        Fact(
            words("Country"),
            (record_link(edition, "participants", country, page),) if country else (),
        ),
        Fact(
            words("Tracks"),
            tuple(record_link(edition, "tracks", track, page) for track, _ in tracks),
        ),
        Fact(
            words("Web site"),
            (Link(organization.address, organization.address),) if organization.address else (),
        ),
    ]
    return tuple(fact for fact in facts if fact.values)


def _party_toc(edition: Edition, body: PartyBody) -> tuple[Heading, ...]:
    words = edition.words
    shown = (
        (body.statements, Heading("role", words("Part in the framework"))),
        (body.offers, Heading("offers", words("What it offers"))),
        (True, Heading("projects", words("Projects"))),
        (body.open_projects.rows, Heading("open", words("Open to join"))),
        (body.evidence, Heading("evidence", words("Evidence"))),
        (body.links, Heading("links", words("Links"))),
    )
    return tuple(heading for is_shown, heading in shown if is_shown)


def _track(edition: Edition, record: Record, page: str, footer: RecordFooter) -> RecordPage:
    track = cast("Track", record)
    words, repository = edition.words, edition.repository
    evidences = Evidences(edition, "tracks", track, page)
    projects = edition.relations.by_track.get(track.id, ())
    organizations = (item for item in repository.organizations.values() if track.id in item.tracks)
    events = (item for item in repository.events.values() if item.track == track.id)
    body = TrackBody(
        number=edition.formats.number(track.number),
        evidence=evidences.quotations(track.evidence, "evidence"),
        statements=evidences.statements(track.statements, "statements"),
        projects=project_list(edition, projects, page, f"track={track.id}"),
        organizations=tuple(organization_row(edition, item, page) for item in organizations),
        events=tuple(event_row(edition, item, page) for item in events),
        legend=legend_link(edition, page),
        footer=footer,
    )
    shown = (
        (body.statements, Heading("role", words("What sources say"))),
        (True, Heading("projects", words("Projects"))),
        (body.organizations, Heading("organizations", words("Organisations"))),
        (body.events, Heading("events", words("Events"))),
        (body.evidence, Heading("evidence", words("Evidence"))),
    )
    lede = edition.text("tracks", track, track.summary, "summary")
    toc = tuple(heading for is_shown, heading in shown if is_shown)
    return RecordPage("track", body, lede, toc)
