"""The words of the interface in one language, with counted forms."""

from __future__ import annotations

from gettext import c2py
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

if TYPE_CHECKING:
    from generator.languages.catalogs import Catalog


class Interface:
    """Looks up interface strings; the English words are the key and the last resort."""

    def __init__(self, language: str, catalog: Catalog) -> None:
        self.language = language
        self._messages = catalog.by_source
        self._rule = c2py(catalog.plural_rule or "0")

    def __call__(self, words: str, **values: object) -> str:
        """Return the words in this language with the values put in."""
        found = self._messages.get(words)
        text = found.text if found is not None and found.state != "outdated" else words
        return text.format(**values) if values else text

    def plural(self, one: str, other: str, count: int, **values: object) -> str:
        """Return the counted form that the language uses for ``count``."""
        plurals = self._plurals(one)
        if plurals:
            text = plurals[min(self._rule(count), len(plurals) - 1)]
        else:
            text = one if count == 1 else other
        return text.format(count=values.pop("shown", count), **values)

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
        found = self._messages.get(one)
        return found.plurals if found is not None and found.state != "outdated" else ()

    def knows(self, words: str) -> bool:
        """Say whether the catalog has these words."""
        return words in self._messages


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
