"""The MkDocs plugin: before each build of a preview it makes the pages of one language.

It changes no content. ``framework build`` gives the same Markdown to MkDocs without it, so other
engines can take its place.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File

from generator.engine.settings import read_settings
from generator.errors import GeneratorError
from generator.forms.hand_over import hand_over_of
from generator.forms.script import forms_scripts
from generator.pipeline import check, prepare
from generator.reports.text import text_report
from generator.search.concepts import site_concepts
from generator.search.index import search_files
from generator.search.records import site_records
from generator.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

    from generator.filling import LanguagePages

_LOG = logging.getLogger("mkdocs.plugins.framework")
_WATCHED = ("content", "locales", "docs", "overrides")


class PreviewConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves a hook untyped
    """Settings of the plugin."""

    language = config_options.Optional(config_options.Type(str))
    """Language to preview; the first of the site when left out."""


class FrameworkPlugin(BasePlugin[PreviewConfig]):  # type: ignore[no-untyped-call]  # as above
    """Makes the Markdown of one language and gives MkDocs the folder it is in."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="framework-preview-"))
        self._made: LanguagePages | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the records, and put the configuration of one language in place."""
        workspace = Workspace(Path(config.config_file_path).parent)
        self._made = made = self._prepared(workspace)
        for page in made.markdown:
            path = self._folder / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.markdown, encoding="utf-8", newline="\n")
        here = {"root": ".", "assets": "assets", "preview": True}
        site = {**made.surroundings.site, **here}
        config.docs_dir = str(self._folder)
        config.use_directory_urls = False
        config.site_name = str(site["name"])
        config.nav = []
        config.extra = {"site": site}  # type: ignore[assignment]  # a plain mapping is what themes read
        config.theme.static_templates.clear()
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the search index, which is no page."""
        if self._made is not None:
            records = site_records([(self._made.edition, self._made.pages)])
            concepts = site_concepts([self._made.edition], records)
            for name, data in search_files(records, concepts).items():
                files.append(File.generated(config, f"search/{name}", content=data))
            for name, script in self._forms(self._made, config).items():
                files.append(File.generated(config, name, content=script))
        return files

    def _forms(self, made: LanguagePages, config: MkDocsConfig) -> Mapping[str, str]:
        """Return what the form and the page of previews know."""
        workspace = Workspace(Path(config.config_file_path).parent)
        settings = read_settings(workspace.config)
        ways = hand_over_of(settings.repository, branch=settings.branch, mail=settings.mail)
        return forms_scripts(made.edition, made.edition.voice, ways)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: object) -> None:
        """Reload when a record, a translation, a page or the theme changes."""
        # The folder of the pages changes with each build, which must not start the next one.
        server.unwatch(config.docs_dir)
        root = Path(config.config_file_path).parent
        for name in _WATCHED:
            if (root / name).is_dir():
                server.watch(str(root / name))

    def on_shutdown(self) -> None:
        """Remove the folder of the generated pages."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _prepared(self, workspace: Workspace) -> LanguagePages:
        checked = check(workspace, today=datetime.now(tz=UTC).date())
        if checked.issues:
            _LOG.warning("%s", text_report(checked.issues))
        if checked.repository is None or checked.errors:
            raise PluginError("The content has errors; mend what is listed above.")
        language = self.config.language or checked.repository.languages.languages[0].tag
        try:
            settings = read_settings(workspace.config)
            return prepare(workspace, checked, settings, languages=[language])[0]
        except GeneratorError as fault:
            raise PluginError(f"{fault.what}\n    {fault.mend}") from fault
