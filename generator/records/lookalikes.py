"""Letters that look like plain ones: full-width signs, curly quotes, Cyrillic letters."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.characters import code_point

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOOKALIKES: Mapping[str, str] = MappingProxyType(
    dict.fromkeys("‐‑‒–—−", "-")
    | {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "、": ",", "。": "."}
)

BULLET = re.compile(r"\s*([‐‑‒–—−•·●◦‣▪]|[0-9]+[.)、])\s")
"""How a list item starts in other programs."""


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
