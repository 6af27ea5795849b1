"""What may not stand before the colon of a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.records.findings import Finding, finding, shown
from generator.records.nodes import Scalar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.records.nodes import Entry, Node


def refused_name(node: Node, entries: Mapping[str, Entry], lines: Sequence[str]) -> Finding | None:
    """Return why a node cannot name a field beside those that are there already, or None."""
    if not isinstance(node, Scalar) or _is_after_question_mark(node, lines):
        return finding(
            node.spot,
            "field-name",
            "a value, a list or a group of fields stands here where the name of a field belongs",
            "start the line with the name of a field and a colon; put texts that start with "
            "'?', '[' or '{{' in quotes",
        )
    if not node.text:
        return finding(
            node.spot,
            "field-name",
            "the name of the field is missing before the colon",
            "write the name of the field before the colon",
        )
    if node.text == "<<":
        return finding(
            node.spot,
            "yaml-merge-key",
            "'<<' copies fields from elsewhere, which records do not use",
            "remove the line and write the fields out",
        )
    if node.text in entries:
        return finding(
            node.spot,
            "field-repeated",
            "the field '{name}' is written a second time; it is already in line {first}",
            "keep one of the two; several values belong into one list",
            name=shown(node.text),
            first=entries[node.text].key.line,
        )
    return None


def _is_after_question_mark(node: Scalar, lines: Sequence[str]) -> bool:
    line = lines[node.spot.line - 1]
    return "?" in line and line[: node.spot.column - 1].rstrip().endswith("?")
