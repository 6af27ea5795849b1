"""Countries are found by what people call them."""

from __future__ import annotations

import pytest

from generator.languages.territories import territory_names


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("fr", {"Myanmar", "Birmanie"}),
        ("ar", {"ميانمار", "بورما"}),
        ("ja", {"ミャンマー", "ビルマ"}),
    ],
)
def test_country_with_two_names_has_each_of_them(language: str, names: set[str]) -> None:
    assert names < {name for _, name in territory_names([language])["MMR"]}


def test_what_else_stands_in_brackets_is_no_name() -> None:
    assert len(territory_names(["ru"])["HKG"]) == 1
