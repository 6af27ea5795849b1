"""How ``framework check`` grows with the number of records."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.processes import Cost, framework, median, run
from bench.project import copy_project
from bench.records import write_projects
from bench.tables import table, verdict

if TYPE_CHECKING:
    from pathlib import Path

_COUNTS = (0, 20, 1_000, 5_000, 10_000)
_MOST_SECONDS, _MOST_MB = 20.0, 600.0
_LINEAR = 1.25
"""The last half may cost so much more than the first before growth is not linear."""
_PARSE = """
import sys, pathlib, yaml
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
"""
"""What anybody would do first to read records: the yardstick of the same run."""
_HEADER = (
    "projects added",
    "CPU s",
    "seconds",
    "peak MB",
    "CPU ms per added record",
    "KB per added record",
)


@dataclass(frozen=True, slots=True)
class _Point:
    """A number of added records and what a check of all content cost."""

    records: int
    cost: Cost

    def milliseconds(self, base: _Point) -> float:
        """Seconds of one core for each record more than in another point, in thousandths."""
        return 1000 * (self.cost.cpu - base.cost.cpu) / (self.records - base.records)

    def kilobytes(self, base: _Point) -> float:
        """Memory for each record more than in another point."""
        return 1024 * (self.cost.peak - base.cost.peak) / (self.records - base.records)


def measure_check(folder: Path, *, runs: int) -> str:
    """Check the real content with more and more generated projects, each time a whole process."""
    projects = {count: _project(folder / str(count), count) for count in _COUNTS}
    # The first process of all writes bytecode; what a machine does beside this comes and goes, so
    # the sizes take turns.
    framework(projects[0], "check")
    rounds = [
        {count: framework(project, "check") for count, project in projects.items()}
        for _ in range(runs)
    ]
    points = [_Point(count, median([costs[count] for costs in rounds])) for count in _COUNTS]
    parsed = median([_parse(projects[_COUNTS[-1]] / "content") for _ in range(runs)])
    growth = points[-1].milliseconds(points[-2]) / points[-2].milliseconds(points[0])
    last = points[-1].cost
    return table(
        "Check",
        _HEADER,
        [
            *(_row(point, points[0]) for point in points),
            _cells("PyYAML alone", parsed),
        ],
        [
            verdict(
                f"{points[-1].records:,} records in under {_MOST_SECONDS:.0f} s of one core",
                is_met=last.cpu < _MOST_SECONDS,
            ),
            verdict(f"under {_MOST_MB:.0f} MB", is_met=last.peak < _MOST_MB),
            verdict(
                f"linear growth, the last half of the records costs {growth:.2f} times the first "
                f"(at most {_LINEAR})",
                is_met=growth <= _LINEAR,
            ),
            f"A check costs {last.cpu / parsed.cpu:.1f} times what PyYAML's C loader takes alone.",
        ],
    )


def _project(folder: Path, count: int) -> Path:
    project = copy_project(folder)
    write_projects(project, range(count))
    return project


def _parse(content: Path) -> Cost:
    return run([sys.executable, "-c", _PARSE, str(content)])


def _row(point: _Point, base: _Point) -> list[str]:
    cells = _cells(f"{point.records:,}", point.cost)
    if point != base:
        cells[-2:] = [f"{point.milliseconds(base):.2f}", f"{point.kilobytes(base):.1f}"]
    return cells


def _cells(name: str, cost: Cost) -> list[str]:
    return [name, f"{cost.cpu:.1f}", f"{cost.seconds:.1f}", f"{cost.peak:.0f}", "", ""]
