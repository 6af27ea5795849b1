"""The data of the page, made from the miniature project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.forms.hand_over import HandOver
from generator.forms.script import form_data
from generator.pages.edition import Forge
from generator.pages.editions import editions
from generator.reports.voice import ENGLISH
from tests.miniature import checked, copy_of_mini

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.pages.edition import Edition


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    content = checked(copy_of_mini(tmp_path_factory.mktemp("forms")))
    assert content.repository is not None
    return editions(content.repository, content.catalogs, Forge())["en"]


@pytest.fixture(scope="session")
def data(edition: Edition) -> Mapping[str, object]:
    return form_data(edition, ENGLISH, HandOver())
