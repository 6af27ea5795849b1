"""The A-Z index: every page of a language by its title, so that all can be found without script."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.languages.initials import DIGITS, OTHER, index_key, initial
from generator.pages.components import Link
from generator.pages.page import Page, plain, relative_url
from generator.pages.records import description
from generator.pages.vocabulary import RECORD_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.pages.components import Words
    from generator.pages.edition import Edition

PAGE = "a-z"
_ENTRIES_PER_PAGE = 300
"""So many titles with their links weigh less than 100 KB."""
_LEFT_OUT = frozenset({"search", "notfound"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the index names it."""

    link: Link
    label: str
    """What kind of record it is, or nothing."""


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The titles that begin with one letter."""

    id: str
    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class LetterLink:
    """A letter of the index and where its titles begin."""

    heading: str
    url: str


@dataclass(frozen=True, slots=True)
class IndexBody:
    """One page of the index."""

    letters: tuple[LetterLink, ...]
    """All letters, on whichever page."""
    groups: tuple[LetterGroup, ...]
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class _Titled:
    heading: str
    title: Words
    page: Page


def index_pages(
    edition: Edition, pages: Iterable[Page], *, per_page: int = _ENTRIES_PER_PAGE
) -> tuple[Page, ...]:
    """Build the index of the pages given, cut where it gets long.

    Every language has as many pages, because it is cut by the number of entries.
    """
    titles = _sorted_titles(edition, pages)
    parts = [titles[start : start + per_page] for start in range(0, len(titles), per_page)]
    return tuple(_page(edition, parts, number) for number in range(len(parts)))


def part_path(page: str, number: int) -> str:
    """Return the path of a part of a long page, counted from 0."""
    return f"{page}/{number + 1}" if number else page


def heading_words(edition: Edition, heading: str) -> str:
    """Return what stands above the titles of a heading."""
    if heading == DIGITS:
        numbers = edition.formats.number
        return f"{numbers(0)}–{numbers(9)}"
    return edition.words("Other letters") if heading == OTHER else heading


def heading_id(heading: str) -> str:
    """Return the anchor of a heading, in ASCII whatever the letter."""
    if heading.isascii() and heading.isalnum():
        return f"letter-{heading.lower()}"
    return f"letter-{ord(heading):04x}" if heading else "letter-other"


def _sorted_titles(edition: Edition, pages: Iterable[Page]) -> list[_Titled]:
    language = edition.language.tag
    shown = (page for page in pages if page.kind not in _LEFT_OUT and page.template != "moved")
    keyed = sorted(
        ((index_key(plain(page.title), language), page.path, page) for page in shown),
        key=lambda item: item[:2],
    )
    return [_Titled(initial(plain(page.title), language), page.title, page) for *_, page in keyed]


def _page(edition: Edition, parts: Sequence[Sequence[_Titled]], number: int) -> Page:
    path, words = part_path(PAGE, number), edition.words
    lede = words("Every page of this site by its title.")
    return Page(
        path=path,
        kind="docs",
        template="a-z",
        language=edition.language.tag,
        direction=edition.language.direction,
        title=_title(edition, number),
        description=description(lede),
        body=IndexBody(
            letters=_letters(edition, parts, number),
            groups=_groups(edition, parts[number], path),
            previous=_neighbour(edition, parts, number, number - 1),
            next=_neighbour(edition, parts, number, number + 1),
        ),
        lede=lede,
        crumbs=_crumbs(edition, path),
        translations=tuple(edition.resolvers),
    )


def _title(edition: Edition, number: int) -> str:
    if not number:
        return edition.words("A–Z index")
    return edition.words("A–Z index, part {number}", number=edition.formats.number(number + 1))


def _crumbs(edition: Edition, path: str) -> tuple[Link, ...]:
    home = Link(edition.words("Home"), relative_url(path, "index"))
    if path == PAGE:
        return (home,)
    return home, Link(edition.words("A–Z index"), relative_url(path, PAGE))


def _letters(
    edition: Edition, parts: Sequence[Sequence[_Titled]], number: int
) -> tuple[LetterLink, ...]:
    """Return every letter with the first page that has it; this page's own lead within it."""
    places: dict[str, int] = {}
    for place, part in enumerate(parts):
        for title in part:
            places.setdefault(title.heading, place)
    here = {title.heading for title in parts[number]}
    start = part_path(PAGE, number)
    return tuple(
        LetterLink(
            heading=heading_words(edition, heading),
            url=f"#{heading_id(heading)}"
            if heading in here
            else relative_url(start, part_path(PAGE, place), fragment=heading_id(heading)),
        )
        for heading, place in places.items()
    )


def _groups(edition: Edition, titles: Sequence[_Titled], path: str) -> tuple[LetterGroup, ...]:
    return tuple(
        LetterGroup(
            id=heading_id(heading),
            heading=heading_words(edition, heading),
            entries=tuple(_entry(edition, title, path) for title in group),
        )
        for heading, group in groupby(titles, key=lambda title: title.heading)
    )


def _entry(edition: Edition, title: _Titled, path: str) -> Entry:
    # Only the pages of records say above their title what they are.
    is_record = title.page.kind in RECORD_LABELS and title.page.label
    label = edition.words(RECORD_LABELS[title.page.kind]) if is_record else ""
    return Entry(Link(title.title, relative_url(path, title.page.path)), label)


def _neighbour(
    edition: Edition, parts: Sequence[Sequence[_Titled]], here: int, there: int
) -> Link | None:
    if not 0 <= there < len(parts):
        return None
    first, last = parts[there][0].heading, parts[there][-1].heading
    label = f"{heading_words(edition, first)} – {heading_words(edition, last)}"
    return Link(label, relative_url(part_path(PAGE, here), part_path(PAGE, there)))
