"""The words of the interface in one language, with counted forms."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import c2py
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from generator.languages.borrowed import Borrowed, bare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.languages.catalogs import Catalog


SOURCE_LANGUAGE = "en"
"""Language of the interface words in the code."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The interface words of one language."""

    language: str
    catalog: Catalog

    def words(self, source: str) -> str | None:
        """Return the words for the English ones, or None where they are not translated."""
        if self.language == SOURCE_LANGUAGE:
            return source
        found = self.catalog.by_source.get(source)
        return found.text if found is not None and found.state != "outdated" else None

    def plurals(self, one: str) -> tuple[str, ...]:
        """Return the counted forms for the English ones, or none."""
        found = self.catalog.by_source.get(one)
        return found.plurals if found is not None and found.state != "outdated" else ()


class Interface:
    """Looks up interface words: the reader's language first, then its fallbacks, at last English.

    Words that are not in the reader's language are ``Borrowed``.
    """

    def __init__(self, vocabularies: Sequence[Vocabulary]) -> None:
        """Take the vocabulary of the reader's language and those of its fallbacks, in order."""
        self._own = vocabularies[0]
        self._chain = tuple(vocabularies)
        self.language = self._own.language
        self._rule = c2py(self._own.catalog.plural_rule or "0")

    def __call__(self, words: str, **values: object) -> str:
        """Return the words for the English ones, with the values put in."""
        for vocabulary in self._chain:
            found = vocabulary.words(words)
            if found is not None:
                return self._marked(_filled(found, values), vocabulary.language)
        return self._marked(_filled(words, values), SOURCE_LANGUAGE)

    def plural(self, one: str, other: str, count: int, **values: object) -> str:
        """Return the counted form that the language uses for ``count``."""
        plurals = self._plurals(one)
        shown = {"count": values.pop("shown", count), **values}
        if plurals:
            return plurals[min(self._rule(count), len(plurals) - 1)].format(**shown)
        return self._marked((one if count == 1 else other).format(**shown), SOURCE_LANGUAGE)

    def forms(self, one: str, other: str) -> tuple[tuple[str, str], ...]:
        """Return every counted form with its CLDR category, for scripts that count."""
        plurals = self._plurals(one)
        if not plurals:
            return (("one", one), ("other", other))
        samples = _samples(self.language)
        forms = (self._rule(number) if number is not None else -1 for number in samples.values())
        return tuple(
            (tag, plurals[min(form, len(plurals) - 1)])
            for tag, form in zip(samples, forms, strict=True)
        )

    def _plurals(self, one: str) -> tuple[str, ...]:
        return self._own.plurals(one)

    def _marked(self, words: str, language: str) -> str:
        return words if language == self.language else Borrowed(words, language)


def _filled(words: str, values: Mapping[str, object]) -> str:
    if not values:
        return words
    return words.format(**{name: bare(str(value)) for name, value in values.items()})


def _samples(language: str) -> dict[str, int | None]:
    """Return the plural categories of a language (CLDR), each with a whole number it is used for.

    A category that is for fractions alone has None.
    """
    try:
        rule = Locale.parse(language, sep="-").plural_form
    except UnknownLocaleError:
        return {"other": None}
    samples: dict[str, int | None] = dict.fromkeys(sorted({*rule.tags, "other"}))
    for number in (1_000_000, 0, *range(200, 0, -1)):
        samples[rule(number)] = number
    return samples


def noted(words: str) -> str:
    """Mark words for extraction that are looked up later."""
    return words
