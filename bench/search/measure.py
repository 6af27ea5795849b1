"""How well and how quickly records are found, beside other engines, in a real browser."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from bench.search.browsing import browsing, watch
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
_TUNED, _UNSEEN = "tuned", "fresh"
"""Seeds of the records and queries that the search was made with, and of those it never met."""


@dataclass(frozen=True, slots=True)
class _Material:
    """Records and queries about them."""

    entries: Sequence[Entry]
    judged: Sequence[Judged]


def measure_search(folder: Path, *, runs: int) -> str:
    """Ask our search and three others the same unseen queries about the same records."""
    del runs
    unseen, tuned, few = (
        _material(_RECORDS, _UNSEEN),
        _material(_RECORDS, _TUNED),
        _material(_FEW, _UNSEEN),
    )
    answers = [
        (material.judged, _in_node(material, folder / name))
        for material, name in ((tuned, "tuned"), (few, "few"))
    ]
    complaint = _installed(folder)
    rows: list[Row] = []
    with browsing() as browser:
        for make in ENGINES:
            if complaint and make is not ours:
                rows.append(Row(make.__name__, None, None, complaint))
            else:
                rows.append(_row(browser, make, unseen, folder / make.__name__))
            print(f"{make.__name__} done", file=sys.stderr, flush=True)
    return report(rows, unseen.judged, tuned=answers[0], few=answers[1])


def _row(
    browser: Browser,
    make: Callable[[Sequence[Entry], Path], Engine],
    material: _Material,
    folder: Path,
) -> Row:
    try:
        engine = make(material.entries, folder)
        seen = watch(browser, engine, material.judged)
    except (FileNotFoundError, BrowserError) as fault:
        if make is ours:
            raise
        return Row(make.__name__, None, None, str(fault).splitlines()[0])
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
