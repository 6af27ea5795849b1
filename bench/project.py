"""A copy of the project to measure on, so that nothing in the checkout changes."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from bench.processes import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

_FOLDERS = ("content", "locales", "docs", "overrides")


def copy_project(target: Path) -> Path:
    """Copy all that a site is made from into a new folder and return the folder."""
    for name in _FOLDERS:
        shutil.copytree(PROJECT / name, target / name)
    shutil.copy2(PROJECT / "mkdocs.yml", target / "mkdocs.yml")
    return target


def site_languages(project: Path) -> tuple[str, ...]:
    """Return the tags of the site's languages in their order."""
    written = (project / "content" / "languages.yaml").read_text(encoding="utf-8")
    return tuple(re.findall(r"^\s*-?\s*tag:\s*([A-Za-z-]+)", written, flags=re.MULTILINE))


def record_ids(project: Path, kind: str) -> tuple[str, ...]:
    """Return the ids of all records of a kind, sorted."""
    return tuple(sorted(path.stem for path in (project / "content" / kind).glob("*.yaml")))
