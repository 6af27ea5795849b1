"""Fixes that need to look at a line only: spaces, tabs, colons, dashes, quotes and hidden signs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.model.kinds import MODELS
from generator.records.fields import names_of, takes_at
from generator.records.findings import Finding
from generator.records.lookalikes import BULLET
from generator.records.source_lines import indent_of, line_of, sign_at

if TYPE_CHECKING:
    from collections.abc import Sequence

LineFix = Callable[[str, Finding], str | None]
"""From a text and what is wrong with it to the mended text, or None where it cannot help."""

_ODD_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_STRUCTURE = re.compile(
    rf"[ \t{_ODD_SPACE}]*(?:-[ \t{_ODD_SPACE}]+)*(?:[A-Za-z_][A-Za-z0-9_-]*:[ \t{_ODD_SPACE}]*)?"
)
"""The part of a line in which spaces have a meaning."""
_VALUE = re.compile(r"(\s*(?:- +)*(?:[A-Za-z_][A-Za-z0-9_-]*\s*: +)?)(\S.*?)\s*")
_NAMED = re.compile(r"\s*(?:- +)*([A-Za-z_][A-Za-z0-9_-]*)\s*: +\S")
_FIELD = re.compile(r"\s*(?:- +)*[A-Za-z_][A-Za-z0-9_-]*\s*:(\s|$)|\s*- |\s*#")
_REFERENCE = re.compile(r"[*&][A-Za-z0-9_-]+")
_CURLY = "“”„‟‘’‚«»"
_APOSTROPHE = re.compile(r"[^']*[^\W\d_\u2e80-\u9fff]'[^\W\d_\u2e80-\u9fff]")
"""Words whose first single quote stands between letters; Han signs have no apostrophes."""
_WIDE_COLON = "\uff1a\ufe55\ua789\u2236"


def space_for_tab(text: str, found: Finding) -> str | None:
    """Write a space where a tab stands in a text."""
    is_tab = sign_at(text.split("\n"), found.spot) == "\t"
    return _replaced(text, found, 1, " ") if is_tab else None


def without_hidden(text: str, found: Finding) -> str | None:
    """Delete a character that nobody can see."""
    return _replaced(text, found, 1, "")


def without_mark(text: str, found: Finding) -> str | None:
    """Delete the byte order mark at the start of a file."""
    return text[1:] if text.startswith("\ufeff") and found.spot == (1, 1) else None


def line_feeds(text: str, found: Finding) -> str | None:
    """Write the usual ends of lines for those of old computers; drop one at the end of the file."""
    if sign_at(text.split("\n"), found.spot) != "\r":
        return None
    if "\n" not in text:
        return text.replace("\r", "\n")
    return text.rstrip("\r\n") + "\n" if text.endswith("\r") else None


def plain_indent(text: str, found: Finding) -> str | None:
    """Write ordinary spaces before a value: two for a tab, one for any other."""
    lines = text.split("\n")
    line = line_of(lines, found.spot.line)
    structure = _STRUCTURE.match(line)
    head = structure[0] if structure else ""
    plain = re.sub(f"[{_ODD_SPACE}]", " ", head.replace("\t", "  "))
    return _with_line(lines, found.spot.line, plain + line[len(head) :])


def plain_colon(text: str, found: Finding) -> str | None:
    """Write the plain colon and a space for the wide one."""
    lines = text.split("\n")
    if sign_at(lines, found.spot) not in set(_WIDE_COLON):
        return None
    line = line_of(lines, found.spot.line)
    rest = line[found.spot.column :].lstrip()
    head = line[: found.spot.column - 1].rstrip()
    return _with_line(lines, found.spot.line, f"{head}: {rest}".rstrip())


def space_after_colon(text: str, found: Finding) -> str | None:
    """Write the space that is missing after a colon."""
    before = line_of(text.split("\n"), found.spot.line)[: found.spot.column - 1]
    return _replaced(text, found, 0, " ") if before.endswith(":") else None


def space_after_dash(text: str, found: Finding) -> str | None:
    """Write the space that is missing after a dash."""
    before = line_of(text.split("\n"), found.spot.line)[: found.spot.column - 1]
    return _replaced(text, found, 0, " ") if before.strip() == "-" else None


def plain_dash(text: str, found: Finding) -> str | None:
    """Write the plain dash for the sign that starts items elsewhere, in all items of a list."""
    lines = text.split("\n")
    number = found.spot.line
    indent = indent_of(line_of(lines, number))
    while (bullet := _bullet(line := line_of(lines, number))) and indent_of(line) == indent:
        lines[number - 1] = f"{line[: bullet.start(1)]}- {line[bullet.end() :].lstrip()}"
        number += 1
    return "\n".join(lines) if number > found.spot.line else None


def _bullet(line: str) -> re.Match[str] | None:
    return BULLET.match(line) or re.match(r"\s*(\*)\s", line)


def space_in_name(text: str, found: Finding) -> str | None:
    """Divide a name from the dash or the colon that became part of it."""
    lines = text.split("\n")
    line = line_of(lines, found.spot.line)
    head, name = line[: found.spot.column - 1], line[found.spot.column - 1 :]
    if name.startswith("-") and not name.startswith("- "):
        return _with_line(lines, found.spot.line, f"{head}- {name[1:]}")
    tight = re.match(r"([A-Za-z_][A-Za-z0-9_-]*):(:?)(?=\S)", name)
    if tight is None:
        return None
    return _with_line(lines, found.spot.line, f"{head}{tight[1]}: {name[tight.end() :].lstrip()}")


def quoted(text: str, found: Finding) -> str | None:
    """Put the whole value of a line in quotes."""
    lines = text.split("\n")
    value = _VALUE.fullmatch(line_of(lines, found.spot.line))
    if value is None or value[2][0] in "'\"[{|>" or _goes_on(lines, found.spot.line):
        return None
    if _REFERENCE.fullmatch(value[2]):
        return None
    return _with_line(lines, found.spot.line, value[1] + in_quotes(value[2]))


def quoted_text(text: str, found: Finding) -> str | None:
    """Put a value in quotes that has a colon in it, where the field takes free words."""
    named = _NAMED.match(line_of(text.split("\n"), found.spot.line))
    return quoted(text, found) if named and named[1] in _FREE else None


def mended_quotes(text: str, found: Finding) -> str | None:
    """Let quotes enclose the whole value: close them, or write those within it right."""
    lines = text.split("\n")
    value = _VALUE.fullmatch(line_of(lines, found.spot.line))
    if value is None or value[2][0] not in "'\"" or _goes_on(lines, found.spot.line):
        return None
    words = _between_quotes(value[2])
    return _with_line(lines, found.spot.line, value[1] + in_quotes(words)) if words else None


def closed_bracket(text: str, found: Finding) -> str | None:
    """Close the bracket of a list that stands on one line."""
    lines = text.split("\n")
    line = line_of(lines, found.spot.line).rstrip()
    if line.count("[") != 1 or "]" in line or "#" in line or _goes_on(lines, found.spot.line):
        return None
    return _with_line(lines, found.spot.line, f"{line.rstrip(', ')}]")


def in_quotes(words: str) -> str:
    """Return words as a value in single quotes."""
    return "'" + words.replace("'", "''") + "'"


def _between_quotes(value: str) -> str | None:
    """Return the words that a value with wrong quotes was meant to hold, or None."""
    quote, rest = value[0], value[1:]
    if "\\" in rest or "#" in rest:
        return None
    if quote == "'":
        rest = rest.replace("''", "\u0000")
    ends_curly = rest.endswith(tuple(_CURLY)) and quote not in rest
    if rest.endswith(quote) or ends_curly:
        words = rest[:-1]
    elif quote not in rest:
        words = rest
    elif quote == "'" and _APOSTROPHE.match(rest):
        # Is the quote closed nowhere, or meant to be seen? Only the author knows.
        return None
    else:
        # The quotes enclose the first words only, so they belong to the text.
        words = quote + rest
    return words.replace("\u0000", "'") or None


def _free_fields() -> frozenset[str]:
    """Return the names of fields that take a text in every kind of record."""
    free: set[str] = set()
    bound: set[str] = set()
    for model in MODELS.values():
        for name in names_of(model):
            takes = takes_at(model, (name,))
            (free if takes and takes.form == "text" else bound).add(name)
    return frozenset({*(free - bound), "quote", "note", "text", "label"})


_FREE = _free_fields()


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Say whether the value of a line seems to go on in the next one."""
    following = line_of(lines, number + 1)
    if not following.strip() or _FIELD.match(following):
        return False
    return indent_of(following) > indent_of(line_of(lines, number))


def _replaced(text: str, found: Finding, length: int, written: str) -> str:
    lines = text.split("\n")
    line, start = line_of(lines, found.spot.line), found.spot.column - 1
    return (
        _with_line(lines, found.spot.line, line[:start] + written + line[start + length :]) or text
    )


def _with_line(lines: Sequence[str], number: int, line: str) -> str | None:
    """Return the text with another line; None where it is the same, or no such line is there."""
    if not 0 < number <= len(lines) or lines[number - 1] == line:
        return None
    return "\n".join([*lines[: number - 1], line, *lines[number:]])
