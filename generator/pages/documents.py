"""Hand-written pages, pages of moved records, and the page for wrong addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.kinds import KINDS
from generator.pages.components import Link, Notice
from generator.pages.page import Page, relative_url
from generator.pages.records import description, section_crumbs
from generator.pages.rows import record_link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.kinds import Kind
    from generator.model.moved import Moved
    from generator.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class Document:
    """A hand-written page: its place, language and Markdown."""

    name: str
    """Path below ``docs/<language>/`` without ending, such as ``project/architecture``."""
    language: str
    title: str
    lede: str
    text: str
    """The Markdown below the title and the first paragraph."""


@dataclass(frozen=True, slots=True)
class DocumentBody:
    """What a hand-written page shows."""

    text: str


@dataclass(frozen=True, slots=True)
class MovedBody:
    """Where a record went."""

    targets: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PlainBody:
    """A page that only its template fills."""

    home: Link


def document_pages(edition: Edition, documents: Iterable[Document]) -> tuple[Page, ...]:
    """Build every hand-written page, in the reader's language or the first fallback."""
    by_name: dict[str, dict[str, Document]] = {}
    for document in documents:
        by_name.setdefault(document.name, {})[document.language] = document
    return tuple(_document(edition, by_name[name]) for name in sorted(by_name))


def moved_pages(edition: Edition) -> tuple[Page, ...]:
    """Build a page for every record that moved, so that links to its old address live."""
    return tuple(
        _moved(edition, kind, record)
        for kind in KINDS
        for record in edition.repository.moved.get(kind, {}).values()
    )


def not_found_page(edition: Edition) -> Page:
    """Build the page for addresses that lead nowhere."""
    title = edition.words("This page does not exist")
    home = Link(edition.words("Home"), relative_url("404", "index"))
    return Page(
        path="404",
        kind="notfound",
        template="notfound",
        language=edition.language.tag,
        direction=edition.language.direction,
        title=title,
        description=title,
        body=PlainBody(home),
        crumbs=(home,),
        translations=tuple(edition.resolvers),
    )


def parse_document(name: str, language: str, text: str) -> Document:
    """Cut a hand-written page into title, first paragraph and the rest."""
    head, _, rest = text.lstrip().partition("\n")
    lede, _, body = rest.lstrip().partition("\n\n")
    return Document(
        name, language, head.removeprefix("# ").strip(), " ".join(lede.split()), body.strip()
    )


def _document(edition: Edition, versions: dict[str, Document]) -> Page:
    chain = (edition.language.tag, *edition.language.fallback, *sorted(versions))
    document = next(versions[tag] for tag in chain if tag in versions)
    path = f"docs/{document.name}"
    is_fallback = document.language != edition.language.tag
    fallback = edition.words("This page is not translated yet. It is shown in another language.")
    return Page(
        path=path,
        kind="docs",
        template="document",
        language=edition.language.tag,
        direction=edition.language.direction,
        title=edition.as_written(document.title, document.language),
        description=description(document.lede),
        body=DocumentBody(document.text),
        lede=edition.as_written(document.lede, document.language),
        crumbs=(Link(edition.words("Home"), relative_url(path, "index")),),
        notices=(Notice("fallback", fallback),) if is_fallback else (),
        translations=tuple(tag for tag in edition.resolvers if tag in versions),
        written_in=next(tag for tag in edition.resolvers if tag in versions),
    )


def _moved(edition: Edition, kind: Kind, record: Moved) -> Page:
    path = f"{kind}/{record.id}"
    targets = edition.named(kind, record.moved)
    title = edition.words("This record has moved")
    return Page(
        path=path,
        kind=kind,
        template="moved",
        language=edition.language.tag,
        direction=edition.language.direction,
        title=title,
        description=title,
        body=MovedBody(tuple(record_link(edition, kind, target, path) for target, _ in targets)),
        crumbs=section_crumbs(edition, kind, path),
        translations=tuple(edition.resolvers),
    )
