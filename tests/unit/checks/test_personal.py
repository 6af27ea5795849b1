"""No person's mailbox or telephone gets into the published site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.checks.conftest import Check

_TRAINING = "projects/common-training.yaml"
_SUMMARY = "summary: Officials of all participants learn together."


def written(words: str) -> dict[str, list[tuple[str, str]]]:
    return {_TRAINING: [(_SUMMARY, f"summary: ▶Write to {words} today.")]}


@pytest.mark.parametrize(
    "words",
    [
        "li.wei@ministry.example.org",
        "j_smith92@ministry.example.org",
        "мария@example.org",
        "+86 138 1234 5678",
        "+1 (202) 555-0123",
        "13812345678",
    ],
)
def test_personal_contacts_are_refused(check: Check, words: str) -> None:
    checked = check(written(words))
    assert checked.rules == {"personal-data"}
    assert checked.places == checked.marked


@pytest.mark.parametrize(
    "words",
    [
        "info@office.example.org",
        "trade.desk@office.example.org",
        "eif-secretariat@office.example.org",
        "harbour@harbour.example.org",
        "the office, citing ISO 14067:2018 and A/RES/79/239 of 2024-12-19",
        "https://office.example.org/13812345678/list",
    ],
)
def test_contacts_of_offices_and_numbers_of_documents_are_welcome(check: Check, words: str) -> None:
    edits = written(words)
    edits[_TRAINING] = [(old, new.replace("▶", "")) for old, new in edits[_TRAINING]]
    assert check(edits).issues == ()


def test_every_language_of_a_text_is_looked_at(check: Check) -> None:
    text = "summary:\n  en: Officials learn.\n  zh: ▶联系 li.wei@ministry.example.org"
    checked = check({_TRAINING: [(_SUMMARY, text)]})
    assert checked.rules == {"personal-data"}
    assert checked.places == checked.marked
