"""The order of labels in lists, as readers of a language expect it.

There is no library for CLDR's collation without a compiler, and the lists here are short names of
countries, bodies and projects. So each language has its alphabet, after CLDR's root order and the
tailorings of es, fa and ru; letters of other alphabets follow, and marks decide only between
labels that are the same without them.
"""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SortKey = tuple[tuple[int, ...], str]

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ALPHABETS: Mapping[str, str] = MappingProxyType(
    {
        "es": _LATIN.replace("n", "nñ"),
        "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
        "fa": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    }
)
_ARABIC = str.maketrans("أإآٱىةؤئ", "اااايهوي")
_PERSIAN = str.maketrans("أإآٱيىكةؤئ", "ااااییکهوی")
_VARIANTS: Mapping[str, dict[int, int]] = MappingProxyType({"ar": _ARABIC, "fa": _PERSIAN})
_AFTER_ALL = 1_000


def sort_key(label: str, language: str) -> SortKey:
    """Return a key by which labels of a language are sorted.

    Chinese is sorted by the GB 18030 encoding, whose common characters stand in pinyin order.
    """
    if primary_tag(language) == "zh":
        return tuple(label.encode("gb18030")), label
    return tuple(_positions(folded(label, language), alphabet_of(language))), label


def primary_tag(language: str) -> str:
    """Return the language of a tag without script and region."""
    return language.split("-", maxsplit=1)[0]


def alphabet_of(language: str) -> str:
    """Return the small letters of a language in their order; those of Latin for one unknown."""
    return _ALPHABETS.get(primary_tag(language), _LATIN)


def folded(label: str, language: str) -> str:
    """Return a label in small letters, with variants of a letter as the alphabet has it."""
    variants = _VARIANTS.get(primary_tag(language), {})
    return unicodedata.normalize("NFC", label.casefold()).translate(variants)


def _positions(composed: str, alphabet: str) -> list[int]:
    """Return the place of each letter in the alphabet; digits come before letters."""
    positions = []
    for sign in composed:
        letters = sign if sign in alphabet else unicodedata.normalize("NFD", sign)
        for letter in letters:
            if letter in alphabet:
                positions.append(_AFTER_ALL + alphabet.index(letter))
            elif letter.isdigit():
                positions.append(unicodedata.digit(letter, 0) + 1)
            elif letter.isalpha():
                positions.append(2 * _AFTER_ALL + ord(letter))
            elif letter.isspace():
                positions.append(0)
    return positions
