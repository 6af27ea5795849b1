"""Safe mistakes are mended; comments, order and everything that could mean two things stay."""

from __future__ import annotations

import pytest

from generator.checks.named_parties import plain_name
from generator.records.findings import Spot, finding
from generator.records.interpreting import interpret
from generator.records.mending import Patient, mend, mend_references, tidied

_IDS = {
    "alphaland": "XAA", "betaland": "XBB", "paperlesstrade": "paperless-trade",
    "greengoods": "green-goods", "sharedlibrary": "shared-library",
}  # fmt: skip
_PATIENT = Patient("projects", "sample", lambda _field, words: _IDS.get(plain_name(words)))
_SOUND = """\
language: en
kind: project
title: Certificates
summary: Offices exchange certificates.
pillars: [paperless-trade]
track: shared-library
lead: [XAA]
open_to_join: true
seeks:
  - An office
status: announced
history:
  - status: announced
    on: 2026-03-01
    source: first-report
    quote: They will.
sdgs: [9, 17]
"""


def with_line(old: str, new: str) -> str:
    assert old in _SOUND
    return _SOUND.replace(old, new)


def faults(text: str) -> list[str]:
    return [found.rule for found in interpret(text, kind="projects", record_id="sample").findings]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("language: en", "language:en"),
        ("language: en", "language：en"),
        ("language: en", "\ufefflanguage: en"),
        ("title: Certificates", "title:\u00a0Certificates"),
        ("title: Certificates", "tilte: Certificates"),
        ("title: Certificates", "Title: Certificates"),
        ("title: Certificates", "title: Certi\u200bficates"),
        ("  - An office", "\t- An office"),
        ("  - An office", "  -\u3000An office"),
        ("  - An office", "  • An office"),
        ("  - An office", "  * An office"),
        ("pillars: [paperless-trade]", "pillars: [Paperless trade]"),
        ("pillars: [paperless-trade]", "pillars: paperless-trade"),
        ("pillars: [paperless-trade]", "pillars: [paperless-trade"),
        ("track: shared-library", "track: Shared library"),
        ("track: shared-library", "track: [shared-library]"),
        ("track: shared-library", "track:\n  - shared-library"),
        ("lead: [XAA]", "lead: Alphaland"),
        ("lead: [XAA]", "lead: [“Alphaland”]"),
        ("lead: [XAA]", "lead: [XAA, XAA]"),
        ("open_to_join: true", "open-to-join: Yes"),
        ("open_to_join: true", "open_to_join: 是"),
        ("on: 2026-03-01", "on: 2026/3/1"),
        ("on: 2026-03-01", "on: 1 March 2026"),
        ("on: 2026-03-01", "on: 2026年3月1日"),
        ("kind: project", "kind: Project"),
        ("kind: project", "kind: projcet"),
        ("sdgs: [9, 17]", "sdgs: [9, SDG 17]"),
        ("sdgs: [9, 17]", "sdgs: [9, 17, 9]"),
    ],
)
def test_mistake_is_mended_to_the_letter(right: str, wrong: str) -> None:
    text = with_line(right, wrong)
    assert faults(text)
    mended = mend(text, _PATIENT)
    assert mended.text == _SOUND
    assert mended.findings


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("title: Certificates: without paper", "title: 'Certificates: without paper'"),
        ("title: 'Ghana's certificates'", "title: 'Ghana''s certificates'"),
        ('title: "Certificates” ', "title: 'Certificates'"),
        ('title: "Certificates', "title: 'Certificates'"),
        ('title: "Certificates" of origin', "title: '\"Certificates\" of origin'"),
        ("title: 'Certificates' of origin", "title: '''Certificates'' of origin'"),
        ("title: '证书'的来源", "title: '''证书''的来源'"),
        ('title: "Ghana\'s" certificates', "title: '\"Ghana''s\" certificates'"),
        ("title: @home", "title: '@home'"),
        ("title: Phase #1", "title: 'Phase #1'"),
    ],
)
def test_quotes_enclose_the_whole_value(wrong: str, right: str) -> None:
    mended = mend(with_line("title: Certificates", wrong), _PATIENT).text
    assert mended == with_line("title: Certificates", right)
    assert faults(mended) == []


@pytest.mark.parametrize(
    ("line", "ambiguous"),
    [
        ("on: 2026-03-01", "on: 01.03.2026"),
        ("status: announced\nhistory", "status: done\nhistory"),
        ("lead: [XAA]", "lead: Nowhere"),
        ("title: Certificates\n", ""),
        ("  - An office", "  - An office\n   - Another: one"),
        ("title: Certificates", "title: *certificates"),
        ("title: Certificates", "title: 'words \"quoted\" and it's open"),
        ("title: Certificates", "title: 'open and it's not closed"),
    ],
)
def test_what_could_mean_two_things_is_left_alone(line: str, ambiguous: str) -> None:
    text = with_line(line, ambiguous)
    assert faults(text)
    assert mend(text, _PATIENT).text == text


def test_every_item_of_a_list_gets_its_dash() -> None:
    text = with_line("  - An office", "  • An office\n  • A teacher")
    right = with_line("  - An office", "  - An office\n  - A teacher")
    assert mend(text, _PATIENT).text == right


def test_free_words_keep_their_commas() -> None:
    text = with_line("seeks:\n  - An office", "seeks: Officers, for training")
    assert "seeks: ['Officers, for training']\n" in mend(text, _PATIENT).text


def test_comments_and_order_of_items_stay() -> None:
    text = with_line("lead: [XAA]", "# ask Lena\nlead:  # two\n  - Betaland  # b\n  - XAA")
    right = with_line("lead: [XAA]", "# ask Lena\nlead:  # two\n  - XBB  # b\n  - XAA")
    assert mend(text, _PATIENT).text == right


def test_names_that_only_a_check_between_records_finds_are_replaced() -> None:
    text = with_line("track: shared-library", "track: sharedlibrary")
    found = finding(Spot(6, 8), "reference-unknown", "there is no such track", "mend it")
    assert mend_references(text, _PATIENT, [found]).text == _SOUND


def test_fields_come_into_the_usual_order_and_blanks_go() -> None:
    text = "# the file\n" + with_line("kind: project\n", "").replace(
        "status: announced\nhistory", "# a kind\nkind: project  \nstatus: announced\nhistory"
    )
    assert tidied(text, "projects") == "# the file\n" + _SOUND.replace(
        "kind: project", "# a kind\nkind: project"
    )


def test_a_line_break_of_markdown_is_no_blank_to_be_removed() -> None:
    text = with_line("pillars:", "description: |\n  One  \n  two\npillars:")
    assert tidied(text, "projects") == text
