"""Numbers as printable characters that neither JSON nor JavaScript has to escape.

A number is written in digits of base 44, the highest first. Digits that are followed by others
come from the second half of the alphabet, the last one comes from the first half.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["BASE", "digit", "gaps", "written"]

BASE: Final = 44
_DIGITS: Final = "".join(
    chr(code) for code in range(0x23, 0x7F) if chr(code) not in {"'", "<", "\\", "`"}
)[: 2 * BASE]


def digit(number: int) -> str:
    """Return a number below 44 as one character."""
    return _DIGITS[number]


def _one(number: int) -> str:
    last = _DIGITS[number % BASE]
    rest = number // BASE
    while rest:
        last = _DIGITS[BASE + rest % BASE] + last
        rest //= BASE
    return last


_KNOWN: Final = tuple(_one(number) for number in range(2 * BASE * BASE))


def written(numbers: Iterable[int]) -> str:
    """Return numbers from 0 upwards as characters."""
    known = _KNOWN
    return "".join([known[item] if item < len(known) else _one(item) for item in numbers])


def gaps(numbers: Iterable[int], levels: int) -> Iterable[int]:
    """Turn ascending numbers with a level (``unit * levels + level``) into gaps with a level."""
    before = 0
    result = []
    for item in numbers:
        unit = item // levels
        result.append(item - before * levels)
        before = unit
    return chain(result)
