"""Numbers as printable characters that neither JSON nor JavaScript has to escape.

A number is written in digits of base 44, the highest first. Digits that are followed by others
come from the second half of the alphabet, the last one comes from the first half.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["BASE", "digit", "written", "written_gaps"]

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


def written_gaps(numbers: Iterable[int], levels: int) -> str:
    """Return ascending numbers with a level (``unit * levels + level``) as gaps with a level."""
    known, most = _KNOWN, len(_KNOWN)
    coded = []
    before = 0
    for item in numbers:
        gap = item - before
        coded.append(known[gap] if gap < most else _one(gap))
        before = item - item % levels
    return "".join(coded)
