"""A record while its rows come in, one value after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.exchange.layout import Steps
    from generator.issues import Place
    from generator.records.nodes import Data

Path = tuple[str | int, ...]
"""Fields and numbers of items, counted from 0, that lead to a value of a record."""


@dataclass(slots=True)
class Growing:
    """A record while its rows come in."""

    id: str
    place: Place
    data: dict[str, Data] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    numbers: dict[tuple[Steps, ...], dict[tuple[str, ...], Path]] = field(default_factory=dict)
    """The path of each list item by the numbers that the tables give it."""

    def put(self, path: Path, value: Data) -> None:
        """Write a value, with the groups that lead to it."""
        inner: Data = self.data
        for step, following in pairwise(path):
            inner = _entered(inner, step, [] if isinstance(following, int) else {})
        if isinstance(inner, dict):
            inner[str(path[-1])] = value
        elif isinstance(inner, list) and isinstance(path[-1], int):
            inner[path[-1]] = value

    def get(self, path: Path) -> Data:
        """Return what stands at a path, or None."""
        inner: Data = self.data
        for step in path:
            if isinstance(inner, dict):
                inner = inner.get(str(step))
            elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
                inner = inner[step]
            else:
                return None
        return inner


def _entered(inner: Data, step: str | int, fresh: Data) -> Data:
    if isinstance(inner, dict):
        return inner.setdefault(str(step), fresh)
    if isinstance(inner, list) and isinstance(step, int):
        if not isinstance(inner[step], dict | list):
            inner[step] = fresh
        return inner[step]
    return None
