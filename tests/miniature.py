"""The miniature project that tests work on: a copy of its records with the real theme."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.engine.settings import SiteSettings
from generator.pipeline import Checked, check, prepare
from generator.workspace import Workspace

if TYPE_CHECKING:
    from generator.filling import LanguagePages

PROJECT = Path(__file__).parents[1]
MINI = PROJECT / "tests" / "sites" / "mini"
TODAY = date(2026, 1, 31)
SETTINGS = SiteSettings(address="", repository="", branch="main")


def copy_of_mini(folder: Path) -> Workspace:
    """Return a workspace that a test may change."""
    root = folder / "mini"
    shutil.copytree(MINI, root)
    shutil.copytree(PROJECT / "overrides", root / "overrides")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    return Workspace(root)


def checked(workspace: Workspace) -> Checked:
    """Check the content as of a fixed day."""
    return check(workspace, today=TODAY)


def prepared(workspace: Workspace, settings: SiteSettings = SETTINGS) -> dict[str, LanguagePages]:
    """Return the pages of every language, by tag."""
    made = prepare(workspace, checked(workspace), settings)
    return {one.surroundings.language: one for one in made}
