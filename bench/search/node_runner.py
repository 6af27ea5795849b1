"""Asks the real engine in Node: quick, and with the names of the files that each query needs."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.processes import PROJECT
from setup.node import NODE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bench.search.judging import Judged

_ASSETS = PROJECT / "overrides" / "assets"
ENGINE = tuple(
    _ASSETS / name
    for name in re.findall(
        r'"(search[a-z-]*\.js)"', (_ASSETS / "site.js").read_text(encoding="utf-8")
    )
)
"""Scripts of the page's search engine, in the order in which the page loads them."""
SITE_LANGUAGES = frozenset({"zh", "en", "fr", "es", "ru", "ar", "pt", "fa"})
"""Readers of other languages search on a page in English."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engine said to one query."""

    ids: tuple[str, ...]
    """The first ten."""
    files: tuple[str, ...]
    """Files of the index that were loaded for it."""
    milliseconds: float
    failure: str
    """What went wrong, or nothing."""


def write_index(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files of an index below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def page_language(language: str) -> str:
    """Return the language of the page that a reader of a language searches from."""
    return language if language in SITE_LANGUAGES else "en"


def ask(index: Path, queries: Iterable[Judged], *, cold: bool = False) -> tuple[Answer, ...]:
    """Ask all queries in turn; cold ones each on a page that has loaded nothing yet."""
    asked = [
        {
            "text": judged.query.text,
            "lang": page_language(judged.query.language),
            "cold": cold,
        }
        for judged in queries
    ]
    return tuple(
        Answer(tuple(ids), tuple(files), milliseconds, failure)
        for ids, files, milliseconds, failure in _run(index, asked)
    )


def _run(index: Path, asked: Sequence[object]) -> list[tuple[list[str], list[str], float, str]]:
    questions, answers = index.parent / "queries.json", index.parent / "answers.json"
    questions.write_text(json.dumps(asked), encoding="utf-8")
    script = Path(__file__).with_name("run_engine.js")
    paths = (NODE, script, index, questions, answers, *ENGINE)
    subprocess.run(
        [str(path) for path in paths],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    found: list[tuple[list[str], list[str], float, str]] = json.loads(
        answers.read_text(encoding="utf-8")
    )
    return found
