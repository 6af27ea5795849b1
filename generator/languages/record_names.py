"""Which record words stand for in a field, in any language of the site."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.checks.named_parties import plain_name
from generator.checks.references import PARTY_FIELDS
from generator.languages.party_names import party_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.languages.catalogs import Catalogs
    from generator.model.kinds import Kind
    from generator.model.text import Text
    from generator.records.repository import Repository

_KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "instrument": "instruments",
        "pillars": "pillars",
        "source": "sources",
        "sources": "sources",
        "track": "tracks",
        "tracks": "tracks",
    }
)
"""Fields that name a record with a title, and its kind."""
_COUNTRY, _LANGUAGE, _LANGUAGES = "country", "language", ("languages", "working_languages")


def id_finder(repository: Repository, catalogs: Catalogs) -> Callable[[str, str], str | None]:
    """Return a function from field and words to the id that is meant, or None.

    Titles and names count in every language; words that mean two records mean none.
    """
    parties = {*repository.participants, *repository.organizations}

    @cache
    def names(field: str) -> Mapping[str, str]:
        if field in PARTY_FIELDS:
            known = party_names(repository, catalogs)
            return {name: id_ for name, id_ in known.items() if id_ in parties}
        if field == _COUNTRY:
            return party_names(repository, catalogs)
        if field in {_LANGUAGE, *_LANGUAGES}:
            return _unequivocal(_languages(repository))
        kind = _KINDS.get(field)
        return _unequivocal(_titles(repository, catalogs, kind)) if kind else {}

    return lambda field, words: names(field).get(plain_name(words))


def _languages(repository: Repository) -> Iterator[tuple[str, str]]:
    for language in repository.languages.languages:
        yield language.name, language.tag
        yield language.tag, language.tag


def _titles(repository: Repository, catalogs: Catalogs, kind: Kind) -> Iterator[tuple[str, str]]:
    for record in repository.records(kind).values():
        yield record.id, record.id
        for name in ("title", "short_title"):
            text: Text | None = getattr(record, name, None)
            if text is None:
                continue
            versions = [*text.versions.values(), *([text.own] if text.own else [])]
            yield from ((version.text, record.id) for version in versions)
            for language in repository.languages.languages:
                catalog = catalogs.catalog(language.tag, kind)
                found = catalog.by_context.get(f"{record.id}:{name}")
                if found is not None and found.state != "outdated":
                    yield found.text, record.id
    for old, moved in repository.moved.get(kind, {}).items():
        if len(moved.moved) == 1:
            yield old, moved.moved[0]


def _unequivocal(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    ids: dict[str, set[str]] = {}
    for name, id_ in names:
        ids.setdefault(plain_name(name), set()).add(id_)
    return {name: min(found) for name, found in ids.items() if name and len(found) == 1}
