"""Pages of the project library: each project with its history, parties and ways to join."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from generator.model.parts import ALL
from generator.pages.components import Badge, Fact, Heading, Link
from generator.pages.contribute import JOIN_PAGE
from generator.pages.evidence import Evidences
from generator.pages.freshness import news_of
from generator.pages.joining import MATCHING_PAGE, match_view
from generator.pages.page import relative_url
from generator.pages.records import RecordPage, record_pages
from generator.pages.rows import party_link, pillar_words, project_rows, record_link
from generator.pages.vocabulary import MODALITY, PROJECT_KINDS, PROJECT_STATUS

if TYPE_CHECKING:
    from generator.model.kinds import Record
    from generator.model.library import Project
    from generator.model.text import Text
    from generator.pages.components import News, Quotation, RecordFooter, Row, SourceLine, Words
    from generator.pages.edition import Edition
    from generator.pages.joining import MatchView
    from generator.pages.page import Page

_MOST_RELATED = 6


@dataclass(frozen=True, slots=True)
class StepView:
    """A dated step of a project's life."""

    badge: Badge
    date: str
    iso_date: str
    is_present: bool
    modality: str
    note: Words | None
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class JoinedView:
    """A participant that joined."""

    party: Link
    date: str
    source: SourceLine


@dataclass(frozen=True, slots=True)
class ProjectBody:
    """What the page of a project shows."""

    badge: Badge
    news: News
    facts: tuple[Fact, ...]
    is_open: bool
    description: Words | None
    seeks: tuple[Words, ...]
    offers: tuple[Words, ...]
    joined: tuple[JoinedView, ...]
    how_to_join: Link
    found: tuple[MatchView, ...]
    """Projects that offer what this one looks for."""
    wanted: tuple[MatchView, ...]
    """Projects that look for what this one offers."""
    matching: Link
    join: Link
    history: tuple[StepView, ...]
    links: tuple[Link, ...]
    related: tuple[Row, ...]
    legend: Link
    footer: RecordFooter


def project_pages(edition: Edition) -> tuple[Page, ...]:
    """Build the page of every project."""
    return record_pages(edition, "projects", _build)


def _build(edition: Edition, record: Record, page: str, footer: RecordFooter) -> RecordPage:
    project = cast("Project", record)
    evidences = Evidences(edition, "projects", project, page)

    def listed(texts: tuple[Text, ...], name: str) -> tuple[Words, ...]:
        return tuple(
            edition.text("projects", project, text, name, index) for index, text in enumerate(texts)
        )

    body = ProjectBody(
        badge=Badge(project.status, edition.words(PROJECT_STATUS[project.status])),
        news=news_of(edition, project),
        facts=_facts(edition, project, page),
        is_open=project.open_to_join,
        description=edition.text("projects", project, project.description, "description")
        if project.description
        else None,
        seeks=listed(project.seeks, "seeks"),
        offers=listed(project.offers, "offers"),
        joined=_joined(edition, project, evidences, page),
        how_to_join=Link(edition.words("How to join"), relative_url(page, "docs/join")),
        join=Link(
            edition.words("Join this project"),
            f"{relative_url(page, JOIN_PAGE)}?join={project.id}",
        ),
        found=_found(edition, project, page),
        wanted=_wanted(edition, project, page),
        matching=Link(
            edition.words("Who has what others look for"), relative_url(page, MATCHING_PAGE)
        ),
        history=_history(edition, project, evidences),
        links=tuple(
            Link(
                edition.text("projects", project, link.label, "links", index, "label"), link.address
            )
            for index, link in enumerate(project.links)
        ),
        related=project_rows(edition, edition.relations.beside(project, most=_MOST_RELATED), page),
        legend=Link(edition.words("How to read the evidence"), relative_url(page, "docs/legend")),
        footer=footer,
    )
    lede = edition.text("projects", project, project.summary, "summary")
    label = edition.words(PROJECT_KINDS[project.kind])
    return RecordPage("project", body, lede, _toc(edition, body), label)


def _joined(
    edition: Edition, project: Project, evidences: Evidences, page: str
) -> tuple[JoinedView, ...]:
    return tuple(
        JoinedView(
            party_link(edition, entry.by, page),
            edition.formats.date(entry.on),
            evidences.source_line(entry.source),
        )
        for entry in project.joined
    )


