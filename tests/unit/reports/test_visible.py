"""Characters that act on a terminal are shown, all others are left as they are."""

from __future__ import annotations

import pytest

from generator.reports.visible import visible


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\nb\tc", "a\\nb\\tc"),
        ("\u202eabc", "\\u202eabc"),
        ("a\u2028b", "a\\u2028b"),
        ("\ud800", "\\ud800"),
    ],
)
def test_acting_characters_are_spelt_out(words: str, shown: str) -> None:
    assert visible(words) == shown


@pytest.mark.parametrize(
    "words", ["数字", "می\u200cخواهم", "क्\u200dष", "👩\u200d🌾", "C:\\new", "é"]
)
def test_letters_and_joiners_of_all_scripts_stay(words: str) -> None:
    assert visible(words) == words
