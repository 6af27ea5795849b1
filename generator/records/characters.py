"""Characters that do not belong into a record: each is named by code point and Unicode name.

Contributed text ends in pages, feeds, spreadsheets and search indexes, and is reviewed by people
who trust what they see. So a character that cannot be seen, that turns the reading direction, or
that has no meaning is refused, except where a script cannot be written without it.
"""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generator.issues import both, message, sentence
from generator.records.findings import Finding, Spot, finding

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


class Refusal(NamedTuple):
    """Why a character is refused and what to do about it."""

    rule: str
    what: str
    hint: str


_UNSEEN = sentence("delete it and type the word again; it often comes along when text is copied")
_REFUSALS: Mapping[str, Refusal] = MappingProxyType(
    {
        "line": Refusal(
            "line-ending",
            "{name} ({code}) stands here: some programs end the line here and others do not",
            "delete it and press the Enter key where a new line is meant",
        ),
        "tab": Refusal(
            "character-control",
            "a tab ({code}) stands here",
            "write a space instead of the tab",
        ),
        "control": Refusal(
            "character-control",
            "the control character {name} ({code}) stands here",
            "delete it; it is no part of the text and often comes from another program",
        ),
        "direction": Refusal(
            "character-hidden",
            "the invisible character {name} ({code}) stands here: it changes the order in which "
            "the text is shown, so that readers see something else than what is written",
            "delete it; the pages set the direction of each text themselves",
        ),
        "hidden": Refusal(
            "character-hidden", "the invisible character {name} ({code}) stands here", _UNSEEN
        ),
        "joiner": Refusal(
            "character-hidden",
            "the invisible character {name} ({code}) stands here; it has a meaning only between "
            "two letters of a script that joins its letters",
            "delete it",
        ),
        "mark": Refusal(
            "file-encoding",
            "an invisible mark ({code}, byte order mark) stands at the start of the file",
            "save the file as 'UTF-8' and not as 'UTF-8 with BOM'",
        ),
        "lost": Refusal(
            "file-encoding",
            "{name} ({code}) stands here: a letter was lost when the text was copied or converted",
            "type the lost letter again from the original",
        ),
        "unknown": Refusal(
            "character-unassigned",
            "{code} stands here: it is no character of the Unicode standard, so every computer "
            "shows something else or nothing",
            "delete it, or write the character that was meant",
        ),
    }
)


def character_name(character: str) -> str:
    """Return the name of a character as the Unicode standard gives it."""
    return _CONTROL_NAMES.get(character, unicodedata.name(character, "UNNAMED CHARACTER"))


def code_point(character: str) -> str:
    """Return the code point in the usual form, such as ``U+200B``."""
    return f"U+{ord(character):04X}"


def character_findings(text: str) -> Iterator[Finding]:
    """Yield one finding for each kind of refused character, at the first place where it stands."""
    for character in sorted(_suspicious(text)):
        places = [place for place in _places(text, character) if _reason(text, place) is not None]
        if places:
            yield _found(text, places)


def is_sound(text: str) -> bool:
    """Say whether a text holds no refused character."""
    return next(character_findings(text), None) is None


def spot_at(text: str, index: int) -> Spot:
    """Return line and column of a character of the text."""
    start = text.rfind("\n", 0, index) + 1
    return Spot(text.count("\n", 0, start) + 1, index - start + 1)


def _suspicious(text: str) -> set[str]:
    """Return the distinct characters that need a closer look; cheap for the usual text."""
    return {
        character
        for character in set(text)
        if character != "\n" and (not character.isprintable() or character in _PRINTABLE_BUT_ODD)
    }


def _places(text: str, character: str) -> Iterator[int]:
    place = text.find(character)
    while place >= 0:
        yield place
        place = text.find(character, place + 1)


def _found(text: str, places: list[int]) -> Finding:
    character = text[places[0]]
    refusal = _REFUSALS[_reason(text, places[0]) or "hidden"]
    what = message(refusal.what, name=character_name(character), code=code_point(character))
    if len(places) > 1:
        count = message("it stands in {count} places of this file", count=len(places))
        what = both(what, count)
    return finding(spot_at(text, places[0]), refusal.rule, what, refusal.hint)


def _reason(text: str, place: int) -> str | None:
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
