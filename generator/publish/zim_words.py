"""The words of a page for Kiwix' own search, which knows less of scripts than the site's.

Kiwix looks for whole words. It cuts Chinese, Japanese and Korean into pairs of characters, but
takes a run of Thai, Lao, Khmer or Burmese letters for one word. So every part of such a run, up
to a length, is given to it as a word. New readers take marks off what is searched for and old
ones do not (libzim before 8.2.1), so words with marks are given in both forms. A book of many
languages knows no endings and no articles, so Arabic words are given without their article, too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from generator.search.folding import read_folding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.search.folding import Folding

_WITHOUT_SPACES: Final = re.compile(
    "["
    "\u0e00-\u0e7f"  # Thai
    "\u0e80-\u0eff"  # Lao
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f"  # Burmese
    "\u1780-\u17ff"  # Khmer
    "]+"
)
_ARABIC: Final = re.compile("[\u0621-\u065f\u0670-\u06d3]+")
_STACKING: Final = frozenset("\u17d2\u1039")
"""Signs that put the next letter below the last one, and so join the two (Khmer, Burmese)."""
_LONGEST_PART: Final = 8
"""Clusters; a word of daily use has two to six."""
_LONGEST_TERM: Final = 60
"""Bytes of UTF-8; Xapian drops longer words."""
_MOST_CLUSTERS: Final = 400
"""Of one text; title and summary come first in it."""


def native_words(text: str) -> str:
    """Return the text with everything added that makes Kiwix' own search find its words."""
    found: dict[str, None] = {}
    for word in text.split():
        found.setdefault(without_marks(word))
    for part in chain(_parts_of_runs(text), _without_articles(text)):
        found.setdefault(part)
        found.setdefault(without_marks(part))
    as_written = set(text.lower().split())
    return " ".join([text, *(word for word in found if word not in as_written)])


def without_marks(text: str) -> str:
    """Return the text as libzim's readers make it before they search: no case, no marks."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    bare = "".join(one for one in decomposed if not unicodedata.category(one).startswith("M"))
    return unicodedata.normalize("NFC", bare)


def _parts_of_runs(text: str) -> Iterator[str]:
    """Yield the parts of everything that is written without spaces between words."""
    left = _MOST_CLUSTERS
    for run in _WITHOUT_SPACES.findall(text):
        clusters = _clusters(run)[:left]
        left -= len(clusters)
        for start in range(len(clusters)):
            for length in range(1, min(_LONGEST_PART, len(clusters) - start) + 1):
                part = "".join(clusters[start : start + length])
                if len(part.encode()) > _LONGEST_TERM:
                    break
                yield part


def _without_articles(text: str) -> Iterator[str]:
    """Yield the Arabic words that have an article, without it."""
    for word in _ARABIC.findall(text):
        if (bare := _folding().without_article(word)) != word:
            yield bare


@cache
def _folding() -> Folding:
    return read_folding()


def _clusters(run: str) -> list[str]:
    """Cut letters from one another, each with the marks that belong to it."""
    clusters: list[str] = []
    for character in run:
        is_mark = unicodedata.category(character).startswith("M")
        if clusters and (is_mark or clusters[-1][-1] in _STACKING):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters
