"""What is refused before a parser sees the text: characters, tabs, long lines, depth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.characters import character_name, code_point
from generator.records.characters import character_findings, spot_at
from generator.records.findings import Finding, Spot, finding
from generator.records.limits import DEEPEST, LONGEST_LINE, MOST_BRACKETS

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAB_INDENT = re.compile(r"^[ \t]*?(\t)", re.MULTILINE)
_ODD_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_INDENT = re.compile(
    rf"^ *(?:- +)?([{_ODD_SPACE}])[ {_ODD_SPACE}]*(?:- )?[A-Za-z_]+:(?: |$)", re.MULTILINE
)
_ODD_AFTER_COLON = re.compile(rf"^ *(?:- +)?[a-z_]+:([{_ODD_SPACE}])", re.MULTILINE)
_ODD_AFTER_DASH = re.compile(rf"^ *-([{_ODD_SPACE}])", re.MULTILINE)
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_BRACKETS = re.compile(rf"(?:[\[{{]\s*){{{MOST_BRACKETS}}}")
_DASHES = re.compile(rf"^ *(?:[-?] +){{{DEEPEST + 1}}}", re.MULTILINE)

_GARBLED = re.compile("Ã[©¨¡³¼¶¤±§ª¢®´º]|â€[™œ“”˜¦]|ï¼")
"""Letters outside English in UTF-8, read as the encoding of Western Windows."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found before parsing, and whether parsing still makes sense."""

    findings: tuple[Finding, ...]
    can_be_parsed: bool


def scan(text: str) -> Scan:
    """Look at the text as it is written."""
    blocking = tuple(_blocking(text))
    tabs = {found.spot for found in blocking}
    harmless = tuple(found for found in _others(text) if found.spot not in tabs)
    unreadable = any(found.rule in {"line-ending", "file-encoding"} for found in harmless)
    return Scan(blocking + harmless, can_be_parsed=not blocking and not unreadable)


def parseable(text: str) -> str:
    """Return the text with the characters that stop a parser replaced one by one."""
    return "".join(
        character if character == "\n" or character.isprintable() or character > "\x9f" else " "
        for character in text
    )


def _blocking(text: str) -> Iterator[Finding]:
    yield from _tabs(text)
    yield from _odd_spaces(text)
    directive = _DIRECTIVE.search(text)
    if directive:
        yield finding(
            spot_at(text, directive.start()),
            "yaml-directive",
            "a line starts with '%': that is an instruction to the YAML program and not a field",
            "remove the line",
        )
    for nested in (_BRACKETS.search(text), _DASHES.search(text)):
        if nested:
            yield too_deep(spot_at(text, nested.start()))


def too_deep(spot: Spot) -> Finding:
    """Build the finding for lists and fields nested beyond the limit."""
    return finding(
        spot,
        "yaml-depth",
        "more than {most} lists or groups of fields stand one within another here",
        "write the record as flat as in the examples; remove brackets or dashes that are too many",
        most=DEEPEST,
    )


def _tabs(text: str) -> Iterator[Finding]:
    found = list(_TAB_INDENT.finditer(text)) if "\t" in text else []
    if not found:
        return
    lines = [spot_at(text, tab.start(1)) for tab in found]
    yield finding(
        lines[0],
        "yaml-indentation",
        "this line is indented with a tab (U+0009); {count} lines of this file start so"
        if len(lines) > 1
        else "this line is indented with a tab (U+0009)",
        "indent with spaces, two for each step; many editors have the command "
        "'convert tabs to spaces'",
        count=len(lines),
    )


def _odd_spaces(text: str) -> Iterator[Finding]:
    for pattern in (_ODD_INDENT, _ODD_AFTER_COLON, _ODD_AFTER_DASH):
        found = pattern.search(text)
        if found:
            space = found.group(1)
            yield finding(
                spot_at(text, found.start(1)),
                "yaml-indentation",
                "the character {name} ({code}) stands here where an ordinary space is needed",
                "delete it and press the space bar",
                name=character_name(space),
                code=code_point(space),
            )


def _others(text: str) -> Iterator[Finding]:
    yield from character_findings(text)
    garbled = _GARBLED.search(text)
    if garbled:
        yield finding(
            spot_at(text, garbled.start()),
            "file-encoding",
            "'{letters}' is what is left of a letter that was read in another encoding than it was "
            "written in",
            "type the right letter; where there are many, copy the text from its origin again",
            letters=garbled.group(),
        )
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            yield finding(
                Spot(number, LONGEST_LINE + 1),
                "line-length",
                "this line has {length} characters; at most {most} are allowed",
                "break the text into several lines (after '>-' they are joined again)",
                length=len(line),
                most=LONGEST_LINE,
            )
