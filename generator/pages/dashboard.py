"""The overview for those who keep the library: what is open, silent, untranslated, ill proved."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.languages.interface import SOURCE_LANGUAGE, noted
from generator.languages.resolve import Owner
from generator.pages.components import Badge, Link
from generator.pages.freshness import news_of
from generator.pages.index_pages import part_path
from generator.pages.joining import (
    DASHBOARD_PAGE,
    library_page,
    library_ways,
    part_link,
    part_title,
)
from generator.pages.matching import is_resting
from generator.pages.rows import exchanges, record_link
from generator.pages.vocabulary import GRADES, PROJECT_STATUS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model.library import Project
    from generator.pages.components import News
    from generator.pages.edition import Edition
    from generator.pages.page import Page

_ROWS_PER_PAGE = 500
"""So many rows weigh about as much as a photograph."""
_WEAK = "C"
"""The grade of a source that nobody has seen at first hand."""

_CONCERNS: Mapping[str, str] = MappingProxyType(
    {
        "late": noted("No news for a year"),
        "open": noted("Open to join"),
        "seeks": noted("Looks for partners"),
        "language": noted("Not in every language"),
        "english": noted("No summary in English"),
        "evidence": noted("Second-hand evidence only"),
    }
)
"""What editors look for. How many are late is known to the reader's clock alone."""


@dataclass(frozen=True, slots=True)
class Concern:
    """Something to look for, and how many projects on this page it is true of."""

    code: str
    label: str
    count: int | None
    """None where only the reader's clock can tell."""
    shown_count: str


@dataclass(frozen=True, slots=True)
class ProjectState:
    """One project, as those see it who keep the library."""

    link: Link
    badge: Badge
    news: News
    date: str
    iso_date: str
    """The last day that the latest step can mean, to sort by."""
    is_open: bool
    seeks: int
    offers: int
    languages: str
    """Share of the languages of the site in which all of it can be read."""
    language_count: int
    missing: str
    """Names of the others."""
    grade: str
    """Grade of the source of its latest step."""
    grade_meaning: str
    concerns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DashboardBody:
    """The table of all projects, or of a part of them."""

    concerns: tuple[Concern, ...]
    rows: tuple[ProjectState, ...]
    ways: tuple[Link, ...]
    count_forms: tuple[tuple[str, str], ...]
    count: str
    previous: Link | None
    next: Link | None


def dashboard_pages(edition: Edition, projects: Sequence[Page]) -> tuple[Page, ...]:
    """Build the overview, the longest silence first.

    ``projects`` are the pages of the projects, which know their translations.
    """
    translations = {page.path.rpartition("/")[2]: page.translations for page in projects}
    found = sorted(
        edition.relations.projects, key=lambda item: (item.history[-1].on.latest, item.id)
    )
    starts = range(0, max(1, len(found)), _ROWS_PER_PAGE)
    parts = [found[start : start + _ROWS_PER_PAGE] for start in starts]
    return tuple(_page(edition, parts, number, translations) for number in range(len(parts)))


def _page(
    edition: Edition,
    parts: Sequence[Sequence[Project]],
    number: int,
    translations: Mapping[str, Sequence[str]],
) -> Page:
    path, words = part_path(DASHBOARD_PAGE, number), edition.words
    rows = tuple(_state(edition, item, translations[item.id], path) for item in parts[number])
    one, other = "{count} project", "{count} projects"
    return library_page(
        edition,
        path=path,
        template="dashboard",
        title=part_title(edition, words("Overview for editors"), number),
        lede=words(
            "What is open, what has not been heard of for long, and what is missing in the records "
            "of the library."
        ),
        body=DashboardBody(
            concerns=_concerns(edition, rows),
            rows=rows,
            ways=library_ways(edition, path),
            count_forms=words.forms(one, other),
            count=words.plural("{count} project", "{count} projects", len(rows)),
            previous=part_link(edition, DASHBOARD_PAGE, len(parts), number, number - 1),
            next=part_link(edition, DASHBOARD_PAGE, len(parts), number, number + 1),
        ),
    )


def _concerns(edition: Edition, rows: Sequence[ProjectState]) -> tuple[Concern, ...]:
    found = []
    for code, label in _CONCERNS.items():
        count = None if code == "late" else sum(code in row.concerns for row in rows)
        shown = "" if count is None else edition.formats.number(count)
        found.append(Concern(code, edition.words(label), count, shown))
    return tuple(found)


def _state(
    edition: Edition, project: Project, translations: Sequence[str], page: str
) -> ProjectState:
    formats, last = edition.formats, project.history[-1]
    missing = [tag for tag in edition.resolvers if tag not in translations]
    grade = edition.repository.sources[last.source].grade
    return ProjectState(
        link=record_link(edition, "projects", project, page),
        badge=Badge(project.status, edition.words(PROJECT_STATUS[project.status])),
        news=news_of(edition, project),
        date=formats.date(last.on),
        iso_date=last.on.latest.isoformat(),
        is_open=project.open_to_join,
        seeks=len(project.seeks),
        offers=len(project.offers),
        languages=edition.words(
            "{count} of {total}",
            count=formats.number(len(translations)),
            total=formats.number(len(edition.resolvers)),
        ),
        language_count=len(translations),
        missing=formats.list([formats.language_name(tag) for tag in missing]),
        grade=grade,
        grade_meaning=edition.words(GRADES[grade]),
        concerns=_concerns_of(edition, project, missing, grade),
    )


def _concerns_of(
    edition: Edition, project: Project, missing: Sequence[str], grade: str
) -> tuple[str, ...]:
    true = {
        "open": project.open_to_join,
        "seeks": "seeks" in exchanges(project) and not is_resting(project),
        "language": bool(missing),
        "english": _lacks_english(edition, project),
        "evidence": grade == _WEAK,
    }
    return tuple(code for code in _CONCERNS if true.get(code))


def _lacks_english(edition: Edition, project: Project) -> bool:
    """Say whether readers of the language that most editors share cannot read the summary."""
    resolver = edition.resolvers.get(SOURCE_LANGUAGE)
    if resolver is None:
        return False
    owner = Owner("projects", project.id, project.language)
    return resolver.text(project.summary, owner, ("summary",)).state == "missing"
