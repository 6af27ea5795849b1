"""The page of rules has every rule once, in the words of its explanation."""

from __future__ import annotations

from generator.rules import explanation, rule_codes
from tests.unit.docs.reading import document


def test_page_has_every_rule_and_no_other() -> None:
    written = [line for line in document("rules").splitlines() if line.startswith("- ")]
    expected = [f"- `{code}`: {explanation(code).sentence}" for code in rule_codes()]
    missing = [line for line in expected if line not in written]
    surplus = [line for line in written if line not in expected]
    assert not missing, "\n".join(["add to docs/en/project/rules.md:", *missing])
    assert not surplus, "\n".join(["remove from docs/en/project/rules.md:", *surplus])
    assert len(written) == len(expected), "a rule stands twice in docs/en/project/rules.md"
