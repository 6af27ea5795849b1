"""Wrong and right record files, found by folder: adding a file adds a test.

A wrong file has a sibling ``.expected`` with the kind of record in the first line and one
``line:column rule`` for each issue below. The name of a right file starts with its kind:
``projects--name.yaml``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.records.events import fast_events, python_events
from generator.records.interpreting import interpret
from generator.records.reading import read_text

if TYPE_CHECKING:
    from generator.records.events import EventStream
    from generator.records.findings import Finding

_RECORDS = Path(__file__).parents[2] / "records"
_WRONG = sorted((_RECORDS / "invalid").glob("*.yaml"))
_RIGHT = sorted((_RECORDS / "valid").glob("*.yaml"))
_JARGON = re.compile(
    r"\b(str|tuple|dict|None|NoneType|pydantic|Traceback|Exception|object at|input_value|"
    r"block mapping|block collection|flow (sequence|mapping|node)|scalar|token|simple key|"
    r"mapping values|node content|[A-Z][a-z]+(Error|Selection|Step)|extra_forbidden)\b"
)

both_parsers = pytest.mark.parametrize("events", [fast_events, python_events], ids=["c", "python"])


def findings_of(file: Path, kind: str, events: EventStream) -> tuple[Finding, ...]:
    reading = read_text(file)
    if reading.text is None:
        return reading.findings
    return interpret(reading.text, kind=kind, record_id="sample", events=events).findings


@both_parsers
@pytest.mark.parametrize("file", _WRONG, ids=lambda file: file.stem)
def test_wrong_file_is_refused_at_the_right_place(file: Path, events: EventStream) -> None:
    kind, *expected = file.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    found = findings_of(file, kind, events)
    shown = sorted(f"{each.spot.line}:{each.spot.column} {each.rule}" for each in found)
    assert shown == sorted(expected), "\n".join(f"{each.message}; {each.hint}" for each in found)


@both_parsers
@pytest.mark.parametrize("file", _WRONG, ids=lambda file: file.stem)
def test_sentences_are_complete_and_plain(file: Path, events: EventStream) -> None:
    kind = file.with_suffix(".expected").read_text(encoding="utf-8").splitlines()[0]
    for found in findings_of(file, kind, events):
        for sentence in (str(found.message), str(found.hint)):
            assert sentence.strip()
            assert not _JARGON.search(sentence)
            assert not re.search(r"[\r\n\u202a-\u202e\u2066-\u2069\u200b]", sentence)


@both_parsers
@pytest.mark.parametrize("file", _RIGHT, ids=lambda file: file.stem)
def test_right_file_is_read(file: Path, events: EventStream) -> None:
    kind = file.stem.partition("--")[0]
    found = findings_of(file, kind, events)
    assert found == (), "\n".join(f"{each.spot}: {each.message}" for each in found)


def test_every_wrong_file_has_its_expectation() -> None:
    expected = {file.stem for file in (_RECORDS / "invalid").glob("*.expected")}
    assert expected == {file.stem for file in _WRONG}
