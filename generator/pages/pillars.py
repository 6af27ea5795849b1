"""Pages of pillars: official text, reported directions and guidance, kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from generator.pages.components import Fact, Heading, Link
from generator.pages.evidence import Evidences
from generator.pages.page import relative_url
from generator.pages.records import RecordPage, record_pages
from generator.pages.rows import instrument_row, project_list

if TYPE_CHECKING:
    from generator.model.guidance import Pillar
    from generator.model.kinds import Record
    from generator.model.library import Project
    from generator.model.text import Text
    from generator.pages.components import ProjectList, Quotation, RecordFooter, Row, Words
    from generator.pages.edition import Edition
    from generator.pages.page import Page


@dataclass(frozen=True, slots=True)
class StepView:
    """One thing to do."""

    title: Words
    text: Words


@dataclass(frozen=True, slots=True)
class PillarBody:
    """What the page of a pillar shows."""

    field: str
    number: str
    facts: tuple[Fact, ...]
    official_text: Words | None
    evidence: tuple[Quotation, ...]
    directions: tuple[Quotation, ...]
    asks: tuple[Words, ...]
    ministry_questions: tuple[Words, ...]
    firm_questions: tuple[Words, ...]
    steps: tuple[StepView, ...]
    good_project: tuple[Words, ...]
    pitfalls: tuple[Words, ...]
    instruments: tuple[Row, ...]
    projects: ProjectList
    common_projects: ProjectList
    common_label: str
    """How many projects serve all pillars, in words."""
    legend: Link
    footer: RecordFooter


def pillar_pages(edition: Edition) -> tuple[Page, ...]:
    """Build the page of every pillar."""
    return record_pages(edition, "pillars", _build)


def _build(edition: Edition, record: Record, page: str, footer: RecordFooter) -> RecordPage:
    pillar = cast("Pillar", record)
    repository, guidance = edition.repository, pillar.guidance
    common, query = edition.relations.for_all_pillars(), f"pillar={pillar.id}"
    evidences = Evidences(edition, "pillars", pillar, page)
    part = next(item for item in repository.framework.parts if item.id == pillar.part)

    def listed(texts: tuple[Text, ...], name: str) -> tuple[Words, ...]:
        return tuple(
            edition.text("pillars", pillar, text, "guidance", name, index)
            for index, text in enumerate(texts)
        )

    body = PillarBody(
        field=part.field,
        number=edition.formats.number(pillar.number),
        facts=_facts(edition, pillar, page),
        official_text=edition.text("pillars", pillar, pillar.official_text, "official_text")
        if pillar.official_text
        else None,
        evidence=evidences.quotations(pillar.evidence, "evidence"),
        directions=tuple(
            evidences.direction(item, index)
            for index, item in enumerate(pillar.reported_directions)
        ),
        asks=listed(guidance.asks, "asks"),
        ministry_questions=listed(guidance.questions_for_ministries, "questions_for_ministries"),
        firm_questions=listed(guidance.questions_for_firms, "questions_for_firms"),
        steps=_steps(edition, pillar),
        good_project=listed(guidance.good_project, "good_project"),
        pitfalls=listed(guidance.pitfalls, "pitfalls"),
        instruments=_instruments(edition, pillar, page),
        projects=project_list(edition, _own_projects(edition, pillar), page, query),
        common_projects=project_list(edition, common, page, query),
        common_label=edition.words.plural(
            "{count} record serves all pillars",
            "{count} records serve all pillars",
            len(common),
        ),
        legend=Link(edition.words("How to read the evidence"), relative_url(page, "docs/legend")),
        footer=footer,
    )
    lede = edition.text("pillars", pillar, pillar.summary, "summary")
    return RecordPage("pillar", body, lede, _toc(edition, pillar))


def _own_projects(edition: Edition, pillar: Pillar) -> tuple[Project, ...]:
    return edition.relations.by_pillar.get(pillar.id, ())


def _facts(edition: Edition, pillar: Pillar, page: str) -> tuple[Fact, ...]:
    words, repository = edition.words, edition.repository
    framework = repository.framework
    index, part = next(
        (index, item) for index, item in enumerate(framework.parts) if item.id == pillar.part
    )
    part_title = edition.text("framework", framework, part.title, "parts", index, "title")
    text_state = (
        words("Published below")
        if pillar.official_text
        else words("Not found in any public source yet")
    )
    count = len(_own_projects(edition, pillar)) + len(edition.relations.for_all_pillars())
    return (
        Fact(words("Part"), (Link(part_title, relative_url(page, "framework", fragment="parts")),)),
        Fact(words("Official text"), (text_state,)),
        Fact(
            words("In the project library"),
            (words.plural("{count} project", "{count} projects", count),),
        ),
        Fact(words("Guidance read through"), (edition.formats.date(pillar.reviewed_on),)),
    )


def _steps(edition: Edition, pillar: Pillar) -> tuple[StepView, ...]:
    path = ("guidance", "first_steps")
    return tuple(
        StepView(
            edition.text("pillars", pillar, step.title, *path, index, "title"),
            edition.text("pillars", pillar, step.text, *path, index, "text"),
        )
        for index, step in enumerate(pillar.guidance.first_steps)
    )


def _instruments(edition: Edition, pillar: Pillar, page: str) -> tuple[Row, ...]:
    known = edition.repository.instruments
    return tuple(
        instrument_row(
            edition,
            known[reference.instrument],
            page,
            why=edition.text("pillars", pillar, reference.why, "instruments", index, "why"),
        )
        for index, reference in enumerate(pillar.instruments)
    )


def _toc(edition: Edition, pillar: Pillar) -> tuple[Heading, ...]:
    words = edition.words
    headings = [
        Heading("official-text", words("Official text")),
        Heading("reported", words("What sources report")),
        Heading("asks", words("What it asks in practice")),
        Heading("questions", words("Questions to ask yourself")),
        Heading("first-steps", words("First steps")),
        Heading("good-project", words("What a good project looks like")),
    ]
    if pillar.guidance.pitfalls:
        headings.append(Heading("pitfalls", words("What goes wrong")))
    headings += [
        Heading("instruments", words("Reference instruments")),
        Heading("projects", words("Projects")),
    ]
    return tuple(headings)
