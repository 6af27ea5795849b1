"""Lists stand in the order that readers of each language know from their dictionaries."""

from __future__ import annotations

import pytest

from generator.languages.collation import sort_key


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("en", ["Côte d’Ivoire", "Cuba", "Éire", "Fiji", "Zambia"]),
        ("fr", ["Cameroun", "Côte d’Ivoire", "Éthiopie", "Iran", "Zambie"]),
        ("es", ["Nicaragua", "Nueva Zelandia", "Ñandú", "Omán"]),
        ("ru", ["Ежовск", "Ёлкино", "Железо", "Иран", "Йемен", "Кения"]),
        ("ar", ["إثيوبيا", "أفغانستان", "باكستان", "تايلند", "كينيا", "ميانمار"]),
        ("fa", ["ازبکستان", "افغانستان", "پاکستان", "تاجیکستان", "چین", "شیلی", "کنیا", "گینه"]),
        ("zh", ["阿富汗", "巴基斯坦", "俄罗斯", "肯尼亚", "中国"]),
        ("pt", ["África", "Bielorrússia", "Irã", "Níger", "Zâmbia"]),
        ("th", ["กัมพูชา", "จีน", "ไทย"]),
    ],
)
def test_labels_are_in_the_order_of_the_language(language: str, ordered: list[str]) -> None:
    mixed = ordered[::-1]
    assert sorted(mixed, key=lambda label: sort_key(label, language)) == ordered


def test_numbers_come_before_letters_and_blanks_before_both() -> None:
    labels = ["ISO 14001", "ISO 9001", "ISOs", "A", "3 steps"]
    ordered = ["3 steps", "A", "ISO 14001", "ISO 9001", "ISOs"]
    assert sorted(labels, key=lambda label: sort_key(label, "en")) == ordered
