"""Turn the text of a file into a record: the YAML first, then the model, one list of findings."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, cast

from generator.model.framework import Framework, Languages
from generator.model.glossary import Glossary
from generator.model.kinds import MODELS
from generator.model.moved import Moved
from generator.records.composing import compose
from generator.records.decoding import decode_record
from generator.records.events import fast_events
from generator.records.naming import start_of
from generator.records.nodes import data_of
from generator.records.salvaging import salvage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.base import Model
    from generator.model.kinds import Kind
    from generator.records.events import EventStream
    from generator.records.findings import Finding
    from generator.records.nodes import Fields

_SINGLE_MODELS: Mapping[str, type[Model]] = MappingProxyType(
    {"framework": Framework, "languages": Languages, "glossary": Glossary}
)


class Interpreted(NamedTuple):
    """A record, or None with the reasons."""

    record: Model | None
    findings: tuple[Finding, ...]


def interpret(
    text: str, *, kind: str, record_id: str, events: EventStream = fast_events
) -> Interpreted:
    """Read the text of a record of a kind.

    The kinds are the folders, and ``framework``, ``languages`` and ``glossary`` for single files.
    """
    composed = compose(text, events=events)
    if composed.root is None:
        return Interpreted(None, composed.findings)
    decoded = decode_record(_model_of(kind, composed.root), composed.root, record_id=record_id)
    lines = {found.spot.line for found in composed.findings}
    own = tuple(found for found in decoded.findings if _is_news(found, lines, composed.root))
    findings = (*composed.findings, *own)
    return Interpreted(None if findings else decoded.record, findings)


def readable_part(text: str, *, kind: str, record_id: str) -> Model | None:
    """Return what can be read of a record that cannot be used; see ``salvage``."""
    root = compose(text).root
    written = data_of(root) if root is not None else None
    if root is None or not isinstance(written, dict):
        return None
    return salvage(_model_of(kind, root), {**written, "id": record_id})


def _model_of(kind: str, root: Fields) -> type[Model]:
    if kind in _SINGLE_MODELS:
        return _SINGLE_MODELS[kind]
    return Moved if "moved" in root.entries else MODELS[cast("Kind", kind)]


def _is_news(found: Finding, lines: set[int], root: Fields) -> bool:
    """Say whether a finding is more than the echo of one that the same line has already."""
    is_about_record = found.rule == "field-missing" and found.spot == start_of(root)
    return is_about_record or found.spot.line not in lines
