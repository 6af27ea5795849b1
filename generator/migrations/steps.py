"""The steps from one model to the next, and what a step can do.

A step is never changed once it was published. A new model gets a number more
(``MODEL`` in ``generator/model/framework.py``) and a step here that leads to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.records.nodes import Data

Change = Callable[[str, Mapping[str, Data]], Mapping[str, Data]]
"""From the kind of a record and its fields to its new fields; it keeps no state."""

Names = tuple[str, ...]
"""Names of fields from the record down; what stands in lists is meant in every item."""


@dataclass(frozen=True, slots=True)
class Rename:
    """A field that is called otherwise; its place, comments and quotes stay."""

    kind: str
    path: Names
    name: str


@dataclass(frozen=True, slots=True)
class Move:
    """A field that belongs elsewhere in the record; groups that lead there are made."""

    kind: str
    path: Names
    target: Names


def _as_it_is(_kind: str, fields: Mapping[str, Data]) -> Mapping[str, Data]:
    return fields


@dataclass(frozen=True, slots=True)
class Step:
    """What leads to a model from the one before it: renames, then moves, then the rest."""

    number: int
    """Number of the model that it leads to."""
    renames: tuple[Rename, ...] = ()
    moves: tuple[Move, ...] = ()
    change: Change = _as_it_is
    """Whatever else happens to the fields of a record, such as dividing one into two."""


STEPS: tuple[Step, ...] = ()
"""All steps by number. There is none yet: the first model has the number 1."""
