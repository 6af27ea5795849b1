"""Each check finds what it must, at the right character, and nothing else is found beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.rules import explanation

if TYPE_CHECKING:
    from tests.unit.checks.conftest import Check, Edit

_SAMPLE = "projects/sample.yaml"
_TRAINING = "projects/common-training.yaml"
_STEP = """  - status: {status}
    on: {on}
    source: first-report
    quote: Something happened.
"""
_COMPLETED = (
    "    language: zh\n",
    "    language: zh\n" + _STEP.format(status="completed", on="2023-01-05"),
)
_FOUNDED_BY = "  - value: {value}\n    relation: exactly\n    predicate: issued\n"
_OBSERVED = "  - value: 3\n    relation: at-least\n    predicate: issued\n"
_PART = "    number: 3\n    title: Green cooperation again\n    field: green\n"
_CONFUSABLE = "confusable:\n  - title: Other\n    difference: It is older.\n"
_FIRST_HAND = "as_of: 2020-05-12\n    evidence:\n      - source: first-report\n"
_SECOND_HAND = "as_of: 2020-05-12\n    evidence:\n      - source: hearsay\n"
_HEARSAY = """language: en
title: What colleagues say
publisher: Harbour Review
address: https://review.example.org/
grade: {grade}
official: false
supports: The number of supporters.
retrieved: 2024-01-10
"""

_GLOSSARY = """language: en
concepts:
  - id: {first}
    labels:
      en: [customs]
  - id: {second}
    labels:
      en: [customs office]
