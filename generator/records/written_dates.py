"""Dates as people write them, turned into ISO 8601 where they can mean one day only."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from generator.model.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MONTHS: Mapping[str, int] = MappingProxyType(
    {
        name[:length]: number
        for number, name in enumerate(
            (
                "january", "february", "march", "april", "may", "june", "july", "august",
                "september", "october", "november", "december",
            ),
            start=1,
        )
        for length in (3, 4, len(name))
    }
)  # fmt: skip
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})[-/. 年년] ?(?P<month>\d{1,2})"
    r"(?:[-/. 月월] ?(?:(?P<day>\d{1,2}) ?[日号일]?)?)?"
)
_ONLY_YEAR = re.compile(r"(?P<year>\d{4}) ?[年년]")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_WORDS = (
    re.compile(
        r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -])?(?P<name>[a-z]+)\.?[ ,-]+(?P<year>\d{4})"
    ),
    re.compile(r"(?P<name>[a-z]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"),
)
_YEAR_LAST = re.compile(r"(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4})")
_MIDNIGHT = re.compile(r"(?<=\d)[t ]00:00(:00(\.0+)?)?z?$")
_MOST_MONTHS = 12


def iso_date(words: str) -> str | None:
    """Return a date in the form of records, or None where it is none or may be two days.

    ``01.03.2026`` is the first of March to some and the third of January to others.
    """
    plain = " ".join(unicodedata.normalize("NFKC", words).casefold().split()).strip("'\"“”‘’ ")
    for found in _readings(_MIDNIGHT.sub("", plain)):
        try:
            return str(parse_date(found))
        except PydanticCustomError:
            continue
    return None


def _readings(plain: str) -> Iterator[str]:
    for form in (_YEAR_FIRST, _ONLY_YEAR, _COMPACT):
        found = form.fullmatch(plain)
        if found:
            parts = found.groupdict()
            yield _joined(parts["year"], parts.get("month"), parts.get("day"))
    for form in _WORDS:
        named = form.fullmatch(plain)
        if named and named["name"] in _MONTHS:
            yield _joined(named["year"], str(_MONTHS[named["name"]]), named["day"])
    last = _YEAR_LAST.fullmatch(plain)
    if last:
        yield from _unequivocal(int(last[1]), int(last[2]), last[3])


def _unequivocal(first: int, second: int, year: str) -> Iterator[str]:
    """Yield the one day that two numbers before a year can mean."""
    if first == second or (second <= _MOST_MONTHS < first):
        yield _joined(year, str(second), str(first))
    elif first <= _MOST_MONTHS < second:
        yield _joined(year, str(first), str(second))


def _joined(year: str, month: str | None, day: str | None) -> str:
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
