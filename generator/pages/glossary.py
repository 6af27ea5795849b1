"""The glossary: what each concept is called in every language of the records."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.languages.formats import endonym
from generator.languages.initials import index_key, initial
from generator.languages.resolve import Owner, ResolvedText, direction_of
from generator.pages.components import Link
from generator.pages.index_pages import LetterLink, heading_id, heading_words
from generator.pages.page import Page, relative_url
from generator.pages.records import description

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.glossary import Concept
    from generator.pages.components import Words
    from generator.pages.edition import Edition

PAGE = "glossary"
_ENTRIES_PER_PAGE = 40
"""So many concepts with names in ten languages weigh less than 100 KB."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What a concept is called in one language."""

    language: ResolvedText
    """The language's own name, in itself."""
    names: tuple[ResolvedText, ...]
    """The one to use first."""


@dataclass(frozen=True, slots=True)
class Term:
    """A concept of the glossary."""

    id: str
    name: ResolvedText
    others: tuple[ResolvedText, ...]
    """Other names in the reader's language."""
    meaning: Words | None
    namings: tuple[Naming, ...]
    """Names in the other languages."""
    search: str
    """Address of the search for it."""


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Concepts whose names begin with one letter."""

    id: str
    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GlossaryBody:
    """The list of all concepts, by letter."""

    letters: tuple[LetterLink, ...]
    groups: tuple[TermGroup, ...]


@dataclass(frozen=True, slots=True)
class GlossaryPartBody:
    """Some concepts with all their names."""

    terms: tuple[Term, ...]
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class _Named:
    heading: str
    name: ResolvedText
    concept: Concept
    anchor: str
    meaning: Words | None


def glossary_pages(
    edition: Edition, *, per_page: int = _ENTRIES_PER_PAGE
) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """Build the list of all concepts, and the pages with their names; nothing without concepts."""
    named = _sorted_concepts(edition)
    parts = [named[start : start + per_page] for start in range(0, len(named), per_page)]
    if not parts:
        return (), ()
    return (
        (_list_page(edition, parts),),
        tuple(_part_page(edition, parts, number) for number in range(len(parts))),
    )


def _sorted_concepts(edition: Edition) -> list[_Named]:
    language = edition.language.tag
    glossary = edition.repository.glossary
    found, ids = [], Counter[str]()
    for place, concept in enumerate(glossary.concepts):
        ids[concept.id] += 1
        name = _first_name(edition, concept)
        meaning = None
        if concept.meaning is not None:
            owner = Owner("glossary", glossary.id, glossary.language)
            path = ("concepts", place, "meaning")
            meaning = edition.resolver.text(concept.meaning, owner, path)
        anchor = _anchor(concept, ids[concept.id])
        found.append(_Named(initial(name.text, language), name, concept, anchor, meaning))
    return sorted(found, key=lambda item: (index_key(item.name.text, language), item.concept.id))


def _first_name(edition: Edition, concept: Concept) -> ResolvedText:
    """Return the name in the reader's language, or in the first fallback that has one."""
    chain = (edition.language.tag, *edition.language.fallback, *concept.labels)
    tag = next(tag for tag in chain if concept.labels.get(tag))
    return edition.as_written(concept.labels[tag][0], tag)


def _list_page(edition: Edition, parts: Sequence[Sequence[_Named]]) -> Page:
    words = edition.words
    lede = words("Terms of this site and what they are called in each language.")
    links = [
        (item, Link(item.name, relative_url(PAGE, _part(number), fragment=item.anchor)))
        for number, part in enumerate(parts)
        for item in part
    ]
    groups = tuple(
        TermGroup(
            id=heading_id(heading),
            heading=heading_words(edition, heading),
            links=tuple(link for _, link in group),
        )
        for heading, group in groupby(links, key=lambda pair: pair[0].heading)
    )
    letters = tuple(LetterLink(group.heading, f"#{group.id}") for group in groups)
    return Page(
        path=PAGE,
        kind="docs",
        template="glossary",
        language=edition.language.tag,
        direction=edition.language.direction,
        title=words("Glossary"),
        description=description(lede),
        body=GlossaryBody(letters, groups),
        lede=lede,
        crumbs=(Link(words("Home"), relative_url(PAGE, "index")),),
        translations=tuple(edition.resolvers),
    )


def _part_page(edition: Edition, parts: Sequence[Sequence[_Named]], number: int) -> Page:
    words, path = edition.words, _part(number)
    first, last = parts[number][0].name.text, parts[number][-1].name.text
    title = words("Glossary, part {number}", number=edition.formats.number(number + 1))
    return Page(
        path=path,
        kind="docs",
        template="glossary-part",
        language=edition.language.tag,
        direction=edition.language.direction,
        title=title,
        description=f"{first} – {last}",
        body=GlossaryPartBody(
            terms=tuple(_term(edition, item, path) for item in parts[number]),
            previous=_neighbour(edition, parts, number, number - 1),
            next=_neighbour(edition, parts, number, number + 1),
        ),
        crumbs=(
            Link(words("Home"), relative_url(path, "index")),
            Link(words("Glossary"), relative_url(path, PAGE)),
        ),
        translations=tuple(edition.resolvers),
    )


def _term(edition: Edition, item: _Named, page: str) -> Term:
    own = item.concept.labels.get(edition.language.tag, ())
    query = quote(item.name.text, safe="")
    return Term(
        id=item.anchor,
        name=item.name,
        others=tuple(edition.as_written(name, edition.language.tag) for name in own[1:]),
        meaning=item.meaning,
        namings=_namings(edition, item.concept),
        search=f"{relative_url(page, 'search')}?q={query}",
    )


def _namings(edition: Edition, concept: Concept) -> tuple[Naming, ...]:
    """Return the names in other languages: those of the site in its order, then the rest."""
    own = edition.language.tag
    tags = dict.fromkeys((*edition.resolvers, *sorted(concept.labels)))
    return tuple(
        Naming(
            _language_name(edition, tag),
            tuple(edition.as_written(name, tag) for name in concept.labels[tag]),
        )
        for tag in tags
        if tag != own and concept.labels.get(tag)
    )


def _language_name(edition: Edition, tag: str) -> ResolvedText:
    known = edition.resolvers.get(tag)
    name = known.language.name if known is not None else endonym(tag) or tag
    return ResolvedText(name, tag, direction_of(tag), "original", is_fallback=True)


def _anchor(concept: Concept, time: int) -> str:
    """Return the anchor of a concept; an id that comes a second time gets a number."""
    return f"term-{concept.id}" if time == 1 else f"term-{concept.id}-{time}"


def _part(number: int) -> str:
    return f"{PAGE}/{number + 1}"


def _neighbour(
    edition: Edition, parts: Sequence[Sequence[_Named]], here: int, there: int
) -> Link | None:
    if not 0 <= there < len(parts):
        return None
    label = edition.words("Glossary, part {number}", number=edition.formats.number(there + 1))
    return Link(label, relative_url(_part(here), _part(there)))
