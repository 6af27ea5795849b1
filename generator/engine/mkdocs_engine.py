"""MkDocs behind the engine's protocol: a derived configuration, one run, only our own pages out."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin

from generator.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from generator.engine.protocol import MarkdownPage, Surroundings


class MkDocsEngine:
    """Renders pages with MkDocs and the theme that ``mkdocs.yml`` names."""

    def __init__(self, config_file: Path) -> None:
        self._config_file = config_file

    def render(
        self, pages: Sequence[MarkdownPage], surroundings: Surroundings
    ) -> Mapping[str, bytes]:
        """Render any set of pages of one language; see ``Engine.render``."""
        with tempfile.TemporaryDirectory(prefix="framework-engine-") as folder:
            source, target = Path(folder, "pages"), Path(folder, "html")
            for page in pages:
                path = source / page.path
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(page.markdown, encoding="utf-8", newline="\n")
            self._run(source, target, surroundings)
            return {
                name: _read(target / name)
                for name in sorted(_html_name(page.path) for page in pages)
            }

    def _run(self, source: Path, target: Path, surroundings: Surroundings) -> None:
        try:
            config = derived_config(self._config_file, source, target, surroundings)
            config.plugins["pages-only"] = _PagesOnly()
            logging.getLogger("mkdocs").setLevel(logging.ERROR)
            build(config)
        except Exception as fault:  # themes and extensions raise what they like
            reason = " ".join(str(fault).split()) or "MkDocs stopped"
            raise EngineError(
                f"MkDocs could not build the {surroundings.language} pages: {reason}",
                mend="look at mkdocs.yml and at the templates in overrides/",
            ) from fault


def derived_config(
    config_file: Path, source: Path, target: Path, surroundings: Surroundings
) -> MkDocsConfig:
    """Return ``mkdocs.yml`` with the folders and words of one language put in."""
    overrides: dict[str, Any] = {
        "docs_dir": str(source),
        "site_dir": str(target),
        "plugins": [],
        "use_directory_urls": False,
        "site_name": str(surroundings.site["name"]),
        "nav": [],
        "extra": {"site": dict(surroundings.site)},
    }
    source.mkdir(parents=True, exist_ok=True)
    return load_config(str(config_file), **overrides)


class _NoSettings(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves a hook untyped
    """The plugin has none."""


class _PagesOnly(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]  # as above
    """Leaves out the theme's own files: the site brings its assets, once for all languages."""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for file in list(files):
            if not file.is_documentation_page():
                files.remove(file)
        config.theme.static_templates.clear()
        return files


def _html_name(path: str) -> str:
    return path.removesuffix(".md") + ".html"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise EngineError(
            f"MkDocs wrote no page for {path.name}",
            mend="look at mkdocs.yml for settings that leave pages out",
        ) from fault
