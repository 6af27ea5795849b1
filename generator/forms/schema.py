"""The model as data that a script can check records with: names, forms, types, limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.library import Project
from generator.model.moved import Moved
from generator.model.parties import Source
from generator.model.text import LONGEST, Form, Version
from generator.pages.form_fields import text_form
from generator.records.fields import explanation_of, names_of, required_names, takes_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.base import Model
    from generator.records.fields import Takes
    from generator.reports.voice import Voice

CHECKED: tuple[tuple[str, type[Model]], ...] = (
    ("projects", Project),
    ("sources", Source),
    ("moved", Moved),
    ("version", Version),
)
"""What the page can check: two kinds of record, one that moved, and a text in one language."""

_TYPES = {
    "a date": "date",
    "true or false": "flag",
    "a whole number": "number",
    "the number of a goal, 1 to 17": "sdg",
    "an amount": "amount",
    "the id of a record": "id",
    "the id of a pillar": "pillar",
    "a language tag": "language",
    "a web address": "address",
    "a country code": "country",
    "a currency code": "currency",
}
"""The word by which a script knows a type, by what the model says that it takes."""


def schema_data(voice: Voice) -> Mapping[str, object]:
    """Return what the page needs to know of the model, told in the reader's language."""
    return {name: _group(model, voice) for name, model in CHECKED}


def _group(model: type[Model], voice: Voice) -> dict[str, object]:
    required = required_names(model)
    fields = []
    for name in names_of(model):
        takes = takes_at(model, (name,))
        if name == "id" or takes is None:
            continue
        field: dict[str, object] = {"name": name, "take": _take(model, name, takes, voice)}
        if name in required:
            field["required"] = 1
        explanation = explanation_of(model, name)
        if explanation:
            field["says"] = voice.words(explanation)
        fields.append(field)
    made: dict[str, object] = {"fields": fields}
    if model is Moved:
        made["moved"] = 1
    return made


def _take(model: type[Model], name: str, takes: Takes, voice: Voice) -> dict[str, object]:
    made = _described(takes, voice)
    least, most = _lengths(model, name)
    if takes.form == "list":
        made["least"] = least
        item = takes.item
        if item is not None:
            made["item"] = _item(model, name, item, voice)
        if takes.words == "a list of pillars, or the word all":
            made["all"] = 1
    elif takes.form == "text":
        made |= _text(text_form(model, name) or "paragraph")
    elif most:
        made["most"] = most
    return {key: value for key, value in made.items() if value}


def _item(model: type[Model], name: str, item: Takes, voice: Voice) -> dict[str, object]:
    made = _described(item, voice)
    if item.form == "text":
        made |= _text(text_form(model, name) or "line")
    return {key: value for key, value in made.items() if value}


def _described(takes: Takes, voice: Voice) -> dict[str, object]:
    made: dict[str, object] = {
        "form": takes.form,
        "words": voice.words(takes.words),
        "example": voice.words(takes.example),
        "choices": list(takes.choices),
        "type": _TYPES.get(takes.words, ""),
    }
    if takes.form == "fields" and takes.model is not None:
        made["group"] = _group(takes.model, voice)
    return made


def _text(form: Form) -> dict[str, object]:
    return {"most": LONGEST[form], "line": form == "line", "markdown": form == "markdown"}


def _lengths(model: type[Model], name: str) -> tuple[int, int]:
    """Return the least and the most items or characters of a field; 0 where there is no limit."""
    metadata = model.model_fields[name].metadata
    least = next((each.min_length for each in metadata if hasattr(each, "min_length")), 0)
    most = next((each.max_length for each in metadata if hasattr(each, "max_length")), 0)
    return least or 0, most or 0
