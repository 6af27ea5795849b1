"""Which words a reader of a language sees, and what they must be told about them.

The order: the author's own words in that language, then the catalog's translation, then the
fallback languages in their declared order, at last the words as they were written. Nothing falls
back silently: the answer carries the language it is in and its state.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from generator.languages.units import Path, message_context, quote_text
from generator.model.text import Version

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.languages.catalogs import Catalogs, Translation
    from generator.model.framework import Languages, SiteLanguage
    from generator.model.text import Form, Text

State = Literal[
    "original", "official", "attested", "working", "reviewed", "machine", "outdated", "missing"
]
"""``working`` is the author's own rendering; ``machine`` a translation nobody has reviewed;
``missing`` means that the reader sees another language."""

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur", "dv", "ckb", "sd", "ug", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})
_SCRIPT_LETTERS = 4


@dataclass(frozen=True, slots=True)
class ResolvedText:
    """Words to print, the language they are in and what is known of them."""

    text: str
    language: str
    direction: str
    state: State
    is_fallback: bool
    form: Form = "paragraph"
    source: str | None = None
    """Source that uses exactly these words, for attested texts."""
    translated_from: str = ""
    """For outdated texts: the earlier original that these words translate."""

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Owner:
    """The record a text belongs to: what is needed to look up its translations."""

    catalog: str
    """Name of the catalog, such as ``projects``."""
    record_id: str
    language: str
    """The record's own language."""


def direction_of(language: str) -> str:
    """Return the writing direction of a language tag, ``ltr`` or ``rtl``."""
    primary, *rest = language.split("-")
    script = next((part for part in rest if len(part) == _SCRIPT_LETTERS), None)
    is_right_to_left = script in _RIGHT_TO_LEFT_SCRIPTS if script else primary in _RIGHT_TO_LEFT
    return "rtl" if is_right_to_left else "ltr"


class Resolver:
    """Finds the words for one language of the site."""

    def __init__(self, language: SiteLanguage, catalogs: Catalogs) -> None:
        self.language = language
        self._catalogs = catalogs

    def text(self, text: Text, owner: Owner, path: Path) -> ResolvedText:
        """Resolve a text of a record."""
        chain = (self.language.tag, *self.language.fallback)
        for tag in chain:
            found = self._in_language(text, owner, path, tag)
            if found is not None:
                return found
        tag, version = text.origin(owner.language)
        return self._resolved(text, version, tag, "missing")

    def own_text(self, text: Text, owner: Owner, path: Path) -> ResolvedText | None:
        """Return the words in the language itself, or None where there are only fallbacks."""
        return self._in_language(text, owner, path, self.language.tag)

    def quote_translation(
        self, quote: str, quoted: str, owner: Owner, path: Path
    ) -> ResolvedText | None:
        """Return our translation of a quote, or None where the reader needs or has none."""
        if quoted == self.language.tag:
            return None
        quoting = Owner(owner.catalog, owner.record_id, quoted)
        found = self.text(quote_text(quote), quoting, path)
        return None if found.language == quoted else found

    def _in_language(self, text: Text, owner: Owner, path: Path, tag: str) -> ResolvedText | None:
        version = text.version(tag, record_language=owner.language)
        if version is not None:
            state: State = version.status or (
                "original" if tag == text.origin(owner.language)[0] else "working"
            )
            return self._resolved(text, version, tag, state)
        translation = self._translation(owner, path, tag)
        if translation is None:
            return None
        origin = text.origin(owner.language)[1].text
        state = translation.state if translation.source == origin else "outdated"
        if state == "outdated" and tag != self.language.tag:
            return None
        resolved = self._resolved(text, Version(text=translation.text), tag, state)
        if state != "outdated":
            return resolved
        is_marked = translation.source == origin
        return replace(
            resolved, translated_from=translation.previous if is_marked else translation.source
        )

    def _translation(self, owner: Owner, path: Path, tag: str) -> Translation | None:
        catalog = self._catalogs.catalog(tag, owner.catalog)
        return catalog.by_context.get(message_context(owner.record_id, path))

    def _resolved(self, text: Text, version: Version, tag: str, state: State) -> ResolvedText:
        is_fallback = tag != self.language.tag
        return ResolvedText(
            text=version.text,
            language=tag,
            direction=direction_of(tag),
            state="missing" if is_fallback else state,
            is_fallback=is_fallback,
            form=text.form,
            source=version.source,
        )


def resolvers(languages: Languages, catalogs: Catalogs) -> Mapping[str, Resolver]:
    """Return a resolver for every language of the site, by tag."""
    return {language.tag: Resolver(language, catalogs) for language in languages.languages}
