"""What is made of a finished site: packages to download, and the installable app."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from generator.engine.mkdocs_engine import MkDocsEngine
from generator.engine.protocol import MarkdownPage
from generator.filling import app_languages, first_page, write_rendered
from generator.pages.downloads import downloads_page, readme
from generator.publish.app import write_app, write_retired_worker
from generator.publish.packages import (
    Imprint,
    LanguageCopy,
    licences,
    package_name,
    write_packages,
    write_sums,
)
from generator.publish.zim_books import ILLUSTRATION, Colophon, LanguageBook, write_books
from generator.render.environment import environment
from generator.render.render import render_page
from generator.search.records import site_records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.engine.settings import SiteSettings
    from generator.filling import LanguagePages
    from generator.pages.downloads import Package
    from generator.workspace import Workspace

_LICENCE: Final = "CC-BY-4.0"
"""Of the content, as SPDX names it."""


def add_packages(
    site: Path,
    workspace: Workspace,
    made: Sequence[LanguagePages],
    settings: SiteSettings,
    *,
    edition_date: str = "",
) -> None:
    """Add packages of a site that is complete, and offer them on its pages of downloads."""
    facts = {"edition_date": edition_date, "address": settings.address}
    copies = [
        LanguageCopy(
            language.edition.language.tag,
            first_page(workspace, [language], settings).encode("utf-8"),
            readme(language.edition, **facts),
        )
        for language in made
    ]
    framework = made[0].edition.repository.framework
    imprint = Imprint(
        package_name((framework.site_name, framework.short_title, framework.title)),
        date.fromisoformat(edition_date) if edition_date else None,
        licences(workspace.root),
    )
    packages = (
        *write_packages(site, imprint, copies),
        *_write_books(site, workspace, made, imprint, settings),
    )
    write_sums(site, packages)
    _offer(site, workspace, made, packages, facts)


def _write_books(
    site: Path,
    workspace: Workspace,
    made: Sequence[LanguagePages],
    imprint: Imprint,
    settings: SiteSettings,
) -> tuple[Package, ...]:
    """Write the ZIM files for Kiwix."""
    publisher = str(made[0].surroundings.site["short_name"])
    colophon = Colophon(
        name=imprint.name,
        day=imprint.day,
        creator=publisher,
        publisher=publisher,
        licence=_LICENCE,
        illustration=(workspace.overrides / ILLUSTRATION).read_bytes(),
        address=settings.address,
    )
    books = [
        LanguageBook(
            tag=language.edition.language.tag,
            fallbacks=tuple(language.edition.language.fallback),
            title=str(language.surroundings.site["short_name"]),
            description=next(page.description for page in language.pages if page.kind == "home"),
        )
        for language in made
    ]
    records = site_records([(language.edition, language.pages) for language in made])
    return write_books(site, colophon, books, records)


def _offer(
    site: Path,
    workspace: Workspace,
    made: Sequence[LanguagePages],
    packages: Sequence[Package],
    facts: Mapping[str, str],
) -> None:
    """Write the pages of downloads anew, now that there is something to offer.

    One page of each language takes less time than a process for it would.
    """
    engine, templates = MkDocsEngine(workspace.config), environment()
    for language in made:
        page = downloads_page(language.edition, packages, **facts)
        printed = MarkdownPage(
            f"{page.path}.md", render_page(page, language.edition.words, templates)
        )
        write_rendered(site, language, engine.render((printed,), language.surroundings))


def add_app(
    site: Path,
    workspace: Workspace,
    made: Sequence[LanguagePages],
    settings: SiteSettings,
    *,
    edition_date: str = "",
) -> None:
    """Add the service worker and its lists to a site that is complete, packages included.

    A site that gives the app up gets a worker that removes what readers have kept, and itself.
    """
    if settings.app:
        write_app(site, workspace.overrides, app_languages(made), edition_date=edition_date)
    else:
        write_retired_worker(site, workspace.overrides)
