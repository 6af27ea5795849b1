"""Chance that can be repeated: the same seed gives the same numbers on every machine and Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

_Choice = TypeVar("_Choice")
_BITS = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15


class Chance:
    """A generator of numbers (SplitMix64) that nobody else draws from."""

    def __init__(self, *seeds: int | str) -> None:
        self._state = 0
        for seed in seeds:
            for byte in str(seed).encode("utf-8"):
                self._state = (self._state * 257 + byte + 1) & _BITS
            self.below(2)

    def below(self, limit: int) -> int:
        """Return a number from 0 up to but not including the limit."""
        self._state = (self._state + _STEP) & _BITS
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _BITS
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _BITS
        return (mixed ^ (mixed >> 31)) % limit

    def pick(self, choices: Sequence[_Choice]) -> _Choice:
        """Return one of the choices."""
        return choices[self.below(len(choices))]

    def some(self, choices: Sequence[_Choice], count: int) -> list[_Choice]:
        """Return so many different choices in any order, fewer where there are not enough."""
        rest = list(choices)
        return [rest.pop(self.below(len(rest))) for _ in range(min(count, len(rest)))]
