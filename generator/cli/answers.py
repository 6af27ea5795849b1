"""From what a contributor says to what stands in the record, held against the rules of records."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.checks.named_parties import plain_name
from generator.cli.questions import SEPARATORS
from generator.cli.session import told, voice
from generator.errors import UsageError
from generator.exchange.record_files import written_data
from generator.issues import Message, both, did_you_mean, message, name_meant
from generator.model.kinds import MODELS
from generator.records.editing import record_text
from generator.records.fields import names_of
from generator.records.interpreting import interpret
from generator.records.reading import read_text
from generator.records.written_dates import iso_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from generator.cli.questions import Question
    from generator.model.kinds import Kind
    from generator.records.nodes import Data, PathPart

_SEPARATORS = re.compile(rf"[{SEPARATORS}]")
_BRACKETS = "[]［］【】 "
_YES, _NO = frozenset({"y", "yes", "true"}), frozenset({"n", "no", "false"})


@dataclass(frozen=True, slots=True)
class Answer:
    """A value for the record, or why what was said is none."""

    value: Data = None
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Where answers are taken: the kind of record, and who knows what names stand for."""

    kind: Kind
    id_of: Callable[[str, str], str | None]


def understood(question: Question, words: str, desk: Desk) -> Answer:
    """Return what words mean as the answer to a question."""
    if question.is_of_texts or not question.is_list:
        meant = _meant(question, words.strip(), desk)
        value: Data = [meant.value] if question.is_list and meant.value else meant.value
        return meant if meant.problem else _held(question, value, desk)
    pieces = [piece.strip(_BRACKETS) for piece in _SEPARATORS.split(words)]
    found = [_meant(question, piece, desk) for piece in pieces if piece]
    problem = next((each.problem for each in found if each.problem), None)
    if problem is not None:
        return Answer(problem=problem)
    values = list(dict.fromkeys(str(each.value) for each in found))
    return _held(question, "all" if values == ["all"] else [*values], desk)


def given(question: Question, data: Data, desk: Desk) -> Answer:
    """Return what a value from a file means as the answer to a question."""
    if isinstance(data, str):
        return understood(question, data, desk)
    if isinstance(data, list) and question.is_list and not question.is_of_texts:
        words = [each for each in data if isinstance(each, str)]
        if len(words) == len(data):
            return understood(question, ", ".join(words), desk)
    return _held(question, data, desk)


def value_at(data: Data, path: Sequence[PathPart]) -> Data:
    """Return what stands at a path, or None."""
    for part in path:
        if isinstance(data, dict):
            data = data.get(str(part))
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def with_value(data: Data, path: Sequence[PathPart], value: Data) -> Data:
    """Return data with a value at a path."""
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(first, int):
        items = list(data) if isinstance(data, list) else []
        items += [None] * (first + 1 - len(items))
        items[first] = with_value(items[first], rest, value)
        return items
    fields = dict(data) if isinstance(data, dict) else {}
    fields[first] = with_value(fields.get(first), rest, value)
    return fields


def read_answers(path: Path, kind: Kind) -> dict[str, Data]:
    """Read answers from a JSON or YAML file; raises UsageError where it holds none.

    So it does for a field that records of the kind do not have, which would get lost otherwise.
    """
    text = read_text(path).text
    found = _parsed(text, path) if text is not None else {}
    if not found:
        raise UsageError(
            f"there are no answers in {path}", mend="write fields and values as in a record"
        )
    names = names_of(MODELS[kind])
    for name in found:
        if name not in {"id", *names}:
            meant = did_you_mean(name, names)
            raise UsageError(
                told("{path}: {name!r} is no field of this kind", path=path, name=name),
                mend=told("did you mean {meant!r}?", meant=meant) if meant else ", ".join(names),
            )
    return found


def language_tag(value: Data, kind: Kind) -> str | None:
    """Return the language that somebody writes in; raises UsageError where it is no language."""
    if value is None:
        return None
    text = record_text({"language": value})
    for found in interpret(text, kind=kind, record_id="record").findings:
        if found.rule != "field-missing":
            raise UsageError(
                told("{flag} cannot be used", flag=text.strip()),
                mend=str(voice().told(both(found.message, found.hint))),
            )
    return str(value)


def _parsed(text: str, path: Path) -> dict[str, Data]:
    if not text.lstrip().startswith("{"):
        return written_data(text)
    try:
        return _as_data(json.loads(text))
    except (ValueError, RecursionError) as fault:
        raise UsageError(f"{path} is no JSON: {fault}", mend="mend the file") from fault


def _as_data(value: object) -> dict[str, Data]:
    found = _plain(value)
    return found if isinstance(found, dict) else {}


def _plain(value: object) -> Data:
    """Return a value of JSON as records have it: text, lists and mappings."""
    if isinstance(value, dict):
        return {str(name): _plain(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_plain(inner) for inner in value if inner is not None]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _meant(question: Question, words: str, desk: Desk) -> Answer:
    """Return what one word of an answer stands for."""
    takes = question.takes.item or question.takes
    if takes.words == "a date":
        return Answer(iso_date(words) or words)
    if takes.words == "true or false" and words.casefold() in _YES | _NO:
        return Answer("true" if words.casefold() in _YES else "false")
    if not question.options or takes.form != "word":
        return Answer(words)
    return _chosen(question, words, desk)


def _chosen(question: Question, words: str, desk: Desk) -> Answer:
    codes = [option.code for option in question.options]
    if words in codes:
        return Answer(words)
    if words.isdecimal() and 0 < int(words) <= len(codes) and question.field != "sdgs":
        return Answer(codes[int(words) - 1])
    plain = plain_name(words)
    same = {option.code for option in question.options if plain_name(option.label) == plain}
    named = min(same) if len(same) == 1 else desk.id_of(question.field, words)
    if named is not None:
        return Answer(named)
    if (question.takes.item or question.takes).words == "a language tag":
        return Answer(words)
    labels = {option.label: option.code for option in question.options}
    meant = name_meant(words, [*labels, *codes])
    what = message("{label} has no choice {words!r}", label=question.label, words=words)
    hint = message("did you mean {meant!r}?", meant=meant) if meant else None
    return Answer(problem=both(what, hint) if hint else what)


def _held(question: Question, value: Data, desk: Desk) -> Answer:
    """Return a value, or what the rules of records have against it."""
    data = with_value({}, question.path, value)
    text = record_text(data if isinstance(data, dict) else {})
    for found in interpret(text, kind=desk.kind, record_id="record").findings:
        if found.rule != "field-missing":
            return Answer(problem=both(found.message, found.hint))
    return Answer(value)
