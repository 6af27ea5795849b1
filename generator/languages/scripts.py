"""Which script a language is written in, and whether a text is (CLDR likely subtags)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from babel.core import get_global

_LETTERS = {
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA"),
    "Kore": ("HANGUL", "CJK"),
    "Latn": ("LATIN",),
    "Cyrl": ("CYRILLIC",),
    "Arab": ("ARABIC",),
    "Hebr": ("HEBREW",),
    "Grek": ("GREEK",),
    "Thai": ("THAI",),
    "Laoo": ("LAO",),
    "Khmr": ("KHMER",),
    "Mymr": ("MYANMAR",),
    "Ethi": ("ETHIOPIC",),
    "Sinh": ("SINHALA",),
    "Taml": ("TAMIL",),
    "Deva": ("DEVANAGARI",),
    "Mong": ("MONGOLIAN",),
}
"""How the Unicode names of a script's letters begin."""
_ADDRESS = re.compile(r"[A-Za-z0-9:/_-]+(?:[./@][A-Za-z0-9_-]+)+")
"""Addresses of pages and mail, and names of sites."""
_FEWEST_LETTERS = 12
_LEAST_SHARE = 0.5


@lru_cache(maxsize=8192)
def _starts(letter: str, prefixes: tuple[str, ...]) -> bool:
    return unicodedata.name(letter, "").startswith(prefixes)


@cache
def script_of(language: str) -> str:
    """Return the ISO 15924 code of the script that a language is usually written in."""
    parts = language.split("-")
    for part in parts[1:]:
        if len(part) == len("Latn"):
            return part
    likely = get_global("likely_subtags").get(parts[0], "")
    return next((part for part in str(likely).split("_") if len(part) == len("Latn")), "Latn")


def is_in_script(text: str, language: str, *, source: str) -> bool:
    """Say whether a translation is mostly written in the script of its language.

    Addresses do not count, nor do names and abbreviations that stand in the source as well.
    """
    prefixes = _LETTERS.get(script_of(language))
    if prefixes is None:
        return True
    kept = {word for word in re.findall(r"\w+", source) if not word.islower()}
    words = re.findall(r"\w+", _ADDRESS.sub(" ", text))
    own = "".join(word for word in words if word not in kept)
    letters = [letter for letter in own if letter.isalpha()]
    if len(letters) < _FEWEST_LETTERS:
        return True
    fitting = sum(_starts(letter, prefixes) for letter in letters)
    return fitting >= _LEAST_SHARE * len(letters)
