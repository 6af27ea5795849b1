"""Walk a record, or what is written for one, down to its values with the paths to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.base import Model
from generator.model.text import Text

Path = tuple[str | int, ...]


def leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield every value that was given, in the order of the model; a text is one value."""
    if isinstance(value, Model) and not isinstance(value, Text):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), (*path, name))
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from leaves(item, (*path, str(key)))
    elif value is not None:
        yield path, value


def field_name(path: Path) -> str:
    """Return the name of the field that a path leads to, whatever its place in a list."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")
