"""Look at single lines and signs of a text by the places that issues use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.records.findings import Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    Lines = Sequence[str]


def line_of(lines: Lines, number: int) -> str:
    """Return a line by its number, counted from 1; nothing where there is none."""
    return lines[number - 1] if 0 < number <= len(lines) else ""


def sign_at(lines: Lines, spot: Spot) -> str:
    """Return the character at a place; nothing behind the end of the line."""
    return line_of(lines, spot.line)[spot.column - 1 : spot.column]


def text_before(lines: Lines, spot: Spot) -> str:
    """Return what stands in the line before a place."""
    return line_of(lines, spot.line)[: spot.column - 1]


def line_above(lines: Lines, number: int) -> int:
    """Return the number of the last line above that holds something, or 0."""
    above = number - 1
    while above > 0 and not line_of(lines, above).strip():
        above -= 1
    return above


def indent_of(line: str) -> int:
    """Return how many spaces a line starts with."""
    return len(line) - len(line.lstrip(" "))


def first_letter(lines: Lines, number: int) -> Spot:
    """Return the place of the first character of a line that is no space."""
    return Spot(number, indent_of(line_of(lines, number)) + 1)
