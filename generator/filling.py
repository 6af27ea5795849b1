"""The files of a site, written into an empty folder: each function is one family of files."""

from __future__ import annotations

import shutil
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

from generator.engine.mkdocs_engine import MkDocsEngine
from generator.errors import EngineError
from generator.exports.sitemap import sitemap
from generator.forms.hand_over import hand_over_of
from generator.forms.script import forms_scripts
from generator.publish.app import AppLanguage, write_app_manifests
from generator.publish.assets import write_assets
from generator.publish.packages import FIRST_PAGE, write_presence
from generator.render.chooser import LanguageChoice, render_chooser
from generator.search.concepts import site_concepts
from generator.search.index import search_files
from generator.search.records import site_records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from generator.engine.protocol import MarkdownPage, Surroundings
    from generator.engine.settings import SiteSettings
    from generator.pages.edition import Edition
    from generator.pages.page import Page
    from generator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LanguagePages:
    """One language of the site, ready for the engine."""

    edition: Edition
    pages: tuple[Page, ...]
    markdown: tuple[MarkdownPage, ...]
    surroundings: Surroundings


def fill(
    site: Path, workspace: Workspace, made: Sequence[LanguagePages], settings: SiteSettings
) -> None:
    """Write every file of the site into an empty folder."""
    _write_markdown(workspace, made)
    _write_html(site, workspace, made)
    _write_search(site, made)
    _write_forms(site, made, settings)
    _write(site / FIRST_PAGE, first_page(workspace, made, settings))
    write_presence(site, [language.surroundings.language for language in made])
    write_assets(workspace.overrides / "assets", site / "assets")
    write_app_manifests(site, workspace.overrides, app_languages(made))
    if settings.address:
        pages = [page for language in made for page in language.pages]
        _write(site / "sitemap.xml", sitemap(pages, settings.address))


def app_languages(made: Sequence[LanguagePages]) -> tuple[AppLanguage, ...]:
    """Return what the installable app needs to know of each language."""
    return tuple(_app_language(language) for language in made)


def _app_language(language: LanguagePages) -> AppLanguage:
    around = language.surroundings.site
    words: Mapping[str, Mapping[str, str]] = around["words"]  # type: ignore[assignment]
    offline = words["offline"]
    return AppLanguage(
        tag=language.edition.language.tag,
        name=language.edition.language.name,
        direction=language.edition.language.direction,
        site_name=str(around["name"]),
        short_name=str(around["short_name"]),
        description=next(page.description for page in language.pages if page.kind == "home"),
        words={
            key.removeprefix("page_"): text
            for key, text in offline.items()
            if key.startswith("page_")
        },
    )


def _write_markdown(workspace: Workspace, made: Sequence[LanguagePages]) -> None:
    for language in made:
        folder = workspace.pages / language.surroundings.language
        shutil.rmtree(folder, ignore_errors=True)
        for page in language.markdown:
            _write(folder / page.path, page.markdown)


def _write_html(site: Path, workspace: Workspace, made: Sequence[LanguagePages]) -> None:
    """Let the engine render the languages side by side, each in a process of its own."""
    engine = MkDocsEngine(workspace.config)
    with ProcessPoolExecutor(
        max_workers=min(len(made), 4), mp_context=get_context("spawn")
    ) as pool:
        runs = [pool.submit(engine.render, one.markdown, one.surroundings) for one in made]
        for language, run in zip(made, runs, strict=True):
            write_rendered(site, language, _result(run))


def write_rendered(site: Path, language: LanguagePages, pages: Mapping[str, bytes]) -> None:
    """Write pages of a language as the engine has rendered them."""
    for name, html in pages.items():
        _write(site / language.surroundings.language / name, html)


def _result(run: Future[Mapping[str, bytes]]) -> Mapping[str, bytes]:
    try:
        return run.result()
    except BrokenProcessPool as fault:
        raise EngineError(
            "a process of the build was ended from outside",
            mend="look whether the machine ran out of memory, then build again",
        ) from fault


def _write_search(site: Path, made: Sequence[LanguagePages]) -> None:
    made_pages = [(language.edition, language.pages) for language in made]
    records = site_records(made_pages)
    concepts = site_concepts([edition for edition, _ in made_pages], records)
    for name, data in search_files(records, concepts).items():
        _write(site / "search" / name, data)


def first_page(workspace: Workspace, made: Sequence[LanguagePages], settings: SiteSettings) -> str:
    """Return the page on which readers choose one of these languages."""
    choices = [
        LanguageChoice(
            tag=language.edition.language.tag,
            name=language.edition.language.name,
            dir=language.edition.language.direction,
            url=f"{language.edition.language.tag}/index.html",
            title=str(language.surroundings.site["short_name"]),
            tagline=next(page.description for page in language.pages if page.kind == "home"),
        )
        for language in made
    ]
    name = " · ".join(dict.fromkeys(choice.title for choice in choices))
    template = workspace.overrides / "chooser.html"
    return render_chooser(template, choices, name=name, prefix="", address=settings.address)


def _write_forms(site: Path, made: Sequence[LanguagePages], settings: SiteSettings) -> None:
    """Write what the form and the page of previews know into the folder of each language."""
    hand_over = hand_over_of(
        settings.repository,
        branch=settings.branch,
        mail=settings.mail,
        hosts=settings.record_hosts,
    )
    for language in made:
        folder = site / language.edition.language.tag
        scripts = forms_scripts(language.edition, language.edition.voice, hand_over)
        for path, script in scripts.items():
            _write(folder / path, script)


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
