"""What is open, silent or missing has pages of its own; silence is left to the reader's clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from generator.checks.lifecycle import silent_projects
from generator.pages.dashboard import dashboard_pages
from generator.pages.freshness import news_of
from generator.pages.joining import MOST_OFFERED, joining_pages
from generator.pages.parties import participant_pages
from generator.pages.projects import project_pages
from generator.pages.relations import relations_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.filling import LanguagePages
    from generator.model.library import Project
    from generator.pages.edition import Edition
    from generator.pages.page import Page


def body(pages: Iterable[Page], path: str) -> Any:  # noqa: ANN401 - each page has its own
    return next(page.body for page in pages if page.path == path)


def with_projects(edition: Edition, projects: Iterable[Project]) -> Edition:
    known = {item.id: item for item in projects}
    repository = replace(edition.repository, projects=known)
    return replace(
        edition, repository=repository, relations=relations_of(repository, known.values())
    )


def many_open(edition: Edition, count: int) -> Edition:
    """Return an edition with so many open projects, all led by the office."""
    training = edition.repository.projects["common-training"]
    return with_projects(
        edition,
        (training.model_copy(update={"id": f"open-{number}"}) for number in range(count)),
    )


def test_everything_that_is_open_is_listed(mini_pages: dict[str, LanguagePages]) -> None:
    for made in mini_pages.values():
        listed = {item.id for item in body(made.pages, "projects/open").projects}
        projects = made.edition.repository.projects.values()
        assert listed == {item.id for item in projects if item.open_to_join}


def test_a_participant_with_much_to_choose_from_has_a_page_for_it(
    mini_pages: dict[str, LanguagePages],
) -> None:
    few, many = (many_open(mini_pages["en"].edition, MOST_OFFERED + more) for more in (0, 1))
    assert not [page for page in joining_pages(few) if page.path.startswith("projects/open/")]
    listed = body(joining_pages(many), "projects/open/XAA").projects
    assert len(listed.rows) == MOST_OFFERED + 1
    offered = body(participant_pages(many), "participants/XAA").open_projects
    assert len(offered.rows) == MOST_OFFERED
    assert offered.more.url == "../projects/open/XAA.html"


def test_a_very_long_list_leads_to_the_library_narrowed_to_it(
    mini_pages: dict[str, LanguagePages],
) -> None:
    pages = joining_pages(many_open(mini_pages["en"].edition, 150))
    assert body(pages, "projects/open/XAA").projects.more.url == "../index.html?open=yes&for=XAA"
    assert body(pages, "projects/open").more.url == "index.html?open=yes"


def test_who_owes_news_by_the_reader_is_who_owes_them_by_the_command(
    mini_pages: dict[str, LanguagePages],
) -> None:
    edition = mini_pages["en"].edition
    sample = edition.repository.projects["sample"]
    states = ("proposed", "announced", "open", "active", "completed", "suspended", "withdrawn")
    made = with_projects(
        edition,
        (sample.model_copy(update={"id": status, "status": status}) for status in states),
    )
    projects = made.repository.projects.values()
    owing = {item.id for item in projects if news_of(made, item).owed_since}
    silent = {item.project.id for item in silent_projects(made.repository, date(2199, 1, 1))}
    assert owing == silent
    # A month counts to its end: nobody is blamed for being inexact.
    assert news_of(made, sample).owed_since == "2021-02-28"


def test_last_news_stand_in_words_on_every_project(mini_pages: dict[str, LanguagePages]) -> None:
    made = mini_pages["en"]
    text = next(item.markdown for item in made.markdown if item.path == "projects/sample.md")
    assert "Last news: February 2021" in text
    assert 'data-last-news="2021-02-28" data-months="12" hidden' in text


def test_the_overview_lists_every_project_and_what_it_lacks(
    mini_pages: dict[str, LanguagePages],
) -> None:
    rows = {row.link.url: row for row in body(mini_pages["ar"].pages, "projects/dashboard").rows}
    assert rows.keys() == {"common-training.html", "sample.html", "green-list.html"}
    assert "english" in rows["green-list.html"].concerns
    assert {"open", "seeks", "language"} <= set(rows["sample.html"].concerns)
    assert "open" not in rows["green-list.html"].concerns


def test_the_longest_silence_comes_first(mini_pages: dict[str, LanguagePages]) -> None:
    days = [row.iso_date for row in body(mini_pages["en"].pages, "projects/dashboard").rows]
    assert days == sorted(days)


def test_a_long_overview_is_cut_and_its_parts_lead_to_one_another(
    mini_pages: dict[str, LanguagePages],
) -> None:
    edition = many_open(mini_pages["en"].edition, 1001)
    parts = dashboard_pages(edition, project_pages(edition))
    assert [page.path for page in parts] == [
        "projects/dashboard",
        "projects/dashboard/2",
        "projects/dashboard/3",
    ]
    listed = [row.link.url for page in parts for row in page.body.rows]  # type: ignore[attr-defined]
    assert len(set(listed)) == len(listed) == 1001
    assert parts[1].body.previous.url == "../dashboard.html"  # type: ignore[attr-defined]
    assert parts[1].body.next.url == "3.html"  # type: ignore[attr-defined]


def test_an_empty_library_says_so(mini_pages: dict[str, LanguagePages]) -> None:
    edition = with_projects(mini_pages["en"].edition, ())
    pages = joining_pages(edition)
    assert body(pages, "projects/open").projects == ()
    assert not body(pages, "projects/matching").has_matches
    assert body(dashboard_pages(edition, ()), "projects/dashboard").rows == ()
