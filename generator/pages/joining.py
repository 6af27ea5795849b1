"""Pages for those who want to take part: what is open to join, and who has what others seek."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.components import Badge, Figure, Link, ProjectList
from generator.pages.freshness import news_of
from generator.pages.index_pages import part_path
from generator.pages.matching import is_resting
from generator.pages.page import Page, relative_url
from generator.pages.records import description, section_crumbs
from generator.pages.rows import party_link, project_list, record_link
from generator.pages.vocabulary import PROJECT_STATUS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.languages.resolve import ResolvedText
    from generator.model.library import Project
    from generator.pages.components import News, Words
    from generator.pages.edition import Edition
    from generator.pages.matching import Match
    from generator.pages.page import Body

OPEN_PAGE = "projects/open"
MATCHING_PAGE = "projects/matching"
DASHBOARD_PAGE = "projects/dashboard"
LIBRARY_PAGE = "projects/index"

MOST_OFFERED = 12
"""Open projects on the page of a participant; where there are more, they have their own page."""
_MOST_SHOWN = 100
"""Projects on a page before it refers to the library, which can be narrowed."""
_SEEKERS_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Opening:
    """A project as those see it who may take part."""

    id: str
    link: Link
    summary: Words
    badge: Badge
    is_open: bool
    news: News
    leads: tuple[Link, ...]
    seeks: tuple[Words, ...]
    offers: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that two projects have in common."""

    label: str
    values: tuple[Words | Link, ...]


