"""Translations held to their texts: nothing lost, nothing smuggled in, the agreed terms used."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from generator.issues import Issue, Message, Place, Severity, message
from generator.languages.coverage import needs_translation
from generator.languages.scripts import is_in_script
from generator.languages.terms import Terms
from generator.languages.units import record_units
from generator.markup import SafeMarkdown
from generator.model.kinds import KINDS
from generator.records.characters import character_findings, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.languages.catalogs import Catalogs, Translation
    from generator.languages.units import Unit
    from generator.model.base import Model
    from generator.model.kinds import Kind
    from generator.records.repository import Records

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


def check_translations(repository: Records, catalogs: Catalogs) -> Iterator[Issue]:
    """Yield everything that is wrong with the translations of records."""
    terms = Terms(repository.glossary)
    markdown = SafeMarkdown()
    texts = _TranslatedTexts(repository)
    orphans: dict[tuple[str, str], list[tuple[Place, str]]] = {}
    for (language, name), catalog in catalogs.files.items():
        if name not in texts.names:
            continue
        for context, translation in catalog.by_context.items():
            if texts.is_broken(name, context):
                continue
            unit = texts.unit(name, context)
            place = Place(catalog.file, translation.line, 1)
            if unit is None or not needs_translation(unit, language):
                key = (name, context.partition(":")[0])
                orphans.setdefault(key, []).append((place, context))
                continue
            pair = _pair(unit, translation, language)
            findings = list(_findings(pair, markdown)) if pair else []
            findings += _ignored_terms(pair, terms) if pair and not translation.is_free else ()
            for rule, what, hint, severity in findings:
                yield Issue(place, rule, what, hint, severity)
    yield from (_orphan(each) for each in orphans.values())


class _TranslatedTexts:
    """The texts of records by catalog and context; only records with translations are looked at."""

    def __init__(self, repository: Records) -> None:
        self._repository = repository
        self._units: dict[tuple[str, str], Mapping[str, Unit]] = {}
        self.names = frozenset({"framework", *KINDS})

    def is_broken(self, name: str, context: str) -> bool:
        """Say whether the record could not be read, so that nothing can be said of its texts."""
        return (name, context.partition(":")[0]) in self._repository.broken

    def unit(self, name: str, context: str) -> Unit | None:
        """Return the text that a message translates, or None where there is none."""
        key = (name, context.partition(":")[0])
        if key not in self._units:
            record = self._record(*key)
            units = record_units(record, self._repository.sources) if record else ()
            self._units[key] = {unit.context: unit for unit in units}
        return self._units[key].get(context)

    def _record(self, name: str, record_id: str) -> Model | None:
        if name == "framework":
            return self._repository.framework
        return self._repository.records(cast("Kind", name)).get(record_id)


def check_characters(catalogs: Catalogs) -> Iterator[Issue]:
    """Yield the hidden and control characters in all translations, of the interface too."""
    for catalog in catalogs.files.values():
        for translation in (*catalog.by_context.values(), *catalog.by_source.values()):
            for text in (translation.text, *translation.plurals[1:]):
                for found in character_findings(text):
                    place = Place(catalog.file, translation.line, 1)
                    yield Issue(place, found.rule, found.message, found.hint)


def _pair(unit: Unit, translation: Translation, language: str) -> Pair | None:
    """Return a translation beside its text, or None where it belongs to an earlier one."""
    source_language, source = unit.origin
    if translation.source != source.text or translation.state == "outdated":
        return None
    return Pair(unit, source_language, source.text, language, translation.text)


def _orphan(found: Sequence[tuple[Place, str]]) -> Issue:
    """Say at the first of them that texts of a record are gone, whatever their languages are.

    A record that is removed leaves dozens of translations, which would hide all other findings.
    """
    place, context = found[0]
    record_id = context.partition(":")[0]
    return Issue(
        place,
        "translation-orphan",
        message("no record has a text {context!r} to translate", context=context)
        if len(found) == 1
        else message(
            "translations of {record!r} whose texts are gone, in all languages: {count}",
            record=record_id,
            count=len(found),
        ),
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
        problems = markdown.problems(pair.text)
        for each in problems:
            if each.reference is not None:
                yield (*refusal(each.reference.character, each.reference.reason), "error")
        is_unsafe = any(each.reference is None for each in problems)
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
    if not any(map(str.isdigit, text)):
        return set()
    digits = "".join(
        str(unicodedata.digit(sign)) if sign.isdigit() else sign
        for sign in unicodedata.normalize("NFKC", text)
    )
    # Names such as G20 and ordinals such as 31st may be written out.
    found = re.findall(r"(?<![A-Za-z\d])\d+(?!\d)(?!(?:st|nd|rd|th)\b)", _SEPARATED.sub("", digits))
    return {number for number in found if int(number) > _LARGEST_WORD_NUMBER}
