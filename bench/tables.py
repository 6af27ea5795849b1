"""Markdown tables of measured numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def table(
    title: str, header: Sequence[str], rows: Iterable[Sequence[str]], notes: Iterable[str]
) -> str:
    """Return a headed table, its first column left and all others right, and lines beneath it."""
    lines = [f"## {title}", "", _line(header), _line(["---", *("---:" for _ in header[1:])])]
    lines += [_line(row) for row in rows]
    return "\n".join([*lines, "", *notes, ""])


def verdict(aim: str, *, is_met: bool) -> str:
    """Return an aim and whether the numbers above reach it."""
    return f"Aim: {aim}: **{'met' if is_met else 'missed'}**."


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
