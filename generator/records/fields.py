"""What a field takes, in words and by example; derived from the model, so that both agree."""

from __future__ import annotations

import types
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal, Union, get_args, get_origin, get_type_hints

from generator.issues import Message, message, sentence
from generator.model import base, dates, parts
from generator.model.base import Model
from generator.model.framework import Framework, Languages
from generator.model.glossary import Glossary
from generator.model.kinds import MODELS
from generator.model.moved import Moved
from generator.model.text import Text, Version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.records.nodes import PathPart

Form = Literal["word", "text", "list", "fields", "versions"]

_WORDS = sentence("the words")
_OWN_WORDS = sentence("the words in the language of the record")


@dataclass(frozen=True, slots=True)
class Takes:
    """What may be written for a field or a list item."""

    form: Form
    words: str
    """What is expected, such as ``a date``."""
    example: str
    """A value as it would be written on one line; empty for groups of fields."""
    choices: tuple[str, ...] = ()
    """The allowed words, where there are only some."""
    item: Takes | None = None
    """What the items of a list, or the versions by language, are."""
    model: type[Model] | None = None
    """The group of fields, where one is expected."""


def takes_at(model: type[Model], path: Sequence[PathPart]) -> Takes | None:
    """Return what stands at a path of the model, or None where the model has nothing there."""
    current = _group(model)
    for part in path:
        following = _step(current, part)
        if following is None:
            return None
        current = following
    return current


def names_of(model: type[Model]) -> tuple[str, ...]:
    """Return the names of the fields of a group, in the order of the model."""
    return tuple(model.model_fields)


def required_names(model: type[Model]) -> tuple[str, ...]:
    """Return the names of the fields that must be written."""
    return tuple(
        name for name, info in model.model_fields.items() if info.is_required() and name != "id"
    )


def explanation_of(model: type[Model], name: str) -> str:
    """Return the first sentence of a field's description without its full stop, or nothing."""
    description = " ".join((model.model_fields[name].description or "").replace("``", "'").split())
    return description.partition(". ")[0].rstrip(".")


def explanations() -> tuple[str, ...]:
    """Return the explanations of all fields that a record may have, each once, sorted."""
    found: set[str] = set()
    waiting: list[type[Model]] = [*MODELS.values(), Framework, Languages, Glossary, Moved]
    seen: set[type[Model]] = set()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for name in names_of(model):
            found.add(explanation_of(model, name))
            takes = takes_at(model, (name,))
            while takes is not None:
                waiting += [takes.model] if takes.model else []
                takes = takes.item
    return tuple(sorted(found - {""}))


def homes_of(model: type[Model], name: str) -> tuple[str, ...]:
    """Return the fields of a group below which a field of this name exists."""
    homes = []
    for outer in names_of(model):
        takes = takes_at(model, (outer,))
        inner = takes.item if takes and takes.form == "list" else takes
        if inner and inner.form == "fields" and inner.model and name in inner.model.model_fields:
            homes.append(outer)
    return tuple(homes)


def line_for(name: str, takes: Takes) -> Message:
    """Return a field with an example value, as one line of a record."""
    if takes.form == "fields" and takes.model:
        fields = ", ".join(required_names(takes.model)) or message("its fields")
        return message("{name}: (below, indented: {fields})", name=name, fields=fields)
    if takes.item and takes.item.form == "fields" and takes.item.model:
        inner = ", ".join(required_names(takes.item.model))
        return message(
            "{name}: (below, indented, each item with a dash: {fields})", name=name, fields=inner
        )
    return message("{name}: {example}", name=name, example=example_of(takes))


def example_of(takes: Takes) -> str | Message:
    """Return the example of a value; where it describes the value, as a message."""
    if takes.item is not None and takes.item.example in {_WORDS, _OWN_WORDS}:
        return message("[{item}]", item=message(takes.item.example))
    return message(takes.example) if takes.example in {_WORDS, _OWN_WORDS} else takes.example


def _step(takes: Takes, part: PathPart) -> Takes | None:
    if takes.form in {"list", "versions"}:
        return takes.item
    if takes.model is None or part not in takes.model.model_fields:
        return None
    return _takes_of_field(takes.model, str(part))


@cache
def _takes_of_field(model: type[Model], name: str) -> Takes:
    return _takes(get_type_hints(model, include_extras=True)[name])


def _group(model: type[Model]) -> Takes:
    return Takes("fields", "a group of fields", "", model=model)


def _takes(hint: object) -> Takes:
    """Describe a type of the model."""
    for known, takes in _KNOWN:
        if hint is known or hint == known:
            return takes
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        return _takes(next(argument for argument in arguments if argument is not type(None)))
    if origin is Annotated:
        return _takes(arguments[0])
    if isinstance(hint, type) and issubclass(hint, Model):
        return _takes_of_group(hint)
    return _takes_of_several(origin, arguments)


def _takes_of_group(model: type[Model]) -> Takes:
    if model is Text:
        return Takes("text", "a text", _OWN_WORDS, model=Text)
    if model is Version:
        return Takes("text", "a text", _WORDS, model=Version)
    return _group(model)


def _takes_of_several(origin: object, arguments: tuple[object, ...]) -> Takes:
    """Describe a choice of words, a list or texts by language; else it is a plain word."""
    if origin is Literal:
        choices = tuple(str(argument) for argument in arguments)
        return Takes("word", "one of some words", choices[0], choices=choices)
    if origin is tuple:
        item = _takes(arguments[0])
        return Takes("list", "a list", f"[{item.example}]", item=item)
    if isinstance(origin, type) and issubclass(origin, AbstractMapping):
        return Takes("versions", "texts by language", "", item=_takes(arguments[1]))
    return Takes("word", "a word or short text", _WORDS)


_KNOWN: tuple[tuple[object, Takes], ...] = (
    (dates.Date, Takes("word", "a date", "2023-10-18")),
    (base.Flag, Takes("word", "true or false", "true")),
    (base.WholeNumber, Takes("word", "a whole number", "3")),
    (base.Sdg, Takes("word", "the number of a goal, 1 to 17", "17")),
    (base.Amount, Takes("word", "an amount", "1200000")),
    (base.RecordId, Takes("word", "the id of a record", "id-of-the-record")),
    (base.LanguageTag, Takes("word", "a language tag", "en")),
    (base.WebAddress, Takes("word", "a web address", "https://www.example.org/page")),
    (base.CountryCode, Takes("word", "a country code", "KEN")),
    (base.CurrencyCode, Takes("word", "a currency code", "USD")),
    (
        parts.PillarSelection,
        Takes(
            "list",
            "a list of pillars, or the word all",
            "[id-of-the-pillar]",
            item=Takes("word", "the id of a pillar", "id-of-the-pillar"),
        ),
    ),
)
