"""Look at single lines and signs of a text by the places that issues use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.records.findings import Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    Lines = Sequence[str]


def line_of(lines: Lines, number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def sign_at(lines: Lines, spot: Spot) -> str:
    return line_of(lines, spot.line)[spot.column - 1 : spot.column]


def before(lines: Lines, spot: Spot) -> str:
    return line_of(lines, spot.line)[: spot.column - 1]


def line_above(lines: Lines, number: int) -> int:
    """Return the number of the last line above that holds something, or 0."""
    above = number - 1
    while above > 0 and not line_of(lines, above).strip():
        above -= 1
    return above


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def first_letter(lines: Lines, number: int) -> Spot:
    return Spot(number, indent_of(line_of(lines, number)) + 1)
