"""The letter under which an alphabetical index has a label, as readers of a language expect it."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from generator.languages.collation import alphabet_of, folded, primary_tag, sort_key
from generator.languages.scripts import script_of

DIGITS = "0"
"""The heading of labels that begin with a number."""
OTHER = ""
"""The heading of labels in letters that the language has no place for."""

# GB 2312 has its 3,755 common characters in the order of their pinyin, so the first character of
# each initial says where it begins. The rarer ones after them are in the order of their radicals.
_PINYIN_FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_PINYIN = "ABCDEFGHJKLMNOPQRSTWXYZ"
_PINYIN_STARTS = tuple(sign.encode("gb2312") for sign in _PINYIN_FIRST)
_LAST_COMMON = "座".encode("gb2312")
_ARABIC_ARTICLE = "ال"

IndexKey = tuple[bool, tuple[object, ...], tuple[object, ...]]


def filed(label: str, language: str) -> str:
    """Return the part of a label that counts in an index: without quotation marks before it.

    Arabic indexes do not count the article, with which most names begin.
    """
    start = next((at for at, sign in enumerate(label) if sign.isalnum()), 0)
    rest = label[start:]
    if primary_tag(language) == "ar" and len(rest) > len(_ARABIC_ARTICLE) + 1:
        return rest.removeprefix(_ARABIC_ARTICLE)
    return rest


def initial(label: str, language: str) -> str:
    """Return the heading of a label: a capital letter, ``DIGITS`` or ``OTHER``."""
    first = filed(label, language)[:1]
    if first.isdigit():
        return DIGITS
    if primary_tag(language) == "zh" and not first.isascii():
        return _pinyin_initial(first)
    return _letter(first, language)


def index_key(label: str, language: str) -> IndexKey:
    """Return a key that sorts labels by heading and then among themselves; ``OTHER`` is last."""
    heading = initial(label, language)
    return (
        heading == OTHER,
        sort_key(heading, language),
        sort_key(filed(label, language), language),
    )


def _pinyin_initial(sign: str) -> str:
    try:
        code = sign.encode("gb2312")
    except UnicodeEncodeError:
        return OTHER
    if not _PINYIN_STARTS[0] <= code <= _LAST_COMMON:
        return OTHER
    return _PINYIN[bisect_right(_PINYIN_STARTS, code) - 1]


def _letter(sign: str, language: str) -> str:
    """Return the letter of the alphabet, or of Latin, that a sign is a form of."""
    for form in (folded(sign, language), unicodedata.normalize("NFD", sign.casefold())):
        letter = form[:1]
        if letter and (letter in alphabet_of(language) or ("a" <= letter <= "z")):
            return letter.upper()
    # An alphabet that is not known here is filed by its own letters.
    is_known = alphabet_of(language) != alphabet_of("") or script_of(language) == "Latn"
    return OTHER if is_known or not sign.isalpha() else sign.upper()
