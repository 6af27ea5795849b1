"""Turn nodes into a record of the model, or into findings in the contributor's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from generator.model.base import Model
from generator.records.details import explain_detail
from generator.records.naming import naming_findings
from generator.records.nodes import Absent, Fields, Items, data_of, locate
from generator.records.repeats import repeat_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from generator.records.findings import Finding

Record = TypeVar("Record", bound=Model)

_NAMING = frozenset({"missing", "extra_forbidden"})


class Decoded(NamedTuple, Generic[Record]):
    """A record, or None with the reasons."""

    record: Record | None
    findings: tuple[Finding, ...]


def decode_record(model: type[Record], root: Fields, *, record_id: str) -> Decoded[Record]:
    """Check what is written against the model; the id comes from the name of the file."""
    written = data_of(root)
    values = dict(written) if isinstance(written, dict) else {}
    has_id = "id" in values
    values["id"] = record_id
    repeated = tuple(repeat_findings(root))
    try:
        record = model.model_validate(values)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        relevant = [detail for detail in details if _is_own_fault(root, detail)]
        return Decoded(None, (*_findings(model, root, relevant), *repeated))
    if has_id:
        return Decoded(None, (*naming_findings(model, root, []), *repeated))
    return Decoded(None if repeated else record, repeated)


def _findings(model: type[Model], root: Fields, details: list[ErrorDetails]) -> Iterator[Finding]:
    naming = [detail for detail in details if detail["type"] in _NAMING]
    yield from naming_findings(model, root, naming)
    for detail in details:
        if detail["type"] not in _NAMING:
            yield explain_detail(model, root, detail)


def _is_own_fault(root: Fields, detail: ErrorDetails) -> bool:
    """Say whether an error is a mistake of its own and not the shadow of one already found."""
    path = detail["loc"]
    if path == ("id",):
        return False
    node = locate(root, path).node
    if isinstance(node, Absent):
        return False
    return not (detail["type"] == "too_short" and isinstance(node, Items) and node.items)
