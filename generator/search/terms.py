"""The terms by which a text and the name of a concept are found."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.search.tagging import BODY, OFTEN, SUMMARY, TITLE

if TYPE_CHECKING:
    from generator.search.folding import Folding
    from generator.search.record import SearchText

__all__ = ["label_terms", "unit_terms"]

_OFTEN = 3
_SYLLABIC = "vi"
"""Vietnamese puts a space after each syllable; words are mostly of two."""
_SHORT_WORD = 2
_NAME_OF_MANY = 3


def unit_terms(text: SearchText, folding: Folding) -> dict[str, int]:
    """Return the terms of a text with the level of the best place each stands in."""
    body = Counter(_field(text.body, text.language, folding))
    levels = {term: OFTEN if times >= _OFTEN else BODY for term, times in body.items()}
    levels.update(dict.fromkeys(_field(text.summary, text.language, folding), SUMMARY))
    for title in (text.title, text.names):
        levels.update(dict.fromkeys(_field(title, text.language, folding), TITLE))
    return levels


def label_terms(label: str, language: str, folding: Folding) -> tuple[str, ...]:
    """Return the terms that must be in a query for it to name a concept.

    Readers leave small words of a long name out, so they are not asked for.
    """
    terms = tuple(dict.fromkeys(folding.terms(label)))
    if language == _SYLLABIC:
        return terms
    telling = tuple(term for term in terms if len(term) > _SHORT_WORD or not folding.is_word(term))
    return telling if len(terms) >= _NAME_OF_MANY and telling else terms


def _field(text: str, language: str, folding: Folding) -> list[str]:
    if not text:
        return []
    normalised = folding.folded(text)
    terms = list(folding.terms(text))
    terms += folding.last_clusters(normalised)
    if "-" in normalised:
        terms += folding.joined(normalised)
    if language.partition("-")[0] == _SYLLABIC:
        terms += [one + other for one, other in pairwise(terms)]
    if folding.glues(language):
        for term in tuple(terms):
            terms += folding.unglued(term, language)
    return terms
