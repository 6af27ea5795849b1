"""Find the quote that a mistake began with; only asked once a parser has given up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.records.findings import Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME = r"[A-Za-z_][A-Za-z0-9_-]*\s*:(?=\s)\s*"
_VALUE_QUOTE = re.compile(rf"\s*(?:-\s+)*(?:{_NAME})?(?:[\[{{]\s*)?([\"'])")
_NEXT_FIELD = re.compile(rf"\s*(?:-\s+)?{_NAME}|\s*[A-Za-z_]+:$|\s*- ")
_BLOCK_TEXT = re.compile(r".*[:-]\s+[|>][0-9+-]*\s*(#.*)?")


def swallowing_quote(lines: Sequence[str], last: int) -> Spot | None:
    """Return the first quote, up to a line, that swallows the start of another field, or None."""
    number = 0
    while number < min(last, len(lines)):
        line = lines[number]
        if _BLOCK_TEXT.fullmatch(line):
            number = _after_block(lines, number)
            continue
        opened = _VALUE_QUOTE.match(line)
        if opened is None:
            number += 1
            continue
        end = _closing_line(lines, number, opened.end(), opened.group(1))
        if any(_NEXT_FIELD.match(inner) for inner in lines[number + 1 : end + 1]):
            return Spot(number + 1, opened.start(1) + 1)
        number = end + 1
    return None


def text_after_quote(line: str, column: int) -> int | None:
    """Return the index of the quote that closed just before a column of the line, or None."""
    opened = _VALUE_QUOTE.match(line)
    before = line[:column].rstrip()
    if opened is None or not before or len(before) <= opened.end():
        return None
    return len(before) - 1 if before[-1] == opened.group(1) else None


def _after_block(lines: Sequence[str], number: int) -> int:
    """Return the index of the first line behind a text that ``|`` or ``>`` introduces."""
    indent = len(lines[number]) - len(lines[number].lstrip(" "))
    number += 1
    while number < len(lines):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
            break
        number += 1
    return number


def _closing_line(lines: Sequence[str], number: int, start: int, quote: str) -> int:
    """Return the index of the line where a quote closes; the last one where it never does."""
    inside = re.compile(r"(?:[^\"\\]|\\.)*" if quote == '"' else r"(?:[^']|'')*")
    while number < len(lines):
        line = lines[number]
        content = inside.match(line, start)
        if content is not None and content.end() < len(line) and line[content.end()] == quote:
            return number
        number, start = number + 1, 0
    return len(lines) - 1
