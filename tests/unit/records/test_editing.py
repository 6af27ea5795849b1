"""Changing a record loses nothing that its author wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.records.composing import compose
from generator.records.editing import record_text, reordered, rewrite
from generator.records.nodes import data_of

if TYPE_CHECKING:
    from generator.records.nodes import Data

_PROJECT = Path(__file__).parents[3]
_RECORDS = [
    *sorted((_PROJECT / "content").rglob("*.yaml")),
    *sorted((_PROJECT / "tests" / "records" / "valid").rglob("*.yaml")),
]
_RECORD = """\
# What we offer; ask Lena before changing it.
language: en
title: "Training"   # agreed with the office
summary: 'It''s for officers.'
lead: [XAA,  XBB]
history:
  # the announcement
  - status: announced
    on: 2020-05-12
    quote: Some words.
# reviewed in May
status: announced
"""


def values_of(text: str) -> dict[str, Data]:
    root = compose(text).root
    assert root is not None
    found = data_of(root)
    assert isinstance(found, dict)
    return found


def changed(**values: Data) -> str:
    return rewrite(_RECORD, {**values_of(_RECORD), **values}, order=("language", "kind", "title"))


@pytest.mark.parametrize("path", _RECORDS, ids=lambda path: path.stem)
def test_every_record_can_be_changed_and_still_says_the_rest(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    values: dict[str, Data] = {
        **values_of(text),
        "extra": "one: # two\n\nthree",
        "words": ["no", "12:30", "~"],
    }
    assert values_of(rewrite(text, values)) == values


@pytest.mark.parametrize("path", _RECORDS, ids=lambda path: path.stem)
def test_a_record_written_anew_or_in_another_order_says_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    values = values_of(text)
    assert values_of(record_text(values)) == values
    assert values_of(reordered(text, sorted(values, reverse=True))) == values


def test_a_record_with_the_same_values_stays_as_it_is() -> None:
    assert changed() == _RECORD


def test_only_the_lines_of_a_changed_field_change() -> None:
    new = changed(status="open").splitlines()
    old = _RECORD.splitlines()
    assert [line for line in old if line not in new] == ["status: announced"]
    assert [line for line in new if line not in old] == ["status: open"]


def test_comments_within_a_changed_list_stay() -> None:
    step: Data = {"status": "open", "on": "2021", "quote": "More words."}
    old = values_of(_RECORD)["history"]
    assert isinstance(old, list)
    text = changed(history=[*old, step])
    assert "  # the announcement\n  - status: announced\n" in text
    assert text.count("quote: Some words.") == 1
    assert "# reviewed in May\nstatus: announced\n" in text


def test_a_new_field_stands_where_the_order_has_it() -> None:
    lines = changed(kind="project").splitlines()
    assert lines[1:3] == ["language: en", "kind: project"]


def test_a_field_that_is_taken_away_takes_nothing_else_with_it() -> None:
    values = values_of(_RECORD)
    del values["lead"]
    text = rewrite(_RECORD, values)
    assert text == _RECORD.replace("lead: [XAA,  XBB]\n", "")


def test_comments_at_the_end_of_a_file_stay_there() -> None:
    closing = "\n# Ask Lena.\n# She knows.\n"
    text = reordered(_RECORD + closing, ("status", "language"))
    assert text.endswith("    quote: Some words.\n" + closing)
    assert text.index("status: announced\n") < text.index("language: en\n")


def test_comments_move_with_their_field() -> None:
    text = reordered(_RECORD, ("status", "language"))
    assert text.splitlines()[:4] == [
        "# What we offer; ask Lena before changing it.",
        "# reviewed in May",
        "status: announced",
        "language: en",
    ]
