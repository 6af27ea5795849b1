"""What readers do to words: they stop early, slip, leave out marks, use other digits."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

from bench.search.vocabulary import DIGITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bench.search.chance import Chance

_JOINERS = frozenset("\u17d2\u1039\u200d")
"""Signs after which the next consonant is stacked: Khmer coeng, Burmese virama, joiner."""
_LATIN = frozenset({"fr", "es", "pt", "vi", "tr"})
_SPELLINGS: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "ar": (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ة", "ه"), ("ى", "ي"), ("ئ", "ي")),
        "fa": (("ی", "ي"), ("ک", "ك"), ("\u200c", ""), ("أ", "ا")),
        "ur": (("ی", "ي"), ("ہ", "ه"), ("ک", "ك"), ("ئ", "ی"), ("ۓ", "ے")),
        "hi": (("\u093c", ""), ("ँ", "ं")),
        "he": (("־", " "), ("״", '"'), ("׳", "'")),
        "ru": (("ё", "е"),),
        "lo": (("\u0ecd\u0ec9\u0eb2", "\u0ec9\u0eb3"), ("ໜ", "ຫນ"), ("ໝ", "ຫມ")),
        "km": (("\u200b", ""),),
        "my": (("\u200b", ""),),
    }
)
_VOWEL_SIGNS: Mapping[str, str] = MappingProxyType({"ar": "\u064e", "he": "\u05b7"})
"""A mark that careful typists write and texts leave out."""


def folded(text: str) -> str:
    """Return a text in which spellings that stand for the same letters are equal, for judging."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(
        str(unicodedata.digit(char, None) if char.isdigit() else char)
        for char in plain
        if char not in "\u200b\u200c\u200d\u00ad\u0307"
    )


def clusters(text: str) -> list[str]:
    """Cut a text into what a reader takes for one letter."""
    found: list[str] = []
    for char in text:
        joins = found and (unicodedata.category(char)[0] == "M" or found[-1][-1] in _JOINERS)
        if joins:
            found[-1] += char
        else:
            found.append(char)
    return found


def beginning(word: str, chance: Chance) -> str:
    """Return the first half or more of a word."""
    letters = clusters(word)
    least = max(4, (len(letters) + 1) // 2)
    return "".join(letters[: least + chance.below(max(1, len(letters) - least))])


def inside(phrase: str, chance: Chance) -> str:
    """Return a few letters from anywhere in a phrase, without spaces."""
    letters = clusters(max(phrase.split(), key=len))
    count = min(len(letters), 2 + chance.below(3))
    start = chance.below(len(letters) - count + 1)
    return "".join(letters[start : start + count])


def slip(word: str, chance: Chance, *, first: bool = False) -> str:
    """Return a word with one letter lost, doubled, swapped with the next or replaced."""
    if _is_hangul(word):
        return _hangul_slip(word, chance)
    letters = clusters(word)
    places = [at for at in range(1, len(letters) - 1) if letters[at] != " "]
    place = 0 if first or not places else chance.pick(places)
    other = chance.pick([each for each in letters if each != letters[place]] or letters)
    made = (
        [*letters[:place], *letters[place + 1 :]],
        [*letters[: place + 1], letters[place], *letters[place + 1 :]],
        [*letters[:place], letters[place + 1], letters[place], *letters[place + 2 :]],
        [*letters[:place], other, *letters[place + 1 :]],
    )
    return "".join(chance.pick([each for each in made if each != letters]))


def respelled(phrase: str, language: str, chance: Chance) -> str:
    """Return a phrase as it is typed without its marks or on another keyboard, or unchanged."""
    if language in _LATIN:
        return _bare(phrase)
    if language == "ko":
        return phrase.replace(" ", "")
    sign = _VOWEL_SIGNS.get(language, "")
    if sign and chance.below(2):
        middle = len(phrase.split(maxsplit=1)[0]) // 2
        return phrase[:middle] + sign + phrase[middle:]
    for written, typed in _SPELLINGS.get(language, ()):
        phrase = phrase.replace(written, typed)
    return phrase


def other_digits(number: int, written: str, language: str) -> str:
    """Return a number in digits other than those it is written in."""
    if str(number) not in written:
        return str(number)
    own = DIGITS.get(language, DIGITS["zh"])
    return "".join(own[int(digit)] for digit in str(number))


def words_in(text: str) -> list[str]:
    """Return the words of a text in a language with spaces."""
    return [each for each in re.split(r"[\s.,:;!?،۔।؛«»“”\"()–—/]+", text) if each]


def _bare(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.replace("ı", "i").replace("đ", "d"))
    return "".join(char for char in parts if unicodedata.category(char) != "Mn")


def _is_hangul(word: str) -> bool:
    return any("\uac00" <= char <= "\ud7a3" for char in word)


def _hangul_slip(word: str, chance: Chance) -> str:
    """Return a Korean word with one vowel replaced by the next one of the keyboard."""
    parts = list(unicodedata.normalize("NFD", word))
    vowels = [place for place, char in enumerate(parts) if "\u1161" <= char <= "\u1174"]
    place = chance.pick(vowels)
    parts[place] = chr(ord(parts[place]) + 1)
    return unicodedata.normalize("NFC", "".join(parts))
