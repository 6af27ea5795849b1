"""The editions of a site: one for each of its languages, from the same records."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.languages.formats import Formats
from generator.languages.interface import Interface
from generator.languages.resolve import resolvers
from generator.pages.edition import Edition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.languages.catalogs import Catalogs
    from generator.pages.edition import Forge
    from generator.records.repository import Repository

INTERFACE_CATALOG = "site"


def editions(repository: Repository, catalogs: Catalogs, forge: Forge) -> Mapping[str, Edition]:
    """Return the edition of every language, by tag, in the order of ``languages.yaml``."""
    known = resolvers(repository.languages, catalogs)
    return MappingProxyType(
        {
            tag: Edition(
                repository=repository,
                resolver=resolver,
                words=Interface(tag, catalogs.catalog(tag, INTERFACE_CATALOG)),
                formats=Formats(tag, resolver.language.locale),
                resolvers=known,
                forge=forge,
            )
            for tag, resolver in known.items()
        }
    )
