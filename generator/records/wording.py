"""Sentences and looks at a line that several parts of the reader share."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.records.characters import code_point

if TYPE_CHECKING:
    from collections.abc import Mapping

CUT_BY_COMMENT = (
    "'{lost}' would be lost: after a space, '#' starts a comment",
    "put the whole value in quotes; for a comment write a space after '#'",
)

_COMMENT = re.compile(r"\s+(#(?![ #!]|$).*)")
_LOOKALIKES: Mapping[str, str] = MappingProxyType(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "、": ",", "。": "."}
)


def lost_after_hash(line: str, column: int) -> str | None:
    """Return the text after a ``#`` that its author hardly meant as a comment, or None."""
    rest = line[column:]
    found = _COMMENT.match(rest) if "#" in rest else None
    return found.group(1).rstrip() if found else None


def odd_character(text: str) -> dict[str, str] | None:
    """Name the first character outside ASCII, with the plain one it resembles, or None."""
    for character in text:
        if character > "\x7f":
            plain = _LOOKALIKES.get(character) or unicodedata.normalize("NFKC", character)
            return {
                "character": character,
                "code": code_point(character),
                "character_name": unicodedata.name(character, "unnamed"),
                "plain": plain if plain.isascii() and plain != character else "",
            }
    return None
