"""When a project was last heard of, so that silence shows by the clock of whoever reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.components import News

if TYPE_CHECKING:
    from generator.model.library import Project, ProjectStatus
    from generator.pages.edition import Edition

MONTHS = 12
"""Months without news after which a project counts as silent."""
_OWING: frozenset[ProjectStatus] = frozenset({"open", "active"})
"""Projects that others join or wait for; what is only announced is a promise, not a silence."""


def news_of(edition: Edition, project: Project) -> News:
    """Return the day of the last step, and from when on silence counts where news are owed.

    A copy of a page is read for years, so whether it is too long ago is for the reader's clock.
    """
    last = project.history[-1].on
    line = edition.words("Last news: {date}", date=edition.formats.date(last))
    if project.status not in _OWING:
        return News(line)
    return News(line, last.latest.isoformat(), edition.words("No news for a year"), MONTHS)
