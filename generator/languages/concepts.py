"""What texts of several languages have in common: the concepts of the glossary that they name.

Other than ``terms``, which judges translations and takes the longest name alone, this finds the
wider concepts too: who measures the carbon footprint of products measures a carbon footprint.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.languages.terms import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.glossary import Glossary

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_SHORTEST, _SHORTEST_HANGUL = 3, 4
"""Characters of a name that is one word; shorter ones have too many meanings."""
_START = 3
"""Letters by which names are found quickly."""
_ENDING = 2
"""Letters that a plural may add to the last word of a name."""


class ConceptNames:
    """Finds the concepts of a glossary in texts of any language that it has names in."""

    def __init__(self, glossary: Glossary) -> None:
        self._concepts = glossary.concepts
        self._names: dict[str, Mapping[str, tuple[tuple[str, str], ...]]] = {}

    def ids_in(self, text: str, language: str) -> tuple[str, ...]:
        """Return the ids of all concepts that a text of a language names, sorted."""
        folded, names = fold(text), self._by_start(language)
        starts = {folded[at : at + _START] for at in range(len(folded))} & names.keys()
        return tuple(
            sorted(
                {
                    concept
                    for start in starts
                    for name, concept in names[start]
                    if name in folded and _stands_in(name, folded)
                }
            )
        )

    def _by_start(self, language: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Return folded names and their concepts by how the names start."""
        if language not in self._names:
            starts: dict[str, list[tuple[str, str]]] = {}
            for concept in self._concepts:
                for name in concept.labels.get(language, ()):
                    if _is_telling(name):
                        folded = fold(name)
                        starts.setdefault(folded[:_START], []).append((folded, concept.id))
            self._names[language] = {start: tuple(found) for start, found in starts.items()}
        return self._names[language]


def _is_telling(name: str) -> bool:
    if _UNSPACED.search(name):
        return len(name) >= _SHORTEST
    return len(name.split()) > 1 or len(_HANGUL.findall(name)) >= _SHORTEST_HANGUL


def _stands_in(name: str, text: str) -> bool:
    """Say whether a name that occurs in a text stands there as words, in a plural or not."""
    if _UNSPACED.search(name):
        return True
    ending = rf"(?!\w{{{_ENDING + 1}}})"
    return re.search(rf"(?<!\w){re.escape(name)}{ending}", text) is not None
