"""The start of a new record: every field explained, the required ones waiting for a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from generator.model.kinds import MODELS

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from generator.model.kinds import Kind


def scaffold(kind: str, *, language: str) -> str:
    """Return the text of a new record of a kind: it passes once every open field has a value."""
    model = MODELS[cast("Kind", kind)]
    lines = [f"# yaml-language-server: $schema=../../schemas/{kind}.schema.json"]
    for name, field in model.model_fields.items():
        if name != "id":
            lines += _field(name, field, language)
    return "\n".join(lines) + "\n"


def _field(name: str, field: FieldInfo, language: str) -> list[str]:
    lines = [f"# {line}" for line in (field.description or "").splitlines() if line]
    if name == "language":
        lines.append(f"language: {language}")
    elif field.is_required():
        lines.append(f"{name}:")
    else:
        lines.append(f"# {name}:")
    return lines
