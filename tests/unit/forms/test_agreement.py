"""The page and the command line say the same of the same record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.records.composing import compose
from generator.records.interpreting import interpret
from generator.records.nodes import data_of
from generator.records.reading import decode
from generator.records.walk import walk
from tests.miniature import checked, copy_of_mini
from tests.unit.forms.page_checks import PageResult, ask_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.records.findings import Finding

_RECORDS = Path(__file__).parents[2] / "records"
_CONTENT = Path(__file__).parents[3] / "content"
_KINDS = ("projects", "sources")

_BETWEEN = frozenset(
    {
        "date-future",
        "date-order",
        "history-after-end",
        "history-order",
        "language-unknown",
        "list-repeated",
        "markdown-unsafe",
        "moved-target",
        "open-but-ended",
        "personal-data",
        "reference-unknown",
        "status-history",
        "wording-source",
    }
)
"""Rules between records, which a file by itself cannot break."""


def _files() -> list[tuple[str, Path]]:
    found = [
        (file.with_suffix(".expected").read_text(encoding="utf-8").split("\n")[0], file)
        for file in sorted((_RECORDS / "invalid").glob("*.yaml"))
    ]
    found += [
        (file.stem.partition("--")[0], file) for file in sorted((_RECORDS / "valid").glob("*.yaml"))
    ]
    found += [(kind, file) for kind in _KINDS for file in sorted((_CONTENT / kind).glob("*.yaml"))]
    return [(kind, file) for kind, file in found if kind in _KINDS]


def _told(kind: str, written: bytes) -> tuple[Finding, ...]:
    reading = decode(written)
    if reading.text is None:
        return reading.findings
    return interpret(reading.text, kind=kind, record_id="sample").findings


def _alone(result: PageResult) -> list[str]:
    return sorted(
        f"{found.place} {found.rule}: {found.what}; {found.hint}"
        for found in result.findings
        if found.rule not in _BETWEEN
    )


def test_every_file_is_read_and_refused_alike(data: Mapping[str, object]) -> None:
    files = _files()
    assert len(files) > 300
    answers = ask_page(data, [(kind, file.read_bytes()) for kind, file in files])
    for (kind, file), result in zip(files, answers.results, strict=True):
        told = _told(kind, file.read_bytes())
        assert _alone(result) == sorted(
            f"{found.spot.line}:{found.spot.column} {found.rule}: {found.message}; {found.hint}"
            for found in told
        ), file.name
        reading = decode(file.read_bytes())
        if not told and reading.text is not None:
            root = compose(reading.text).root
            assert root is not None
            assert result.data == data_of(root), file.name


_SOUND = """language: en
kind: project
title: Sample
summary: Some words.
pillars: [paperless-trade]
track: shared-library
lead: [XAA]
partners: [north-chamber]
open_to_join: true
joined:
  - by: XBB
    on: 2021-02
    source: second-report
status: active
history:
  - status: announced
    on: 2020-05-12
    source: first-report
    quote: Some words.
  - status: active
    on: 2021-01
    source: second-report
    quote: More words.
period:
  start: 2020
  end: 2022
