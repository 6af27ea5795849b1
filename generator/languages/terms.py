"""The glossary against texts: the concepts a text speaks of, and whether a translation does.

Words are compared by their stems, roughly: languages inflect, and a check that cries at every
ending would be switched off. Only names of several words (or of three characters and more, in
scripts without spaces) are looked at, because short ones have too many meanings.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.glossary import Concept, Glossary

_ARABIC_FOLDS = str.maketrans("أإآٱىيكةۀؤئ", "اااایىکههوى")
_NO_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SHORTEST_PHRASE = 3
_STEM_SHARE = 0.6
_ARTICLE = "ال"
"""Arabic writes it together with the word, and leaves it out or joins it to other particles."""
_SHORTEST_STEM = 3
_START = 3
"""Letters by which names are found quickly."""


@dataclass(frozen=True, slots=True)
class Term:
    """A concept as one language names it."""

    concept: Concept
    name: str
    """The name that was found."""


class _Phrase(NamedTuple):
    """A name to look for; longer ones come first."""

    order: int
    folded: str
    concept: Concept
    name: str


class Terms:
    """Finds the concepts of a glossary in texts."""

    def __init__(self, glossary: Glossary) -> None:
        self._concepts = glossary.concepts
        self._found: dict[tuple[str, str], tuple[Term, ...]] = {}
        self._names: dict[str, Mapping[str, tuple[_Phrase, ...]]] = {}

    def found_in(self, text: str, language: str) -> tuple[Term, ...]:
        """Return the concepts whose names stand in a text of the language, each once.

        A name within a longer one does not count: an organization's name is no list of concepts.
        """
        # A text is translated into many languages, and asked about as often.
        key = (text, language)
        if key not in self._found:
            self._found[key] = self._search(fold(text), language)
        return self._found[key]

    def ids_in(self, text: str, language: str) -> tuple[str, ...]:
        """Return the ids of the concepts whose names stand in a text of the language."""
        return tuple(term.concept.id for term in self.found_in(text, language))

    def _search(self, rest: str, language: str) -> tuple[Term, ...]:
        found: dict[str, Term] = {}
        phrases = self._phrases(language)
        starts = {rest[at : at + _START] for at in range(len(rest))} & phrases.keys()
        for _, folded_name, concept, name in sorted(
            (phrase for start in starts for phrase in phrases[start]), key=itemgetter(0, 1)
        ):
            if folded_name in rest and _stands_in(folded_name, rest):
                found.setdefault(concept.id, Term(concept, name))
                rest = rest.replace(folded_name, " ")
        return tuple(found.values())

    def is_named(self, concept: Concept, text: str, language: str) -> bool:
        """Say whether a text of the language names a concept in any accepted way."""
        names = concept.labels.get(language, ())
        folded = fold(text)
        words = _words(folded)
        return not names or any(_is_like(fold(name), folded, words) for name in names)

    def _phrases(self, language: str) -> Mapping[str, tuple[_Phrase, ...]]:
        """Return the names to look for by how they start, so that few have to be looked for."""
        if language not in self._names:
            starts: dict[str, list[_Phrase]] = {}
            for concept in self._concepts:
                for name in concept.labels.get(language, ()):
                    folded = fold(name)
                    if _is_telling(name):
                        phrase = _Phrase(-len(folded), folded, concept, name)
                        starts.setdefault(folded[:_START], []).append(phrase)
            self._names[language] = {start: tuple(found) for start, found in starts.items()}
        return self._names[language]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return a text without case, marks, joiners and variants of Arabic letters."""
    plain = text.replace("\u200c", "").replace("\u0640", "").translate(_ARABIC_FOLDS).casefold()
    letters = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _is_telling(name: str) -> bool:
    if _NO_SPACES.search(name):
        return len(name) > _SHORTEST_PHRASE
    return len(name.split()) > 1


def _stands_in(name: str, text: str) -> bool:
    """Say whether a name that occurs in a text stands there as a word."""
    if _NO_SPACES.search(name):
        return True
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _is_like(name: str, text: str, words: tuple[str, ...]) -> bool:
    if name in text:
        return True
    if _NO_SPACES.search(name):
        return False
    stems = [_stem(word) for word in _words(name)]
    return all(any(stem in word for word in words) for stem in stems)


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text))


def _stem(word: str) -> str:
    if word.startswith(_ARTICLE) and len(word) > _SHORTEST_STEM + len(_ARTICLE):
        word = word.removeprefix(_ARTICLE)
    return word[: max(_SHORTEST_STEM, round(len(word) * _STEM_SHARE))]