@dataclass(frozen=True, slots=True)
class MatchView:
    """The other project of a match, which of its words fit, and why."""

    link: Link
    leads: tuple[Link, ...]
    badge: Badge
    texts: tuple[Words, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Seeker:
    """A project that looks for something, and who has it."""

    project: Opening
    matches: tuple[MatchView, ...]


@dataclass(frozen=True, slots=True)
class OpenBody:
    """Everything that is open to join."""

    projects: tuple[Opening, ...]
    more: Link | None
    ways: tuple[Link, ...]
    """Where to go on from here."""
    first: tuple[Link, ...]
    """How to be the first."""


@dataclass(frozen=True, slots=True)
class OpenToBody:
    """What one participant could still join."""

    projects: ProjectList
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MatchingBody:
    """Who looks for what, and who has it."""

    figures: tuple[Figure, ...]
    matched: tuple[Seeker, ...]
    unmatched: tuple[Seeker, ...]
    """Those that look for what nobody else offers yet."""
    has_matches: bool
    """Whether there is any match in the whole library."""
    ways: tuple[Link, ...]
    first: tuple[Link, ...]
    previous: Link | None
    next: Link | None


def joining_pages(edition: Edition) -> tuple[Page, ...]:
    """Build what is open to join, also for each participant with a long list, and the matches."""
    return (_open_page(edition), *_open_to_pages(edition), *_matching_pages(edition))


def open_to_link(edition: Edition, participant: str, page: str) -> Link:
    """Return the link to everything that a participant could still join."""
    words = edition.words("Everything open to join")
    return Link(words, relative_url(page, f"{OPEN_PAGE}/{participant}"))


def library_ways(edition: Edition, page: str) -> tuple[Link, ...]:
    """Return the links between the pages that look at the library in their own way."""
    words = edition.words
    found = (
        (LIBRARY_PAGE, words("All projects")),
        (OPEN_PAGE, words("Open to join")),
        (MATCHING_PAGE, words("Who has what others look for")),
        (DASHBOARD_PAGE, words("Overview for editors")),
    )
    return tuple(Link(label, relative_url(page, path)) for path, label in found if path != page)


def _open_page(edition: Edition) -> Page:
    found = edition.relations.open
    more = None
    if len(found) > _MOST_SHOWN:
        label = edition.words("All projects of this list in the library")
        more = Link(label, f"{relative_url(OPEN_PAGE, LIBRARY_PAGE)}?open=yes")
    body = OpenBody(
        projects=tuple(_opening(edition, item, OPEN_PAGE) for item in found[:_MOST_SHOWN]),
        more=more,
        ways=library_ways(edition, OPEN_PAGE),
        first=_first_steps(edition, OPEN_PAGE),
    )
    title = edition.words("Open to join")
    lede = edition.words(
        "Projects and measures whose sources invite others to take part, with what they look for "
        "and what they offer."
    )
    return library_page(edition, path=OPEN_PAGE, template="open", title=title, lede=lede, body=body)


def _open_to_pages(edition: Edition) -> tuple[Page, ...]:
    """Return a page for each participant that can choose from more than its own page lists."""
    participants = edition.repository.participants
    return tuple(
        _open_to_page(edition, id_)
        for id_ in sorted(participants)
        if len(edition.relations.open_to(id_, most=MOST_OFFERED + 1)) > MOST_OFFERED
    )


def _open_to_page(edition: Edition, participant: str) -> Page:
    path = f"{OPEN_PAGE}/{participant}"
    record = edition.repository.participants[participant]
    found = edition.relations.open_to(participant, most=_MOST_SHOWN + 1)
    query = f"open=yes&for={participant}"
    name = edition.name("participants", record)
    body = OpenToBody(
        project_list(edition, found, path, query, most=_MOST_SHOWN),
        ways=(
            record_link(edition, "participants", record, path),
            Link(edition.words("How to join"), relative_url(path, "docs/join")),
        ),
    )
    title = edition.words("Open to join: {name}", name=name.text)
    lede = edition.words("Records of the library that it could choose to take part in.")
    return library_page(edition, path=path, template="open-to", title=title, lede=lede, body=body)


def _matching_pages(edition: Edition) -> tuple[Page, ...]:
    """Return the matches; those who look for something, and find it, come first."""
    sought = edition.relations.sought
    seeking = [item for item in edition.relations.projects if item.seeks and not is_resting(item)]
    seeking.sort(key=lambda item: item.id not in sought)
    starts = range(0, max(1, len(seeking)), _SEEKERS_PER_PAGE)
    parts = [seeking[start : start + _SEEKERS_PER_PAGE] for start in starts]
    return tuple(_matching_page(edition, parts, number) for number in range(len(parts)))


def _matching_page(edition: Edition, parts: Sequence[Sequence[Project]], number: int) -> Page:
    path, words = part_path(MATCHING_PAGE, number), edition.words
    seekers = tuple(_seeker(edition, project, path) for project in parts[number])
    body = MatchingBody(
        figures=_figures(edition, path) if number == 0 else (),
        matched=tuple(seeker for seeker in seekers if seeker.matches),
        unmatched=tuple(seeker for seeker in seekers if not seeker.matches),
        has_matches=bool(edition.relations.sought),
        ways=library_ways(edition, path),
        first=_first_steps(edition, path),
        previous=part_link(edition, MATCHING_PAGE, len(parts), number, number - 1),
        next=part_link(edition, MATCHING_PAGE, len(parts), number, number + 1),
    )
    lede = words(
        "Projects and measures that look for something, and others that offer it, in whatever "
        "language they are written."
    )
    title = part_title(edition, words("Who has what others look for"), number)
    return library_page(edition, path=path, template="matching", title=title, lede=lede, body=body)


def _figures(edition: Edition, page: str) -> tuple[Figure, ...]:
    words, projects = edition.words, edition.repository.projects.values()
    living = [item for item in projects if not is_resting(item)]
    library = relative_url(page, LIBRARY_PAGE)
    show = words("Show them in the library")
    sought = sum(1 for item in living if item.seeks)
    offered = sum(1 for item in living if item.offers)
    matched = len(edition.relations.sought)
    number = edition.formats.number
    return (
        Figure(
            number(sought),
            words("say what they look for"),
            link=Link(show, f"{library}?exchange=seeks") if sought else None,
        ),
        Figure(
            number(offered),
            words("say what they offer"),
            link=Link(show, f"{library}?exchange=offers") if offered else None,
        ),
        Figure(number(matched), words("look for what another one offers")),
    )


def _seeker(edition: Edition, project: Project, page: str) -> Seeker:
    found = edition.relations.sought.get(project.id, ())
    return Seeker(
        _opening(edition, project, page),
        tuple(match_view(edition, match, match.offering, page) for match in found),
    )


def match_view(edition: Edition, match: Match, other: str, page: str) -> MatchView:
    """Return one side of a match as seen from the other one's place."""
    project = edition.repository.projects[other]
    places, name, texts = match.seeks, "seeks", project.seeks
    if other == match.offering:
        places, name, texts = match.offers, "offers", project.offers
    return MatchView(
        link=record_link(edition, "projects", project, page),
        leads=tuple(party_link(edition, lead, page) for lead in project.lead),
        badge=_badge(edition, project),
        texts=tuple(
            edition.text("projects", project, texts[place], name, place) for place in places
        ),
        reasons=_reasons(edition, match, page),
    )


def _reasons(edition: Edition, match: Match, page: str) -> tuple[Reason, ...]:
    words = edition.words
    names = {concept.id: concept.labels for concept in edition.repository.glossary.concepts}
    pillars = edition.named("pillars", match.pillars)
    found = (
        Reason(
            words("Both are about"),
            tuple(_concept(edition, names[concept]) for concept in match.concepts),
        ),
        Reason(
            words("Both say"), tuple(edition.as_written(said, tag) for tag, said in match.phrases)
        ),
        Reason(
            words("Both serve"),
            tuple(record_link(edition, "pillars", pillar, page) for pillar, _ in pillars),
        ),
    )
    return tuple(reason for reason in found if reason.values)


def _concept(edition: Edition, labels: Mapping[str, tuple[str, ...]]) -> ResolvedText:
    """Return what a concept is called in the reader's language, or in the next that has a name."""
    chain = (edition.language.tag, *edition.language.fallback, *labels)
    tag = next(tag for tag in chain if labels.get(tag))
    return edition.as_written(labels[tag][0], tag)


def _opening(edition: Edition, project: Project, page: str) -> Opening:
    def listed(name: str) -> tuple[Words, ...]:
        return tuple(
            edition.text("projects", project, text, name, place)
            for place, text in enumerate(getattr(project, name))
        )

    return Opening(
        id=project.id,
        link=record_link(edition, "projects", project, page),
        summary=edition.text("projects", project, project.summary, "summary"),
        badge=_badge(edition, project),
        is_open=project.open_to_join,
        news=news_of(edition, project),
        leads=tuple(party_link(edition, lead, page) for lead in project.lead),
        seeks=listed("seeks"),
        offers=listed("offers"),
    )


def _badge(edition: Edition, project: Project) -> Badge:
    return Badge(project.status, edition.words(PROJECT_STATUS[project.status]))


def _first_steps(edition: Edition, page: str) -> tuple[Link, ...]:
    """Return where to go for those who want to be the first."""
    words = edition.words
    found = [Link(words("How to contribute"), relative_url(page, "docs/contribute"))]
    found.append(Link(words("How to join"), relative_url(page, "docs/join")))
    if edition.repository.glossary.concepts:
        found.append(Link(words("Glossary"), relative_url(page, "glossary")))
    return tuple(found)


def part_title(edition: Edition, title: str, number: int) -> str:
    """Return the title of a part of a page, counted from 0."""
    if not number:
        return title
    return edition.words(
        "{title}, part {number}", title=title, number=edition.formats.number(number + 1)
    )


def part_link(edition: Edition, page: str, count: int, here: int, there: int) -> Link | None:
    """Return the link from one part of a page to another one, or None where there is none."""
    if not 0 <= there < count:
        return None
    label = edition.words("Part {number}", number=edition.formats.number(there + 1))
    return Link(label, relative_url(part_path(page, here), part_path(page, there)))


def library_page(
    edition: Edition, *, path: str, template: str, title: str, lede: str, body: Body
) -> Page:
    """Return a page beside the list of all projects."""
    return Page(
        path=path,
        kind="projects",
        template=template,
        language=edition.language.tag,
        direction=edition.language.direction,
        title=title,
        description=description(lede),
        body=body,
        lede=lede,
        crumbs=section_crumbs(edition, "projects", path),
        translations=tuple(edition.resolvers),
    )
