"""Edits of the miniature content that break a rule, and edits that come close to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.unit.checks.conftest import Edit

SAMPLE = "projects/sample.yaml"
TRAINING = "projects/common-training.yaml"
_STEP = """  - status: {status}
    on: {on}
    source: first-report
    quote: Something happened.
"""
_COMPLETED = (
    "    language: zh\n",
    "    language: zh\n" + _STEP.format(status="completed", on="2023-01-05"),
)
FOUNDED_BY = "  - value: {value}\n    relation: exactly\n    predicate: issued\n"
OBSERVED = "  - value: 3\n    relation: at-least\n    predicate: issued\n"
_PART = "    number: 3\n    title: Green cooperation again\n    field: green\n"
_CONFUSABLE = "confusable:\n  - title: Other\n    difference: It is older.\n"
_FIRST_HAND = "as_of: 2020-05-12\n    evidence:\n      - source: first-report\n"
_SECOND_HAND = "as_of: 2020-05-12\n    evidence:\n      - source: hearsay\n"
HEARSAY = """language: en
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

# In each case the places where an issue must be are marked with ▶.
CASES: list[tuple[str, dict[str, Edit]]] = [
    ("reference-unknown", {SAMPLE: [("track: shared-library", "track: ▶shared-libary")]}),
    ("reference-unknown", {SAMPLE: [("[paperless-trade]", "[paperless-trade, ▶green-good]")]}),
    ("reference-unknown", {SAMPLE: [("lead: [XAA]", "lead: [▶XAB]")]}),
    ("reference-unknown", {SAMPLE: [("[XBB, north-chamber]", "[XBB, ▶south-chamber]")]}),
    ("reference-unknown", {SAMPLE: [("by: XCC", "by: ▶XCD")]}),
    (
        "reference-unknown",
        {SAMPLE: [("2022-03-01\n    source: second", "2022-03-01\n    source: ▶third")]},
    ),
    ("reference-unknown", {SAMPLE: [("source: first-report", "source: ▶fifth-report")]}),
    (
        "reference-unknown",
        {SAMPLE: [("as_of: 2021\n  source: second", "as_of: 2021\n  source: ▶third")]},
    ),
    (
        "reference-unknown",
        {SAMPLE: [("track: shared", "parts: [green-part, ▶blue-part]\ntrack: shared")]},
    ),
    (
        "reference-unknown",
        {
            SAMPLE: [
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
    ("status-history", {SAMPLE: [("status: open\nhistory", "status: ▶active\nhistory")]}),
    (
        "history-after-end",
        {
            SAMPLE: [
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
            SAMPLE: [
                ("open_to_join: true", "open_to_join: ▶true"),
                ("status: open\nhistory", "status: completed\nhistory"),
                _COMPLETED,
            ]
        },
    ),
    (
        "count-second-hand",
        {
            "sources/hearsay.yaml": HEARSAY.format(grade="C"),
            "framework.yaml": [
                ("  - value: 3", "  - ▶value: 3"),
                (_FIRST_HAND, _SECOND_HAND),
            ],
        },
    ),
    ("count-differs", {"framework.yaml": [(OBSERVED, FOUNDED_BY.format(value="▶4"))]}),
    ("count-differs", {"framework.yaml": [(OBSERVED, FOUNDED_BY.format(value="▶2"))]}),
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
            "participants/FRA.yaml": "language: en\nkind: country\nname: France\nalpha_2: ▶DE\n"
            "status: joined\nsince: 2022\nevidence:\n  - source: first-report\n"
        },
    ),
    (
        "country-code",
        {
            "participants/FRB.yaml": "language: en\nkind: ▶country\nname: France\nalpha_2: FR\n"
            "status: joined\nsince: 2022\nevidence:\n  - source: first-report\n"
        },
    ),
    ("date-order", {"participants/XAA.yaml": [("since: 2020-05-12", "since: ▶2020-05-13")]}),
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
    ("list-repeated", {SAMPLE: [("[XBB, north-chamber]", "[XBB, ▶XAA]")]}),
    (
        "list-repeated",
        {
            SAMPLE: [
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
    ("date-order", {SAMPLE: [("on: 2021-02\n", "on: ▶2019-02\n")]}),
    ("date-order", {SAMPLE: [("on: 2022-03-01", "on: ▶2020-05-11")]}),
    ("date-order", {SAMPLE: [("end: 2025", "end: ▶2021-01")]}),
    ("date-order", {"events/first-sample-forum.yaml": [("end: 2020-05-13", "end: ▶2020-05-11")]}),
    ("date-order", {"instruments/sample-convention.yaml": [("2012-01-01", "▶2009-12-31")]}),
    ("date-order", {"sources/first-report.yaml": [("2024-01-10", "▶2020-01-10")]}),
    ("date-future", {SAMPLE: [("on: 2021-02\n", "on: ▶2024-07\n")]}),
    ("date-future", {SAMPLE: [("on: 2022-03-01", "on: ▶2024-06-02")]}),
    ("date-future", {SAMPLE: [("as_of: 2021", "as_of: ▶2025")]}),
    (
        "date-future",
        {
            "participants/XAA.yaml": [
                ("status: founding\nsince: 2020-05-12", "status: joined\nsince: ▶2120-05-12")
            ]
        },
    ),
    ("date-future", {"sources/first-report.yaml": [("2024-01-10", "▶2025-01-10")]}),
    ("date-future", {"pillars/green-goods.yaml": [("2024-01-15", "▶2025-01-15")]}),
    ("date-future", {"instruments/sample-standard.yaml": [("2015-06", "▶2025-06")]}),
    ("date-future", {"instruments/sample-standard.yaml": [("2024-01-15", "▶2034-01-15")]}),
    ("date-future", {"framework.yaml": [("as_of: 2020-05-12", "as_of: ▶2030-05-12")]}),
    ("markdown-unsafe", {SAMPLE: [("description: |\n  The", "description: |\n  ▶<b>The")]}),
    (
        "markdown-unsafe",
        {
            TRAINING: [
                ("pillars: all", "description: '▶![map](https://example.org/a.png)'\npillars: all")
            ]
        },
    ),
    (
        "markdown-unsafe",
        {
            TRAINING: [
                (
                    "pillars: all",
                    "description:\n  en: Words\n  zh: '[x](▶javascript:y)'\npillars: all",
                )
            ]
        },
    ),
    (
        "markdown-unsafe",
        {
            "pillars/green-goods.yaml": [
                ("evidence:", "official_text: '[x](▶page.html)'\nevidence:")
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
    ("language-unknown", {SAMPLE: [("language: en", "language: ▶cn")]}),
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

# Content that comes close to breaking a rule and keeps it.
QUIET: list[dict[str, Edit]] = [
    {
        SAMPLE: [
            ("status: open\nhistory", "status: completed\nhistory"),
            ("open_to_join: true\n", ""),
            _COMPLETED,
        ]
    },
    {SAMPLE: [("on: 2021-02\n", "on: 2020\n"), ("on: 2022-03-01", "on: 2020")]},
    {SAMPLE: [("on: 2021-02\n", "on: 2024-06\n")]},
    {SAMPLE: [("on: 2021-02\n", "on: 2024\n")]},
    {SAMPLE: [("on: 2022-03-01", "on: 2024-06-01")]},
    {SAMPLE: [("end: 2025", "end: 2199")]},
    {SAMPLE: [("partners: [XBB,", "partners: [XCC,")]},
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
    {"framework.yaml": [(OBSERVED, FOUNDED_BY.format(value="3"))]},
    {"framework.yaml": [("value: 3", "value: 300")]},
    {
        "sources/hearsay.yaml": HEARSAY.format(grade="B"),
        "framework.yaml": [(_FIRST_HAND, _SECOND_HAND)],
    },
    {
        "sources/hearsay.yaml": HEARSAY.format(grade="C"),
        "framework.yaml": [
            ("20-05-12\n    evidence:\n", "20-05-12\n    evidence:\n      - source: hearsay\n")
        ],
    },
    {TRAINING: [("pillars: all", "description: '[x](https://example.org/) `<b>`'\npillars: all")]},
    {TRAINING: [("summary: Officials", "summary: <b>In a plain text</b> officials")]},
]
