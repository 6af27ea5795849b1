"""The editions of a site: one for each of its languages, from the same records."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.languages.concepts import ConceptNames
from generator.languages.coverage import INTERFACE_CATALOG
from generator.languages.formats import Formats
from generator.languages.interface import Interface, Vocabulary
from generator.languages.resolve import Owner, resolvers
from generator.languages.speaking import FINDINGS_CATALOG, RULES_CATALOG, voice_of
from generator.pages.edition import Edition
from generator.pages.matching import find_matches
from generator.pages.relations import relations_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.languages.catalogs import Catalogs
    from generator.languages.resolve import Resolver
    from generator.model.library import Project
    from generator.pages.edition import Forge
    from generator.records.repository import Repository


def editions(repository: Repository, catalogs: Catalogs, forge: Forge) -> Mapping[str, Edition]:
    """Return the edition of every language, by tag, in the order of ``languages.yaml``."""
    known = resolvers(repository.languages, catalogs)
    concepts_of = ConceptNames(repository.glossary).ids_in
    matches = find_matches(repository.projects.values(), concepts_of)
    found = {}
    for tag, resolver in known.items():
        formats = Formats(tag, resolver.language.locale)
        found[tag] = Edition(
            repository=repository,
            resolver=resolver,
            words=_interface(resolver, catalogs),
            formats=formats,
            resolvers=known,
            relations=relations_of(
                repository, _in_reading_order(repository, resolver, formats), matches
            ),
            forge=forge,
            voice=voice_of(
                catalogs.catalog(tag, FINDINGS_CATALOG), catalogs.catalog(tag, RULES_CATALOG)
            ),
        )
    return MappingProxyType(found)


def _interface(resolver: Resolver, catalogs: Catalogs) -> Interface:
    chain = (resolver.language.tag, *resolver.language.fallback)
    return Interface([Vocabulary(tag, catalogs.catalog(tag, INTERFACE_CATALOG)) for tag in chain])


def _in_reading_order(
    repository: Repository, resolver: Resolver, formats: Formats
) -> list[Project]:
    """Return the projects as lists show them: latest step first, then by title."""

    def title(project: Project) -> str:
        owner = Owner("projects", project.id, project.language)
        return resolver.text(project.title, owner, ("title",)).text

    by_title = sorted(repository.projects.values(), key=lambda item: formats.sort_key(title(item)))
    return sorted(by_title, key=lambda item: item.history[-1].on.latest, reverse=True)
