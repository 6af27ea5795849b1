"""What may not stand for a value: nothing at all, and what YAML would quietly drop or swallow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.issues import sentence
from generator.records.characters import is_sound
from generator.records.findings import Finding, Spot, finding, shown
from generator.records.nodes import Fields, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.records.nodes import Node

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that YAML takes for no value."""
_SWALLOWED = re.compile(r"[-*?] |-$|[A-Za-z_]+:(?!//)\S")
"""How a line starts that was swallowed by the text above it."""

_COMMENT = re.compile(r"\s+(#(?![ #!]|$).*)")


def empty_value(node: Node, key: Scalar | None, *, is_plain: bool, sign: str) -> Finding | None:
    """Return a finding where no value stands for a field, or for a list item without a name.

    ``sign`` is the first character of the value as it is written.
    """
    if isinstance(node, Fields) and not node.entries:
        return _nothing_written(node.spot, key, sentence("'{{}}' stands here: no fields"))
    if not isinstance(node, Scalar):
        return None
    if is_plain and node.text in NOTHING:
        if key is None:
            return _nothing_written(node.spot, key, sentence("this list item is empty"))
        spot = node.spot if node.text else key.spot
        return _nothing_written(spot, key, sentence("the field '{name}' has no value"))
    if not node.text.strip():
        return _no_text(node.spot, key, sign)
    return None


def empty_in_braces(key: Scalar) -> Finding:
    """Explain a name in braces without a value; mostly it was meant as an item of a list."""
    if ":" in key.text:
        return finding(
            key.spot,
            "yaml-colon",
            "the space after the colon is missing in '{name}'",
            "write a space after the colon",
            name=shown(key.text),
        )
    return finding(
        key.spot,
        "value-empty",
        "'{name}' stands in braces without a value",
        "write a list in brackets, like [a, b]; in braces each name needs a colon and a value",
        name=shown(key.text),
    )


def cut_by_comment(lines: Sequence[str], end: Spot) -> Finding | None:
    """Return a finding where a ``#`` behind a value hardly starts a comment, or None.

    People write a space after the ``#`` of a comment and none in ``#7``.
    """
    line = lines[end.line - 1]
    found = _COMMENT.match(line, end.column - 1) if "#" in line else None
    if found is None:
        return None
    return finding(
        Spot(end.line, found.start(1) + 1),
        "yaml-comment",
        "'{lost}' would be lost: after a space, '#' starts a comment",
        "put the whole value in quotes; for a comment write a space after '#'",
        lost=shown(found.group(1)),
    )


def swallowed_lines(lines: Sequence[str], start: Spot, end: Spot) -> Iterator[Finding]:
    """Yield findings for lines that became part of a text without quotes, but look like more."""
    for number in range(start.line, end.line):
        line = lines[number].lstrip()
        if _SWALLOWED.match(line):
            yield finding(
                Spot(number + 1, len(lines[number]) - len(line) + 1),
                "yaml-indentation",
                "this line is indented so far that it belongs to the text of line {above}",
                "indent it like the lines that it belongs to, with a space after the dash or the "
                "colon; put the text in quotes where the line is part of it",
                above=start.line,
            )


def unsound_escape(text: str, spot: Spot) -> Finding | None:
    """Return a finding where a code between double quotes writes a refused character, or None."""
    if is_sound(text):
        return None
    return finding(
        spot,
        "yaml-escape",
        "a backslash between these quotes writes a character that is refused in records",
        "remove the backslash and what belongs to it; use single quotes where a backslash is meant",
    )


def _no_text(spot: Spot, key: Scalar | None, sign: str) -> Finding:
    if sign not in {"|", ">"}:
        return _nothing_written(spot, key, sentence("there is no text here"))
    return finding(
        spot,
        "value-empty",
        "no text stands below '{sign}'",
        "write the text on the lines below, each indented by two spaces more than the field",
        sign=sign,
    )


def _nothing_written(spot: Spot, key: Scalar | None, what: str) -> Finding:
    hint = sentence("write the value or remove the item")
    if key:
        hint = sentence("write the value, or remove the line where the field is not needed")
    return finding(spot, "value-empty", what, hint, name=shown(key.text) if key else "")
