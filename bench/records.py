"""Project records made for measuring: valid, varied, in several languages and scripts."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from bench.project import record_ids, site_languages
from bench.stock import OFFERS, PURPOSES, QUOTES, SENTENCES, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_Choice = TypeVar("_Choice")

_LIVES: tuple[tuple[str, ...], ...] = (
    ("announced",),
    ("proposed", "open"),
    ("announced", "active"),
    ("announced", "open", "completed"),
    ("proposed", "suspended"),
)
_MODALITIES = ("plan", "will", "explore", "encourage", "invite", "willing")

_RECORD = Template("""\
# Made for measuring: there is no such project.
language: $language
kind: $kind
title:
$titles
summary: >-
  $sentence
  $purpose
description: |
  ### $heading

  $purpose $sentence

  - **$offer** ([example.org](https://example.org/projects/$number))
pillars: $pillars
track: $track
lead: [$lead]
partners: [$partners]
open_to_join: $open
seeks:
  - $other_offer
offers:
  - $offer
joined:
  - {by: $joiner, on: $year-07, source: $source}
status: $status
history:
$history
sdgs: [$sdgs]
period: {start: $year, end: $end-12-31}
funding: {amount: $amount, currency: USD, as_of: $year-05-31, source: $source}
links:
  - label: $heading
    address: https://example.org/$language/$number.html
""")
_STEP = Template("""\
  - status: $status
    on: $date
    source: $source
    quote: $quote
    language: $language
    modality: $modality""")


class _Ids(NamedTuple):
    """The records of the project that generated ones may name."""

    languages: tuple[str, ...]
    pillars: tuple[str, ...]
    tracks: tuple[str, ...]
    participants: tuple[str, ...]
    organizations: tuple[str, ...]
    sources: tuple[str, ...]


def write_projects(project: Path, numbers: Iterable[int]) -> None:
    """Add one project record for each number; the same number gives the same record."""
    kinds = ("pillars", "tracks", "participants", "organizations", "sources")
    ids = _Ids(_written_languages(project), *(record_ids(project, kind) for kind in kinds))
    for number in numbers:
        path = project / "content" / "projects" / f"generated-project-{number:05}.yaml"
        path.write_text(project_record(number, ids), encoding="utf-8", newline="\n")


def project_record(number: int, ids: _Ids) -> str:
    """Return the text of a record, 41 to 53 lines of YAML."""
    language = _pick(ids.languages, number)
    life, source = _pick(_LIVES, number), _pick(ids.sources, number)
    lead, joiner = _pick(ids.participants, number), _pick(ids.participants, number + 7)
    year = 2019 + number % 4
    values = {
        "language": language,
        "kind": _pick(("measure", "project"), number),
        "number": number,
        "titles": _titles(number, language),
        "heading": _pick(TITLES[language], number // 3),
        "sentence": _pick(SENTENCES[language], number),
        "purpose": _pick(PURPOSES[language], number // 2),
        "offer": _pick(OFFERS[language], number),
        "other_offer": _pick(OFFERS[language], number + 1),
        "pillars": _pillars(number, ids.pillars),
        "track": _pick(ids.tracks, number),
        "lead": lead,
        "partners": f"{joiner}, {_pick(ids.organizations, number)}",
        "open": "true" if life[-1] in {"open", "active"} else "false",
        "joiner": joiner,
        "year": year,
        "end": year + 1 + number % 5,
        "source": source,
        "status": life[-1],
        "history": _history(number, life, year, source),
        "sdgs": ", ".join(str(goal) for goal in sorted({1 + number % 17, 1 + (number + 8) % 17})),
        "amount": f"{1000 + 37 * number}.{number % 100:02}",
    }
    return _RECORD.substitute(values)


def _written_languages(project: Path) -> tuple[str, ...]:
    """Return the site's languages that there are words for here."""
    known = tuple(tag for tag in site_languages(project) if tag in SENTENCES)
    if not known:
        raise LookupError(
            "records can be generated in none of the site's languages; see bench/stock.py"
        )
    return known


def _titles(number: int, language: str) -> str:
    """Return the lines of a title in the record's language and two others."""
    others = [tag for tag in TITLES if tag != language]
    tags = [language, *(others[(number + step) % len(others)] for step in range(2))]
    words = [f"{_pick(TITLES[tag], number)} {number}" for tag in tags]
    lines = [f"  {tag}: {words}" for tag, words in zip(tags[:2], words[:2], strict=True)]
    return "\n".join([*lines, f"  {tags[2]}: {{text: {words[2]}, status: working}}"])


def _pillars(number: int, known: Sequence[str]) -> str:
    if number % 4 == 0:
        return "all"
    return f"[{', '.join(sorted({_pick(known, number), _pick(known, number + 2)}))}]"


def _history(number: int, life: Sequence[str], year: int, source: str) -> str:
    """Return the steps of a life, one each quarter or so, each with words that prove it."""
    quotes = sorted(QUOTES)
    dates = (f"{year}-01-{1 + number % 28:02}", f"{year}-04", f"{year + 1}-0{1 + number % 9}-15")
    steps = []
    for index, (status, date) in enumerate(zip(life, dates, strict=False)):
        language = _pick(quotes, number + index)
        values = {
            "status": status,
            "date": date,
            "source": source,
            "quote": f"“{QUOTES[language]} ({number})”",
            "language": language,
            "modality": _pick(_MODALITIES, number + index),
        }
        steps.append(_STEP.substitute(values))
    return "\n".join(steps)


def _pick(choices: Sequence[_Choice], number: int) -> _Choice:
    """Return one of the choices; neighbouring numbers get different ones."""
    return choices[number % len(choices)]
