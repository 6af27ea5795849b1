"""What the code hosts read: workflows, forms, templates and owners."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

PROJECT = Path(__file__).parents[2]
GITHUB = PROJECT / ".github"
GITLAB = PROJECT / ".gitlab"
WORKFLOWS = tuple(sorted((GITHUB / "workflows").glob("*.yml")))
PIPELINE = PROJECT / ".gitlab-ci.yml"
SCRIPTS = tuple(sorted((PROJECT / ".ci").iterdir()))
FORMS = tuple(GITHUB / "ISSUE_TEMPLATE" / f"{name}.yml" for name in ("project", "error", "join"))


def read(path: Path) -> dict[str, Any]:
    """Return what a YAML 1.2 file says; `on` is a word there, and not a truth."""
    found = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict), f"{path.name} holds no fields"
    return found
