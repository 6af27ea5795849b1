"""The pages on which people propose a project, join one, or look at a record before it is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.kinds import KINDS
from generator.pages.components import Link
from generator.pages.form_fields import FormField, Option, project_fields, source_list
from generator.pages.form_words import ID_WORDS, PROJECT_CHOICE
from generator.pages.order import ordered
from generator.pages.page import Page, relative_url
from generator.pages.records import description
from generator.pages.vocabulary import GRADES, MODALITY, PROJECT_KINDS, PROJECT_STATUS, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.kinds import Kind
    from generator.pages.edition import Edition

NEW_PROJECT_PAGE = "new-project"
JOIN_PAGE = "join-project"
PREVIEW_PAGE = "preview"

_GOALS = 17
"""Sustainable Development Goals (A/RES/70/1)."""


@dataclass(frozen=True, slots=True)
class FormSection:
    """Fields under a heading."""

    id: str
    title: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class FormBody:
    """What a form shows; the words of its messages are in the data of the language."""

    purpose: str
    """``project`` or ``join``."""
    sections: tuple[FormSection, ...]
    contribute: Link
    """Other ways to contribute."""


@dataclass(frozen=True, slots=True)
class PreviewBody:
    """What the page of previews shows before a record is chosen."""

    form: Link
    contribute: Link


def contribute_pages(edition: Edition) -> tuple[Page, ...]:
    """Build the form for a project, the one for joining, and the page of previews."""
    return (_new_project(edition), _join(edition), _preview(edition))


def _new_project(edition: Edition) -> Page:
    words, choices = edition.words, form_choices(edition)
    fields = project_fields(edition, choices)

    def section(id_: str, title: str, *names: str) -> FormSection:
        return FormSection(id_, title, tuple(fields[name] for name in names))

    own_id = FormField(
        "id", "line", words(ID_WORDS.label), words(ID_WORDS.help), is_required=True, keyboard="code"
    )
    about = section("about", words("What it is"), "language", "kind", "title", "summary")
    sections = (
        FormSection("about", about.title, (*about.fields, fields["description"], own_id)),
        section("serves", words("What it serves"), "pillars", "parts", "track", "sdgs"),
        section("parties", words("Who is behind it"), "lead", "partners"),
        FormSection("sources", words("Sources"), (source_list(edition, choices),)),
        section("steps", words("What has happened"), "history"),
        section("taking-part", words("Taking part"), "open_to_join", "seeks", "offers", "joined"),
        section("more", words("Period, funding, links"), "period", "funding", "links"),
    )
    lede = words(
        "Describe a measure or project for the open project library. Nothing is sent while you "
        "write; at the end you choose how to hand it over."
    )
    body = FormBody("project", sections, _other_ways(edition, NEW_PROJECT_PAGE))
    return _page(edition, NEW_PROJECT_PAGE, "form", words("Propose a project"), lede, body)


def _join(edition: Edition) -> Page:
    words, choices = edition.words, form_choices(edition)
    joined = project_fields(edition, choices)["joined"].fields
    project = FormField(
        "project",
        "select",
        words(PROJECT_CHOICE.label),
        words(PROJECT_CHOICE.help),
        is_required=True,
        options=open_projects(edition),
    )
    sections = (
        FormSection("project", words("Project"), (project,)),
        FormSection("sources", words("Sources"), (source_list(edition, choices),)),
        FormSection("joining", words("Who joins"), joined),
    )
    lede = words(
        "Say who takes part in a project of the library, and which publication says so. Nothing is "
        "sent while you write; at the end you choose how to hand it over."
    )
    body = FormBody("join", sections, _other_ways(edition, JOIN_PAGE))
    return _page(edition, JOIN_PAGE, "form", words("Join a project"), lede, body)


def _preview(edition: Edition) -> Page:
    words = edition.words
    lede = words(
        "See a record as a page of this site before it is published, with everything that the "
        "check finds. The file stays on your device."
    )
    body = PreviewBody(
        Link(words("Propose a project"), f"{NEW_PROJECT_PAGE}.html"),
        _other_ways(edition, PREVIEW_PAGE),
    )
    return _page(edition, PREVIEW_PAGE, "preview", words("Preview of a record"), lede, body)


def _page(
    edition: Edition, path: str, kind: str, title: str, lede: str, body: FormBody | PreviewBody
) -> Page:
    return Page(
        path=path,
        kind=kind,
        template=kind,
        language=edition.language.tag,
        direction=edition.language.direction,
        title=title,
        description=description(lede),
        body=body,
        lede=lede,
        crumbs=(
            Link(edition.words("Home"), relative_url(path, "index")),
            Link(edition.words(SECTIONS["projects"]), relative_url(path, "projects/index")),
        ),
        translations=tuple(edition.resolvers),
    )


def _other_ways(edition: Edition, page: str) -> Link:
    return Link(edition.words("Other ways to contribute"), relative_url(page, "docs/contribute"))


def form_choices(edition: Edition) -> Mapping[str, tuple[Option, ...]]:
    """Return the choices of every field that has some, by its name, in the reader's order."""
    words = edition.words
    parties = (*_records(edition, "participants"), *_records(edition, "organizations"))
    languages = tuple(
        Option(each.tag, edition.as_written(each.name, each.tag))
        for each in edition.languages.languages
    )
    sources = tuple(Option(option.value, option.label) for option in _records(edition, "sources"))
    return {
        "language": languages,
        "kind": _coded(edition, PROJECT_KINDS),
        "pillars": tuple(Option(each.value, each.label) for each in _records(edition, "pillars")),
        "parts": _parts(edition),
        "track": tuple(Option(each.value, each.label) for each in _records(edition, "tracks")),
        "sdgs": tuple(
            Option(str(number), words("SDG {number}", number=number))
            for number in range(1, _GOALS + 1)
        ),
        "lead": parties,
        "partners": parties,
        "by": parties,
        "source": sources,
        "status": _coded(edition, PROJECT_STATUS),
        "modality": _coded(edition, MODALITY),
        "grade": _coded(edition, GRADES),
    }


def open_projects(edition: Edition) -> tuple[Option, ...]:
    """Return the projects that are open to join, by title."""
    known = edition.repository.projects
    ids = [project.id for project in known.values() if project.open_to_join]
    return tuple(Option(record.id, name) for record, name in edition.named("projects", ids))


def _coded(edition: Edition, labels: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(Option(code, edition.words(label)) for code, label in labels.items())


def _records(edition: Edition, kind: Kind) -> tuple[Option, ...]:
    label = edition.words(SECTIONS[kind]) if kind in KINDS else ""
    return tuple(
        Option(record.id, edition.name(kind, record), label) for record in ordered(edition, kind)
    )


def _parts(edition: Edition) -> tuple[Option, ...]:
    framework = edition.repository.framework
    return tuple(
        Option(part.id, edition.text("framework", framework, part.title, "parts", index, "title"))
        for index, part in enumerate(framework.parts)
    )
