"""The search engine of the page, run in Node on an index in a folder."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.search.index import search_files
from setup.node import NODE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.search.record import Concept, SearchRecord

PROJECT = Path(__file__).parents[3]
ENGINE = tuple(
    PROJECT / "overrides" / "assets" / name
    for name in ("search-words.js", "search-index.js", "search.js")
)
_RUNNER = Path(__file__).with_name("engine_runner.cjs")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call of the engine gave, and the files of the index that were read for it."""

    result: Any
    error: str | None
    read: tuple[str, ...]


def ask(
    folder: Path,
    calls: Iterable[Sequence[Any]],
    *,
    language: str = "en",
    broken: Sequence[str] = (),
) -> list[Answer]:
    """Call methods of the engine one after the other; broken files fail when first read."""
    job = {"folder": str(folder), "language": language, "calls": list(calls), "broken": broken}
    run = subprocess.run(
        [str(NODE), str(_RUNNER), *map(str, ENGINE)],
        input=json.dumps(job),
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    return [
        Answer(answer.get("result"), answer["error"], tuple(answer["read"]))
        for answer in json.loads(run.stdout)
    ]


def write_index(
    folder: Path, records: Iterable[SearchRecord], concepts: Iterable[Concept] = ()
) -> Path:
    """Write an index and return its folder."""
    for name, data in search_files(records, concepts).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
