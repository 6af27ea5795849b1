"""The anatomy that every record page shares: crumbs, state of translation, neighbours, citing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.languages.resolve import Owner
from generator.languages.units import record_units
from generator.pages.components import Change, Heading, Link, Notice, RecordFooter
from generator.pages.order import ordered
from generator.pages.page import Body, Page, plain, relative_url
from generator.pages.rows import record_link
from generator.pages.vocabulary import RECORD_LABELS, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.languages.resolve import ResolvedText, Resolver
    from generator.languages.units import Unit
    from generator.model.framework import Framework
    from generator.model.kinds import Kind, Record
    from generator.pages.components import Words
    from generator.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class RecordPage:
    """What a kind of record adds to the common anatomy."""

    template: str
    body: Body
    lede: Words
    toc: tuple[Heading, ...]
    label: str = ""
    """What this record is, where the kind alone does not say it."""


def record_path(kind: Kind, record: Record) -> str:
    """Return the path of a record's page below a language."""
    return f"{kind}/{record.id}"


def record_pages(
    edition: Edition, kind: Kind, build: Callable[[Edition, Record, str, RecordFooter], RecordPage]
) -> tuple[Page, ...]:
    """Build the page of every record of a kind."""
    records = ordered(edition, kind)
    return tuple(
        _page(edition, kind, record, build, _neighbours(edition, kind, records, index))
        for index, record in enumerate(records)
    )


def resolved_texts(
    resolver: Resolver, kind: str, record: Record | Framework, edition: Edition
) -> Iterator[tuple[Unit, ResolvedText]]:
    """Yield every text of a record, without quotes, with what a language has for it."""
    owner = Owner(kind, record.id, record.language)
    for unit in record_units(record, edition.repository.sources):
        if unit.path[-1] != "quote":
            yield unit, resolver.text(unit.text, owner, unit.path)


def states(resolver: Resolver, kind: str, record: Record | Framework, edition: Edition) -> set[str]:
    """Return the states of all texts of a record in one language."""
    return {text.state for _, text in resolved_texts(resolver, kind, record, edition)}


def translated_into(edition: Edition, kind: str, record: Record | Framework) -> tuple[str, ...]:
    """Return the languages in which every text of a record can be read."""
    return tuple(
        tag
        for tag, resolver in edition.resolvers.items()
        if "missing" not in states(resolver, kind, record, edition)
    )


def notices(edition: Edition, kind: str, record: Record | Framework) -> tuple[Notice, ...]:
    """Return what a reader must know about the translation of a record."""
    found = states(edition.resolver, kind, record, edition)
    words = edition.words
    result = []
    if "missing" in found:
        text = words(
            "Parts of this page are not translated yet. They are shown in another language."
        )
        result.append(Notice("fallback", text))
    if "outdated" in found:
        text = words(
            "Parts of this page translate an earlier text. The original has changed since."
        )
        result.append(Notice("outdated", text, _changes(edition, kind, record)))
    if "machine" in found:
        text = words("The texts of this page were translated by us and have not been reviewed yet.")
        result.append(Notice("translation", text))
    return tuple(result)


def _changes(edition: Edition, kind: str, record: Record | Framework) -> tuple[Change, ...]:
    """Return the originals that have changed since they were translated."""
    found = []
    for unit, text in resolved_texts(edition.resolver, kind, record, edition):
        if text.state == "outdated" and text.translated_from:
            language, now = unit.origin
            before = edition.as_written(text.translated_from, language)
            found.append(Change(before, edition.as_written(now.text, language)))
    return tuple(found)


def section_crumbs(edition: Edition, kind: str, page: str) -> tuple[Link, ...]:
    """Return the way from the home page to a section."""
    return (
        Link(edition.words("Home"), relative_url(page, "index")),
        Link(edition.words(SECTIONS[kind]), relative_url(page, f"{kind}/index")),
    )


def description(words: Words, *, longest: int = 160) -> str:
    """Return the start of a text for search engines, cut at a word."""
    text = plain(words)
    if len(text) <= longest:
        return text
    cut = text[:longest].rsplit(" ", 1)[0] if " " in text[:longest] else text[:longest]
    return cut.rstrip(" ,;:，、；：") + "…"


def _neighbours(
    edition: Edition, kind: Kind, records: Sequence[Record], index: int
) -> tuple[Link | None, Link | None]:
    page = record_path(kind, records[index])
    before = records[index - 1] if index else None
    after = records[index + 1] if index + 1 < len(records) else None
    return (
        record_link(edition, kind, before, page) if before else None,
        record_link(edition, kind, after, page) if after else None,
    )


def _page(
    edition: Edition,
    kind: Kind,
    record: Record,
    build: Callable[[Edition, Record, str, RecordFooter], RecordPage],
    neighbours: tuple[Link | None, Link | None],
) -> Page:
    path = record_path(kind, record)
    title = edition.name(kind, record)
    made = build(edition, record, path, _footer(edition, kind, record, title, neighbours))
    return Page(
        path=path,
        kind=kind,
        template=made.template,
        language=edition.language.tag,
        direction=edition.language.direction,
        title=title,
        description=description(made.lede),
        body=made.body,
        label=made.label or edition.words(RECORD_LABELS[kind]),
        lede=made.lede,
        crumbs=section_crumbs(edition, kind, path),
        toc=made.toc,
        notices=notices(edition, kind, record),
        translations=translated_into(edition, kind, record),
        written_in=record.language,
    )


def _footer(
    edition: Edition,
    kind: Kind,
    record: Record,
    title: ResolvedText,
    neighbours: tuple[Link | None, Link | None],
) -> RecordFooter:
    page, file = record_path(kind, record), f"content/{kind}/{record.id}.yaml"
    framework = edition.repository.framework
    site = edition.text("framework", framework, framework.short_title, "short_title").text
    contribute = relative_url(page, "docs/contribute")
    edit, report = edition.forge.edit, edition.forge.report
    return RecordFooter(
        *neighbours,
        citation=edition.words(
            "“{title}”, {site}, record {id}.", title=title.text, site=site, id=f"{kind}/{record.id}"
        ),
        file=file,
        edit=Link(
            edition.words("Edit this record"),
            edit.format(path=quote(file)) if edit else contribute,
        ),
        report=Link(
            edition.words("Report an error"),
            report.format(path=quote(file), title=quote(title.text)) if report else contribute,
        ),
    )
