"""The page of the framework itself: names, release, aims, parts, what is known and what is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.languages.resolve import ResolvedText, direction_of
from generator.pages.components import Fact, Heading, Link
from generator.pages.evidence import Evidences
from generator.pages.home import observations, pillar_groups
from generator.pages.page import Page, relative_url
from generator.pages.parties import legend_link
from generator.pages.records import description, notices, translated_into
from generator.pages.rows import record_link
from generator.pages.vocabulary import TEXT_STATES

if TYPE_CHECKING:
    from generator.model.framework import Framework
    from generator.pages.components import Figure, Group, Quotation, StatementView, Words
    from generator.pages.edition import Edition

PAGE = "framework"
_KIND = "framework"


@dataclass(frozen=True, slots=True)
class NameView:
    """A name of the framework in one language."""

    language: str
    words: ResolvedText
    state: str
    source: Link | None


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of the framework with its pillars and what is said of it."""

    number: str
    title: Words
    summary: Words | None
    statements: tuple[StatementView, ...]
    group: Group | None


@dataclass(frozen=True, slots=True)
class ConfusableView:
    """Another document that readers mistake for this one."""

    title: Words
    date: str
    difference: Words
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """Something readers ask for that no source was found for."""

    question: Words
    answer: Words
    as_of: str


@dataclass(frozen=True, slots=True)
class FrameworkBody:
    """What the page of the framework shows."""

    facts: tuple[Fact, ...]
    names: tuple[NameView, ...]
    release: tuple[Quotation, ...]
    aims: tuple[StatementView, ...]
    recognition: tuple[StatementView, ...]
    principles: tuple[StatementView, ...]
    openness: tuple[StatementView, ...]
    parts: tuple[PartView, ...]
    figures: tuple[Figure, ...]
    confusable: tuple[ConfusableView, ...]
    unknown: tuple[QuestionView, ...]
    legend: Link


def framework_page(edition: Edition) -> Page:
    """Build the page of the framework."""
    framework = edition.repository.framework
    evidences = Evidences(edition, _KIND, framework, PAGE)
    body = FrameworkBody(
        facts=_facts(edition, framework),
        names=_names(edition, framework),
        release=evidences.quotations(framework.release.evidence, "release", "evidence"),
        aims=evidences.statements(framework.aims, "aims"),
        recognition=evidences.statements(framework.recognition, "recognition"),
        principles=evidences.statements(framework.principles, "principles"),
        openness=evidences.statements(framework.openness, "openness"),
        parts=_parts(edition, framework, evidences),
        figures=observations(edition, PAGE),
        confusable=_confusable(edition, framework),
        unknown=_unknown(edition, framework),
        legend=legend_link(edition, PAGE),
    )
    summary = edition.text(_KIND, framework, framework.summary, "summary")
    return Page(
        path=PAGE,
        kind=_KIND,
        template="framework",
        language=edition.language.tag,
        direction=edition.language.direction,
        title=edition.text(_KIND, framework, framework.title, "title"),
        description=description(summary),
        body=body,
        label=edition.words("The framework"),
        lede=summary,
        crumbs=(Link(edition.words("Home"), relative_url(PAGE, "index")),),
        toc=_toc(edition, body),
        notices=notices(edition, _KIND, framework),
        translations=translated_into(edition, _KIND, framework),
        written_in=framework.language,
    )


def _facts(edition: Edition, framework: Framework) -> tuple[Fact, ...]:
    words, release = edition.words, framework.release
    lead = edition.repository.organizations.get(framework.lead)
    participants = Link(words("Participants"), relative_url(PAGE, "participants/index"))
    return (
        Fact(words("Released"), (edition.formats.date(release.on),)),
        Fact(words("Place"), (edition.text(_KIND, framework, release.place, "release", "place"),)),
        Fact(
            words("Occasion"),
            (edition.text(_KIND, framework, release.occasion, "release", "occasion"),),
        ),
        Fact(words("Lead"), (record_link(edition, "organizations", lead, PAGE),) if lead else ()),
        Fact(words("Who takes part"), (participants,)),
    )


def _names(edition: Edition, framework: Framework) -> tuple[NameView, ...]:
    views = []
    for tag, version in sorted(framework.title.versions.items()):
        source = edition.repository.sources.get(version.source or "")
        state = version.status or "original"
        views.append(
            NameView(
                language=edition.formats.language_name(tag),
                words=ResolvedText(version.text, tag, direction_of(tag), state, is_fallback=True),
                state=edition.words(TEXT_STATES[state]),
                source=record_link(edition, "sources", source, PAGE) if source else None,
            )
        )
    return tuple(views)


def _parts(edition: Edition, framework: Framework, evidences: Evidences) -> tuple[PartView, ...]:
    groups = {group.id: group for group in pillar_groups(edition, PAGE)}
    views = []
    for index, part in enumerate(framework.parts):
        path = ("parts", index)
        summary = (
            edition.text(_KIND, framework, part.summary, *path, "summary") if part.summary else None
        )
        views.append(
            PartView(
                number=edition.formats.number(part.number),
                title=edition.text(_KIND, framework, part.title, *path, "title"),
                summary=summary,
                statements=evidences.statements(part.statements, *path, "statements"),
                group=groups.get(part.id),
            )
        )
    return tuple(views)


def _confusable(edition: Edition, framework: Framework) -> tuple[ConfusableView, ...]:
    sources = edition.repository.sources
    return tuple(
        ConfusableView(
            title=edition.text(_KIND, framework, item.title, "confusable", index, "title"),
            date=edition.formats.date(item.on) if item.on else "",
            difference=edition.text(
                _KIND, framework, item.difference, "confusable", index, "difference"
            ),
            links=(
                *(record_link(edition, "sources", sources[id_], PAGE) for id_ in item.sources),
                *(
                    Link(
                        edition.text(
                            _KIND, framework, link.label, "confusable", index, "links", at, "label"
                        ),
                        link.address,
                    )
                    for at, link in enumerate(item.links)
                ),
            ),
        )
        for index, item in enumerate(framework.confusable)
    )


def _unknown(edition: Edition, framework: Framework) -> tuple[QuestionView, ...]:
    return tuple(
        QuestionView(
            question=edition.text(_KIND, framework, item.question, "unknown", index, "question"),
            answer=edition.text(_KIND, framework, item.answer, "unknown", index, "answer"),
            as_of=edition.formats.date(item.as_of),
        )
        for index, item in enumerate(framework.unknown)
    )


def _toc(edition: Edition, body: FrameworkBody) -> tuple[Heading, ...]:
    words = edition.words
    shown = (
        (body.aims, Heading("aims", words("Aims"))),
        (body.recognition, Heading("recognition", words("What it starts from"))),
        (body.principles, Heading("principles", words("Principles"))),
        (body.parts, Heading("parts", words("Parts and pillars"))),
        (body.openness, Heading("openness", words("Openness"))),
        (body.figures, Heading("figures", words("Counts that sources gave"))),
        (body.names, Heading("names", words("Names in other languages"))),
        (body.release, Heading("release", words("Evidence of the release"))),
        (body.confusable, Heading("confusable", words("Not to be confused with"))),
        (body.unknown, Heading("unknown", words("What is not known"))),
    )
    return tuple(heading for is_shown, heading in shown if is_shown)
