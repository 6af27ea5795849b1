"""The normaliser: spellings that readers do not tell apart become equal, and texts become terms.

The browser has the same rules in ``overrides/assets/search-words.js``. Both follow the table in
``folding.json``, and the same golden examples are run on both.
"""

from __future__ import annotations

import json
import re
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Final

__all__ = ["Folding", "read_folding"]

_FOLDER = Path(__file__).parent
_KEPT = frozenset("LMN")
"""General categories of Unicode whose characters belong to words."""


class Folding:
    """The rules of the table, ready to be used."""

    def __init__(self, table: dict[str, object], han: dict[str, str]) -> None:
        unspaced, extending = str(table["unspaced"]), str(table["extending"])
        self._folded: dict[str, str] = {}
        self._terms: dict[str, tuple[str, ...]] = {}
        self._characters = _Characters(table)
        self._han: Final = str.maketrans(han)
        self._pieces: Final = re.compile(f"([{unspaced}]+)|([^ \\-{unspaced}]+)")
        self._clusters: Final = re.compile(f"[^{extending}][{extending}]*|[{extending}]+")
        self._reordered: Final = re.compile(str(table["reordered"]))
        self._article: Final = re.compile(str(table["article"]))
        self._compounds: Final = re.compile(f"[^ \\-{unspaced}]+(?:-[^ \\-{unspaced}]+)+")
        self._unspaced: Final = re.compile(f"[{unspaced}]")
        self._glued: Final = _mapping(table["glued"])

    def normalise(self, text: str) -> str:
        """Return a text in folded letters, with spaces for everything that belongs to no word."""
        letters = unicodedata.normalize("NFKD", text).translate(self._characters)
        return self._reordered.sub(r"\2\1", letters)

    def simplified(self, text: str) -> str:
        """Return a normalised text with one form of each Chinese character."""
        return text.translate(self._han)

    def variants_of(self, characters: str) -> dict[str, str]:
        """Return the other forms of these Chinese characters, each with the one indexed."""
        wanted = set(characters)
        return {
            chr(form): str(target) for form, target in self._han.items() if str(target) in wanted
        }

    def folded(self, text: str) -> str:
        """Return a text normalised and with one form of each Chinese character, found once."""
        if text not in self._folded:
            self._folded[text] = self.simplified(self.normalise(text))
        return self._folded[text]

    def terms(self, text: str) -> tuple[str, ...]:
        """Return the terms of a text as the index has them, found once."""
        if text not in self._terms:
            self._terms[text] = tuple(self._cut(self.folded(text)))
        return self._terms[text]

    def tokens(self, text: str) -> list[str]:
        """Return the terms of a text in order: words, or pairs of clusters of unspaced scripts."""
        return self._cut(self.normalise(text))

    def _cut(self, normalised: str) -> list[str]:
        terms: list[str] = []
        has_articles = _LAM in normalised
        for run, word in self._pieces.findall(normalised):
            if run:
                terms.extend(self.pairs(run))
            else:
                terms.append(self.without_article(word) if has_articles else word)
        return terms

    def without_article(self, word: str) -> str:
        """Return a word without the Arabic article and the particles written before it."""
        return self._article.sub("", word)

    def pairs(self, run: str) -> list[str]:
        """Return the pairs of neighbouring clusters in an unspaced run, or its only cluster."""
        clusters: list[str] = self._clusters.findall(run)
        if len(clusters) == 1:
            return clusters
        return [first + second for first, second in pairwise(clusters)]

    def last_clusters(self, normalised: str) -> list[str]:
        """Return the last cluster of each run, which begins no pair."""
        return [
            self._clusters.findall(run)[-1] for run, _ in self._pieces.findall(normalised) if run
        ]

    def runs(self, normalised: str) -> list[str]:
        """Return the unspaced runs of a normalised text."""
        return [run for run, _ in self._pieces.findall(normalised) if run]

    def joined(self, normalised: str) -> list[str]:
        """Return hyphenated compounds as one word each, as others write them."""
        return [found.replace("-", "") for found in self._compounds.findall(normalised)]

    def is_word(self, term: str) -> bool:
        """Say whether a term is a word and not a pair of clusters."""
        return self._unspaced.match(term) is None

    def glues(self, language: str) -> bool:
        """Say whether a language writes particles together with words."""
        return language.partition("-")[0] in self._glued

    def unglued(self, term: str, language: str) -> list[str]:
        """Return a word without the particles that its language writes together with it."""
        letters = self._glued.get(language.partition("-")[0], "")
        found: list[str] = []
        rest = term
        while letters and len(found) < _PARTICLES and len(rest) > _SHORTEST and rest[0] in letters:
            rest = rest[1:]
            found.append(rest)
        return found


_LAM = "\u0644"
"""A letter of every Arabic article."""
_DIGITS = range(10)
_PARTICLES = 2
_SHORTEST = 3
"""Letters that must be left of a word."""


class _Characters(dict[int, str]):
    """What each character becomes, found when it is first met."""

    def __init__(self, table: dict[str, object]) -> None:
        super().__init__()
        self._removed = re.compile(f"[{table['removed']}]")
        self._letters = {pair[0]: pair[1:] for pair in str(table["letters"]).split(" ")}
        self._zeros = str(table["digits"])
        self._hyphens = str(table["hyphens"])
        self._kana: tuple[str, str, int] = tuple(table["kana"])  # type: ignore[arg-type,assignment]  # JSON

    def __missing__(self, code: int) -> str:
        folded = self[code] = self._fold(chr(code))
        return folded

    def _fold(self, character: str) -> str:
        if character in self._hyphens:
            return "-"
        lower = character.lower()
        if self._removed.match(lower):
            return ""
        if unicodedata.category(lower[0])[0] not in _KEPT:
            return " "
        return self._digit(lower) or self._kana_of(lower) or self._letters.get(lower, lower)

    def _digit(self, character: str) -> str:
        code = ord(character[0])
        values = (code - ord(zero) for zero in self._zeros)
        return next((str(value) for value in values if value in _DIGITS), "")

    def _kana_of(self, character: str) -> str:
        first, last, distance = self._kana
        return chr(ord(character) - distance) if first <= character <= last else ""


def read_folding() -> Folding:
    """Read the table of the generator and its Chinese characters."""
    table = json.loads((_FOLDER / "folding.json").read_text(encoding="utf-8"))
    han = json.loads((_FOLDER / "han.json").read_text(encoding="utf-8"))
    pairs = "".join(han["pairs"])
    return Folding(table, dict(zip(pairs[::2], pairs[1::2], strict=True)))


def _mapping(value: object) -> dict[str, str]:
    return {str(key): str(item) for key, item in value.items()} if isinstance(value, dict) else {}
