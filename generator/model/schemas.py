"""JSON Schemas of the records, for editors that complete and check while typing."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from generator.model.framework import Framework, Languages
from generator.model.glossary import Glossary
from generator.model.kinds import MODELS
from generator.model.moved import Moved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.base import Model

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NUMBER = "2030"
"""Words that YAML takes for a number, and the generator for the words that they are."""


def json_schemas() -> Mapping[str, str]:
    """Return the schema of each kind of record as a JSON text, by file name."""
    models: dict[str, type[Model]] = {
        "framework": Framework,
        "glossary": Glossary,
        "languages": Languages,
    }
    models.update(MODELS.items())
    return {
        f"{name}.schema.json": _written(model, can_move=name in MODELS)
        for name, model in sorted(models.items())
    }


def _written(model: type[Model], *, can_move: bool) -> str:
    schema = _schema(model)
    if can_move:
        parts = {"$defs": schema.pop("$defs")} if "$defs" in schema else {}
        moved = {"if": {"required": ["moved"]}, "then": _schema(Moved), "else": schema}
        schema = {**moved, **parts}
    return json.dumps({"$schema": _DIALECT, **schema}, ensure_ascii=False, indent=2) + "\n"


def _schema(model: type[Model]) -> dict[str, Any]:
    schema: dict[str, Any] = _tidied(model.model_json_schema())
    # The id is the name of the file and never written in it.
    schema.get("properties", {}).pop("id", None)
    schema["required"] = [name for name in schema.get("required", []) if name != "id"]
    return schema


def _tidied(value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Drop what confuses people: generated titles, and null where a field is rather left out.

    Editors read numbers where the generator reads words: both may stand where words may.
    """
    if isinstance(value, list):
        return [_tidied(item) for item in value if item != {"type": "null"}]
    if not isinstance(value, dict):
        return value
    tidied = {
        key: _tidied(item)
        for key, item in value.items()
        if not (key == "title" and isinstance(item, str))
        and not (key == "default" and item is None)
    }
    if tidied.get("type") == "string" and _takes_numbers(tidied):
        tidied["type"] = ["string", "integer" if "pattern" in tidied else "number"]
    options = tidied.get("anyOf")
    if isinstance(options, list) and len(options) == 1:
        tidied.pop("anyOf")
        return {**options[0], **tidied}
    return tidied


def _takes_numbers(words: Mapping[str, Any]) -> bool:
    """Say whether digits alone can stand where these words stand."""
    return "enum" not in words and re.search(words.get("pattern", ""), _NUMBER) is not None
