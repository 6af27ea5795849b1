"""The order in which records of a kind follow one another in lists and as neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.kinds import Kind, Record
    from generator.pages.edition import Edition


def ordered(edition: Edition, kind: Kind) -> tuple[Record, ...]:
    """Return the records of a kind in reading order: by number, by date, or by name."""
    records = tuple(edition.repository.records(kind).values())
    by_name = sorted(
        records, key=lambda item: edition.formats.sort_key(edition.name(kind, item).text)
    )
    if kind in {"pillars", "tracks"}:
        return tuple(sorted(by_name, key=lambda item: getattr(item, "number", 0)))
    if kind == "events":
        by_name.sort(key=lambda item: getattr(item, "start").latest, reverse=True)  # noqa: B009
    return tuple(by_name)
