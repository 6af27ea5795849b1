"""The translators' side: catalogs brought up to date, and figures of what is left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import generator
from generator.languages.coverage import catalog_units, coverage, needs_translation
from generator.languages.resolve import resolvers
from generator.languages.updating import Wanted, updated_catalog
from generator.languages.wording import interface_messages
from generator.pages.editions import INTERFACE_CATALOG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.languages.catalogs import Catalogs
    from generator.languages.coverage import Coverage
    from generator.records.repository import Repository
    from generator.workspace import Workspace

SOURCE_LANGUAGE = "en"
"""Language of the interface words in the code."""


def update_catalogs(workspace: Workspace, repository: Repository) -> tuple[Path, ...]:
    """Bring every catalog up to date; return those that changed."""
    changed = []
    for path, language, wanted in _wanted(workspace, repository):
        old = path.read_bytes() if path.exists() else None
        new = updated_catalog(old, wanted, language=language, project=repository.framework.id)
        if new != old:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(new)
            changed.append(path)
    return tuple(changed)


def translation_coverage(repository: Repository, catalogs: Catalogs) -> tuple[Coverage, ...]:
    """Count the states of all texts by language and catalog."""
    return coverage(repository, resolvers(repository.languages, catalogs))


def _wanted(
    workspace: Workspace, repository: Repository
) -> Iterator[tuple[Path, str, tuple[Wanted, ...]]]:
    interface = interface_messages(Path(generator.__file__).parent)
    units = list(catalog_units(repository))
    names = list(dict.fromkeys(name for name, _ in units))
    for language in repository.languages.languages:
        tag = language.tag
        folder = workspace.locales / tag
        if tag != SOURCE_LANGUAGE:
            yield folder / f"{INTERFACE_CATALOG}.po", tag, interface
        for name in names:
            wanted = tuple(
                Wanted(unit.origin[1].text, unit.context)
                for kind, unit in units
                if kind == name and needs_translation(unit, tag)
            )
            if wanted or (folder / f"{name}.po").exists():
                yield folder / f"{name}.po", tag, wanted
