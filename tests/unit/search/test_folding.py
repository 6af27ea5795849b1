"""Spellings that readers do not tell apart become equal, in Python and in the page alike."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.search import folding
from generator.search.folding import Folding, read_folding
from tests.unit.search.engine import ENGINE, ask

_GOLDEN = json.loads(Path(__file__).with_name("golden.json").read_text(encoding="utf-8"))
_TABLE = Path(folding.__file__).with_name("folding.json")
_BEGIN, _END = "/* folding: begin */", "/* folding: end */"


@pytest.fixture(scope="module")
def rules() -> Folding:
    return read_folding()


@pytest.mark.parametrize("golden", _GOLDEN, ids=lambda golden: golden["text"])
def test_the_generator_folds_the_golden_examples(golden: dict[str, object], rules: Folding) -> None:
    text = str(golden["text"])
    assert rules.normalise(text) == golden["normalised"]
    assert rules.tokens(text) == golden["tokens"]


def test_the_page_folds_the_golden_examples(tmp_path: Path) -> None:
    calls = [[method, golden["text"]] for golden in _GOLDEN for method in ("normalise", "tokens")]
    answers = [answer.result for answer in ask(tmp_path, calls)]
    wanted = [golden[field] for golden in _GOLDEN for field in ("normalised", "tokens")]
    assert answers == wanted


def test_the_page_has_the_table_of_the_generator() -> None:
    script = ENGINE[0].read_text(encoding="utf-8")
    embedded = script.partition(_BEGIN)[2].partition(_END)[0]
    table = json.loads(_TABLE.read_text(encoding="utf-8"))
    wanted = json.dumps(table, ensure_ascii=True, separators=(",", ":"))
    assert embedded == wanted, f"put this between the marks of {ENGINE[0].name}:\n{wanted}"


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Đà Nẵng", "da nang"),
        ("İstanbul", "ISTANBUL"),
        ("electronic ﬁling", "ELECTRONIC FILING"),
        ("объём", "обьем"),
        ("الإلكترونية", "الالكترونيه"),
        ("والتجارة", "تجارة"),
        ("می‌شود", "ميشود"),
        ("ہے", "هي"),
        ("ज़रूरत", "जरूरत"),
        ("٢٠٣٠", "2030"),
        ("๒๕๖๙", "２５６９"),
        ("ガイド", "がいど"),
        ("น้ำ", "นํ้า"),
        ("ໜອງ", "ຫນອງ"),
        ("сўз", "суз"),
    ],
)
def test_spellings_of_one_word_are_equal(written: str, typed: str, rules: Folding) -> None:
    assert rules.tokens(written) == rules.tokens(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [("कर", "कार"), ("ที่", "ทู่"), ("ကို", "ကူ"), ("ប៉ុស្តិ៍", "បោះ"), ("мир", "мор"), ("کتاب", "کتب")],
)
def test_marks_that_make_another_word_stay(one: str, other: str, rules: Folding) -> None:
    assert rules.tokens(one) != rules.tokens(other)


def test_traditional_and_japanese_characters_become_the_simplified_ones(rules: Folding) -> None:
    assert rules.simplified("電子提單") == "电子提单"
    assert rules.simplified("経済") == rules.simplified("經濟") == "经济"
    assert rules.variants_of("电") == {"電": "电"}


def test_particles_written_onto_a_word_are_known(rules: Folding) -> None:
    assert rules.unglued("בסחר", "he") == ["סחר"]
    assert rules.unglued("وبتسهيل", "ar") == ["بتسهيل", "تسهيل"]
    assert rules.unglued("بازار", "fa") == []
