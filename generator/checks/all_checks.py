"""All checks between records, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks import dates, facts, references, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from generator.issues import Issue
    from generator.records.repository import Repository

CHECKS: tuple[Callable[[Repository], Iterator[Issue]], ...] = (
    references.check_references,
    references.check_parts,
    references.check_moved,
    facts.check_status,
    facts.check_steps_after_end,
    facts.check_open_projects,
    facts.check_observations,
    facts.check_founding_count,
    facts.check_numbers,
    facts.check_countries,
    facts.check_party_ids,
    facts.check_repeated,
    dates.check_date_order,
    texts.check_markdown,
    texts.check_wordings,
    texts.check_languages,
)


def check_repository(repository: Repository, *, today: date) -> Iterator[Issue]:
    """Yield everything that is wrong between records.

    ``today`` is the day against which "in the future" is decided.
    """
    for check in CHECKS:
        yield from check(repository)
    yield from dates.check_future_dates(repository, today)
