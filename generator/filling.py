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
from generator.render.chooser import LanguageChoice, render_chooser
from generator.search.index import index_script
from generator.search.records import search_records

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
    _write_first_pages(site, workspace, made, settings)
    shutil.copytree(workspace.overrides / "assets", site / "assets")
    if settings.address:
        pages = [page for language in made for page in language.pages]
        _write(site / "sitemap.xml", sitemap(pages, settings.address))


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
            for name, html in _result(run).items():
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
    for language in made:
        records = search_records(language.edition, language.pages)
        _write(site / "search" / f"{language.surroundings.language}.js", index_script(records))


def _write_first_pages(
    site: Path, workspace: Workspace, made: Sequence[LanguagePages], settings: SiteSettings
) -> None:
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
    _write(
        site / "index.html",
        render_chooser(template, choices, name=name, prefix="", address=settings.address),
    )


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
