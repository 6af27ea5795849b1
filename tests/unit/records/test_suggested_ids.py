"""Ids are made of titles in Latin letters, and never twice."""

from __future__ import annotations

import pytest

from generator.records.suggested_ids import free_id, suggested_id


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Electronic Bills of Lading (2026)", "electronic-bills-of-lading-2026"),
        ("Côte d’Ivoire: école numérique", "cote-divoire-ecole-numerique"),
        ("Straße nach Łódź", "strasse-nach-lodz"),
        ("电子提单", ""),
        ("شهادات المنشأ 2026", ""),
        ("电子提单 eBL", ""),
        ("???", ""),
    ],
)
def test_id_of_a_title(title: str, id_: str) -> None:
    assert suggested_id(title) == id_


def test_long_titles_end_with_a_whole_word() -> None:
    id_ = suggested_id("certificates " * 20)
    assert len(id_) <= 60
    assert id_.endswith("-certificates")


def test_a_taken_id_gets_a_number() -> None:
    assert free_id("roof", {"shed"}) == "roof"
    assert free_id("roof", {"roof", "roof-2"}) == "roof-3"
