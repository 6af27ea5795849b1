"""The JSON Schemas that editors use say what the model says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.model.schemas import json_schemas

_FOLDER = Path(__file__).parents[3] / "schemas"


@pytest.mark.parametrize("name", sorted(json_schemas()))
def test_committed_schema_is_that_of_the_model(name: str) -> None:
    committed = (_FOLDER / name).read_text(encoding="utf-8")
    assert committed == json_schemas()[name], "renew the schemas with: framework schemas"


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in _FOLDER.glob("*.json")} == set(json_schemas())


def test_schemas_explain_fields_and_refuse_unknown_ones() -> None:
    schema = json.loads(json_schemas()["projects.schema.json"])
    assert schema["additionalProperties"] is False
    assert "id" not in schema["properties"]
    assert "participants" in schema["properties"]["lead"]["description"].lower()
    assert schema["properties"]["status"]["enum"][0] == "proposed"
