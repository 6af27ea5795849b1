"""What was most likely meant is suggested, and no country instead of another one."""

from __future__ import annotations

import pytest

from generator.issues import name_meant

_NAMES = (
    "China", "Chine", "الصين", "Guinea", "Equatorial Guinea", "Kenya", "Korea",
    "République-Unie de Tanzanie", "Republic of Korea", "Доминиканская Республика",
    "Federal Republic of Germany", "Green goods",
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("People's Republic of China", "China"),
        ("République populaire de Chine", "Chine"),
        ("جمهورية الصين الشعبية", "الصين"),
        ("Republic of Equatorial Guinea", "Equatorial Guinea"),
        ("Republic of Kenya", "Kenya"),
        ("Kenja", "Kenya"),
        ("gren goods", "Green goods"),
        ("Китайская Народная Республика", None),
        ("Republic of Angola", None),
        ("Federative Republic of Brazil", None),
        ("", None),
    ],
)
def test_a_name_within_the_words_or_a_slip_is_meant(words: str, meant: str | None) -> None:
    assert name_meant(words, _NAMES) == meant
