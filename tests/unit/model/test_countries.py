"""The codes of countries are those of the standard."""

from __future__ import annotations

from babel.core import get_global

from generator.model.countries import TWO_LETTERS, may_be_country

_COUNTRIES = 249


def test_every_pair_is_that_of_the_standard() -> None:
    aliases = get_global("territory_aliases")
    assert len(TWO_LETTERS) == len(set(TWO_LETTERS.values())) == _COUNTRIES
    assert {code: aliases.get(code) for code in TWO_LETTERS} == {
        code: [short] for code, short in TWO_LETTERS.items()
    }


def test_codes_that_the_standard_leaves_to_users_may_be_countries() -> None:
    assert [
        code for code in ("KEN", "XAA", "QMA", "ZZZ", "QLA", "KEM") if may_be_country(code)
    ] == [
        "KEN",
        "XAA",
        "QMA",
        "ZZZ",
    ]
