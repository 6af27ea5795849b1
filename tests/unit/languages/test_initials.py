"""An index has each label under the letter where readers of the language look for it."""

from __future__ import annotations

import pytest

from generator.languages.initials import DIGITS, OTHER, index_key, initial


@pytest.mark.parametrize(
    ("language", "label", "heading"),
    [
        ("en", "“Early harvest”", "E"),
        ("en", "2030 Agenda", DIGITS),
        ("en", "与各方合作", OTHER),
        ("fr", "Éthiopie", "E"),
        ("es", "Ñandú", "Ñ"),
        ("pt", "África", "A"),
        ("ru", "Ёлкино", "Ё"),
        ("ru", "ISO 14001", "I"),
        ("ar", "الاتفاقية", "ا"),
        ("ar", "البرنامج", "ب"),
        ("ar", "أفغانستان", "ا"),
        ("fa", "۲۰۳۰", DIGITS),
        ("fa", "كنيا", "ک"),
        ("th", "ไทย", "ไ"),
        ("zh", "《巴黎协定》", "B"),
        ("zh", "阿富汗", "A"),
        ("zh", "中国", "Z"),
        ("zh", "座谈", "Z"),
        ("zh", "ISO 14001", "I"),
        ("zh", "鳄鱼", OTHER),
        ("en", "…", OTHER),
    ],
)
def test_a_label_stands_under_its_letter(language: str, label: str, heading: str) -> None:
    assert initial(label, language) == heading


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("en", ["10 steps", "Cuba", "“Early harvest”", "Éire", "Fiji", "与各方"]),
        ("ru", ["2030", "Ежовск", "Ёлкино", "Железо", "ISO"]),
        ("ar", ["الاتفاقية", "أفغانستان", "البرنامج", "تايلند", "كينيا"]),
        ("zh", ["2030年", "阿富汗", "Basel", "《巴黎协定》", "中国", "鳄鱼"]),
    ],
)
def test_headings_follow_the_alphabet_and_labels_stay_under_theirs(
    language: str, ordered: list[str]
) -> None:
    mixed = ordered[::-1]
    assert sorted(mixed, key=lambda label: index_key(label, language)) == ordered
