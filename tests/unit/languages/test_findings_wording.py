"""Whatever a finding can say is offered to translators."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import generator
from generator.issues import Message
from generator.languages.wording import finding_messages, rule_messages
from generator.pipeline import check
from generator.records.interpreting import interpret
from generator.records.reading import read_text
from generator.rules import explanation, rule_codes
from generator.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

_TESTS = Path(__file__).parents[2]
_WRONG = sorted((_TESTS / "records" / "invalid").glob("*.yaml"))
_OFFERED = {wanted.source for wanted in finding_messages(Path(generator.__file__).parent)}
_CODE = """
def f(bad, rule):
    message("A whole {name} sentence", name=bad)
    finding(at(bad), rule, "Found", "Mend" if bad else "Mend it", value=message("Within"))
    raise UsageError(f"not {bad}", mend="Do this")
    counted("{count} thing", "{count} things", 3)
    print("Not for people")
"""


def test_sentences_are_found_in_code(tmp_path: Path) -> None:
    (tmp_path / "sample.py").write_text(_CODE, encoding="utf-8")
    own = [
        each for each in finding_messages(tmp_path) if f"{tmp_path.name}/sample.py" in each.where
    ]
    assert [each.source for each in own] == [
        "A whole {name} sentence",
        "Do this",
        "Found",
        "Mend",
        "Mend it",
        "Within",
        "{count} thing",
    ]
    assert own[-1].plural == "{count} things"


def test_no_sentence_stands_twice() -> None:
    sources = [wanted.source for wanted in finding_messages(Path(generator.__file__).parent)]
    assert len(sources) == len(set(sources))


@pytest.mark.parametrize("file", _WRONG, ids=lambda file: file.stem)
def test_what_is_said_of_a_wrong_file_is_offered(file: Path) -> None:
    kind = file.with_suffix(".expected").read_text(encoding="utf-8").splitlines()[0]
    reading = read_text(file)
    found = reading.findings
    if reading.text is not None:
        found = interpret(reading.text, kind=kind, record_id="sample").findings
    said = {template for each in found for template in _templates(each.message, each.hint)}
    assert said
    assert said <= _OFFERED


@pytest.mark.parametrize("code", rule_codes())
def test_what_is_said_of_the_example_of_a_rule_is_offered(code: str, tmp_path: Path) -> None:
    shutil.copytree(_TESTS / "sites" / "mini" / "content", tmp_path / "content")
    for example in explanation(code).wrong:
        if example.language in {"yaml", "po"}:
            path = tmp_path / example.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(example.text, encoding="utf-8")
    issues = check(Workspace(tmp_path), today=date(2024, 6, 1)).issues
    said = {template for each in issues for template in _templates(each.message, each.hint)}
    assert said <= _OFFERED


def test_every_rule_is_offered_paragraph_by_paragraph() -> None:
    offered = {(wanted.context, wanted.source) for wanted in rule_messages()}
    rule = explanation("date-order")
    assert ("date-order:sentence", rule.sentence) in offered
    assert ("date-order:why.0", rule.why.split("\n\n")[0]) in offered
    assert {wanted.context for wanted in rule_messages() if wanted.context} >= {
        f"{code}:why.0" for code in rule_codes()
    }


def _templates(*messages: Message) -> Iterator[str]:
    for each in messages:
        yield each.template
        yield from _templates(
            *(value for value in each.values.values() if isinstance(value, Message))
        )
