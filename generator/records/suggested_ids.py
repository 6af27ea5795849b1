"""An id for a new record, made from its title."""

from __future__ import annotations

import re
import unicodedata
from itertools import count, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

_LONGEST = 60
"""Characters; longer names of files are hard to read in lists."""
_FEWEST_LETTERS = 3
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ł": "l", "ı": "i"})


def suggested_id(title: str) -> str:
    """Return an id in small Latin letters, or nothing for a title that is not written in them."""
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_LETTERS))
    letters = [letter for letter in plain if letter.isalpha()]
    latin = sum(letter.isascii() for letter in letters)
    if latin < _FEWEST_LETTERS or latin * 2 < len(letters):
        return ""
    ascii_only = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z])['’](?=[a-z])", "", ascii_only))
    lengths = [len("-".join(words[:number])) for number in range(1, len(words) + 1)]
    kept = len(list(takewhile(lambda length: length <= _LONGEST, lengths)))
    return "-".join(words[: max(kept, 1)])[:_LONGEST].strip("-")


def free_id(wanted: str, taken: Container[str]) -> str:
    """Return the id, with a number behind it where there is such a record already."""
    if wanted not in taken:
        return wanted
    return next(f"{wanted}-{number}" for number in count(2) if f"{wanted}-{number}" not in taken)
