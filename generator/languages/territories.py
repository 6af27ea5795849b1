"""What countries are called in many languages, after CLDR, by their three-letter codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.core import get_global

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["territory_names"]

_ALPHA_3 = 3


def territory_names(tags: Iterable[str]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return for each country (ISO 3166-1 alpha-3) its names, each with the tag of the language.

    Languages that CLDR does not know have no names.
    """
    codes = _three_letter_codes()
    found: dict[str, list[tuple[str, str]]] = {}
    for tag in sorted(set(tags)):
        try:
            territories = Locale.parse(tag, sep="-").territories
        except (UnknownLocaleError, ValueError):
            continue
        for short, name in sorted(territories.items()):
            if short in codes:
                found.setdefault(codes[short], []).append((tag, name))
    return {code: tuple(names) for code, names in sorted(found.items())}


def _three_letter_codes() -> dict[str, str]:
    return {
        short[0]: long
        for long, short in sorted(get_global("territory_aliases").items())
        if len(long) == _ALPHA_3 and long.isalpha() and len(short) == 1
    }