"""


def test_right_content_has_no_issues(check: Check) -> None:
    checked = check({})
    assert checked.reading == ()
    assert checked.issues == ()


# In each case the places where an issue must be are marked with ▶.
_CASES: list[tuple[str, dict[str, Edit]]] = [
    ("reference-unknown", {_SAMPLE: [("track: shared-library", "track: ▶shared-libary")]}),
    ("reference-unknown", {_SAMPLE: [("[paperless-trade]", "[paperless-trade, ▶green-good]")]}),
    ("reference-unknown", {_SAMPLE: [("lead: [XAA]", "lead: [▶XAB]")]}),
    ("reference-unknown", {_SAMPLE: [("[XBB, north-chamber]", "[XBB, ▶south-chamber]")]}),
    ("reference-unknown", {_SAMPLE: [("by: XCC", "by: ▶XCD")]}),
    (
        "reference-unknown",
        {_SAMPLE: [("2022-03-01\n    source: second", "2022-03-01\n    source: ▶third")]},
    ),
    ("reference-unknown", {_SAMPLE: [("source: first-report", "source: ▶fifth-report")]}),
    (
        "reference-unknown",
        {_SAMPLE: [("as_of: 2021\n  source: second", "as_of: 2021\n  source: ▶third")]},
    ),
    (
        "reference-unknown",
        {_SAMPLE: [("track: shared", "parts: [green-part, ▶blue-part]\ntrack: shared")]},
    ),
    (
        "reference-unknown",
        {
            _SAMPLE: [
                (
                    "title: Electronic",
                    "title:\n  en: {text: A, status: attested, source: ▶nobody}\n  zh: >-\n    E",
                )
            ]
        },
    ),
    (
        "reference-unknown",
        {
            "participants/XBB.yaml": [
                (
                    "source: second-report}",
                    "source: ▶nowhere}",
                )
            ]
        },
    ),
    (
        "reference-unknown",
        {"participants/XAA.yaml": [("source: first-report", "source: ▶no-report")]},
    ),
    ("reference-unknown", {"pillars/green-goods.yaml": [("part: green-part", "part: ▶blue-part")]}),
    (
        "reference-unknown",
        {"pillars/green-goods.yaml": [("instrument: sample-standard", "instrument: ▶sample-law")]},
    ),
    (
        "reference-unknown",
        {
            "pillars/green-goods.yaml": [
                ("source: first-report\n    mapping", "source: ▶a\n    mapping")
            ]
        },
    ),
    ("reference-unknown", {"tracks/yearly-meeting.yaml": [("first-report", "▶last-report")]}),
    (
        "reference-unknown",
        {"organizations/sample-office.yaml": [("[shared-library]", "[shared-library, ▶nothing]")]},
    ),
    (
        "reference-unknown",
        {"organizations/north-chamber.yaml": [("second-report", "▶minute-report")]},
    ),
    (
        "reference-unknown",
        {"events/first-sample-forum.yaml": [("[sample-office]", "[▶sample-officer]")]},
    ),
    (
        "reference-unknown",
        {"events/first-sample-forum.yaml": [("yearly-meeting", "▶daily-meeting")]},
    ),
    (
        "reference-unknown",
        {"events/first-sample-forum.yaml": [("pillars: all", "pillars: [▶green-bads]")]},
    ),
    ("reference-unknown", {"instruments/sample-standard.yaml": [("[paperless-trade]", "[▶all]")]}),
    ("reference-unknown", {"framework.yaml": [("lead: sample-office", "lead: ▶XAA")]}),
    (
        "reference-unknown",
        {"framework.yaml": [("source: first-report\nparts", "source: ▶first-rapport\nparts")]},
    ),
    (
        "reference-unknown",
        {
            "framework.yaml": [
                (
                    "observations:\n",
                    f"{_CONFUSABLE}    sources: [first-report, ▶x]\nobservations:\n",
                )
            ]
        },
    ),
    ("moved-target", {"projects/old-training.yaml": "moved: [common-training, ▶comon-training]\n"}),
    ("moved-target", {"projects/old-training.yaml": "moved:\n  - ▶old-training\n"}),
    ("status-history", {_SAMPLE: [("status: open\nhistory", "status: ▶active\nhistory")]}),
    (
        "history-after-end",
        {
            _SAMPLE: [
                (
                    "    language: zh\n",
                    "    language: zh\n"
                    + _STEP.format(status="withdrawn", on="2022-01-05")
                    + _STEP.format(status="open", on="2022-06").replace("- ", "- ▶", 1),
                )
            ]
        },
    ),
    (
        "open-but-ended",
        {
            _SAMPLE: [
                ("open_to_join: true", "open_to_join: ▶true"),
                ("status: open\nhistory", "status: completed\nhistory"),
                _COMPLETED,
            ]
        },
    ),
    (
        "count-second-hand",
        {
            "sources/hearsay.yaml": _HEARSAY.format(grade="C"),
            "framework.yaml": [
                ("  - value: 3", "  - ▶value: 3"),
                (_FIRST_HAND, _SECOND_HAND),
            ],
        },
    ),
    ("count-differs", {"framework.yaml": [(_OBSERVED, _FOUNDED_BY.format(value="▶4"))]}),
    ("count-differs", {"framework.yaml": [(_OBSERVED, _FOUNDED_BY.format(value="▶2"))]}),
    ("number-sequence", {"tracks/yearly-meeting.yaml": [("number: 2", "number: ▶3")]}),
    ("number-sequence", {"tracks/yearly-meeting.yaml": [("number: 2", "number: ▶0")]}),
    (
        "number-sequence",
        {
            "pillars/green-goods.yaml": [("number: 2", "number: ▶1")],
            "pillars/paperless-trade.yaml": [("number: 1", "number: ▶1")],
        },
    ),
    ("number-sequence", {"framework.yaml": [("number: 2", "number: ▶3")]}),
    (
        "country-code",
        {"participants/XAA.yaml": [("kind: country\nalpha_2: XA\n", "kind: ▶country\n")]},
    ),
    (
        "country-code",
        {
            "participants/XAA.yaml": [("alpha_2: XA", "alpha_2: XC")],
            "participants/XCC.yaml": [("alpha_2: XC", "alpha_2: ▶XC")],
        },
    ),
    (
        "country-code",
        {
            "participants/deltaland.yaml": "language: en\nkind: ▶country\nalpha_2: XD\n"
            "name: Deltaland\nstatus: joined\nsince: 2022\nevidence:\n  - source: first-report\n"
        },
    ),
    (
        "party-twice",
        {
            "participants/north-chamber.yaml": "language: en\nkind: organization\nname: Chamber\n"
            "status: supporting\nsince: 2022\nevidence:\n  - source: first-report\n",
            "organizations/north-chamber.yaml": [("name: 北方商会", "name: ▶北方商会")],
        },
    ),
    (
        "list-repeated",
        {"glossary.yaml": _GLOSSARY.format(first="customs", second="▶customs")},
    ),
    ("list-repeated", {_SAMPLE: [("[XBB, north-chamber]", "[XBB, ▶XAA]")]}),
    (
        "list-repeated",
        {
            _SAMPLE: [
                (
                    "status: open\nhistory",
                    "  - by: ▶XCC\n    on: 2023\n    source: first-report\nstatus: open\nhistory",
                )
            ]
        },
    ),
    (
        "list-repeated",
        {
            "pillars/green-goods.yaml": [
                (
                    "reviewed_on",
                    "  - instrument: ▶sample-standard\n    why: It names goods.\nreviewed_on",
                )
            ]
        },
    ),
    (
        "list-repeated",
        {"framework.yaml": [("observations:\n", f"  - id: ▶green-part\n{_PART}observations:\n")]},
    ),
    ("date-order", {_SAMPLE: [("on: 2021-02\n", "on: ▶2019-02\n")]}),
    ("date-order", {_SAMPLE: [("on: 2022-03-01", "on: ▶2020-05-11")]}),
    ("date-order", {_SAMPLE: [("end: 2025", "end: ▶2021-01")]}),
    ("date-order", {"events/first-sample-forum.yaml": [("end: 2020-05-13", "end: ▶2020-05-11")]}),
    ("date-order", {"instruments/sample-convention.yaml": [("2012-01-01", "▶2009-12-31")]}),
    ("date-order", {"sources/first-report.yaml": [("2024-01-10", "▶2020-01-10")]}),
    ("date-future", {_SAMPLE: [("on: 2021-02\n", "on: ▶2024-07\n")]}),
    ("date-future", {_SAMPLE: [("on: 2022-03-01", "on: ▶2024-06-02")]}),
    ("date-future", {_SAMPLE: [("as_of: 2021", "as_of: ▶2025")]}),
    ("date-future", {"participants/XAA.yaml": [("since: 2020-05-12", "since: ▶2120-05-12")]}),
    ("date-future", {"sources/first-report.yaml": [("2024-01-10", "▶2025-01-10")]}),
    ("date-future", {"pillars/green-goods.yaml": [("2024-01-15", "▶2025-01-15")]}),
    ("date-future", {"instruments/sample-standard.yaml": [("2015-06", "▶2025-06")]}),
    ("date-future", {"instruments/sample-standard.yaml": [("2024-01-15", "▶2034-01-15")]}),
    ("date-future", {"framework.yaml": [("as_of: 2020-05-12", "as_of: ▶2030-05-12")]}),
    ("markdown-unsafe", {_SAMPLE: [("description: |\n  The", "description: ▶|\n  <b>The")]}),
    (
        "markdown-unsafe",
        {
            _TRAINING: [
                ("pillars: all", "description: ▶'![map](https://example.org/a.png)'\npillars: all")
            ]
        },
    ),
    (
        "markdown-unsafe",
        {
            _TRAINING: [
                (
                    "pillars: all",
                    "description:\n  en: Words\n  zh: ▶'[x](javascript:y)'\npillars: all",
                )
            ]
        },
    ),
    (
        "markdown-unsafe",
        {
            "pillars/green-goods.yaml": [
                ("evidence:", "official_text: ▶'[x](page.html)'\nevidence:")
            ]
        },
    ),
    (
        "wording-source",
        {
            "participants/XBB.yaml": [
                (
                    "zh: {text: 乙国, status: attested, source: second-report}",
                    "zh: ▶{text: 乙国, status: attested}",
                )
            ]
        },
    ),
    (
        "wording-source",
        {
            "framework.yaml": [
                ("place: Sampleton", "place:\n    en:\n      ▶text: S\n      status: attested")
            ]
        },
    ),
    ("language-unknown", {_SAMPLE: [("language: en", "language: ▶cn")]}),
    ("language-unknown", {"tracks/shared-library.yaml": [("language: en", "language: ▶jp")]}),
    (
        "language-unknown",
        {"languages.yaml": [("fallback: [en]\n  - tag: ar", "fallback: [en, ▶fr]\n  - tag: ar")]},
    ),
    (
        "language-unknown",
        {"languages.yaml": [("fallback: [en]\n  - tag: ar", "fallback: [▶zh]\n  - tag: ar")]},
    ),
    (
        "language-unknown",
        {
            "languages.yaml": [
                ("tag: ar", "tag: ▶en"),
                ("rtl\n    fallback: [en]", "rtl\n    fallback: [▶en]"),
            ]
        },
    ),
]


@pytest.mark.parametrize(("rule", "edits"), _CASES)
def test_a_fault_is_found_where_it_stands(check: Check, rule: str, edits: dict[str, Edit]) -> None:
    checked = check(edits)
    assert checked.reading == ()
    assert checked.marked
    assert checked.places == checked.marked
    assert checked.rules == {rule}


# Content that comes close to breaking a rule and keeps it.
_QUIET: list[dict[str, Edit]] = [
    {
        _SAMPLE: [
            ("status: open\nhistory", "status: completed\nhistory"),
            ("open_to_join: true\n", ""),
            _COMPLETED,
        ]
    },
    {_SAMPLE: [("on: 2021-02\n", "on: 2020\n"), ("on: 2022-03-01", "on: 2020")]},
    {_SAMPLE: [("on: 2021-02\n", "on: 2024-06\n")]},
    {_SAMPLE: [("on: 2021-02\n", "on: 2024\n")]},
    {_SAMPLE: [("on: 2022-03-01", "on: 2024-06-01")]},
    {_SAMPLE: [("end: 2025", "end: 2199")]},
    {_SAMPLE: [("partners: [XBB,", "partners: [XCC,")]},
    {"events/first-sample-forum.yaml": [("start: 2020-05-12\nend: 2020-05-13", "start: 2199")]},
    {"events/first-sample-forum.yaml": [("track: yearly-meeting\npillars: all\n", "")]},
    {"instruments/sample-convention.yaml": [("2012-01-01", "2199-01-01")]},
    {"instruments/sample-convention.yaml": [("2012-01-01", "2010-01-01")]},
    {"sources/first-report.yaml": [("language: en", "language: fr")]},
    {
        "sources/first-report.yaml": [
            ("title: Framework", "title:\n  en: {status: attested, text: F}\n  zh: >-\n    F")
        ]
    },
    {"participants/XCC.yaml": [("kind: country\nalpha_2: XC", "kind: region")]},
    {"framework.yaml": [(_OBSERVED, _FOUNDED_BY.format(value="3"))]},
    {"framework.yaml": [("value: 3", "value: 300")]},
    {
        "sources/hearsay.yaml": _HEARSAY.format(grade="B"),
        "framework.yaml": [(_FIRST_HAND, _SECOND_HAND)],
    },
    {
        "sources/hearsay.yaml": _HEARSAY.format(grade="C"),
        "framework.yaml": [
            ("20-05-12\n    evidence:\n", "20-05-12\n    evidence:\n      - source: hearsay\n")
        ],
    },
    {_TRAINING: [("pillars: all", "description: '[x](https://example.org/) `<b>`'\npillars: all")]},
    {_TRAINING: [("summary: Officials", "summary: <b>In a plain text</b> officials")]},
]


@pytest.mark.parametrize("edits", _QUIET)
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
        ("participants/XAA.yaml", {"framework.yaml": [(_OBSERVED, _FOUNDED_BY.format(value="3"))]}),
        ("tracks/shared-library.yaml", {}),
        ("pillars/paperless-trade.yaml", {}),
        (
            "sources/first-report.yaml",
            {
                "sources/hearsay.yaml": _HEARSAY.format(grade="C"),
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
            {_SAMPLE: [("track: shared-library", "track: shared-libary")]},
            "there is no track 'shared-libary'",
            "did you mean 'shared-library'?",
        ),
        (
            {_SAMPLE: [("lead: [XAA]", "lead: [xaa]")]},
            "there is no participant or organization 'xaa'",
            "did you mean 'XAA'?",
        ),
        (
            {_SAMPLE: [("track: shared-library", "track: quite-other")]},
            "there is no track 'quite-other'",
            "known are: shared-library, yearly-meeting",
        ),
        (
            {_SAMPLE: [("sdgs:", "parts: [blue]\nsdgs:")]},
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
                "tracks/old-library.yaml": "moved: [shared-library, yearly-meeting]\n",
                _SAMPLE: [("track: shared-library", "track: old-library")],
            },
            "there is no track 'old-library'",
            "it was divided: write one of shared-library, yearly-meeting",
        ),
        (
            {_SAMPLE: [("status: open\nhistory", "status: active\nhistory")]},
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


def test_where_many_are_known_the_hint_says_where_to_look(check: Check) -> None:
    many: dict[str, Edit] = {
        f"sources/paper-{number}.yaml": _HEARSAY.format(grade="B") for number in range(12)
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
    edits = {"framework.yaml": [(_OBSERVED, _FOUNDED_BY.format(value="4"))]}
    assert [issue.severity for issue in check(edits).issues] == ["warning"]


def test_all_faults_are_reported_in_one_run(check: Check) -> None:
    checked = check(
        {
            _SAMPLE: [
                ("track: shared-library", "track: ▶nowhere"),
                ("on: 2021-02\n", "on: ▶2019\n"),
            ],
            _TRAINING: [("status: proposed\nhistory", "status: ▶open\nhistory")],
            "projects/old-training.yaml": "moved: [▶nothing]\n",
        }
    )
    assert checked.places == checked.marked
    assert len(checked.issues) == 4


@pytest.mark.parametrize("code", sorted({rule for rule, _ in _CASES}))
def test_the_wrong_examples_of_a_rule_break_it(check: Check, code: str) -> None:
    examples = explanation(code).wrong
    checked = check({each.path.removeprefix("content/"): each.text for each in examples})
    assert checked.reading == ()
    assert checked.rules == {code}
    assert {place.file for place in checked.places} <= {each.path for each in examples}


@pytest.mark.parametrize("code", sorted({rule for rule, _ in _CASES}))
def test_the_right_examples_of_a_rule_break_none(check: Check, code: str) -> None:
    examples = explanation(code).right
    checked = check({each.path.removeprefix("content/"): each.text for each in examples})
    assert checked.reading == ()
    assert checked.issues == ()
