"""The names by which a record is found in other languages: concepts, countries, organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.languages.resolve import Owner
from generator.languages.territories import territory_names
from generator.search.record import Concept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model.parties import Organization, Participant
    from generator.pages.edition import Edition
    from generator.records.repository import Repository
    from generator.search.record import SearchRecord

__all__ = ["site_concepts"]

_ANY = "und"
"""Names that are the same in all languages; texts are not looked through for them."""


def site_concepts(
    editions: Sequence[Edition], records: Iterable[SearchRecord]
) -> tuple[Concept, ...]:
    """Return the concepts of the glossary, all countries, and the organizations of a site.

    Countries are named in the languages of the site, of its texts and of its participants.
    """
    repository = editions[0].repository
    tags = {text.language for record in records for text in record.texts}
    tags |= {edition.language.tag for edition in editions}
    tags |= {tag for item in repository.participants.values() for tag in item.languages}
    glossary = (
        Concept(
            f"concept:{item.id}",
            tuple((tag, name) for tag, names in sorted(item.labels.items()) for name in names),
        )
        for item in repository.glossary.concepts
    )
    return (*glossary, *_parties(repository, editions, tags))


def _parties(
    repository: Repository, editions: Sequence[Edition], tags: Iterable[str]
) -> Iterator[Concept]:
    labels: dict[str, list[tuple[str, str]]] = {
        code: list(names) for code, names in territory_names(tags).items()
    }
    for participant in repository.participants.values():
        names = labels.setdefault(participant.id, [])
        names += _names("participants", participant, editions)
        names += ((_ANY, name) for name in participant.also_known_as)
        names.append((_ANY, participant.id))
    for organization in repository.organizations.values():
        names = labels.setdefault(organization.id, [])
        names += _names("organizations", organization, editions)
        if organization.acronym:
            names += ((tag, organization.acronym) for tag in sorted(tags))
    for party in sorted(labels):
        yield Concept(f"party:{party}", tuple(dict.fromkeys(labels[party])))


def _names(
    kind: str, party: Participant | Organization, editions: Sequence[Edition]
) -> Iterator[tuple[str, str]]:
    owner = Owner(kind, party.id, party.language)
    origin, version = party.name.origin(party.language)
    yield origin, version.text
    yield from ((tag, item.text) for tag, item in sorted(party.name.versions.items()))
    for edition in editions:
        name = edition.resolver.text(party.name, owner, ("name",))
        if not name.is_fallback:
            yield name.language, name.text
