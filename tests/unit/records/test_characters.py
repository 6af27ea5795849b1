"""Invisible and meaningless characters are named; what a script needs is kept."""

from __future__ import annotations

import unicodedata

import pytest

from generator.records.characters import character_findings, is_sound

_KEPT = {
    "persian": "می\u200cخواهم",
    "hindi": "क्\u200dष",
    "khmer word breaks": "ខ្ញុំ\u200bចង់",
    "thai word breaks": "ภาษา\u200bไทย",
    "emoji with selector": "☀\ufe0f",
    "ideographic variant": "葛\U000e0100",
    "french spaces": "«\u00a0prix\u202f»",
    "chinese indent": "\u3000\u3000数字经济",
    "arabic": "العربية",
    "emoji beyond the first plane": "🌍",
    "combining marks": "e\u0301",
}


@pytest.mark.parametrize("text", _KEPT.values(), ids=_KEPT)
def test_what_scripts_need_is_kept(text: str) -> None:
    assert list(character_findings(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "ab\u200ccd",
        "中\u200d文",
        "می\u200c",
        "\u200cمی",
        "a\u200bb",
        "中\u200b文",
        "a\ufe0f",
        "ab\U000e0101",
    ],
)
def test_joiners_and_breaks_elsewhere_are_refused(text: str) -> None:
    assert [found.rule for found in character_findings(text)] == ["character-hidden"]


@pytest.mark.parametrize("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])
def test_changes_of_direction_are_refused_by_name(code: int) -> None:
    (found,) = character_findings(f"one\ntwo{chr(code)}three")
    assert (found.rule, tuple(found.spot)) == ("character-hidden", (2, 4))
    assert f"{unicodedata.name(chr(code))} (U+{code:04X})" in str(found.message)


def test_no_control_or_format_character_passes() -> None:
    controls = [
        chr(code)
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in {"Cc", "Cf"} and chr(code) != "\n"
    ]
    others = ["\ud800", "\udfff", "\ue000", "\uf8ff", "\U000f0000", "\uffff", "\ufdd0", "\u0378"]
    assert [each for each in controls + others if is_sound(f"a{each}a")] == []


def test_a_repeated_character_is_one_finding_with_its_number() -> None:
    (found,) = character_findings("a\u200bb\u200bc\u200bd")
    assert "3 places" in str(found.message)


def test_a_mark_at_the_start_is_a_matter_of_encoding() -> None:
    assert [found.rule for found in character_findings("\ufeffa: b")] == ["file-encoding"]
    assert [found.rule for found in character_findings("a\ufeff: b")] == ["character-hidden"]
