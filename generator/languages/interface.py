"""The words of the interface in one language, with counted forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale

if TYPE_CHECKING:
    from generator.languages.catalogs import Catalog


class Interface:
    """Looks up interface strings; the English words are the key and the last resort."""

    def __init__(self, language: str, catalog: Catalog) -> None:
        self.language = language
        self._messages = catalog.by_source
        self._plural_rule = Locale.parse(language, sep="-").plural_form
        self._plural_tags = sorted_plural_tags(language)

    def __call__(self, words: str, **values: object) -> str:
        """Return the words in this language with the values put in."""
        found = self._messages.get(words)
        text = found.text if found is not None and found.state != "outdated" else words
        return text.format(**values) if values else text

    def plural(self, one: str, other: str, count: int, **values: object) -> str:
        """Return the counted form that the language uses for ``count``."""
        found = self._messages.get(one)
        if found is None or not found.plurals or found.state == "outdated":
            text = one if count == 1 else other
        else:
            index = self._plural_tags.index(self._plural_rule(count))
            text = found.plurals[min(index, len(found.plurals) - 1)]
        return text.format(count=values.pop("shown", count), **values)

    def forms(self, one: str, other: str) -> tuple[tuple[str, str], ...]:
        """Return every counted form with its CLDR category, for scripts that count."""
        found = self._messages.get(one)
        if found is None or not found.plurals:
            return (("one", one), ("other", other))
        return tuple(zip(self._plural_tags, found.plurals, strict=False))

    def knows(self, words: str) -> bool:
        """Say whether the catalog has these words."""
        return words in self._messages


def sorted_plural_tags(language: str) -> tuple[str, ...]:
    """Return the plural categories of a language in the order of gettext's plural forms (CLDR)."""
    order = ("zero", "one", "two", "few", "many", "other")
    rule = Locale.parse(language, sep="-").plural_form
    return tuple(tag for tag in order if tag in {*rule.tags, "other"})


def noted(words: str) -> str:
    """Mark words for extraction that are looked up later."""
    return words
