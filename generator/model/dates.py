"""Dates as sources give them: a day, a month or only a year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, PlainSerializer, WithJsonSchema
from pydantic_core import core_schema

from generator.model.base import wrong

_FORM = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with the precision its source has (ISO 8601 reduced precision)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.is_instance_schema(cls)

    @property
    def earliest(self) -> date:
        """First day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """Last day that the date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def is_after(self, other: PartialDate) -> bool:
        """Say whether this date is later than the other however both are read."""
        return self.earliest > other.latest

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


def parse_date(value: object) -> PartialDate:
    """Read ``2023``, ``2023-10`` or ``2023-10-18``."""
    found = _FORM.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise wrong(
            "value-format",
            "{value!r} is not a date",
            "write year-month-day with two digits for month and day, such as 2023-10-18; "
            "or 2023-10 or 2023 where the source says no more",
            value=value,
        )
    year, month, day = (int(part) if part else None for part in found.group("year", "month", "day"))
    result = PartialDate(year or 0, month, day)
    try:
        in_range = 1900 <= result.earliest.year <= 2200  # noqa: PLR2004 - the sentence names them
    except ValueError:
        in_range = False
    if not in_range:
        raise wrong(
            "value-range",
            "{value!r} is not a day of the calendar between 1900 and 2200",
            "look at the month (01 to 12) and at how many days it has",
            value=value,
        )
    return result


Date = Annotated[
    PartialDate,
    BeforeValidator(lambda value: value if isinstance(value, PartialDate) else parse_date(value)),
    PlainSerializer(str),
    # A year alone is a number to YAML.
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
            "minimum": 1900,
            "maximum": 2200,
        }
    ),
]
"""A day, a month or a year, ISO 8601."""
