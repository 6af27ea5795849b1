"""The home page: what the framework is, three doors, pillars, tracks and the library's state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from generator.pages.components import Card, Figure, Group, Link, Row
from generator.pages.evidence import Evidences
from generator.pages.order import ordered
from generator.pages.page import Page, relative_url
from generator.pages.records import description, notices, translated_into
from generator.pages.rows import pillar_card, project_rows, track_card
from generator.pages.vocabulary import COUNTED, RELATIONS

if TYPE_CHECKING:
    from generator.model.framework import Observation
    from generator.model.guidance import Pillar
    from generator.model.parties import Track
    from generator.pages.edition import Edition

PAGE = "index"


@dataclass(frozen=True, slots=True)
class HomeBody:
    """What the home page shows."""

    doors: tuple[Card, ...]
    groups: tuple[Group, ...]
    """Pillars by part of the framework."""
    tracks: tuple[Card, ...]
    figures: tuple[Figure, ...]
    newest: tuple[Row, ...]
    library: Link


def home_page(edition: Edition) -> Page:
    """Build the home page."""
    framework = edition.repository.framework
    summary = edition.text("framework", framework, framework.summary, "summary")
    title = edition.text("framework", framework, framework.short_title, "short_title")
    tracks = cast("tuple[Track, ...]", ordered(edition, "tracks"))
    body = HomeBody(
        doors=_doors(edition),
        groups=pillar_groups(edition, PAGE),
        tracks=tuple(track_card(edition, item, PAGE) for item in tracks),
        figures=(*observations(edition, PAGE), *_library_state(edition)),
        newest=project_rows(edition, edition.relations.projects[:5], PAGE),
        library=Link(
            edition.words("All projects of the library"), relative_url(PAGE, "projects/index")
        ),
    )
    return Page(
        path=PAGE,
        kind="home",
        template="home",
        language=edition.language.tag,
        direction=edition.language.direction,
        title=title,
        description=description(summary),
        body=body,
        lede=summary,
        notices=notices(edition, "framework", framework),
        translations=translated_into(edition, "framework", framework),
        written_in=framework.language,
    )


def pillar_groups(edition: Edition, page: str) -> tuple[Group, ...]:
    """Return the pillars as cards, under the part of the framework they belong to."""
    framework = edition.repository.framework
    pillars = cast("tuple[Pillar, ...]", ordered(edition, "pillars"))
    groups = (
        Group(
            id=part.id,
            title=edition.text("framework", framework, part.title, "parts", index, "title"),
            cards=tuple(
                pillar_card(edition, item, page) for item in pillars if item.part == part.id
            ),
            field=part.field,
        )
        for index, part in enumerate(framework.parts)
    )
    return tuple(group for group in groups if group.cards)


def observations(edition: Edition, page: str) -> tuple[Figure, ...]:
    """Return the counts that sources gave, each with its day and source."""
    framework = edition.repository.framework
    return tuple(_observation(edition, item, page) for item in framework.observations)


def _observation(edition: Edition, item: Observation, page: str) -> Figure:
    source = Evidences(edition, "framework", edition.repository.framework, page).source_line(
        item.evidence[0].source
    )
    return Figure(
        value=_counted(edition, item),
        label=edition.words(COUNTED[item.predicate, item.counted]),
        as_of=edition.formats.date(item.as_of),
        link=Link(source.publisher, source.link.url),
    )


def _counted(edition: Edition, item: Observation) -> str:
    number = edition.formats.number(item.value)
    relation = RELATIONS.get(item.relation)
    return edition.words(relation, number=number) if relation else number


def _library_state(edition: Edition) -> tuple[Figure, ...]:
    words, formats = edition.words, edition.formats
    projects = edition.repository.projects.values()
    if not projects:
        return ()
    latest = max((item.history[-1].on for item in projects), key=lambda day: day.latest)
    as_of = words("latest step {date}", date=formats.date(latest))
    library = Link(words("Project library"), relative_url(PAGE, "projects/index"))
    open_count = sum(1 for item in projects if item.open_to_join)
    return (
        Figure(
            formats.number(len(projects)),
            words.plural(
                "record in the project library", "records in the project library", len(projects)
            ),
            as_of,
            library,
        ),
        Figure(
            formats.number(open_count),
            words.plural("project open to join", "projects open to join", open_count),
            as_of,
            library,
        ),
    )


def _doors(edition: Edition) -> tuple[Card, ...]:
    words = edition.words
    return (
        Card(
            Link(words("Find guidance"), relative_url(PAGE, "pillars/index")),
            words("What each pillar asks in practice, first steps, and the instruments that help."),
        ),
        Card(
            Link(
                words("Find a project to join"), f"{relative_url(PAGE, 'projects/index')}?open=yes"
            ),
            words("Measures and projects that participants can choose to take part in."),
        ),
        Card(
            Link(words("Add a project"), relative_url(PAGE, "docs/contribute")),
            words("Offer a project to the library, or correct a record."),
        ),
    )
