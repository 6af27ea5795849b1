"""Names of characters that a finding may have to name, as the Unicode standard gives them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.characters import character_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_INVISIBLE = frozenset({"Cf", "Zl", "Zp", "Zs"})
_PLANE = 0x10000
"""Beyond the first plane there are only characters that nobody types by accident."""
_SIGNS = "‐‑‒–—−“”„«»‘’、。，；：·•●◦‣▪［］【】（）"
_LETTERS = "\u0370\u03ff\u0400\u045f\uff01\uff5e"
"""First and last of the ranges that look like plain letters: Greek, Cyrillic, full-width forms."""
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffd\ufe0e\ufe0f"


def character_names() -> Mapping[str, str]:
    """Return the names by code point in hexadecimal digits, in the order of the code points."""
    return {f"{ord(letter):X}": character_name(letter) for letter in sorted(set(_characters()))}


def _characters() -> Iterator[str]:
    yield from _SIGNS + _BLANK
    yield from (chr(code) for code in range(0xA0) if unicodedata.category(chr(code)) == "Cc")
    for first, last in zip(_LETTERS[::2], _LETTERS[1::2], strict=True):
        letters = (chr(code) for code in range(ord(first), ord(last) + 1))
        yield from (letter for letter in letters if unicodedata.name(letter, ""))
    for code in range(_PLANE):
        if unicodedata.category(chr(code)) in _INVISIBLE:
            yield chr(code)
