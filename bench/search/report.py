"""The tables of a search benchmark, and the page of the documentation that keeps them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from bench.processes import PROJECT
from bench.search.judging import KINDS
from bench.search.vocabulary import LANGUAGES, UNSPACED
from bench.tables import table, verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bench.search.browsing import Seen
    from bench.search.judging import Judged

    Ids = Sequence[Sequence[str]]

PAGE = PROJECT / "docs" / "en" / "project" / "search-quality.md"
_BEGIN, _END = "<!-- results: begin -->", "<!-- results: end -->"
_PARTS = tuple(sorted(UNSPACED - {"ja"}))
_NONE = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """What one engine did."""

    name: str
    seen: Seen | None
    """None where it could not be run."""
    index: tuple[int, int, float] | None
    """Compressed bytes, files and CPU seconds of its index."""
    complaint: str


def report(
    rows: Sequence[Row],
    judged: Sequence[Judged],
    *,
    tuned: tuple[Sequence[Judged], Ids],
    few: tuple[Sequence[Judged], Ids],
) -> str:
    """Return all tables; ``tuned`` and ``few`` are other queries with our answers to them."""
    run = [row for row in rows if row.seen]
    mine = run[0]
    assert mine.seen  # noqa: S101 - ours needs nothing that could be missing
    return "\n".join(
        [
            _costs(rows, judged),
            _aims(mine, mine.seen, judged),
            _by("kind", run, judged, KINDS, _kind),
            _by("language", run, judged, LANGUAGES, _language),
            _matrix(judged, mine.seen.ids),
            _other("10,000 records, queries that the search was made with", *tuned),
            _other("1,000 records, unseen queries", *few),
        ]
    )


def write_page(tables: str) -> None:
    """Put the tables into their place on the page of the documentation."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    shown = tables.replace("\n## ", "\n### ").replace("## ", "### ", 1).strip()
    PAGE.write_text(f"{before}{_BEGIN}\n\n{shown}\n\n{_END}{after}", encoding="utf-8")


def _costs(rows: Sequence[Row], judged: Sequence[Judged]) -> str:
    header = ("", *(row.name for row in rows))
    lines = [(name, *(_cell(row, show, judged) for row in rows)) for name, show in _COSTS.items()]
    notes = [f"- {row.name} was not run: {row.complaint}" for row in rows if row.complaint]
    return table("Search at 10,000 records in 20 languages", header, lines, notes)


def _cell(row: Row, show: _Show, judged: Sequence[Judged]) -> str:
    return show(row, row.seen, judged) if row.seen and row.index else _NONE


def _share(judged: Iterable[Judged], ids: Iterable[Sequence[str]]) -> float:
    """Return which share of queries has an answer among the first ten, in percent."""
    hits = [bool(each.answers & set(found)) for each, found in zip(judged, ids, strict=True)]
    return 100 * sum(hits) / len(hits) if hits else 100.0


def _cross(seen: Seen, judged: Sequence[Judged]) -> float:
    return _chosen(judged, seen.ids, lambda each: each.query.kind == "cross")


def _chosen(judged: Sequence[Judged], ids: Ids, wanted: Callable[[Judged], bool]) -> float:
    pairs = [(each, found) for each, found in zip(judged, ids, strict=True) if wanted(each)]
    return _share([each for each, _ in pairs], [found for _, found in pairs])


def _kind(judged: Judged) -> str:
    return judged.query.kind


def _language(judged: Judged) -> str:
    return judged.query.language


def _has(key: Callable[[Judged], str], value: str) -> Callable[[Judged], bool]:
    return lambda each: key(each) == value


def _at(values: Sequence[float], share: float) -> float:
    return values[min(len(values) - 1, int(len(values) * share))]


def _kilobytes(size: float) -> str:
    return f"{size / 1024:,.0f}"


