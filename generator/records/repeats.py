"""A list that names the same thing twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.records.findings import Finding, finding, shown
from generator.records.nodes import Fields, Items, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator


def repeat_findings(node: Node) -> Iterator[Finding]:
    """Yield a finding for each value that stands in the same list a second time."""
    match node:
        case Fields(entries):
            for entry in entries.values():
                yield from repeat_findings(entry.value)
        case Items(items):
            yield from _repeated(items)
            for item in items:
                yield from repeat_findings(item)


def _repeated(items: tuple[Node, ...]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for item in items:
        if not isinstance(item, Scalar):
            continue
        text = item.text.strip()
        if text in first:
            yield finding(
                item.spot,
                "value-repeated",
                "'{value}' is in this list already, in line {line}",
                "remove one of the two",
                value=shown(text),
                line=first[text],
            )
        first.setdefault(text, item.spot.line)