def _found(edition: Edition, project: Project, page: str) -> tuple[MatchView, ...]:
    found = edition.relations.sought.get(project.id, ())
    return tuple(match_view(edition, match, match.offering, page) for match in found)


def _wanted(edition: Edition, project: Project, page: str) -> tuple[MatchView, ...]:
    found = edition.relations.offered.get(project.id, ())[:_MOST_RELATED]
    return tuple(match_view(edition, match, match.seeking, page) for match in found)


def _facts(edition: Edition, project: Project, page: str) -> tuple[Fact, ...]:
    words, repository = edition.words, edition.repository
    pillars: tuple[Words | Link, ...] = pillar_words(edition, project)
    if ALL not in project.pillars:
        named = edition.named("pillars", project.pillars)
        pillars = tuple(record_link(edition, "pillars", record, page) for record, _ in named)
    facts = [
        Fact(words("Kind"), (words(PROJECT_KINDS[project.kind]),)),
        Fact(words("Status"), (words(PROJECT_STATUS[project.status]),)),
        Fact(words("Lead"), tuple(party_link(edition, party, page) for party in project.lead)),
        Fact(
            words("Partners"), tuple(party_link(edition, party, page) for party in project.partners)
        ),
        Fact(words("Pillars"), pillars),
        Fact(words("Parts"), _parts(edition, project, page)),
        Fact(
            words("Track"),
            (record_link(edition, "tracks", repository.tracks[project.track], page),),
        ),
        Fact(
            words("Goals"), tuple(words("SDG {number}", number=number) for number in project.sdgs)
        ),
        Fact(words("Period"), _period(edition, project)),
        Fact(words("Funding"), _funding(edition, project)),
    ]
    return tuple(fact for fact in facts if fact.values)


def _parts(edition: Edition, project: Project, page: str) -> tuple[Link, ...]:
    framework = edition.repository.framework
    url = relative_url(page, "framework", fragment="parts")
    return tuple(
        Link(edition.text("framework", framework, part.title, "parts", index, "title"), url)
        for index, part in enumerate(framework.parts)
        if part.id in project.parts
    )


def _period(edition: Edition, project: Project) -> tuple[str, ...]:
    period = project.period
    if period is None:
        return ()
    dates = {"start": period.start, "end": period.end}
    written = {name: edition.formats.date(day) for name, day in dates.items() if day is not None}
    if len(written) == len(dates):
        return (edition.words("{start} to {end}", **written),)
    if "start" in written:
        return (edition.words("from {start}", **written),)
    return (edition.words("until {end}", **written),) if written else ()


def _funding(edition: Edition, project: Project) -> tuple[str, ...]:
    funding = project.funding
    if funding is None:
        return ()
    amount = edition.formats.money(funding.amount, funding.currency)
    date = edition.formats.date(funding.as_of)
    return (edition.words("{amount} (as of {date})", amount=amount, date=date),)


def _history(edition: Edition, project: Project, evidences: Evidences) -> tuple[StepView, ...]:
    last = len(project.history) - 1
    return tuple(
        StepView(
            badge=Badge(step.status, edition.words(PROJECT_STATUS[step.status])),
            date=edition.formats.date(step.on),
            iso_date=str(step.on),
            is_present=index == last,
            modality=edition.words(MODALITY[step.modality]) if step.modality else "",
            note=edition.text("projects", project, step.note, "history", index, "note")
            if step.note
            else None,
            quotation=evidences.quotation(step, "history", index),
        )
        for index, step in enumerate(project.history)
    )


def _toc(edition: Edition, body: ProjectBody) -> tuple[Heading, ...]:
    words = edition.words
    shown = (
        (body.is_open, Heading("join", words("Open to join"))),
        (body.description, Heading("description", words("Description"))),
        (body.offers, Heading("offers", words("What it offers"))),
        (body.found, Heading("found", words("Who offers what it looks for"))),
        (body.wanted, Heading("wanted", words("Who looks for what it offers"))),
        (True, Heading("joined", words("Who has joined"))),
        (True, Heading("history", words("Status and evidence"))),
        (body.links, Heading("links", words("Links"))),
        (body.related, Heading("related", words("Related records"))),
    )
    return tuple(heading for is_shown, heading in shown if is_shown)