"""

_CHANGES = {
    "nothing": ("", ""),
    "pillar": ("[paperless-trade]", "[paperless-trad]"),
    "track": ("shared-library", "library"),
    "lead": ("[XAA]", "[XYZ]"),
    "partner": ("north-chamber", "north-chambre"),
    "source": ("source: first-report", "source: no-report-at-all"),
    "all pillars": ("[paperless-trade]", "all"),
    "part": ("track:", "parts: [no-part]\ntrack:"),
    "status": ("status: active\nhistory", "status: open\nhistory"),
    "end": ("  - status: announced", "  - status: completed"),
    "ended": ("status: active", "status: completed"),
    "leading partner": ("[north-chamber]", "[XAA]"),
    "joined twice": ("joined:\n", "joined:\n  - by: XBB\n    on: 2021\n    source: first-report\n"),
    "steps": ("on: 2021-01", "on: 2019"),
    "joined early": ("on: 2021-02", "on: 2020-04"),
    "period": ("end: 2022", "end: 2019"),
    "future": ("on: 2021-02", "on: 2031-02"),
    "same month": ("on: 2021-02", "on: 2021-01-01"),
    "html": ("pillars:", "description: See <b>this</b>.\npillars:"),
    "html in lines": (
        "pillars:",
        "description: >-\n  一 <a\n  b='x'>w</a>\n\n  ![x](http://a/(c)) 一 <b>&rlm; (y)\npillars:",
    ),
    "html in versions": (
        "pillars:",
        "description:\n  en: '一 <b>x</b>'\n  zh:\n    text: |\n      字\n      字 <b>\npillars:",
    ),
    "comment": ("pillars:", "description: See <!-- this -->.\npillars:"),
    "autolink": ("pillars:", "description: See <https://example.org>.\npillars:"),
    "image": ("pillars:", "description: 'See ![this](https://example.org/a.png)'\npillars:"),
    "script": ("pillars:", "description: See [this](javascript:alert(1)).\npillars:"),
    "relative": ("pillars:", "description: See [this](../other.html).\npillars:"),
    "link": ("pillars:", "description: See [this](https://example.org/a_(b)).\npillars:"),
    "code": ("pillars:", "description: See `<b>` and `[a](b)`.\npillars:"),
    "hidden": ("pillars:", "description: a&#x202e;b&#8203; &rlm;&shy;&Tab;&#0;c\npillars:"),
    "hidden address": ("pillars:", "description: '[a](https://a.b/&#X202E;x)'\npillars:"),
    "hidden in no link": ("pillars:", "description: '[a](java&Tab;script:x)'\npillars:"),
    "no character": ("pillars:", "description: a&#99999999999;b\npillars:"),
    "half a joint": ("pillars:", "description: ن&zwnj;a\npillars:"),
    "joint": ("pillars:", "description: می&zwnj;خواهم &#1605;&#x200c;&#1606;\npillars:"),
    "references": ("pillars:", "description: R&amp;D &eacute;&nbsp;&#10;&#x4e2d;\npillars:"),
    "hidden in code": ("pillars:", "description: See `&#x202e;` and &amp;shy;.\npillars:"),
    "less": ("pillars:", "description: 1 < 2 and 3 > 2.\npillars:"),
    "attested": (
        "title: Sample",
        "title:\n  en:\n    text: Sample\n    status: attested",
    ),
    "attesting": (
        "title: Sample",
        "title:\n  en:\n    text: Sample\n    status: attested\n    source: lost",
    ),
    "language": ("language: en", "language: xx"),
    "step back": ("  - status: active", "  - status: proposed"),
    "first step": ("  - status: announced", "  - status: suspended"),
    "mailbox": ("Some words.", "Write to li.wei@example.org."),
    "office": ("Some words.", "Write to trade-desk@example.org."),
    "telephone": ("Some words.", "Call +86 138 1234 5678."),
    "three letters": ("language: en", "language: swa"),
    "word and reference": ("kind: project\n", "kind: projct\n"),
    "reference beside a mistake": ("lead: [XAA]", "lead: [XYZ]\nsdgs: [99]"),
}


_SLIP = ("    quote: More words.", "    quote: More words.\n    modality: bad")
_CHANGES |= {
    "slip": _SLIP,
    "slip and more": (
        "track:",
        "description:\n  en: <b>x\n  zh: {text: <i>y</i>, status: attested, source: A}\ntrack:",
    ),
    "slips in lists": (
        "track:",
        "seeks:\n  - ''\n  - To li.wei@a.org\n  - en: +86 138 1234 5678\n    x: a\ntrack:",
    ),
    "slip and days": ("on: 2020-05-12\n", "on: 2120-05-12\n    modality: bad\n"),
    "slip and language": ("language: en", "language: xx\nnothing: li.wei@example.org"),
    "slip and attested": (
        "title: Sample",
        "title:\n  en:\n    text: Sample\n    status: attested\nsdgs: [99]",
    ),
    "slip and order": ("  end: 2022", "  end: 2019\nsdgs: [99]"),
    "slip and steps": (
        "on: 2020-05-12\n    source: first-report",
        "on: 2120\n    source: A B\n    modality: bad\n    nothing: x",
    ),
    "no step": ("history:\n", "history:\n  - ''\n"),
    "no period": ("  end: 2022", "  end: soon"),
    "repeated": ("lead: [XAA]", "lead: [XAA, XAA]\ndescription: <b>x</b>"),
}
"""Slips that make a record unusable, beside other faults."""


def test_records_hold_together_alike(data: Mapping[str, object], tmp_path: Path) -> None:
    workspace = copy_of_mini(tmp_path)
    file = workspace.content / "projects" / "sample.yaml"
    texts = {name: _SOUND.replace(*change, 1) for name, change in _CHANGES.items()}
    answers = ask_page(data, [("projects", text.encode()) for text in texts.values()])
    for (name, text), result in zip(texts.items(), answers.results, strict=True):
        file.write_text(text, encoding="utf-8")
        issues = [
            f"{issue.place.line}:{issue.place.column} {issue.rule}: {issue.message}"
            for issue in checked(workspace).issues
            if issue.place.file.endswith("projects/sample.yaml")
        ]
        assert sorted(
            f"{found.place} {found.rule}: {found.what}" for found in result.findings
        ) == sorted(issues), name
        assert bool(issues) == (name not in _SOUND_CHANGES), name


_SOUND_CHANGES = frozenset(
    [
        "nothing",
        "all pillars",
        "same month",
        "autolink",
        "link",
        "code",
        "less",
        "joint",
        "references",
        "hidden in code",
        "three letters",
        "office",
    ]
)


_NAMES = (
    "solar-lights",
    "open",
    "matching",
    "dashboard",
    "index",
    "con",
    "CON",
    "com1",
    "lpt9",
    "Open",
    "a--b",
    "-a",
    "a b",
    "naïve",
    "项目",
    "a\u200bb",
    "a\u00a0b",
    "a" * 80,
    "a" * 81,
    "open-2",
    "3",
)
_FILE_NAMES = (
    *(f"{name}.yaml" for name in _NAMES),
    "a.yml",
    "a.YAML",
    "a.json",
    "a",
    ".a.yaml",
    ".yaml",
    "a.yaml~",
    "a.yaml.bak",
    "#a.yaml#",
    "Thumbs.db",
    "a.b.yaml",
)


@pytest.mark.parametrize("kind", _KINDS)
def test_names_of_files_are_refused_alike(
    data: Mapping[str, object], tmp_path: Path, kind: str
) -> None:
    told = []
    for number, name in enumerate(_FILE_NAMES):
        folder = tmp_path / str(number) / kind
        folder.mkdir(parents=True)
        (folder / name).touch()
        told.append(
            [(each.rule, (str(each.message), str(each.hint))) for each in _walked(folder.parent)]
        )
    answers = ask_page(data, names=[(kind, name) for name in _FILE_NAMES])
    said = [[(each.rule, (each.what, each.hint)) for each in found] for found in answers.named]
    assert dict(zip(_FILE_NAMES, said, strict=True)) == dict(zip(_FILE_NAMES, told, strict=True))
    assert [name for name, found in zip(_FILE_NAMES, told, strict=True) if not found] == [
        f"{name}.yaml"
        for name in _NAMES
        if name in {"solar-lights", "a" * 80, "open-2", "3"}
        or (kind == "sources" and name in {"open", "matching", "dashboard"})
    ]


def _walked(content: Path) -> list[Finding]:
    return [found for _, found in walk(content).findings]


_HOSTILE = {
    "anchors": "&a " * 50,
    "dashes": "- " * 5_000,
    "brackets": "[" * 60,
    "braces": "{a: " * 20,
    "quotes": "'" * 4_000,
    "anchors on lines": "&a\n" * 5_000,
    "question marks": "? " * 3_000,
    "fields": "a:\n" * 5_000,
    "tags": "!x\n" * 4_000,
    "long text": "a: |\n" + " x\n" * 30_000,
    "mark": "\ufeff",
    "null": "\0",
    "nothing": "",
}


@pytest.mark.parametrize("text", _HOSTILE.values(), ids=_HOSTILE)
def test_hostile_text_is_answered(data: Mapping[str, object], text: str) -> None:
    (result,) = ask_page(data, [("projects", text.encode())]).results
    assert result.findings