_Show: TypeAlias = "Callable[[Row, Seen, Sequence[Judged]], str]"
_COSTS: dict[str, _Show] = {
    "expected record in the first ten, %": lambda _, seen, judged: (
        f"{_share(judged, seen.ids):.1f}"
    ),
    "term of one language, record in another, %": lambda _, seen, judged: (
        f"{_cross(seen, judged):.1f}"
    ),
    "index KB to the first result, p50 / p95": lambda _, seen, __: (
        f"{_kilobytes(_at(seen.first_bytes, 0.5))} / {_kilobytes(_at(seen.first_bytes, 0.95))}"
    ),
    "code KB before that": lambda _, seen, __: _kilobytes(seen.program_bytes),
    "first result at 400 kbit/s and 400 ms, s": lambda _, seen, __: f"{seen.slow_seconds:.1f}",
    "first result from a folder, ms": lambda _, seen, __: (
        _NONE if seen.folder_seconds is None else f"{1000 * seen.folder_seconds:.0f}"
    ),
    "warm query, p50 / p95, ms": lambda _, seen, __: (
        f"{_at(seen.warm, 0.5):.1f} / {_at(seen.warm, 0.95):.1f}"
    ),
    "JavaScript heap after 100 queries, MB": lambda _, seen, __: f"{seen.heap:.0f}",
    "memory of the page's process, MB": lambda _, seen, __: (
        _NONE if seen.process is None else f"{seen.process:.0f}"
    ),
    "index, brotli KB": lambda row, _, __: _kilobytes(row.index[0] if row.index else 0),
    "index, files": lambda row, _, __: f"{row.index[1] if row.index else 0:,}",
    "index made, CPU s": lambda row, _, __: f"{row.index[2] if row.index else 0:.1f}",
}


def _aims(row: Row, seen: Seen, judged: Sequence[Judged]) -> str:
    size, files, seconds = row.index or (0, 0, 0.0)
    low, high = (_at(seen.first_bytes, share) / 1024 for share in (0.5, 0.95))
    least = min(_chosen(judged, seen.ids, _has(_language, tag)) for tag in LANGUAGES)
    parts = _chosen(
        judged,
        seen.ids,
        lambda each: each.query.kind == "part" and each.query.language in _PARTS,
    )
    folder = 1000 * (seen.folder_seconds or 0)
    reached = (
        ("95 % of expected records in the first ten", _share(judged, seen.ids) >= 95),
        ("no language below 90 %", least >= 90),
        (f"every part of a word in {', '.join(_PARTS)}", parts == 100),
        ("90 % across languages", _cross(seen, judged) >= 90),
        ("32 KB to the first result, 64 KB at p95", low <= 32 and high <= 64),
        ("first result in 2.5 s on the slow line", seen.slow_seconds <= 2.5),
        ("first result in 150 ms from a folder", folder <= 150),
        ("warm query in 5 ms at p95", _at(seen.warm, 0.95) <= 5),
        ("65 MB of memory", (seen.process or seen.heap) <= 65),
        ("2.7 MB in under 1,000 files", size <= 2.7 * 2**20 and files < 1000),
        ("index made in 10 s", seconds <= 10),
        ("the same answers from a folder as over http", seen.folder_ids == seen.ids),
    )
    return "\n".join([*(f"- {verdict(aim, is_met=met)}" for aim, met in reached), ""])


def _by(
    name: str,
    rows: Sequence[Row],
    judged: Sequence[Judged],
    values: Sequence[str],
    key: Callable[[Judged], str],
) -> str:
    """Return the share of hits of each engine, one line for each value."""
    lines = []
    for value in values:
        count = sum(1 for each in judged if key(each) == value)
        shares = (_chosen(judged, row.seen.ids, _has(key, value)) for row in rows if row.seen)
        lines.append((value, str(count), *(f"{share:.0f}" for share in shares)))
    header = (name, "queries", *(row.name for row in rows))
    return table(f"Hits by {name}, % of unseen queries", header, lines, ())


def _matrix(judged: Sequence[Judged], ids: Ids) -> str:
    """Return our hits of each kind in each language."""
    cells: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for each, found in zip(judged, ids, strict=True):
        cells[each.query.language, each.query.kind].append(bool(each.answers & set(found)))
    lines = [(tag, *(_counted(cells.get((tag, kind), ())) for kind in KINDS)) for tag in LANGUAGES]
    return table("This project: hits of unseen queries", ("", *KINDS), lines, ())


def _counted(hits: Sequence[bool]) -> str:
    return f"{sum(hits)}/{len(hits)}" if hits else _NONE


def _other(name: str, judged: Sequence[Judged], ids: Ids) -> str:
    cross = _chosen(judged, ids, lambda each: each.query.kind == "cross")
    return (
        f"This project with {name}: {_share(judged, ids):.1f} % of {len(judged)} queries, "
        f"{cross:.1f} % across languages.\n"
    )
