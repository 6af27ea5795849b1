"""Where things stand in a project folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders of a project, by what is in them."""

    root: Path

    @property
    def content(self) -> Path:
        """The records."""
        return self.root / "content"

    @property
    def locales(self) -> Path:
        """The translations."""
        return self.root / "locales"

    @property
    def documents(self) -> Path:
        """The hand-written pages, one folder per language."""
        return self.root / "docs"

    @property
    def overrides(self) -> Path:
        """The theme's templates and assets."""
        return self.root / "overrides"

    @property
    def config(self) -> Path:
        """The engine's configuration."""
        return self.root / "mkdocs.yml"

    @property
    def pages(self) -> Path:
        """Where the generated Markdown is put."""
        return self.root / "build" / "pages"
