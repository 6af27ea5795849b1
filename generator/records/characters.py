"""Characters that do not belong into a record: each is named by code point and Unicode name.

Contributed text ends in pages, feeds, spreadsheets and search indexes, and is reviewed by people
who trust what they see. So a character that cannot be seen, that turns the reading direction, or
that has no meaning is refused, except where a script cannot be written without it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generator.characters import character_name, code_point, reason, suspicious
from generator.issues import both, message, sentence
from generator.records.findings import Finding, Spot, finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.issues import Message


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


def character_findings(text: str) -> Iterator[Finding]:
    """Yield one finding for each kind of refused character, at the first place where it stands."""
    for character in sorted(suspicious(text)):
        places = [place for place in _places(text, character) if reason(text, place) is not None]
        if places:
            yield _found(text, places)


def refusal(character: str, why: str) -> tuple[str, Message, Message]:
    """Return rule, sentence and hint about a character that is refused for a reason."""
    refused = _REFUSALS[why]
    what = message(refused.what, name=character_name(character), code=code_point(character))
    return refused.rule, what, message(refused.hint)


def is_sound(text: str) -> bool:
    """Say whether a text holds no refused character."""
    return next(character_findings(text), None) is None


def spot_at(text: str, index: int) -> Spot:
    """Return line and column of a character of the text."""
    start = text.rfind("\n", 0, index) + 1
    return Spot(text.count("\n", 0, start) + 1, index - start + 1)


def index_at(text: str, spot: Spot) -> int:
    """Return the index of a character of the text from its line and column."""
    start = 0
    for _ in range(spot.line - 1):
        start = text.index("\n", start) + 1
    return start + spot.column - 1


def _places(text: str, character: str) -> Iterator[int]:
    place = text.find(character)
    while place >= 0:
        yield place
        place = text.find(character, place + 1)


def _found(text: str, places: list[int]) -> Finding:
    character = text[places[0]]
    rule, what, hint = refusal(character, reason(text, places[0]) or "hidden")
    if len(places) > 1:
        count = message("it stands in {count} places of this file", count=len(places))
        what = both(what, count)
    return finding(spot_at(text, places[0]), rule, what, hint)
