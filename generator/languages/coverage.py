"""How much of the site is translated: figures by language and catalog, counted by state."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.languages.interface import SOURCE_LANGUAGE
from generator.languages.resolve import Owner
from generator.languages.units import record_units
from generator.model.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from generator.languages.interface import Vocabulary
    from generator.languages.resolve import Resolver
    from generator.languages.units import Unit
    from generator.languages.updating import Wanted
    from generator.records.repository import Repository

INTERFACE_CATALOG = "site"
"""Name of the catalog of interface words."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The texts of one catalog in one language, by state."""

    language: str
    catalog: str
    states: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many texts there are."""
        return sum(self.states.values())

    @property
    def readable(self) -> int:
        """How many of them can be read in the language, in whatever state."""
        return self.total - self.states.get("missing", 0)


def catalog_units(repository: Repository) -> Iterator[tuple[str, Unit]]:
    """Yield every text of every record with the name of its catalog."""
    sources = repository.sources
    for unit in record_units(repository.framework, sources):
        yield "framework", unit
    for kind in KINDS:
        for record in repository.records(kind).values():
            for unit in record_units(record, sources):
                yield kind, unit


def needs_translation(unit: Unit, language: str) -> bool:
    """Say whether a catalog of the language must hold this text."""
    return unit.text.version(language, record_language=unit.language) is None


def interface_coverage(
    vocabularies: Iterable[Vocabulary], wanted: Collection[Wanted]
) -> tuple[Coverage, ...]:
    """Count the states of the interface words, by language."""
    figures = []
    for vocabulary in vocabularies:
        states: Counter[str] = Counter()
        for message in wanted:
            found = vocabulary.catalog.by_source.get(message.source)
            is_source = vocabulary.language == SOURCE_LANGUAGE
            states["original" if is_source else found.state if found else "missing"] += 1
        figures.append(Coverage(vocabulary.language, INTERFACE_CATALOG, states))
    return tuple(figures)


def coverage(repository: Repository, resolvers: Mapping[str, Resolver]) -> tuple[Coverage, ...]:
    """Count the states of all record texts, by language and catalog."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for name, unit in catalog_units(repository):
        for language, resolver in resolvers.items():
            owner = Owner(name, unit.record_id, unit.language)
            state = resolver.text(unit.text, owner, unit.path).state
            counts.setdefault((language, name), Counter())[state] += 1
    return tuple(
        Coverage(language, name, states) for (language, name), states in sorted(counts.items())
    )
