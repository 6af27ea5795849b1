"""What a report shows beside the issues: lines of files, pages of rules, changed records."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import TYPE_CHECKING

import click

from generator.cli.comparing import changed_records
from generator.cli.session import locale_of_messages
from generator.engine.settings import read_settings
from generator.languages.speaking import language_of_locale
from generator.pages.rule_pages import FOLDER
from generator.records.reading import read_text
from generator.reports.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.issues import Place
    from generator.pipeline import Checked
    from generator.workspace import Workspace


def surroundings(
    workspace: Workspace, checked: Checked, *, form: str, base: str | None
) -> Surroundings:
    """Return what a report of a format needs; ``base`` is a git revision, a folder or None."""
    if form == "text":
        return Surroundings(line_of=_line_reader(workspace), is_coloured=_is_colourful())
    changes = changed_records(workspace, base) if base else None
    return Surroundings(rules=_rules(workspace, checked), changes=changes)


def _line_reader(workspace: Workspace) -> Callable[[Place], str | None]:
    @cache
    def lines(file: str) -> list[str]:
        path = workspace.root / file
        if not path.is_file():
            return []
        return (read_text(path).text or "").split("\n")

    def line_of(place: Place) -> str | None:
        known = lines(place.file)
        return known[place.line - 1] if 0 < place.line <= len(known) else None

    return line_of


def _is_colourful() -> bool:
    """Say whether standard output is a terminal that shows colours (no-color.org)."""
    return (
        sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM", "") != "dumb"
    )


def _rules(workspace: Workspace, checked: Checked) -> str:
    """Return the address of the pages of rules in the user's language, where the site has one."""
    address = read_settings(workspace.config).address if workspace.config.is_file() else ""
    if not address or checked.repository is None:
        return ""
    tags = [language.tag for language in checked.repository.languages.languages]
    lang = click.get_current_context().find_root().params.get("lang")
    spoken = lang or language_of_locale(locale_of_messages())
    tag = next((tag for tag in (spoken, spoken.split("-")[0]) if tag in tags), tags[0])
    return f"{address}/{tag}/{FOLDER}/"
