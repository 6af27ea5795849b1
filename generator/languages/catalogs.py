"""Translations from gettext catalogs: ``locales/<language>/<kind>.po`` and ``site.po``.

Babel reads the files; nothing of Babel leaves this package. A translation counts as reviewed
when its translator comment says ``state: reviewed``; every other one is shown as unreviewed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from babel.messages.pofile import PoFileError, read_po

from generator.issues import Issue, Place, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from babel.messages.catalog import Message as BabelMessage

REVIEWED_COMMENT = "state: reviewed"
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")

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


@dataclass(frozen=True, slots=True)
class Catalog:
    """The translations of one file."""

    by_context: Mapping[str, Translation]
    """Record texts, by ``<record id>:<field path>``."""
    by_source: Mapping[str, Translation]
    """Interface strings, by the English words."""


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
    try:
        data.decode("utf-8")
        catalog = read_po(
            BytesIO(data), locale=language.replace("-", "_"), charset="utf-8", abort_invalid=True
        )
    except (PoFileError, UnicodeDecodeError, ValueError) as fault:
        line = (getattr(fault, "lineno", None) or 0) + 1
        return EMPTY, (_broken(name, line),)
    contexts: dict[str, Translation] = {}
    sources: dict[str, Translation] = {}
    issues: list[Issue] = []
    for entry in catalog:
        if not entry.id or not entry.string or not any(entry.string):
            continue
        issues += _lost_placeholders(entry, name)
        translation = _translation(entry)
        if entry.context:
            contexts[entry.context] = translation
        else:
            sources[translation.source] = translation
    return Catalog(MappingProxyType(contexts), MappingProxyType(sources)), tuple(issues)


def _translation(entry: BabelMessage) -> Translation:
    source = entry.id if isinstance(entry.id, str) else entry.id[0]
    texts = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
    plurals = () if isinstance(entry.id, str) else texts
    return Translation(source, texts[0], _state(entry), plurals)


def _state(entry: BabelMessage) -> TranslationState:
    if entry.fuzzy:
        return "outdated"
    comments = [*entry.user_comments]
    return "reviewed" if REVIEWED_COMMENT in comments else "machine"


def _lost_placeholders(entry: BabelMessage, name: str) -> list[Issue]:
    sources = [entry.id] if isinstance(entry.id, str) else list(entry.id)
    texts = [entry.string] if isinstance(entry.string, str) else list(entry.string or ())
    wanted = set(_PLACEHOLDER.findall(sources[-1]))
    if entry.context is not None:
        return []
    place = Place(name, entry.lineno or 1, 1)
    return [
        Issue(
            place,
            "catalog-placeholder",
            message(
                "the translation of {source!r} has other placeholders than the text: {names}",
                source=sources[0],
                names=", ".join(sorted(wanted ^ set(_PLACEHOLDER.findall(text)))),
            ),
            message("keep every word in braces as it is, for example {example}", example="{count}"),
        )
        for text in texts
        if set(_PLACEHOLDER.findall(text)) - wanted or wanted - set(_PLACEHOLDER.findall(text))
    ][:1]


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
