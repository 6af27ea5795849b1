"""The filters of the project library: facets with their choices and counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.parts import ALL
from generator.pages.page import plain
from generator.pages.rows import exchanges, party_link
from generator.pages.vocabulary import PROJECT_STATUS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.pages.components import Words
    from generator.pages.edition import Edition

PAGE = "projects/index"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet."""

    value: str
    label: Words
    count: int
    shown_count: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the library."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def library_facets(edition: Edition) -> tuple[Facet, ...]:
    """Return the facets of the library; choices that no project has are left out."""
    words, repository = edition.words, edition.repository
    projects = repository.projects.values()
    pillars = sorted(repository.pillars.values(), key=lambda item: item.number)
    tracks = sorted(repository.tracks.values(), key=lambda item: item.number)
    pillar_counts = Counter(
        pillar.id for item in projects for pillar in pillars if {pillar.id, ALL} & set(item.pillars)
    )
    leads = Counter(lead for item in projects for lead in item.lead)
    lead_labels = [(lead, party_link(edition, lead, PAGE).label) for lead in sorted(leads)]
    lead_labels.sort(key=lambda pair: edition.formats.sort_key(plain(pair[1])))
    facets = (
        *_exchange_facets(edition),
        _facet(
            edition,
            "pillar",
            words("Pillar"),
            [(pillar.id, edition.name("pillars", pillar)) for pillar in pillars],
            pillar_counts,
        ),
        _facet(
            edition,
            "track",
            words("Track"),
            [
                (item.id, edition.text("tracks", item, item.short_title, "short_title"))
                for item in tracks
            ],
            Counter(item.track for item in projects),
        ),
        _facet(
            edition,
            "status",
            words("Status"),
            [(code, words(label)) for code, label in PROJECT_STATUS.items()],
            Counter(item.status for item in projects),
        ),
        _facet(edition, "lead", words("Lead"), lead_labels, leads),
    )
    return tuple(facet for facet in facets if facet.choices)


def _exchange_facets(edition: Edition) -> tuple[Facet, ...]:
    """Return what those look at who want to take part."""
    words, projects = edition.words, edition.repository.projects.values()
    return (
        _facet(
            edition,
            "open",
            words("Taking part"),
            [("yes", words("Open to join"))],
            Counter("yes" for item in projects if item.open_to_join),
        ),
        _facet(
            edition,
            "exchange",
            words("Exchange"),
            [("seeks", words("Says what it looks for")), ("offers", words("Says what it offers"))],
            Counter(said for item in projects for said in exchanges(item)),
        ),
    )


def participants_by_name(edition: Edition) -> tuple[tuple[str, Words], ...]:
    """Return the id and name of every participant, in the customary order of the names."""
    repository = edition.repository
    named = edition.named("participants", repository.participants)
    return tuple((record.id, name) for record, name in named)


def _facet(
    edition: Edition,
    name: str,
    label: str,
    choices: Iterable[tuple[str, Words]],
    counts: Counter[str],
) -> Facet:
    return Facet(
        name,
        label,
        tuple(
            Choice(value, words, counts[value], edition.formats.number(counts[value]))
            for value, words in choices
            if counts[value]
        ),
    )
