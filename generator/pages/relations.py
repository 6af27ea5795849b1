"""Who has to do with what, looked up once for all pages of an edition."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from generator.model.kinds import KINDS
from generator.model.leaves import field_name, leaves
from generator.model.parts import ALL
from generator.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.base import Model
    from generator.model.kinds import Kind
    from generator.model.library import Project
    from generator.pages.matching import Match
    from generator.records.repository import Repository

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Relations:
    """Projects by what they belong to, each group in reading order; citations by source."""

    projects: tuple[Project, ...]
    """All projects in the order in which lists show them."""
    by_pillar: Mapping[str, tuple[Project, ...]]
    """Those that name the pillar; the ones that serve all pillars stand under ``all``."""
    by_track: Mapping[str, tuple[Project, ...]]
    by_party: Mapping[str, tuple[Project, ...]]
    """Those that a participant or organization leads, supports or has joined."""
    open: tuple[Project, ...]
    citing: Mapping[str, frozenset[tuple[Kind, str]]]
    """Kind and id of the records that rest on a source."""
    sought: Mapping[str, tuple[Match, ...]]
    """What others have of what a project looks for, by its id, the best first."""
    offered: Mapping[str, tuple[Match, ...]]
    """The same by the project that offers."""

    def for_all_pillars(self) -> tuple[Project, ...]:
        """Return the projects that serve every pillar."""
        return self.by_pillar.get(ALL, ())

    def open_to(self, participant: str, *, most: int) -> tuple[Project, ...]:
        """Return the first open projects that this participant is not part of yet."""
        others = (item for item in self.open if participant not in parties(item))
        return tuple(islice(others, most))

    def beside(self, project: Project, *, most: int) -> tuple[Project, ...]:
        """Return the first other projects of the same track."""
        others = (item for item in self.by_track[project.track] if item.id != project.id)
        return tuple(islice(others, most))


def relations_of(
    repository: Repository, projects: Iterable[Project], matches: Iterable[Match] = ()
) -> Relations:
    """Look up the relations; the projects are given in reading order, which groups keep."""
    ordered, paired = tuple(projects), tuple(matches)
    return Relations(
        projects=ordered,
        by_pillar=_grouped((pillar, item) for item in ordered for pillar in item.pillars),
        by_track=_grouped((item.track, item) for item in ordered),
        by_party=_grouped((party, item) for item in ordered for party in sorted(parties(item))),
        open=tuple(item for item in ordered if item.open_to_join),
        citing=MappingProxyType(
            {
                source: frozenset(records)
                for source, records in _grouped(_citations(repository)).items()
            }
        ),
        sought=_grouped((match.seeking, match) for match in paired),
        offered=_grouped((match.offering, match) for match in paired),
    )


def parties(project: Project) -> frozenset[str]:
    """Return everybody who takes part in a project."""
    return frozenset({*project.lead, *project.partners, *(entry.by for entry in project.joined)})


def _citations(repository: Repository) -> Iterator[tuple[str, tuple[Kind, str]]]:
    for kind in KINDS:
        for record in repository.records(kind).values() if kind != "sources" else ():
            for source in dict.fromkeys(cited_sources(record)):
                yield source, (kind, record.id)


def cited_sources(record: Model) -> Iterator[str]:
    """Yield the id of every source that a record cites, as often as it does."""
    for path, value in leaves(record):
        if isinstance(value, str) and field_name(path) in {"source", "sources"}:
            yield value
        elif isinstance(value, Text):
            yield from (item.source for item in value.versions.values() if item.source)


def _grouped(pairs: Iterable[tuple[str, _Item]]) -> Mapping[str, tuple[_Item, ...]]:
    groups: defaultdict[str, list[_Item]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return MappingProxyType({key: tuple(items) for key, items in groups.items()})
