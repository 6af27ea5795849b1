"""One language of the site: the records with words, dates and numbers for its readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.languages.resolve import Owner, ResolvedText, direction_of
from generator.languages.units import quote_language
from generator.reports.voice import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.languages.formats import Formats
    from generator.languages.interface import Interface
    from generator.languages.resolve import Resolver
    from generator.languages.units import Path
    from generator.model.framework import Framework, Languages, SiteLanguage
    from generator.model.guidance import Direction
    from generator.model.kinds import Kind, Record
    from generator.model.library import HistoryStep
    from generator.model.parts import Evidence
    from generator.model.text import Text
    from generator.pages.relations import Relations
    from generator.records.repository import Repository
    from generator.reports.voice import Voice


@dataclass(frozen=True, slots=True)
class Forge:
    """Addresses of the place where records are kept, as templates with ``{path}``; may be empty."""

    edit: str = ""
    report: str = ""
    """Template with ``{title}`` and ``{path}``."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything page builders need to know for one language."""

    repository: Repository
    resolver: Resolver
    words: Interface
    formats: Formats
    resolvers: Mapping[str, Resolver]
    """Resolvers of every language of the site, to know which pages are translated."""
    relations: Relations
    forge: Forge = Forge()
    voice: Voice = ENGLISH
    """Sentences about what is wrong with a record, for those who write one."""

    @property
    def language(self) -> SiteLanguage:
        """The language of this edition."""
        return self.resolver.language

    @property
    def languages(self) -> Languages:
        """All languages of the site."""
        return self.repository.languages

    def text(
        self, kind: str, record: Record | Framework, text: Text, *path: str | int
    ) -> ResolvedText:
        """Resolve a text of a record for the reader."""
        return self.resolver.text(text, Owner(kind, record.id, record.language), path)

    def name(self, kind: Kind, record: Record) -> ResolvedText:
        """Return what a record is called."""
        field = "title" if hasattr(record, "title") else "name"
        return self.text(kind, record, getattr(record, field), field)

    def named(self, kind: Kind, ids: Iterable[str]) -> tuple[tuple[Record, ResolvedText], ...]:
        """Return the records with these ids and their names, by number or by name."""
        known = self.repository.records(kind)
        pairs = [(known[id_], self.name(kind, known[id_])) for id_ in ids if id_ in known]
        by_name = sorted(pairs, key=lambda pair: self.formats.sort_key(pair[1].text))
        return tuple(sorted(by_name, key=lambda pair: getattr(pair[0], "number", 0)))

    def quote(
        self,
        kind: str,
        record: Record | Framework,
        part: Evidence | HistoryStep | Direction,
        path: Path,
    ) -> tuple[ResolvedText, ResolvedText | None]:
        """Return a quote as its source has it, and our translation where the reader needs one."""
        quoted = quote_language(part, record.language, self.repository.sources)
        owner = Owner(kind, record.id, quoted)
        words = part.quote or ""
        original = self.as_written(words, quoted)
        translation = self.resolver.quote_translation(words, quoted, owner, (*path, "quote"))
        return original, translation

    def as_written(self, words: str, language: str) -> ResolvedText:
        """Return words as they were written, marked where it is not the reader's language."""
        is_foreign = language != self.language.tag
        return ResolvedText(words, language, direction_of(language), "original", is_foreign)
