"""The start of a new record: every field explained, what is known filled in, the rest waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from generator.model.kinds import MODELS
from generator.records.editing import record_text
from generator.records.fields import explanation_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.model.base import Model
    from generator.model.kinds import Kind
    from generator.records.nodes import Data


def scaffold(
    kind: str,
    *,
    language: str,
    values: Mapping[str, Data] | None = None,
    spoken: Callable[[str], str] = str,
) -> str:
    """Return the text of a new record of a kind: it passes once every open field has a value.

    ``values`` are filled in; ``spoken`` says explanations in the language of the contributor.
    The first line tells editors where the schema is, seen from the folder of the record.
    """
    model = MODELS[cast("Kind", kind)]
    known: dict[str, Data] = {**(values or {}), "language": language}
    lines = [f"# yaml-language-server: $schema=../../schemas/{kind}.schema.json\n"]
    for name in model.model_fields:
        if name != "id":
            lines += [*_comment(model, name, spoken), _field(model, name, known)]
    return "".join(lines)


def _comment(model: type[Model], name: str, spoken: Callable[[str], str]) -> list[str]:
    explanation = explanation_of(model, name)
    return [f"# {' '.join(spoken(explanation).split())}\n"] if explanation else []


def _field(model: type[Model], name: str, known: Mapping[str, Data]) -> str:
    if name in known:
        return record_text({name: known[name]})
    return f"{name}:\n" if model.model_fields[name].is_required() else f"# {name}:\n"
