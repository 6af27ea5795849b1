"""One changed sentence makes one translation outdated in each language, and nothing else."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.pipeline import check
from generator.translating import translation_coverage, update_catalogs
from generator.workspace import Workspace
from tests.miniature import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

_TODAY = date(2026, 11, 22)


@pytest.fixture
def project(tmp_path: Path) -> Workspace:
    """A copy of the real records and catalogs."""
    for folder in ("content", "locales"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    return Workspace(tmp_path)


def states(project: Workspace) -> dict[tuple[str, str, str], int]:
    """Return how many texts there are, by language, catalog and state."""
    checked = check(project, today=_TODAY)
    assert checked.repository is not None
    assert checked.errors == 0
    return {
        (item.language, item.catalog, state): count
        for item in translation_coverage(checked.repository, checked.catalogs)
        for state, count in item.states.items()
    }


def update(project: Workspace) -> set[str]:
    checked = check(project, today=_TODAY)
    assert checked.repository is not None
    changed = update_catalogs(project, checked.repository)
    return {path.relative_to(project.locales).as_posix() for path in changed}


def test_catalogs_are_up_to_date(project: Workspace) -> None:
    assert update(project) == set(), "bring them up to date with: framework translate update"


def test_everything_can_be_read_in_every_language(project: Workspace) -> None:
    missing = {key: count for key, count in states(project).items() if key[2] == "missing"}
    assert missing == {}


def test_a_changed_sentence_outdates_one_text_in_each_other_language(project: Workspace) -> None:
    before = states(project)
    record = project.content / "projects" / "business-delegations.yaml"
    text = record.read_text(encoding="utf-8")
    title = "title: 鼓励地方政府派遣商务代表团"
    assert title in text
    record.write_text(text.replace(title, f"{title}互访"), encoding="utf-8")
    assert update(project) == {
        f"{tag}/projects.po" for tag in ("en", "fr", "es", "ru", "ar", "pt", "fa")
    }
    after = states(project)
    changed = {key: after.get(key, 0) - before.get(key, 0) for key in before.keys() | after.keys()}
    assert {key: count for key, count in changed.items() if count} == {
        **{(tag, "projects", "outdated"): 1 for tag in ("en", "fr", "es", "ru", "ar", "pt", "fa")},
        **{(tag, "projects", "machine"): -1 for tag in ("en", "fr", "es", "ru", "ar", "pt", "fa")},
    }


def test_a_translator_sees_what_was_translated(project: Workspace) -> None:
    record = project.content / "projects" / "business-delegations.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("派遣商务代表团\n", "派遣商务代表团互访\n", 1), encoding="utf-8")
    update(project)
    catalog = (project.locales / "fr" / "projects.po").read_text(encoding="utf-8")
    entry = next(block for block in catalog.split("\n\n") if "business-delegations:title" in block)
    assert "#, fuzzy" in entry
    assert '#| msgid "鼓励地方政府派遣商务代表团"' in entry
    assert 'msgid "鼓励地方政府派遣商务代表团互访"' in entry
