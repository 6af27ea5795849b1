"""Every pillar and every language has somebody who is asked to review it."""

from __future__ import annotations

import re

import pytest

from generator.cli.owners import owners_of, read_owners
from tests.workflows.reading import PROJECT, read

_LINES = tuple(
    line.split()
    for line in (PROJECT / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)
_PILLARS = sorted(path.stem for path in (PROJECT / "content" / "pillars").glob("*.yaml"))
_LANGUAGES = [each["tag"] for each in read(PROJECT / "content" / "languages.yaml")["languages"]]


@pytest.mark.parametrize("pillar", _PILLARS)
def test_pillar_has_a_team(pillar: str) -> None:
    (team,) = owners_of(read_owners(PROJECT), f"content/pillars/{pillar}.yaml")
    assert team.endswith(f"/pillar-{pillar}")


@pytest.mark.parametrize("tag", _LANGUAGES)
def test_language_has_a_team(tag: str) -> None:
    for file in (f"locales/{tag}/projects.po", f"docs/{tag}/about.md"):
        (team,) = owners_of(read_owners(PROJECT), file)
        assert team.endswith(f"/language-{tag.lower()}")


def test_developers_own_their_documents() -> None:
    assert owners_of(read_owners(PROJECT), "docs/en/project/rules.md") == owners_of(
        read_owners(PROJECT), "generator/pipeline.py"
    )


def test_organisation_is_named_in_one_way() -> None:
    assert len({owner.split("/")[0] for _, *owners in _LINES for owner in owners}) == 1


def test_every_path_is_there() -> None:
    for pattern, *_ in _LINES:
        assert list(PROJECT.glob(pattern.strip("/"))), f"{pattern} names nothing"


def test_no_path_comes_twice() -> None:
    patterns = [pattern for pattern, *_ in _LINES]
    assert len(patterns) == len(set(patterns))
    assert all(re.fullmatch(r"[\w./*-]+", pattern) for pattern in patterns)
