from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.exchange.desk import Desk, Pen
from tests.miniature import copy_of_mini

if TYPE_CHECKING:
    from generator.workspace import Workspace


@pytest.fixture
def desk(mini: Workspace) -> Desk:
    """A project that a test may change."""
    return Desk(mini)


@pytest.fixture(scope="session")
def quiet_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A project that no test changes."""
    return Desk(copy_of_mini(tmp_path_factory.mktemp("desk")))


@pytest.fixture(scope="session")
def exported(quiet_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook of the projects."""
    return quiet_desk.export(tmp_path_factory.mktemp("exported") / "book.xlsx")


@pytest.fixture
def pen(exported: Path, tmp_path: Path) -> Pen:
    """A workbook of the projects, ready to be filled in."""
    return Pen(Path(shutil.copy(exported, tmp_path / "book.xlsx")))
