from __future__ import annotations

from collections import Counter

import pytest
from babel.core import get_global

from generator.languages.iso_codes import three_letters


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("ar", "ara"),
        ("de", "deu"),
        ("en", "eng"),
        ("en-GB", "eng"),
        ("fa", "fas"),
        ("fr", "fra"),
        ("my", "mya"),
        ("sr-Latn", "srp"),
        ("zh", "zho"),
        ("zh-Hant-TW", "zho"),
        ("haw", "haw"),
        ("qq", "und"),
    ],
)
def test_tags_become_codes_of_three_letters(tag: str, code: str) -> None:
    assert three_letters(tag) == code


def test_no_two_languages_share_a_code() -> None:
    short = {two for two in get_global("language_aliases").values() if len(two) == 2}
    shared = [code for code, n in Counter(map(three_letters, short)).items() if n > 1]
    assert shared in ([], ["und"])
