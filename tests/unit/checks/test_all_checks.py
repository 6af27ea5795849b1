"""Each check finds what it must, at the right character, and nothing else is found beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.rules import explanation
from tests.unit.checks.cases import CASES, FOUNDED_BY, HEARSAY, OBSERVED, QUIET, SAMPLE, TRAINING

if TYPE_CHECKING:
    from tests.unit.checks.conftest import Check, Edit


def test_right_content_has_no_issues(check: Check) -> None:
    checked = check({})
    assert checked.reading == ()
    assert checked.issues == ()


@pytest.mark.parametrize(("rule", "edits"), CASES)
def test_a_fault_is_found_where_it_stands(check: Check, rule: str, edits: dict[str, Edit]) -> None:
    checked = check(edits)
    assert checked.reading == ()
    assert checked.marked
    assert checked.places == checked.marked
    assert checked.rules == {rule}


@pytest.mark.parametrize("edits", QUIET)
def test_what_is_right_is_not_reported(check: Check, edits: dict[str, Edit]) -> None:
    checked = check(edits)
    assert checked.reading == ()
    assert checked.issues == ()


_UNUSABLE = "language: en\n"


@pytest.mark.parametrize(
    "name",
    [
        "tracks/shared-library.yaml",
        "pillars/green-goods.yaml",
        "participants/XAA.yaml",
        "organizations/sample-office.yaml",
        "instruments/sample-standard.yaml",
        "sources/first-report.yaml",
        "projects/common-training.yaml",
    ],
)
def test_what_names_a_broken_record_is_not_reported_beside_it(check: Check, name: str) -> None:
    checked = check({name: _UNUSABLE})
    assert {issue.place.file for issue in checked.reading} == {f"content/{name}"}
    assert checked.issues == ()


@pytest.mark.parametrize(
    ("broken", "edits"),
    [
        ("participants/XAA.yaml", {"framework.yaml": [(OBSERVED, FOUNDED_BY.format(value="3"))]}),
        ("tracks/shared-library.yaml", {}),
        ("pillars/paperless-trade.yaml", {}),
        (
            "sources/first-report.yaml",
            {
                "sources/hearsay.yaml": HEARSAY.format(grade="C"),
                "framework.yaml": [
                    (
                        "20-05-12\n    evidence:\n",
                        "20-05-12\n    evidence:\n      - source: hearsay\n",
                    )
                ],
            },
        ),
    ],
)
def test_counts_wait_until_all_records_can_be_read(
    check: Check, broken: str, edits: dict[str, Edit]
) -> None:
    assert check({broken: _UNUSABLE, **edits}).issues == ()


@pytest.mark.parametrize(
    ("edits", "what", "hint"),
    [
        (
            {SAMPLE: [("track: shared-library", "track: shared-libary")]},
            "there is no track 'shared-libary'",
            "did you mean 'shared-library'?",
        ),
        (
            {SAMPLE: [("lead: [XAA]", "lead: [xaa]")]},
            "there is no participant or organization 'xaa'",
            "did you mean 'XAA'?",
        ),
        (
            {SAMPLE: [("track: shared-library", "track: quite-other")]},
            "there is no track 'quite-other'",
            "known are: shared-library, yearly-meeting",
        ),
        (
            {SAMPLE: [("sdgs:", "parts: [blue]\nsdgs:")]},
            "there is no part 'blue' of the framework",
            "known are: digital-part, green-part",
        ),
        (
            {"projects/old-training.yaml": "moved: [comon-training]\n"},
            "there is no record 'comon-training' that this one could have moved to",
            "did you mean 'common-training'?",
        ),
        (
            {"projects/older-training.yaml": "moved: [old-training]\n"},
            "there is no record 'old-training' that this one could have moved to",
            "it has moved: write common-training",
        ),
        (
            {
                "projects/older-training.yaml": "moved: [old-training]\n",
                "projects/old-training.yaml": "moved: [common-training, sample]\n",
            },
            "there is no record 'old-training' that this one could have moved to",
            "it was divided: write one of common-training, sample",
        ),
        (
            {"projects/moved-one.yaml": "moved: [moved-one]\n"},
            "this record has moved to itself",
            "write the id of the record that took its place; where there is none, delete this file",
        ),
        (
            {
                "tracks/old-library.yaml": "moved: [shared-library, yearly-meeting]\n",
                SAMPLE: [("track: shared-library", "track: old-library")],
            },
            "there is no track 'old-library'",
            "it was divided: write one of shared-library, yearly-meeting",
        ),
        (
            {SAMPLE: [("status: open\nhistory", "status: active\nhistory")]},
            "the status is 'active', but the last step of the history is 'open'",
            "write status: open, or add the step that is missing, with its source",
        ),
    ],
)
def test_the_hint_names_what_was_meant(
    check: Check, edits: dict[str, Edit], what: str, hint: str
) -> None:
    (issue,) = check(edits).issues
    assert (str(issue.message), str(issue.hint)) == (what, hint)


def test_records_that_lead_to_each_other_are_named(check: Check) -> None:
    circle: dict[str, Edit] = {
        "projects/moved-1.yaml": "moved: [▶moved-2, common-training]\n",
        "projects/moved-2.yaml": "moved: [▶moved-3]\n",
        "projects/moved-3.yaml": "moved: [▶moved-1]\n",
    }
    checked = check(circle)
    assert checked.places == checked.marked
    assert {str(issue.message) for issue in checked.issues} == {
        "the records moved-2, moved-3, moved-1 lead to each other",
        "the records moved-3, moved-1, moved-2 lead to each other",
        "the records moved-1, moved-2, moved-3 lead to each other",
    }


def test_where_many_are_known_the_hint_says_where_to_look(check: Check) -> None:
    many: dict[str, Edit] = {
        f"sources/paper-{number}.yaml": HEARSAY.format(grade="B") for number in range(12)
    }
    (issue,) = check({**many, "participants/XAA.yaml": [("first-report", "unheard-of")]}).issues
    assert "content/sources/" in str(issue.hint)


@pytest.mark.parametrize(
    ("today", "found"), [(date(2024, 1, 14), True), (date(2024, 1, 15), False)]
)
def test_the_future_begins_after_the_day_that_is_given(
    check: Check, today: date, *, found: bool
) -> None:
    rules = check({}, today=today).rules
    assert rules == ({"date-future"} if found else set())


def test_a_count_that_differs_does_not_keep_the_site_from_being_published(check: Check) -> None:
    edits = {"framework.yaml": [(OBSERVED, FOUNDED_BY.format(value="4"))]}
    assert [issue.severity for issue in check(edits).issues] == ["warning"]


def test_all_faults_are_reported_in_one_run(check: Check) -> None:
    checked = check(
        {
            SAMPLE: [
                ("track: shared-library", "track: ▶nowhere"),
                ("on: 2021-02\n", "on: ▶2019\n"),
            ],
            TRAINING: [("status: proposed\nhistory", "status: ▶open\nhistory")],
            "projects/old-training.yaml": "moved: [▶nothing]\n",
        }
    )
    assert checked.places == checked.marked
    assert len(checked.issues) == 4


def test_a_slip_in_a_record_hides_no_fault_of_another_value(check: Check) -> None:
    checked = check(
        {
            SAMPLE: [
                ("on: 2021-02\n", "on: ▶2103-10-18\n    modality: bad\n"),
                ("end: 2025", "end: ▶2021-01"),
                ("description: |\n  The", "description: |\n  ▶<b>The"),
                ("language: en", "language: ▶cn"),
                (
                    "title: Electronic",
                    "title:\n  en: ▶{text: A, status: attested}\n  zh: {text: }\n  ar: >-\n    E",
                ),
            ],
            "framework.yaml": [
                ("relation: at-least", "relation: least"),
                ("as_of: 2020-05-12", "as_of: ▶2030-05-12"),
            ],
        }
    )
    assert {issue.place.file for issue in checked.reading} == {
        "content/framework.yaml",
        f"content/{SAMPLE}",
    }
    assert checked.places == checked.marked


_FAULTY_TEXT = """description:
  en: >-
    Some ▶<a
    href="x">words</a>, and

    ▶![图](https://example.org/x.png) and 一些 ▶<b>more</b>.
  zh:
    text: |
      一些
      一些 ▶<b>字</b> ▶&#x202e; [x](▶javascript:y) <b>
    status: working
summary: <b>Short</b> words of no Markdown"""


def test_each_fault_of_a_text_is_reported_where_it_stands(check: Check) -> None:
    checked = check({TRAINING: [("summary: Officials", f"{_FAULTY_TEXT} for officials")]})
    assert checked.reading == ()
    assert checked.places == checked.marked
    assert checked.rules == {"markdown-unsafe", "character-hidden"}


@pytest.mark.parametrize("code", sorted({rule for rule, _ in CASES}))
def test_the_wrong_examples_of_a_rule_break_it(check: Check, code: str) -> None:
    examples = explanation(code).wrong
    checked = check({each.path.removeprefix("content/"): each.text for each in examples})
    assert checked.reading == ()
    assert checked.rules == {code}
    assert {place.file for place in checked.places} <= {each.path for each in examples}


@pytest.mark.parametrize("code", sorted({rule for rule, _ in CASES}))
def test_the_right_examples_of_a_rule_break_none(check: Check, code: str) -> None:
    examples = explanation(code).right
    checked = check({each.path.removeprefix("content/"): each.text for each in examples})
    assert checked.reading == ()
    assert checked.issues == ()
