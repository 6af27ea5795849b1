"""A record that came as a file of its own, by mail or on a stick."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.proposal import Arrival
from generator.exchange.record_files import written_data
from generator.issues import Issue, Place, message
from generator.model.kinds import KINDS, MODELS
from generator.model.moved import Moved
from generator.records.fields import names_of, required_names
from generator.records.interpreting import interpret
from generator.records.reading import read_foreign

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.kinds import Kind


_NAME = re.compile(r"(?P<id>.*)\.ya?ml(\.txt)?", re.IGNORECASE | re.DOTALL)
"""Names of record files; some systems hide ``.txt`` and put it behind every name."""


def is_record_file(path: Path) -> bool:
    """Say whether a file is a record by its name."""
    return _NAME.fullmatch(path.name) is not None


def mailed_record(
    path: Path, file: str, *, kind: str = "", encoding: str = ""
) -> tuple[Arrival | None, tuple[Issue, ...]]:
    """Return the record in a file, or why there is none; the name of the file is its id.

    Where nobody says the kind, it is the one whose fields fit. Without an encoding the file must
    say which it has, or be UTF-8.
    """
    found = _NAME.fullmatch(path.name)
    record_id = found["id"] if found else path.stem
    reading = read_foreign(path, encoding=encoding)
    if reading.text is None:
        return None, tuple(found.issue(file) for found in reading.findings)
    known = [each for each in KINDS if each == kind] or _kinds(reading.text, record_id)
    if len(known) != 1:
        issue = Issue(
            Place(file),
            "record-form",
            message("the fields are those of no kind of record, or of several"),
            message("say which it is with --kind: {kinds}", kinds=", ".join(KINDS)),
        )
        return None, (issue,)
    return Arrival(known[0], record_id, Place(file), text=reading.text), ()


def _kinds(text: str, record_id: str) -> list[Kind]:
    """Return the kinds that a record can be of; of a faulty one those whose fields fit best."""
    sound = [kind for kind in KINDS if not interpret(text, kind=kind, record_id=record_id).findings]
    names = set(written_data(text))
    if sound or not names or names <= Moved.model_fields.keys():
        return sound
    scores = {kind: _score(kind, names) for kind in KINDS}
    best = max(scores.values())
    return [kind for kind, score in scores.items() if score == best and best > 0]


def _score(kind: Kind, names: set[str]) -> int:
    model = MODELS[kind]
    fitting = len(names & set(names_of(model))) + len(names & set(required_names(model)))
    return fitting - 2 * len(names - set(names_of(model)))
