"""Record files as they shall be: new ones, and old ones changed where something differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from generator.exchange.outgoing import canonical
from generator.model.kinds import MODELS
from generator.model.moved import Moved
from generator.model.parts import ALL
from generator.records.composing import compose
from generator.records.editing import record_text, rewrite
from generator.records.fields import names_of, takes_at
from generator.records.nodes import data_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model.base import Model
    from generator.model.kinds import Kind
    from generator.records.fields import Takes
    from generator.records.nodes import Data


class YamlEditor(Protocol):
    """Changes the fields of a record file and keeps its comments and order."""

    def __call__(self, text: str, values: Mapping[str, Data], order: Sequence[str] = ()) -> str:
        """Return the text once its fields are ``values``; ``order`` says where new ones belong."""


def new_file(kind: Kind, data: Mapping[str, Data]) -> str:
    """Return the text of a new record file, its fields in the order of the model."""
    ordered = _in_order(dict(data), takes_at(_model(data, kind), ()))
    return record_text(ordered if isinstance(ordered, dict) else {})


def changed_file(
    kind: Kind, text: str, data: Mapping[str, Data], *, editor: YamlEditor = rewrite
) -> str:
    """Return the text of a record file once it says something else, line ends as they were."""
    plain = text.replace("\r\n", "\n")
    written = written_data(plain)
    if canonical(kind, written) == canonical(kind, data):
        return text
    ordered = _in_order(dict(data), takes_at(_model(data, kind), ()))
    wanted = ordered if isinstance(ordered, dict) else {}
    for name, value in written.items():
        # Of two ways to write the same, the one that stands there stays.
        if canonical(kind, {name: value}) == canonical(kind, _one(wanted, name)):
            wanted[name] = value
    changed = editor(plain, wanted, names_of(_model(data, kind)))
    return changed.replace("\n", "\r\n") if "\r\n" in text else changed


def written_data(text: str) -> dict[str, Data]:
    """Return what is written in a record file; nothing where it cannot be read."""
    root = compose(text.replace("\r\n", "\n")).root
    found = data_of(root) if root else None
    return found if isinstance(found, dict) else {}


def _one(data: Mapping[str, Data], name: str) -> dict[str, Data]:
    return {name: data[name]} if name in data else {}


def _model(data: Mapping[str, Data], kind: Kind) -> type[Model]:
    return Moved if "moved" in data else MODELS[kind]


def _in_order(data: Data, takes: Takes | None) -> Data:
    """Return the groups of fields within in the order of the model."""
    if isinstance(data, list):
        if data == [ALL] and takes is not None and ALL in takes.words.split():
            return ALL
        return [_in_order(item, takes.item if takes else None) for item in data]
    if not isinstance(data, dict) or takes is None or takes.form != "fields" or not takes.model:
        return data
    model = takes.model
    known = [name for name in names_of(model) if name in data]
    names = [*known, *(name for name in data if name not in known)]
    return {name: _in_order(data[name], takes_at(model, (name,))) for name in names}
