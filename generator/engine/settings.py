"""What we read from ``mkdocs.yml``: the site's address and where its records are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

_DEFAULT_BRANCH = "main"


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """Settings of the published site."""

    address: str
    """Absolute address of the site's root without a final slash; empty when it has none."""
    repository: str
    """Web address of the repository, or empty."""
    branch: str


def read_settings(config_file: Path) -> SiteSettings:
    """Read the settings; raises UsageError where ``mkdocs.yml`` is missing or broken."""
    config = MkDocsConfig(str(config_file))
    try:
        with config_file.open("rb") as file:
            config.load_file(file)
    except (MkDocsException, OSError) as fault:
        raise UsageError(
            f"mkdocs.yml cannot be used: {fault}",
            mend="run the command in the project folder and look at mkdocs.yml",
        ) from fault
    edit = str(config["edit_uri"] or "").strip("/").split("/")
    return SiteSettings(
        address=str(config["site_url"] or "").rstrip("/"),
        repository=str(config["repo_url"] or "").rstrip("/"),
        branch=edit[1] if len(edit) > 1 else _DEFAULT_BRANCH,
    )
