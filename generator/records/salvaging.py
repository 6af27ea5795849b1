"""What can be read of a record that cannot be used: each value that is right by itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from generator.model.base import Model
from generator.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records.nodes import Data


def salvage(model: type[Model], written: Mapping[str, Data]) -> Model:
    """Return a record, or part of one, with those of its fields that are right.

    Fields that are needed may be missing in it, and a wrong item of a list leaves None in its
    place, so that paths stay those of the file: it is for checks that look at one value only.
    """
    kept: dict[str, Any] = {
        name: value
        for name, expected in _fields(model).items()
        if name in written and (value := _kept(expected, written[name])) is not None
    }
    return model.model_construct(**kept)


def _kept(expected: Any, value: Data) -> object:  # noqa: ANN401 - any type of a field
    try:
        return _adapter(expected).validate_python(value)
    except ValidationError:
        pass
    forms = tuple(_forms(expected))
    if isinstance(value, list):
        items = next((get_args(form)[0] for form in forms if get_origin(form) is tuple), None)
        return None if items is None else tuple(_kept(items, each) for each in value)
    groups = [form for form in forms if isinstance(form, type) and issubclass(form, Model)]
    if not isinstance(value, dict) or not groups:
        return None
    return _kept_versions(expected, value) if groups == [Text] else salvage(groups[0], value)


def _kept_versions(expected: Any, value: dict[str, Data]) -> Text | None:  # noqa: ANN401 - as above
    """Return a text with its right versions; of one that is wrong in part, with its words alone."""
    texts = []
    for tag, version in value.items():
        words = {"text": version.get("text")} if isinstance(version, dict) else None
        for attempt in (version, words):
            try:
                texts.append(_adapter(expected).validate_python({tag: attempt}))
                break
            except ValidationError:
                continue
    if not texts:
        return None
    versions = {tag: version for text in texts for tag, version in text.versions.items()}
    return Text(form=texts[0].form, versions=versions)


def _forms(expected: Any) -> Iterator[Any]:  # noqa: ANN401 - any type of a field
    """Yield what a field may hold, one form after the other."""
    origin, inner = get_origin(expected), get_args(expected)
    if origin is Annotated:
        yield from _forms(inner[0])
    elif origin in {Union, UnionType}:
        for each in inner:
            yield from _forms(each)
    else:
        yield expected


@cache
def _fields(model: type[Model]) -> Mapping[str, Any]:
    """Return the types of the fields of a model, with all that is demanded of their values."""
    return {
        name: Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        for name, field in model.model_fields.items()
    }


@cache
def _adapter(expected: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - any type of a field
    return TypeAdapter(expected)
