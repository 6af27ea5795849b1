"""Every rule is explained, and the explanations are true."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import pytest

from generator.records.repository import read_repository
from generator.rules import Example, explanation, rule_codes

_PROJECT = Path(__file__).parents[3]
_GENERATOR = _PROJECT / "generator"
_MINI = _PROJECT / "tests" / "sites" / "mini" / "content"
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
_MAKERS = frozenset(
    {"Findings", "Issue", "Refusal", "_missing", "_refused", "finding", "rule", "wrong"}
)
"""Functions and classes that take the code of a rule."""


def _words(folder: Path, *, but: str = "") -> set[str]:
    """Return the string constants of a part of the generator that could be codes."""
    return {
        node.value
        for file in sorted(folder.rglob("*.py"))
        if not but or not file.name.startswith(but)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _CODE.fullmatch(node.value)
    }


def _used_codes() -> set[str]:
    """Return the codes that are handed to something that makes issues."""
    return {
        argument.value
        for file in sorted(_GENERATOR.rglob("*.py"))
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", getattr(call.func, "attr", "")) in _MAKERS
        for argument in (
            *call.args[:2],
            *(each.value for each in call.keywords if each.arg == "rule"),
        )
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and _CODE.fullmatch(argument.value)
    }


_OF_READER = tuple(
    code
    for code in rule_codes()
    if code in _words(_GENERATOR / "records", but="mending") | _words(_GENERATOR / "model")
)
"""Rules that a record breaks when it is read; what mends records names rules of others, too."""


def test_every_rule_that_is_used_is_explained() -> None:
    assert _used_codes() - set(rule_codes()) == set()


def test_every_explanation_belongs_to_a_rule() -> None:
    assert set(rule_codes()) - _words(_GENERATOR) == set()


@pytest.mark.parametrize("code", rule_codes())
def test_explanation_is_complete(code: str) -> None:
    rule = explanation(code)
    assert rule.sentence.endswith(".")
    assert "\n" not in rule.sentence
    assert 1 <= rule.why.count("\n\n") + 1 <= 3
    assert rule.wrong
    assert rule.right


@pytest.mark.parametrize("code", _OF_READER)
def test_wrong_examples_break_the_rule_and_right_ones_keep_it(code: str, tmp_path: Path) -> None:
    rule = explanation(code)
    for number, example in enumerate(rule.wrong):
        assert code in _rules_of(example, tmp_path / f"wrong-{number}", rule.wrong)
    for number, example in enumerate(rule.right):
        assert code not in _rules_of(example, tmp_path / f"right-{number}", ())


def _rules_of(example: Example, folder: Path, wanted: tuple[Example, ...]) -> set[str]:
    """Return the rules that a file with the example breaks; what is no file breaks as it says."""
    if example.language != "yaml":
        return {code for code in rule_codes() if example in explanation(code).wrong and wanted}
    shutil.copytree(_MINI, folder / "content")
    (folder / example.path).write_text(example.text, encoding="utf-8")
    issues = read_repository(folder / "content", relative_to=folder)[1]
    return {issue.rule for issue in issues if issue.place.file == example.path}
