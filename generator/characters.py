"""Characters that nobody sees or that have no meaning, and the references that stand for them.

A character that cannot be seen, that turns the reading direction, or that has no meaning is refused
in contributed text, except where a script cannot be written without it. HTML knows a second way to
write any character, such as ``&#x202e;``, and a reader cannot tell one from the other.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CONTROL_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "\0": "NULL",
        "\x07": "BELL",
        "\x08": "BACKSPACE",
        "\t": "TAB",
        "\x0b": "LINE TABULATION",
        "\x0c": "FORM FEED",
        "\r": "CARRIAGE RETURN",
        "\x1b": "ESCAPE",
        "\x7f": "DELETE",
        "\x85": "NEXT LINE",
    }
)
_LINE_SEPARATORS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Characters that count as letters, marks or symbols and show nothing."""

_JOINERS = "\u200c\u200d"
_JOINING_SCRIPTS = frozenset(
    (
        "ADLAM",
        "ARABIC",
        "BALINESE",
        "BENGALI",
        "DEVANAGARI",
        "GUJARATI",
        "GURMUKHI",
        "JAVANESE",
        "KANNADA",
        "KHMER",
        "MALAYALAM",
        "MANDAIC",
        "MONGOLIAN",
        "MYANMAR",
        "NKO",
        "ORIYA",
        "SINHALA",
        "SYRIAC",
        "TAMIL",
        "TELUGU",
        "THAANA",
        "TIBETAN",
    )
)
_WORD_BREAK = "\u200b"
_SCRIPTS_WITHOUT_SPACES = frozenset(("KHMER", "LAO", "MYANMAR", "THAI", "TIBETAN"))
_SELECTORS = frozenset((*map(chr, range(0xFE00, 0xFE10)), *map(chr, range(0xE0100, 0xE01F0))))

_PRINTABLE_BUT_ODD = _SELECTORS.union(_BLANK_LETTERS, "\ufffd")

_REASONS_BY_CATEGORY: Mapping[str, str] = MappingProxyType(
    {"Cc": "control", "Cf": "hidden", "Cn": "unknown", "Co": "unknown", "Cs": "unknown"}
)

_REFERENCE = re.compile(
    r"&(?:#0*(?P<ten>[0-9]+)|#[xX]0*(?P<hex>[0-9a-fA-F]+)|[a-zA-Z][a-zA-Z0-9]*);"
)
_LARGEST = 0x10FFFF
_LONGEST_NUMBER = 7
"""Most digits of a code point; longer numbers stand for no character."""


class Reference(NamedTuple):
    """A reference that stands for a refused character."""

    written: str
    character: str
    reason: str
    """See ``reason``."""


def character_name(character: str) -> str:
    """Return the name of a character as the Unicode standard gives it."""
    return _CONTROL_NAMES.get(character, unicodedata.name(character, "UNNAMED CHARACTER"))


def code_point(character: str) -> str:
    """Return the code point in the usual form, such as ``U+200B``."""
    return f"U+{ord(character):04X}"


def suspicious(text: str) -> set[str]:
    """Return the distinct characters that need a closer look; cheap for the usual text."""
    return {
        character
        for character in set(text)
        if character != "\n" and (not character.isprintable() or character in _PRINTABLE_BUT_ODD)
    }


def reason(text: str, place: int) -> str | None:
    """Return why the character at a place is refused, or None where it may stand."""
    character = text[place]
    simple = _simple_reason(character)
    if simple is not None:
        return "mark" if character == "\ufeff" and place == 0 else simple
    if character in _JOINERS:
        return None if _is_between(text, place, _JOINING_SCRIPTS) else "joiner"
    if character == _WORD_BREAK:
        return None if _is_between(text, place, _SCRIPTS_WITHOUT_SPACES) else "hidden"
    if character in _SELECTORS:
        return None if place and _takes_selector(text[place - 1]) else "hidden"
    return None


def _simple_reason(character: str) -> str | None:
    """Return the reason that needs no look at the neighbours."""
    if character == "\t":
        return "tab"
    for characters, reason in (
        (_LINE_SEPARATORS, "line"),
        (_DIRECTION, "direction"),
        (_BLANK_LETTERS, "hidden"),
        ("\ufffd", "lost"),
    ):
        if character in characters:
            return reason
    if character in _JOINERS or character == _WORD_BREAK:
        return None
    return _REASONS_BY_CATEGORY.get(unicodedata.category(character))


def _is_between(text: str, place: int, scripts: frozenset[str]) -> bool:
    neighbours = (text[place - 1 : place], text[place + 1 : place + 2])
    return all(_script(neighbour) in scripts for neighbour in neighbours)


def _script(letter: str) -> str | None:
    """Return the script of a letter or its mark, by the first word of its name, or None."""
    if not letter or unicodedata.category(letter)[0] not in "LM":
        return None
    return unicodedata.name(letter, "").partition(" ")[0]


def _takes_selector(before: str) -> bool:
    """Say whether a variation selector has a meaning after this character (emoji, ideographs)."""
    return before not in _SELECTORS and unicodedata.category(before) in {
        "So",
        "Sm",
        "Po",
        "Nd",
        "Lo",
        "Sk",
    }


def refused_references(html: str) -> Iterator[Reference]:
    """Yield the references of HTML to characters that may not stand where the references do."""
    pieces: list[str] = []
    references: list[tuple[int, str]] = []
    end = length = 0
    for found in _REFERENCE.finditer(html):
        meant = _meant(found)
        pieces += [html[end : found.start()], meant]
        length += found.start() - end
        references.append((length, found[0]))
        length += len(meant)
        end = found.end()
    text = "".join((*pieces, html[end:]))
    for place, written in references:
        why = reason(text, place)
        if why is not None and text[place] != "\n":
            yield Reference(written, text[place], why)


def has_references(text: str) -> bool:
    """Say whether there are references in a text at all."""
    return _REFERENCE.search(text) is not None


def without_refused(text: str) -> str:
    """Return a text without the characters that may not stand in it."""
    suspects = suspicious(text)
    if not suspects:
        return text
    return "".join(
        character
        for place, character in enumerate(text)
        if character not in suspects or reason(text, place) is None
    )


def _meant(reference: re.Match[str]) -> str:
    """Return what a reference stands for; of a number the very character, harmless or not."""
    if not reference["ten"] and not reference["hex"]:
        return unescape(reference[0])
    digits, base = (reference["ten"], 10) if reference["ten"] else (reference["hex"], 16)
    number = int(digits, base) if len(digits) <= _LONGEST_NUMBER else _LARGEST + 1
    return chr(number) if number <= _LARGEST else "\ufffd"
