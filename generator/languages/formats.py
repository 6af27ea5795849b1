"""Dates, numbers, lists and names of languages as readers of a language write them (CLDR)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from generator.languages.collation import SortKey, sort_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.dates import PartialDate

_SIZES = (
    ("digital-gigabyte", 1_000_000_000, "#,##0.0"),
    ("digital-megabyte", 1_000_000, "#,##0.0"),
    ("digital-kilobyte", 1_000, "#,##0"),
)
"""CLDR units, the largest first, with their bytes and the decimals that readers need."""


class Formats:
    """Writes values in one language; ``locale`` is its CLDR locale where the tag is not enough."""

    def __init__(self, language: str, locale: str | None = None) -> None:
        self.language = language
        # CLDR does not know every language; readers of those get English months and separators.
        self._locale = _locale(locale or language) or Locale("en")

    def date(self, value: PartialDate) -> str:
        """Write a date with the precision that it has."""
        if value.day is not None:
            return format_date(value.earliest, format="long", locale=self._locale)
        skeleton = "yMMMM" if value.month is not None else "y"
        return format_skeleton(skeleton, value.earliest, locale=self._locale)

    def number(self, value: int) -> str:
        """Write a whole number with the language's separators."""
        return format_decimal(value, locale=self._locale)

    def percent(self, value: int) -> str:
        """Write a whole number of hundredths."""
        return format_percent(value / 100, locale=self._locale)

    def size(self, value: int) -> str:
        """Write a number of bytes in kilobytes, megabytes or gigabytes of 1000, rounded."""
        fitting = (size for size in _SIZES if value >= size[1])
        unit, factor, pattern = next(fitting, _SIZES[-1])
        amount = Decimal(value) / factor
        return format_unit(amount, unit, length="short", format=pattern, locale=self._locale)

    def money(self, amount: str, currency: str) -> str:
        """Write a decimal amount with its ISO 4217 currency, keeping the decimals it has."""
        _, point, decimals = amount.partition(".")
        whole = self._locale.decimal_formats[None].pattern.partition(".")[0]
        pattern = whole + point + "0" * len(decimals)
        number = format_decimal(Decimal(amount), format=pattern, locale=self._locale)
        return f"{currency}\N{NO-BREAK SPACE}{number}"

    def list(self, items: Sequence[str]) -> str:
        """Join the items the way the language does, as in "a, b and c"."""
        return format_list(items, locale=self._locale) if items else ""

    def language_name(self, tag: str) -> str:
        """Return the name of a language, or the tag where CLDR has no name for it."""
        name = self._locale.languages.get(tag.replace("-", "_"))
        if name is None and (locale := _locale(tag)) is not None:
            name = locale.get_display_name(self._locale)
        return str(name) if name else tag

    def sort_key(self, label: str) -> SortKey:
        """Return a key that puts labels into the language's customary order."""
        return sort_key(label, self.language)


def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except UnknownLocaleError:
        return None


def endonym(tag: str) -> str | None:
    """Return what the speakers of a language call it, or None where CLDR does not know it."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    name = locale.languages.get(tag.replace("-", "_")) or locale.get_language_name(locale)
    return str(name[:1].upper() + name[1:]) if name else None
