"""When a project was last heard of, so that silence shows by the clock of whoever reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.lifecycle import PATIENCE, REPORTING
from generator.pages.components import News

if TYPE_CHECKING:
    from generator.model.library import Project
    from generator.pages.edition import Edition


def news_of(edition: Edition, project: Project) -> News:
    """Return the day of the last step, and from when on silence counts where news are owed.

    A copy of a page is read for years, so whether it is too long ago is for the reader's clock.
    """
    last = project.history[-1].on
    line = edition.words("Last news: {date}", date=edition.formats.date(last))
    if project.status not in REPORTING:
        return News(line)
    return News(line, last.latest.isoformat(), edition.words("No news for a year"), PATIENCE)
