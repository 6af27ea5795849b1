"""How well and how quickly records are found, beside other engines, in a real browser."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.search.browsing import Seen, browsing, watch
from bench.search.corpus import entries
from bench.search.deriving import derived_queries
from bench.search.engines import ENGINES, Engine, install_peers, ours
from bench.search.judging import judge, written_queries
from bench.search.node_runner import ask
from bench.search.report import Row, report
from bench.search.serving import Served

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser

    from bench.search.corpus import Entry
    from bench.search.judging import Judged

_RECORDS = 10_000
_FEW = 1_000
_TUNED, _UNSEEN = "tuned", "unseen"
"""Seeds of the records and queries that the search was made with, and of those it never met."""


@dataclass(frozen=True, slots=True)
class _Material:
    """Records and queries about them."""

    entries: Sequence[Entry]
    judged: Sequence[Judged]


def measure_search(folder: Path, *, runs: int) -> str:
    """Ask our search and three others the same unseen queries about the same records."""
    del runs
    unseen = _material(_RECORDS, _UNSEEN)
    complaint = _installed(folder)
    rows: list[Row] = []
    with browsing() as browser:
        for make in ENGINES:
            name = make.__name__
            if complaint and make is not ours:
                rows.append(Row(name, None, None, complaint))
                continue
            rows.append(_row(browser, make, unseen, folder / name))
    tuned = _material(_RECORDS, _TUNED)
    few = _material(_FEW, _UNSEEN)
    return report(
        rows,
        unseen.judged,
        tuned=(tuned.judged, _in_node(tuned, folder / "tuned")),
        few=(few.judged, _in_node(few, folder / "few")),
    )


def _row(
    browser: Browser,
    make: Callable[[Sequence[Entry], Path], Engine],
    material: _Material,
    folder: Path,
) -> Row:
    try:
        engine = make(material.entries, folder)
    except FileNotFoundError as fault:
        return Row(make.__name__, None, None, str(fault))
    seen: Seen = watch(browser, engine, material.judged)
    served = Served(folder)
    names = [
        path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()
    ]
    sizes = [served.size(name) for name in names if not engine.is_program(name)]
    return Row(engine.name, seen, (sum(sizes), len(sizes), engine.seconds), "")


def _material(count: int, seed: str) -> _Material:
    made = entries(count, seed)
    tuned = seed == _TUNED
    asked = [*written_queries(tuned=tuned), *derived_queries(made, seed, tuned=tuned)]
    return _Material(made, judge(asked, made))


def _in_node(material: _Material, folder: Path) -> tuple[tuple[str, ...], ...]:
    """Ask our own search only, without a browser."""
    engine = ours(material.entries, folder)
    return tuple(answer.ids for answer in ask(engine.folder / "search", material.judged))


def _installed(folder: Path) -> str:
    """Fetch the other engines and return what went wrong, or nothing."""
    try:
        install_peers(folder)
    except subprocess.CalledProcessError as fault:
        return f"its package could not be fetched: {str(fault.output).strip()[-200:]}"
    return ""
