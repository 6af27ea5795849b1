"""Names that people know participants, organizations and countries by, in all languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from generator.checks.named_parties import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.languages.catalogs import Catalogs
    from generator.model.text import Text
    from generator.records.repository import Records


def party_names(repository: Records, catalogs: Catalogs) -> Mapping[str, str]:
    """Return ids by name, the name as ``plain_name`` has it; one that means two is left out.

    The records' own names count more than those of CLDR, which knows all countries.
    """
    return {
        **_unequivocal(_of_countries(repository.tags)),
        **_unequivocal(_of_records(repository, catalogs)),
    }


def _unequivocal(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    ids: dict[str, set[str]] = {}
    for name, id_ in names:
        ids.setdefault(plain_name(name), set()).add(id_)
    return {name: min(found) for name, found in ids.items() if name and len(found) == 1}


def _of_countries(tags: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names of all countries in CLDR, with their three-letter codes (ISO 3166-1)."""
    codes = {
        short[0]: long
        for long, short in sorted(get_global("territory_aliases").items())
        if len(long) == 3 and long.isalpha() and len(short) == 1  # noqa: PLR2004 - alpha-3
    }
    for tag in tags:
        try:
            territories = Locale.parse(tag, sep="-").territories
        except UnknownLocaleError:
            continue
        for short, name in sorted(territories.items()):
            if short in codes:
                yield name, codes[short]
    yield from codes.items()


def _of_records(repository: Records, catalogs: Catalogs) -> Iterator[tuple[str, str]]:
    for participant in repository.participants.values():
        yield from _names(participant.name, participant.id)
        yield from ((name, participant.id) for name in participant.also_known_as)
        if participant.alpha_2 is not None:
            yield participant.alpha_2, participant.id
    for organization in repository.organizations.values():
        yield from _names(organization.name, organization.id)
        if organization.acronym is not None:
            yield organization.acronym, organization.id
    for kind, records in (
        ("participants", repository.participants),
        ("organizations", repository.organizations),
    ):
        for tag in repository.tags:
            catalog = catalogs.catalog(tag, kind)
            for id_ in records:
                translation = catalog.by_context.get(f"{id_}:name")
                if translation is not None:
                    yield translation.text, id_


def _names(name: Text, id_: str) -> Iterator[tuple[str, str]]:
    versions = [*name.versions.values(), *([name.own] if name.own else [])]
    return ((version.text, id_) for version in versions)
