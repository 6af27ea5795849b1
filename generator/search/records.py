"""What the search knows of a site: each page once, with its own words in every language it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast, get_args

from generator.languages.borrowed import Borrowed, bare
from generator.languages.resolve import Owner, ResolvedText
from generator.languages.units import record_units
from generator.model.kinds import Kind
from generator.pages.page import plain
from generator.search.facets import facets_of, parties_of
from generator.search.plain_text import plain_text
from generator.search.record import FIELD_END, SearchRecord, SearchText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.languages.units import Unit
    from generator.model.framework import Framework
    from generator.model.kinds import Record
    from generator.pages.components import Words
    from generator.pages.edition import Edition
    from generator.pages.page import Page

__all__ = ["SitePages", "site_records"]

SitePages = tuple["Edition", "Sequence[Page]"]
"""One language of the site with its pages."""

_NOT_SEARCHED = frozenset({"search", "notfound"})
_NAMES = frozenset({"title", "name"})
_SUMMARIES = ("summary", "supports", "note")
_NAMES_EVERYWHERE = ("acronym", "also_known_as")
"""Fields that are names in every language and are searched for like titles."""
_CODES = ("id", "alpha_2", "edition")
"""Fields that are no texts but are searched for."""


def site_records(made: Sequence[SitePages]) -> tuple[SearchRecord, ...]:
    """Return every page that a reader may look for, from the languages that are built."""
    by_path: dict[str, list[tuple[Edition, Page]]] = {}
    for edition, pages in made:
        for page in pages:
            if page.kind not in _NOT_SEARCHED and page.template != "moved":
                by_path.setdefault(page.path, []).append((edition, page))
    found = (_record(by_path[path]) for path in sorted(by_path))
    return tuple(record for record in found if record.texts)


def _record(versions: Sequence[tuple[Edition, Page]]) -> SearchRecord:
    edition, page = versions[0]
    kind, _, record_id = page.path.partition("/")
    if page.path == "framework":
        framework = edition.repository.framework
        return _of_record("framework", page, framework, [item for item, _ in versions])
    if kind in get_args(Kind):
        record = edition.repository.records(cast("Kind", kind)).get(record_id)
        if record is not None:
            return _of_record(cast("Kind", kind), page, record, [item for item, _ in versions])
    texts = (_of_page(edition, page) for edition, page in versions)
    return SearchRecord(page.path, page.kind, page.path, tuple(text for text in texts if text))


def _of_page(edition: Edition, page: Page) -> SearchText | None:
    """Return what a page says that shows no single record, where it is written in its language."""
    if _is_fallback(page.title):
        return None
    lede = "" if _is_fallback(page.lede) else bare(plain(page.lede))
    body = plain_text(str(getattr(page.body, "text", "")))
    return SearchText(edition.language.tag, bare(plain(page.title)), plain_text(lede), body)


def _is_fallback(words: Words | None) -> bool:
    if isinstance(words, Borrowed):
        return True
    return isinstance(words, ResolvedText) and words.is_fallback


def _of_record(
    kind: str, page: Page, record: Record | Framework, editions: Sequence[Edition]
) -> SearchRecord:
    repository = editions[0].repository
    said = _Said(record.language, FIELD_END.join(_values(record, _NAMES_EVERYWHERE)))
    for unit in record_units(record, repository.sources):
        said.add(unit, _versions(kind, unit, editions))
    said.extra.extend(_values(record, _CODES))
    parties = parties_of(record)
    return SearchRecord(
        id=record.id,
        kind=page.kind,
        path=page.path,
        texts=tuple(said.texts()),
        facets=facets_of(kind, record, tuple(repository.pillars)),
        concepts=tuple(f"party:{party}" for party in parties),
    )


def _versions(kind: str, unit: Unit, editions: Sequence[Edition]) -> Mapping[str, str]:
    """Return the words of a unit by language: the author's own, and translations."""
    found = {tag: version.text for tag, version in unit.text.versions.items()}
    origin, version = unit.origin
    found[origin] = version.text
    owner = Owner(kind, unit.record_id, unit.language)
    for edition in editions:
        text = edition.resolver.own_text(unit.text, owner, unit.path)
        if text is not None:
            found[text.language] = text.text
    return found


@dataclass
class _Language:
    """What a record says in one language, while it is collected."""

    title: str = ""
    summary: str = ""
    body: str = ""

    def add(self, words: str) -> None:
        self.body = f"{self.body}{FIELD_END}{words}" if self.body else words


class _Said:
    """What a record says, language by language."""

    def __init__(self, language: str, names: str) -> None:
        self.extra: list[str] = []
        self._original = language
        self._names = names
        self._languages: dict[str, _Language] = {}

    def add(self, unit: Unit, versions: Mapping[str, str]) -> None:
        """Take in the versions of one of its texts."""
        field = str(unit.path[0]) if len(unit.path) == 1 else ""
        for tag, text in versions.items():
            words = plain_text(text) if unit.form == "markdown" else " ".join(text.split())
            said = self._languages.setdefault(tag, _Language())
            if field in _NAMES and not said.title:
                said.title = words
            elif field in _SUMMARIES and not said.summary:
                said.summary = words
            else:
                said.add(words)

    def texts(self) -> Iterator[SearchText]:
        """Yield a text for each language that has a title; the rest goes to the original."""
        titled = {tag: said for tag, said in self._languages.items() if said.title}
        if not titled:
            return
        original = titled.get(self._original) or titled[min(titled)]
        for tag in sorted(self._languages.keys() - titled.keys()):
            said = self._languages[tag]
            self.extra.extend(filter(None, (said.summary, said.body)))
        for words in self.extra:
            original.add(words)
        for tag in sorted(titled):
            said = titled[tag]
            if self._names:
                said.add(self._names)
            yield SearchText(tag, said.title, said.summary, said.body, self._names)


def _values(record: Record | Framework, fields: Iterable[str]) -> Iterator[str]:
    for name in fields:
        value = getattr(record, name, None)
        if isinstance(value, tuple):
            yield from (str(item) for item in value)
        elif value:
            yield str(value)
