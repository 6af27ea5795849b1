"""Fixtures that tests of several packages use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.miniature import copy_of_mini, prepared

if TYPE_CHECKING:
    from pathlib import Path

    from generator.filling import LanguagePages
    from generator.workspace import Workspace


@pytest.fixture
def mini(tmp_path: Path) -> Workspace:
    """A copy of the miniature project."""
    return copy_of_mini(tmp_path)


@pytest.fixture(scope="session")
def mini_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, LanguagePages]:
    """The pages of the unchanged miniature project, by language."""
    return prepared(copy_of_mini(tmp_path_factory.mktemp("pages")))
