"""Translations from gettext catalogs: ``locales/<language>/<kind>.po`` and ``site.po``.

A translation counts as reviewed when a comment of its translator says ``state: reviewed``; every
other one is shown as unreviewed, and one marked ``fuzzy`` as outdated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from gettext import c2py
from string import Formatter
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from generator.issues import Issue, Place, message
from generator.languages.po_files import FUZZY, PoFault, PoMessage, customary_plurals, read_po_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.languages.po_files import PoFile

REVIEWED_COMMENT = "state: reviewed"
FREE_FLAG = "ignore-check-glossary"
"""Flag of a translation that means to use other words than the glossary, as in Weblate."""
_PLURAL_FORMS = re.compile(r"\s*nplurals\s*=\s*\d\s*;\s*plural\s*=\s*(?P<rule>[^;]+?)\s*;?\s*")
_SAMPLES = range(1_000)
_CHARSET = re.compile(r"charset=([\w-]+)")
_UTF_8 = frozenset({"utf-8", "utf8", "ascii", "us-ascii", "charset"})
"""What a header may say: ASCII is a part of UTF-8, and CHARSET stands where nobody filled it in."""
_COUNT = "{count}"

TranslationState = Literal["reviewed", "machine", "outdated"]


@dataclass(frozen=True, slots=True)
class Translation:
    """A translated message and how far it can be trusted."""

    source: str
    """The words that were translated."""
    text: str
    state: TranslationState
    plurals: tuple[str, ...] = ()
    """For counted messages: one text per plural form of the language."""
    line: int = 1
    """Where the message starts in its file."""
    is_free: bool = False
    """Whether a translator has decided against a term of the glossary here."""
    previous: str = ""
    """For outdated translations: the earlier text that was translated."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """The translations of one file."""

    by_context: Mapping[str, Translation]
    """Record texts, by ``<record id>:<field path>``."""
    by_source: Mapping[str, Translation]
    """Interface strings, by the English words."""
    plural_rule: str = ""
    """Which plural form a number takes, as an expression of gettext; empty where nobody knows."""
    file: str = ""
    """Path of the file, for messages."""


EMPTY = Catalog(MappingProxyType({}), MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Catalogs:
    """All catalogs of the site, by language and by the file's name without its ending."""

    files: Mapping[tuple[str, str], Catalog]

    def catalog(self, language: str, name: str) -> Catalog:
        """Return one catalog; an empty one where there is no such file."""
        return self.files.get((language, name), EMPTY)


def read_catalogs(
    locales: Path, languages: Iterable[str], *, relative_to: Path
) -> tuple[Catalogs, tuple[Issue, ...]]:
    """Read the catalogs of the given languages; broken files are left out and reported."""
    files: dict[tuple[str, str], Catalog] = {}
    issues: list[Issue] = []
    for language in languages:
        for path in sorted((locales / language).glob("*.po")):
            name = path.relative_to(relative_to).as_posix()
            catalog, found = read_catalog(path.read_bytes(), name=name, language=language)
            issues += found
            files[language, path.stem] = catalog
    return Catalogs(MappingProxyType(files)), tuple(issues)


def read_catalog(data: bytes, *, name: str, language: str) -> tuple[Catalog, tuple[Issue, ...]]:
    """Read one catalog; ``name`` is the file's path for messages."""
    file = read_po_file(data)
    if isinstance(file, PoFault):
        return EMPTY, (
            _repeated(name, file.line) if file.is_repeated else _broken(name, file.line),
        )
    charset = _CHARSET.search(file.header.get("Content-Type", ""))
    if charset is not None and charset[1].casefold() not in _UTF_8:
        return EMPTY, (_other_charset(name, _line_of(data, b"charset="), charset[1]),)
    rule = plural_rule(file, language)
    forms = _forms(rule)
    if forms is None:
        return EMPTY, (_broken(name, _line_of(data, b"Plural-Forms:")),)
    contexts: dict[str, Translation] = {}
    sources: dict[str, Translation] = {}
    issues: list[Issue] = []
    for entry in file.messages:
        if entry.is_obsolete or not all(entry.texts):
            continue
        issues += _wrong_placeholders(entry, name)
        issues += _missing_forms(entry, name, forms)
        translation = _translation(entry)
        if entry.context:
            contexts[entry.context] = translation
        else:
            sources[translation.source] = translation
    texts = (MappingProxyType(contexts), MappingProxyType(sources))
    return Catalog(*texts, rule, name), tuple(issues)


