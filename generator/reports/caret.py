"""A line of a file with a mark under one of its characters, for terminals."""

from __future__ import annotations

import unicodedata

from generator.reports.visible import visible

_MOST_COLUMNS = 96
"""Columns of a terminal that a line may take; of a longer one the part around the mark is shown."""
_TAB = "    "
_WIDE = frozenset({"W", "F"})
_MARKS = frozenset({"Mn", "Me", "Cf"})
_JAMO = range(0x1160, 0x1200)
"""Vowels and final consonants that join the syllable before them (Unicode 16, section 3.12)."""


def width(character: str) -> int:
    """Return how many columns a character takes (UAX #11): none for marks, two for wide ones."""
    if unicodedata.category(character) in _MARKS or ord(character) in _JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def marked(line: str, column: int) -> tuple[str, str]:
    """Return a line as it can be shown, and below it spaces and a caret.

    ``column`` counts characters from 1; one behind the end of the line is marked there.
    """
    shown = [_shown(character) for character in line.rstrip("\r\n")]
    place = min(max(column - 1, 0), len(shown))
    first, last = _window(shown, place)
    start = "…" if first else ""
    end = "…" if last < len(shown) else ""
    before = start + "".join(shown[first:place])
    return f"{start}{''.join(shown[first:last])}{end}", " " * _columns(before) + "^"


def _shown(character: str) -> str:
    return _TAB if character == "\t" else visible(character)


def _columns(text: str) -> int:
    return sum(map(width, text))


def _window(shown: list[str], place: int) -> tuple[int, int]:
    """Return the first character to show, and the one behind the last."""
    first, room = place, _MOST_COLUMNS // 2
    while first and room > 0:
        first -= 1
        room -= _columns(shown[first])
    last, room = place, _MOST_COLUMNS // 2 + max(room, 0)
    while last < len(shown) and room > 0:
        room -= _columns(shown[last])
        last += 1
    return first, last
