"""What countries are called in many languages, after CLDR, by their three-letter codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.core import get_global

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["territory_names"]

_ALPHA_3 = 3
_TWO_NAMES = re.compile(r"(.+\S)\s*[(（](.+)[)）]")
# CLDR writes both names of this country as one. Other brackets hold no second name.
_NAMED_TWICE = frozenset({"MM"})


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
                names = found.setdefault(codes[short], [])
                names += [(tag, each) for each in _names(short, name)]
    return {code: tuple(names) for code, names in sorted(found.items())}


def _names(code: str, name: str) -> tuple[str, ...]:
    both = _TWO_NAMES.fullmatch(name) if code in _NAMED_TWICE else None
    return (name, *both.groups()) if both else (name,)


def _three_letter_codes() -> dict[str, str]:
    return {
        short[0]: long
        for long, short in sorted(get_global("territory_aliases").items())
        if len(long) == _ALPHA_3 and long.isalpha() and len(short) == 1
    }
