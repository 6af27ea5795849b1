"""Translations held to their texts: nothing lost, nothing smuggled in, the agreed terms used."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.issues import Issue, Message, Place, Severity, message
from generator.languages.coverage import catalog_units, needs_translation
from generator.languages.scripts import is_in_script
from generator.languages.terms import Terms
from generator.markup import SafeMarkdown
from generator.records.characters import character_findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.languages.catalogs import Catalog, Catalogs, Translation
    from generator.languages.units import Unit
    from generator.records.repository import Repository

_ADDRESS = re.compile(r"https?://[^\s)>\]\"'，。；、）»]+")
_TAG = re.compile(r"<[a-zA-Z/!?]|\]\(\s*(?:javascript|data|vbscript):", re.IGNORECASE)
_SEPARATED = re.compile(r"(?<=\d)[,.\u00a0\u202f\u066c\u2009 ](?=\d{3}(?!\d))")
_LARGEST_WORD_NUMBER = 12
"""Numbers up to this one are months, or written as words."""
_LONGEST_NAME = 60
"""Characters up to which a text may be the same in two languages, as names are."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation, as a check sees them."""

    unit: Unit
    source_language: str
    source: str
    language: str
    text: str


def check_translations(repository: Repository, catalogs: Catalogs) -> Iterator[Issue]:
    """Yield everything that is wrong with the translations of records."""
    units = list(catalog_units(repository))
    terms = Terms(repository.glossary)
    markdown = SafeMarkdown()
    for language in repository.languages.languages:
        for name in dict.fromkeys(name for name, _ in units):
            catalog = catalogs.catalog(language.tag, name)
            own = [unit for kind, unit in units if kind == name]
            yield from _orphans(catalog, own, language.tag)
            for pair, translation in _pairs(catalog, own, language.tag):
                findings = list(_findings(pair, markdown))
                findings += () if translation.is_free else _ignored_terms(pair, terms)
                for rule, what, hint, severity in findings:
                    place = Place(catalog.file, translation.line, 1)
                    yield Issue(place, rule, what, hint, severity)


def check_characters(catalogs: Catalogs) -> Iterator[Issue]:
    """Yield the hidden and control characters in all translations, of the interface too."""
    for catalog in catalogs.files.values():
        for translation in (*catalog.by_context.values(), *catalog.by_source.values()):
            for text in (translation.text, *translation.plurals[1:]):
                for found in character_findings(text):
                    place = Place(catalog.file, translation.line, 1)
                    yield Issue(place, found.rule, found.message, found.hint)


def _pairs(
    catalog: Catalog, units: Iterable[Unit], language: str
) -> Iterator[tuple[Pair, Translation]]:
    """Yield the translations that belong to today's texts; outdated ones are marked as such."""
    for unit in units:
        translation = catalog.by_context.get(unit.context)
        source_language, source = unit.origin
        if translation is None or not needs_translation(unit, language):
            continue
        if translation.source == source.text and translation.state != "outdated":
            yield Pair(unit, source_language, source.text, language, translation.text), translation


def _orphans(catalog: Catalog, units: Iterable[Unit], language: str) -> Iterator[Issue]:
    known = {unit.context for unit in units if needs_translation(unit, language)}
    for context, translation in catalog.by_context.items():
        if context not in known:
            yield Issue(
                Place(catalog.file, translation.line, 1),
                "translation-orphan",
                message("no record has a text {context!r} to translate", context=context),
                message("run: framework translate update, which keeps the words at the end"),
                "warning",
            )


_Finding = tuple[str, Message, Message, Severity]


def _findings(pair: Pair, markdown: SafeMarkdown) -> Iterator[_Finding]:
    yield from _lost_numbers(pair)
    yield from _lost_addresses(pair)
    yield from _wrong_script(pair)
    yield from _smuggled_markup(pair, markdown)


def _lost_numbers(pair: Pair) -> Iterator[_Finding]:
    lost = _numbers(pair.source) - _numbers(pair.text)
    if lost:
        yield (
            "translation-number",
            message("the translation lacks the number {numbers}", numbers=", ".join(sorted(lost))),
            message("compare it with the text above it; write numbers in digits"),
            "error",
        )


def _lost_addresses(pair: Pair) -> Iterator[_Finding]:
    lost = _addresses(pair.source) - _addresses(pair.text)
    if lost:
        yield (
            "translation-link",
            message("the translation lacks the address {address}", address=min(lost)),
            message("keep every link of the text, with its address unchanged"),
            "error",
        )


def _wrong_script(pair: Pair) -> Iterator[_Finding]:
    is_name = pair.text == pair.source and len(pair.text) <= _LONGEST_NAME
    is_copy = pair.text == pair.source and not is_name
    is_foreign = not is_in_script(pair.text, pair.language, source=pair.source)
    if is_copy or (is_foreign and not is_name):
        yield (
            "translation-script",
            message("the translation is not written in the language {tag}", tag=pair.language),
            message("translate it, or empty the translation so that the original is shown"),
            "error",
        )


def _smuggled_markup(pair: Pair, markdown: SafeMarkdown) -> Iterator[_Finding]:
    if pair.unit.form == "markdown":
        is_unsafe = bool(markdown.convert(pair.text).problems)
    else:
        is_unsafe = bool(_TAG.search(pair.text)) and not _TAG.search(pair.source)
    if is_unsafe:
        yield (
            "translation-markup",
            message("the translation holds HTML, an image or a link that is not allowed"),
            message("write what the text has, in words; see: framework explain markdown-unsafe"),
            "error",
        )


def _ignored_terms(pair: Pair, terms: Terms) -> Iterator[_Finding]:
    for term in terms.found_in(pair.source, pair.source_language):
        if not terms.is_named(term.concept, pair.text, pair.language):
            yield (
                "translation-term",
                message("{name!r} is not translated as the glossary has it", name=term.name),
                message(
                    "the glossary says {labels}",
                    labels=" / ".join(term.concept.labels[pair.language]),
                ),
                "warning",
            )


def _addresses(text: str) -> set[str]:
    """Return the addresses of a text without the punctuation that follows them."""
    return {address.rstrip(".,;:،؛") for address in _ADDRESS.findall(text)}


def _numbers(text: str) -> set[str]:
    """Return the numbers of a text in Western digits, without those that are written as words."""
    digits = "".join(
        str(unicodedata.digit(sign)) if sign.isdigit() else sign
        for sign in unicodedata.normalize("NFKC", text)
    )
    # Names such as G20 and ordinals such as 31st may be written out.
    found = re.findall(r"(?<![A-Za-z\d])\d+(?!\d)(?!(?:st|nd|rd|th)\b)", _SEPARATED.sub("", digits))
    return {number for number in found if int(number) > _LARGEST_WORD_NUMBER}
