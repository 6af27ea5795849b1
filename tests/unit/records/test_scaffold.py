"""A new record explains its fields, and editors find its schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.kinds import KINDS, MODELS
from generator.records.composing import compose
from generator.records.interpreting import interpret
from generator.records.nodes import data_of
from generator.records.recommended import RECOMMENDED
from generator.records.scaffold import scaffold

_PROJECT = Path(__file__).parents[3]


@pytest.mark.parametrize("kind", KINDS)
def test_first_line_leads_from_the_record_to_its_schema(kind: str) -> None:
    first = scaffold(kind, language="en").splitlines()[0]
    address = first.removeprefix("# yaml-language-server: $schema=")
    assert (_PROJECT / "content" / kind / address).resolve().is_file()


@pytest.mark.parametrize("kind", KINDS)
def test_filled_scaffold_of_every_real_record_says_the_same(kind: str) -> None:
    for path in sorted((_PROJECT / "content" / kind).glob("*.yaml"))[:3]:
        root = compose(path.read_text(encoding="utf-8")).root
        values = data_of(root) if root else None
        assert isinstance(values, dict)
        text = scaffold(kind, language=str(values["language"]), values=values)
        assert interpret(text, kind=kind, record_id=path.stem).findings == ()
        made = compose(text).root
        assert made is not None
        assert data_of(made) == values


def test_explanations_are_in_the_language_of_the_contributor() -> None:
    assert "# ÜBERSETZT\n" in scaffold("projects", language="de", spoken=lambda _: "ÜBERSETZT")


@pytest.mark.parametrize("kind", KINDS)
def test_recommended_fields_are_optional_fields_of_the_model(kind: str) -> None:
    found = {name: each for name, each in RECOMMENDED.items() if name == kind}
    for name, fields in found.items():
        assert all(not MODELS[name].model_fields[each].is_required() for each in fields)
    assert found