def plural_rule(file: PoFile, language: str) -> str:
    """Return the expression that chooses a plural form: the file's own, else the customary one."""
    own = file.header.get("Plural-Forms") or customary_plurals(language)
    found = _PLURAL_FORMS.fullmatch(own)
    return found["rule"] if found else ""


def _forms(rule: str) -> int | None:
    """Return how many plural forms a rule chooses from, or None where it cannot be used."""
    try:
        chosen = c2py(rule)  # refuses an empty rule as well
        numbers = [int(chosen(number)) for number in _SAMPLES]
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    return 1 + max(numbers) if min(numbers) >= 0 else None


def _missing_forms(entry: PoMessage, name: str, needed: int) -> list[Issue]:
    """Return an issue where a counted message has not one text for each plural form."""
    if entry.plural is None or len(entry.texts) == needed:
        return []
    return [
        Issue(
            Place(name, entry.line, 1),
            "catalog-syntax",
            message(
                "the translation of {source!r} has {found} plural forms, the language {needed}",
                source=entry.source,
                found=len(entry.texts),
                needed=needed,
            ),
            message("translate every form that the language has, in the order of Plural-Forms"),
        )
    ]


def _other_charset(name: str, line: int, charset: str) -> Issue:
    return Issue(
        Place(name, line, 1),
        "catalog-syntax",
        message("this catalog says that it is written in {charset}", charset=charset),
        message("save the file in UTF-8, and write charset=utf-8 in its header"),
    )


def _line_of(data: bytes, words: bytes) -> int:
    return data.count(b"\n", 0, max(data.find(words), 0)) + 1


def _translation(entry: PoMessage) -> Translation:
    plurals = entry.texts if entry.plural is not None else ()
    is_free = FREE_FLAG in entry.flags
    return Translation(
        source=entry.source,
        text=entry.texts[0],
        state=_state(entry),
        plurals=plurals,
        line=entry.line,
        is_free=is_free,
        previous=entry.previous[0] if entry.previous else "",
    )


def _state(entry: PoMessage) -> TranslationState:
    if FUZZY in entry.flags:
        return "outdated"
    return "reviewed" if REVIEWED_COMMENT in entry.comments else "machine"


def _wrong_placeholders(entry: PoMessage, name: str) -> list[Issue]:
    """Return an issue where a text would lose what is put into it, or break.

    Texts with a context are shown as they are: their braces are braces.
    """
    if entry.context is not None or FUZZY in entry.flags:
        return []
    different = misplaced_words(entry.plural or entry.source, entry.texts)
    return [] if different is None else [_misplaced(entry, name, different)]


def misplaced_words(source: str, texts: Sequence[str]) -> frozenset[str] | None:
    """Return the words in braces by which translations differ from a text, or None for no fault.

    ``texts`` are the plural forms, or the one translation. Nothing is returned where a brace
    stands alone.
    """
    wanted = _placeholders(source)
    if wanted is None:
        return None
    for index, text in enumerate(texts):
        found = _placeholders(text)
        is_for_one_number = index < len(texts) - 1
        missing = wanted - (found or frozenset()) - ({_COUNT} if is_for_one_number else set())
        if found is None or missing or found - wanted:
            return missing | ((found or frozenset()) - wanted)
    return None


def _placeholders(text: str) -> frozenset[str] | None:
    """Return what is put into a text when it is shown, or None where its braces make no sense."""
    try:
        pieces = [*Formatter().parse(text)]
    except ValueError:
        return None
    return frozenset(
        "{" + field + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "") + "}"
        for _, field, form, conversion in pieces
        if field is not None
    )


def _misplaced(entry: PoMessage, name: str, different: frozenset[str]) -> Issue:
    return Issue(
        Place(name, entry.line, 1),
        "catalog-placeholder",
        message(
            "the translation of {source!r} has other words in braces than the text: {names}",
            source=entry.source,
            names=", ".join(sorted(different)) or message("a brace stands alone"),
        ),
        message(
            "keep every word in braces as it is, for example {example}",
            example=min(_placeholders(entry.plural or entry.source) or {_COUNT}),
        ),
    )


def _repeated(name: str, line: int) -> Issue:
    return Issue(
        Place(name, line, 1),
        "catalog-syntax",
        message("the text that starts here stands in this catalog already"),
        message("keep one of the two, with the better translation"),
    )


def _broken(name: str, line: int) -> Issue:
    return Issue(
        Place(name, line, 1),
        "catalog-syntax",
        message("this catalog cannot be read from this line on"),
        message(
            "open the file in a translation editor such as Poedit, or look for a missing quotation "
            "mark or a wrong character in and before this line; the file must be UTF-8"
        ),
    )
