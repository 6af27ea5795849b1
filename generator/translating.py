"""The translators' side: catalogs brought up to date, and figures of what is left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import generator
from generator.errors import UsageError
from generator.languages.coverage import (
    INTERFACE_CATALOG,
    catalog_units,
    coverage,
    interface_coverage,
    needs_translation,
)
from generator.languages.formats import endonym
from generator.languages.interface import SOURCE_LANGUAGE, Vocabulary
from generator.languages.resolve import direction_of, resolvers
from generator.languages.speaking import FINDINGS_CATALOG, RULES_CATALOG
from generator.languages.updating import Wanted, updated_catalog
from generator.languages.wording import finding_messages, interface_messages, rule_messages
from generator.model.framework import Languages, SiteLanguage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.languages.catalogs import Catalogs
    from generator.languages.coverage import Coverage
    from generator.records.repository import Repository
    from generator.workspace import Workspace


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


def add_language(workspace: Workspace, repository: Repository, tag: str) -> SiteLanguage:
    """Add a language to ``languages.yaml`` and give it empty catalogs; return what was added.

    What is not translated yet is shown in the languages that the site has. Raises UsageError for
    a language that the site has already or that CLDR does not know.
    """
    known = [language.tag for language in repository.languages.languages]
    if tag in known:
        raise UsageError(f"{tag} is a language of the site already", mend="run: framework coverage")
    name = endonym(tag)
    if name is None:
        raise UsageError(
            f"{tag} is no language tag that is known",
            mend="write a tag such as th, km or sr-Latn (BCP 47)",
        )
    preferred = [language for language in (SOURCE_LANGUAGE, *known) if language in known]
    language = SiteLanguage(
        tag=tag,
        name=name,
        direction="rtl" if direction_of(tag) == "rtl" else "ltr",
        fallback=tuple(dict.fromkeys(preferred)),
    )
    path = workspace.content / "languages.yaml"
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text}\n{_entry(language)}", encoding="utf-8", newline="\n")
    languages = Languages(languages=(*repository.languages.languages, language))
    update_catalogs(workspace, replace(repository, languages=languages))
    return language


def _entry(language: SiteLanguage) -> str:
    lines = [
        f"  - tag: {language.tag}",
        f"    name: {language.name}",
        *(["    direction: rtl"] if language.direction == "rtl" else []),
        f"    fallback: [{', '.join(language.fallback)}]",
    ]
    return "\n".join(lines) + "\n"


def translation_coverage(repository: Repository, catalogs: Catalogs) -> tuple[Coverage, ...]:
    """Count the states of all texts and interface words, by language and catalog."""
    vocabularies = [
        Vocabulary(language.tag, catalogs.catalog(language.tag, INTERFACE_CATALOG))
        for language in repository.languages.languages
    ]
    wanted = interface_messages(Path(generator.__file__).parent)
    texts = coverage(repository, resolvers(repository.languages, catalogs))
    return (*interface_coverage(vocabularies, wanted), *texts)


def _wanted(
    workspace: Workspace, repository: Repository
) -> Iterator[tuple[Path, str, tuple[Wanted, ...]]]:
    package = Path(generator.__file__).parent
    spoken = {
        INTERFACE_CATALOG: interface_messages(package),
        FINDINGS_CATALOG: finding_messages(package),
        RULES_CATALOG: rule_messages(),
    }
    units = list(catalog_units(repository))
    names = list(dict.fromkeys(name for name, _ in units))
    for language in repository.languages.languages:
        tag = language.tag
        folder = workspace.locales / tag
        if tag != SOURCE_LANGUAGE:
            for name, wanted in spoken.items():
                yield folder / f"{name}.po", tag, wanted
        for name in names:
            wanted = tuple(
                Wanted(unit.origin[1].text, unit.context, comment=f"written in {unit.origin[0]}")
                for kind, unit in units
                if kind == name and needs_translation(unit, tag)
            )
            if wanted or (folder / f"{name}.po").exists():
                yield folder / f"{name}.po", tag, wanted
