"""Runs one command as a whole process and says what it cost."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PROJECT = Path(__file__).resolve().parent.parent
"""The checkout whose code is measured."""

# macOS counts bytes where Linux counts kilobytes (getrusage).
_PEAK_UNITS_PER_MB = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process and all that it started took."""

    seconds: float
    """On the clock, from start to end."""
    cpu: float
    """Seconds of one core, of the user and of the system."""
    peak: float
    """Most memory that one process held at once, in MB of 2**20 bytes (resident)."""


def run(command: Sequence[str]) -> Cost:
    """Run a command to its end; raises CalledProcessError with what it printed where it fails."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryFile() as printed:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=printed, stderr=printed, env=environment
        )
        # The usage of this child alone: getrusage(RUSAGE_CHILDREN) keeps the peak of all before it.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            printed.seek(0)
            said = printed.read().decode("utf-8", errors="replace")
            raise subprocess.CalledProcessError(process.returncode, command, output=said)
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _PEAK_UNITS_PER_MB)


def framework(project: Path, *arguments: str) -> Cost:
    """Run the command ``framework`` on a project folder."""
    return run([sys.executable, "-m", "generator", "--project", str(project), *arguments])


def total(costs: Iterable[Cost]) -> Cost:
    """Return what processes cost that run one after the other."""
    listed = tuple(costs)
    return Cost(
        sum(cost.seconds for cost in listed),
        sum(cost.cpu for cost in listed),
        max(cost.peak for cost in listed),
    )


def median(costs: Sequence[Cost]) -> Cost:
    """Return the middle of several runs, number by number."""
    return Cost(
        statistics.median(cost.seconds for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.peak for cost in costs),
    )
