"""Findings and rules in the user's language, from ``findings.po`` and ``rules.po``."""

from __future__ import annotations

from gettext import c2py
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.languages.catalogs import EMPTY, misplaced_words, read_catalog
from generator.languages.interface import SOURCE_LANGUAGE
from generator.reports.voice import ENGLISH, Voice

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.languages.catalogs import Catalog, Translation

FINDINGS_CATALOG = "findings"
"""Name of the catalog of sentences about what is wrong."""
RULES_CATALOG = "rules"
"""Name of the catalog of the explanations of rules."""
_NEUTRAL = frozenset({"", "C", "POSIX"})
"""Locales without a language (POSIX.1)."""


def language_of_locale(name: str) -> str:
    """Return the language tag of a locale such as ``pt_BR.UTF-8``; English for one without."""
    tag = name.partition(".")[0].partition("@")[0]
    return SOURCE_LANGUAGE if tag in _NEUTRAL else tag.replace("_", "-")


def spoken_languages(locales: Path) -> tuple[str, ...]:
    """Return the languages that findings can be told in, English first."""
    folders = {path.parent.name for path in locales.glob(f"*/{FINDINGS_CATALOG}.po")}
    return (SOURCE_LANGUAGE, *sorted(folders - {SOURCE_LANGUAGE}))


def read_voice(locales: Path, tag: str) -> Voice:
    """Return the voice of a language; of ``pt-BR`` that of ``pt`` where there is no other.

    What is missing, outdated or broken in the catalogs is told in English.
    """
    known = {language.casefold(): language for language in spoken_languages(locales)}
    parts = tag.casefold().split("-")
    wanted = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    language = next((known[each] for each in wanted if each in known), SOURCE_LANGUAGE)
    if language == SOURCE_LANGUAGE:
        return ENGLISH
    return voice_of(
        _catalog(locales, language, FINDINGS_CATALOG), _catalog(locales, language, RULES_CATALOG)
    )


def voice_of(findings: Catalog, rules: Catalog) -> Voice:
    """Return the voice of a language from its two catalogs; with empty ones it speaks English."""
    return Voice(
        sentences=MappingProxyType(_sentences(findings.by_source)),
        plurals=MappingProxyType(_plurals(findings.by_source)),
        form=c2py(findings.plural_rule or "0"),
        rules=MappingProxyType(_rules(rules)),
    )


def _catalog(locales: Path, language: str, name: str) -> Catalog:
    path = locales / language / f"{name}.po"
    if not path.is_file():
        return EMPTY
    return read_catalog(path.read_bytes(), name=path.name, language=language)[0]


def _sentences(translations: Mapping[str, Translation]) -> dict[str, str]:
    return {
        source: found.text
        for source, found in translations.items()
        if not found.plurals and _is_usable(source, found, (found.text,))
    }


def _plurals(translations: Mapping[str, Translation]) -> dict[str, tuple[str, ...]]:
    return {
        source: found.plurals
        for source, found in translations.items()
        if found.plurals and _is_usable(source, found, found.plurals)
    }


def _is_usable(source: str, found: Translation, texts: tuple[str, ...]) -> bool:
    """Say whether a translation is of today's words and can be filled in like them."""
    return found.state != "outdated" and misplaced_words(source, texts) is None


def _rules(catalog: Catalog) -> dict[tuple[str, str], str]:
    return {
        (context, found.source): found.text
        for context, found in catalog.by_context.items()
        if found.state != "outdated"
    }
