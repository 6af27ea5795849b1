"""Walk a record, or what is written for one, down to its values with the paths to them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.base import Model
from generator.model.text import Text

Path = tuple[str | int, ...]


def leaves(value: object) -> list[tuple[Path, object]]:
    """Return every value that was given, in the order of the model; a text is one value."""
    found: list[tuple[Path, object]] = []
    _collect(value, (), found)
    return found


def _collect(value: object, path: Path, found: list[tuple[Path, object]]) -> None:
    """Add the values below a path; one list for all, since records are many and deep."""
    if value is None:
        return
    if isinstance(value, str | Text):
        found.append((path, value))
    elif isinstance(value, Model):
        # Models keep their fields in the order of the model, in their dictionary.
        for name, item in value.__dict__.items():
            if item is not None and item != ():
                _collect(item, (*path, name), found)
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            _collect(item, (*path, index), found)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _collect(item, (*path, str(key)), found)
    else:
        found.append((path, value))


def field_name(path: Path) -> str:
    """Return the name of the field that a path leads to, whatever its place in a list."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")
