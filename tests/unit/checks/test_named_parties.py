"""Whoever writes the name of a country or an organization is told the id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.languages.party_names import party_names
from generator.pipeline import check as check_content
from tests.miniature import TODAY

if TYPE_CHECKING:
    from generator.issues import Issue
    from generator.workspace import Workspace


_PROJECT = "projects/green-list.yaml"
_ORGANIZATION = "organizations/north-chamber.yaml"


def _edit(mini: Workspace, name: str, old: str, new: str) -> None:
    path = mini.content / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _issues(mini: Workspace, name: str) -> tuple[Issue, ...]:
    issues = check_content(mini, today=TODAY).issues
    return tuple(issue for issue in issues if issue.place.file == f"content/{name}")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Alphaland", "XAA"),
        ("alpha land", "XAA"),
        ("Álphaland", "XAA"),
        ("Alphalant", "XAA"),
        ("Kingdom of A", "XAA"),
        ("XA", "XAA"),
        ("Sample Office", "sample-office"),
        ("北方商会", "north-chamber"),
    ],
)
def test_name_of_a_party_leads_to_its_id(mini: Workspace, name: str, meant: str) -> None:
    _edit(
        mini,
        "participants/XAA.yaml",
        "name: Alphaland",
        "name: Alphaland\nalso_known_as: [Kingdom of A]",
    )
    _edit(mini, _PROJECT, "lead: [XBB]", f'lead: [XBB, "{name}"]')
    (issue,) = _issues(mini, _PROJECT)
    assert str(issue.hint) == f"did you mean {meant!r}?"


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("Alphaland", "XAA"),
        ("Alphaland, XBB", "XAA, XBB"),
        ("Sample Office、XA", "sample-office, XAA"),
    ],
)
def test_names_beside_each_other_become_a_list(mini: Workspace, written: str, items: str) -> None:
    _edit(mini, _PROJECT, "lead: [XBB]", f"lead: {written}")
    (issue,) = _issues(mini, _PROJECT)
    assert str(issue.hint) == f"write it as a list: [{items}]"


@pytest.mark.parametrize("name", ["Kenya", "肯尼亚", "كينيا", "KE"])
def test_country_is_known_by_its_name_in_every_language_of_the_site(
    mini: Workspace, name: str
) -> None:
    _edit(mini, _ORGANIZATION, "country: XBB", f"country: {name}")
    (issue,) = _issues(mini, _ORGANIZATION)
    assert str(issue.hint) == "did you mean 'KEN'?"


def test_country_without_a_record_is_not_proposed_as_a_party(mini: Workspace) -> None:
    _edit(mini, _PROJECT, "lead: [XBB]", "lead: [Kenya]")
    (issue,) = _issues(mini, _PROJECT)
    assert "KEN" not in str(issue.hint)


def test_words_elsewhere_are_left_alone(mini: Workspace) -> None:
    _edit(mini, _PROJECT, "track: shared-library", "track: Alphaland")
    (issue,) = _issues(mini, _PROJECT)
    assert "XAA" not in str(issue.hint)


def test_name_of_two_parties_proposes_none(mini: Workspace) -> None:
    _edit(mini, "organizations/sample-office.yaml", "name: Sample Office", "name: 北方商会")
    checked = check_content(mini, today=TODAY)
    assert checked.repository is not None
    names = party_names(checked.repository, checked.catalogs)
    assert "北方商会" not in names
