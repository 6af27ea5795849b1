"""What pages are made of: links, facts, evidence, cards and rows, all ready to print."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from generator.languages.resolve import ResolvedText

if TYPE_CHECKING:
    from collections.abc import Mapping

Words = str | ResolvedText
"""Interface words in the page's language, or a text that knows its own language and state."""

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go and what it is called."""

    label: Words
    url: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a facts panel: a term and one or more values."""

    term: str
    values: tuple[Words | Link, ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """A status in a word, with the code that chooses its shape."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class News:
    """When a project was last heard of, and from when on its silence counts."""

    line: str
    owed_since: str = ""
    """ISO 8601 day; nothing where no news are owed."""
    late: str = ""
    """Words of the badge that shows when news are late by the reader's clock."""
    months: int = 0
    """Months of silence after which it shows."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where words come from, in one line."""

    link: Link
    publisher: Words
    date: str
    grade: str
    grade_meaning: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a source with our translation and where they stand."""

    look: Literal["official", "reported"]
    quote: ResolvedText | None
    translation: ResolvedText | None
    source: SourceLine
    note: Words | None = None


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with what it rests on."""

    text: Words
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An entry of a card grid."""

    link: Link
    summary: Words
    field: str = "both"
    """``digital``, ``green`` or ``both``: the tint."""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of a dense list of records."""

    link: Link
    line: Words | None = None
    facts: tuple[Words, ...] = ()
    badge: Badge | None = None
    open_label: str = ""
    """Words of the mark "open to join", or nothing."""
    news: News | None = None
    data: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """Facet values for filters, by facet; several values are divided by blanks."""


@dataclass(frozen=True, slots=True)
class ProjectList:
    """Projects on the page of another record, and where the rest is."""

    rows: tuple[Row, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under a heading."""

    id: str
    title: Words
    rows: tuple[Row, ...] = ()
    cards: tuple[Card, ...] = ()
    field: str = "both"
    is_dense: bool = False
    """Whether the names alone are enough."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts, its day and its source."""

    value: str
    label: str
    as_of: str = ""
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A section of a page, for the list of contents."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class RecordFooter:
    """What stands below every record: neighbours, citing, editing, reporting."""

    previous: Link | None
    next: Link | None
    citation: str
    file: str
    """Path of the record in the project."""
    edit: Link
    report: Link


@dataclass(frozen=True, slots=True)
class Change:
    """What an original said when it was translated, and what it says now."""

    before: ResolvedText
    now: ResolvedText


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader must know before reading on."""

    kind: Literal["translation", "fallback", "outdated", "unverified", "empty", "info"]
    text: str
    changes: tuple[Change, ...] = ()
    """For outdated translations: what has changed, shown on request."""
