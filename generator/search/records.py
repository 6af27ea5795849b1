"""What the search knows of each page: its title, its first sentence and the words of its record."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from generator.languages.resolve import Owner
from generator.languages.units import record_units
from generator.model.kinds import Kind
from generator.pages.page import plain
from generator.search.index import SearchRecord

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.framework import Framework
    from generator.model.kinds import Record
    from generator.pages.edition import Edition
    from generator.pages.page import Page

_NOT_SEARCHED = frozenset({"search", "notfound"})


def search_records(edition: Edition, pages: Iterable[Page]) -> tuple[SearchRecord, ...]:
    """Return one search record for every page that a reader may look for."""
    return tuple(
        SearchRecord(
            id=page.path,
            kind=page.kind,
            lang=page.language,
            title=plain(page.title),
            url=f"{page.language}/{page.url}",
            summary=plain(page.lede),
            text=_text(edition, page),
        )
        for page in pages
        if page.kind not in _NOT_SEARCHED and page.template != "moved"
    )


def _text(edition: Edition, page: Page) -> str:
    kind, _, record_id = page.path.partition("/")
    if page.path == "framework":
        return _record_text(edition, kind, edition.repository.framework)
    if kind in get_args(Kind):
        record = edition.repository.records(cast("Kind", kind)).get(record_id)
        return _record_text(edition, kind, record) if record is not None else ""
    return str(getattr(page.body, "text", ""))


def _record_text(edition: Edition, kind: str, record: Record | Framework) -> str:
    """Return the words of a record in the reader's language, and its quotes as they were said."""
    found = []
    for unit in record_units(record, edition.repository.sources):
        owner = Owner(kind, unit.record_id, unit.language)
        found.append(edition.resolver.text(unit.text, owner, unit.path).text)
        if unit.path[-1] == "quote":
            found.append(unit.origin[1].text)
    return " ".join(dict.fromkeys(" ".join(found).split("\n")))
