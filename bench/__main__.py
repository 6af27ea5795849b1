"""``python -m bench``: measures the generator and prints tables."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.building import measure_build
from bench.checking import measure_check
from bench.search.measure import measure_search
from bench.search.report import write_page
from bench.weight import measure_weight

MEASURES = {
    "build": measure_build,
    "check": measure_check,
    "weight": measure_weight,
    "search": measure_search,
}


def main() -> None:
    """Run the measures that were asked for, each in a folder of its own, and print their tables."""
    asked = _arguments()
    print(
        f"# Measured on {platform.system()} {platform.machine()}, {os.cpu_count()} cores, ", end=""
    )
    print(f"Python {platform.python_version()}, median of {asked.runs}\n", flush=True)
    for name in asked.measures or MEASURES:
        with tempfile.TemporaryDirectory(prefix=f"bench-{name}-") as folder:
            try:
                tables = MEASURES[name](Path(folder), runs=asked.runs)
                print(tables, flush=True)
                if asked.write and name == "search":
                    write_page(tables)
            except subprocess.CalledProcessError as fault:
                sys.exit(
                    f"{' '.join(fault.cmd)}\nended with {fault.returncode}:\n{fault.output[-4000:]}"
                )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=main.__doc__)
    parser.add_argument(
        "measures", nargs="*", metavar="MEASURE", help=f"{', '.join(MEASURES)}; all when left out"
    )
    parser.add_argument(
        "--runs", type=int, default=3, help="runs of each command (default: %(default)s)"
    )
    parser.add_argument(
        "--write", action="store_true", help="put the tables of the search into the documentation"
    )
    asked = parser.parse_args()
    unknown = [name for name in asked.measures if name not in MEASURES]
    if unknown:
        parser.error(f"there is no measure {', '.join(unknown)}; there are {', '.join(MEASURES)}")
    if asked.runs < 1:
        parser.error("--runs must be 1 or more")
    return asked


main()
