"""All checks between records, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks import (
    countries,
    dates,
    duplicates,
    facts,
    lifecycle,
    personal,
    references,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from generator.checks.duplicates import ConceptsOf
    from generator.issues import Issue
    from generator.records.repository import Records

CHECKS: tuple[Callable[[Records], Iterator[Issue]], ...] = (
    references.check_references,
    references.check_parts,
    references.check_moved,
    facts.check_status,
    facts.check_steps_after_end,
    lifecycle.check_step_order,
    facts.check_open_projects,
    facts.check_observations,
    facts.check_founding_count,
    facts.check_numbers,
    countries.check_countries,
    facts.check_party_ids,
    facts.check_repeated,
    dates.check_date_order,
    dates.check_founding_dates,
    texts.check_markdown,
    texts.check_wordings,
    texts.check_languages,
    personal.check_personal_data,
)


def _no_concepts(_text: str, _language: str) -> tuple[str, ...]:
    return ()


def check_repository(
    repository: Records, *, today: date, concepts_of: ConceptsOf = _no_concepts
) -> Iterator[Issue]:
    """Yield everything that is wrong between records.

    ``today`` is the day against which "in the future" is decided; ``concepts_of`` says what a text
    of a language speaks of.
    """
    for check in CHECKS:
        yield from check(repository)
    yield from dates.check_future_dates(repository, today)
    yield from duplicates.check_duplicates(repository, concepts_of)
