"""Records to tables: every value of every record finds its cell."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from generator.exchange.layout import FIELD, ID, LANGUAGE, MOVED, NUMBER, WORDS, shapes_of
from generator.exchange.tables import Cell, Row, Table, Tables
from generator.model.kinds import KINDS, MODELS
from generator.model.moved import Moved
from generator.model.parts import ALL
from generator.records.fields import takes_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.exchange.layout import Column, Shape, Steps
    from generator.exchange.tables import CellValue
    from generator.model.base import Model
    from generator.model.kinds import Kind
    from generator.records.fields import Takes
    from generator.records.nodes import Data

_VERSION = ("text", "status", "source")


def tables_from(
    records: Mapping[tuple[Kind, str], Mapping[str, Data]], kinds: Sequence[Kind] = ()
) -> Tables:
    """Return the tables of what is written in records, by kind and id.

    The tables of ``kinds`` are there even where no record is.
    """
    wanted = [kind for kind in KINDS if kind in kinds or any(key[0] == kind for key in records)]
    return Tables(
        tuple(
            Table(
                shape,
                frozenset(column.key for column in shape.columns),
                tuple(
                    row
                    for (kind, id_), data in sorted(records.items())
                    if kind == shape.kind
                    for row in _rows(shape, id_, data)
                ),
            )
            for kind in wanted
            for shape in shapes_of(kind)
        ),
        {key: fingerprint(key[0], data) for key, data in sorted(records.items())},
    )


def canonical(kind: Kind, data: Mapping[str, Data]) -> dict[str, Data]:
    """Return what is written for a record in the one way of several that mean the same.

    Lists without items are left out, and a version of a text that is only words is those words.
    """
    model = Moved if MOVED in data else MODELS[kind]
    plain = _canonical(dict(data), takes_at(model, ()))
    return plain if isinstance(plain, dict) else {}


def fingerprint(kind: Kind, data: Mapping[str, Data]) -> str:
    """Return a short digest by which two states of a record can be told apart."""
    text = json.dumps(canonical(kind, data), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _canonical(data: Data, takes: Takes | None) -> Data:
    if isinstance(data, list):
        return [_canonical(item, takes and takes.item) for item in data]
    if isinstance(data, dict) and takes is not None:
        if takes.form == "text":
            return {tag: _canonical_version(version) for tag, version in data.items()}
        inner = {name: takes_at(takes.model, (name,)) for name in data} if takes.model else {}
        plain = {name: _canonical(value, inner.get(name)) for name, value in data.items()}
        return {name: value for name, value in plain.items() if value not in (None, [], {})}
    return [data] if data == ALL and takes is not None and takes.form == "list" else data


def _canonical_version(version: Data) -> Data:
    return version["text"] if isinstance(version, dict) and version.keys() == {"text"} else version


def _rows(shape: Shape, id_: str, data: Mapping[str, Data]) -> Iterator[Row]:
    if shape.is_texts:
        yield from _text_rows(shape, id_, data)
        return
    for numbers, item in _items(dict(data), shape.lists):
        cells: dict[str, Cell] = {ID: Cell(id_)}
        names = [*shape.outer_numbers, NUMBER] if shape.lists else []
        cells |= {name: Cell(str(number)) for name, number in zip(names, numbers, strict=True)}
        for column in shape.columns:
            if column.path is not None:
                cells[column.key] = Cell(
                    _cell(column, _at(item, column.path), _record_language(data))
                )
        yield Row(cells)


def _record_language(data: Mapping[str, Data]) -> str:
    language = data.get("language")
    return language if isinstance(language, str) else ""


def _items(data: Data, lists: tuple[Steps, ...]) -> Iterator[tuple[tuple[int, ...], Data]]:
    """Yield the items of the innermost list, with their numbers counted from 1."""
    if not lists:
        yield (), data
        return
    found = _at(data, lists[0])
    for number, item in enumerate(found if isinstance(found, list) else [], start=1):
        for inner, value in _items(item, lists[1:]):
            yield (number, *inner), value


def _at(data: Data, path: Steps) -> Data:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _cell(column: Column, value: Data, language: str) -> CellValue:
    if column.form in {"words", "lines"}:
        items = value if isinstance(value, list) else [value]
        return tuple(shown_words(item, language) for item in items if item is not None)
    return shown_words(value, language)


def shown_words(value: Data, language: str) -> str:
    """Return the words of a text that its cell shows: those in the record's language, or the first.

    Of a text in several languages the others stand in the table of words by language.
    """
    if isinstance(value, dict):
        shown = shown_language(value, language)
        version = value.get(shown)
        value = version.get("text") if isinstance(version, dict) else version
    return value if isinstance(value, str) else ""


def shown_language(versions: Mapping[str, Data], language: str) -> str:
    """Return the language of the words that the cell of a text shows."""
    return language if language in versions else next(iter(versions), "")


def _text_rows(shape: Shape, id_: str, data: Mapping[str, Data]) -> Iterator[Row]:
    main = shapes_of(shape.kind)[0]
    model = main.columns[0].model
    if model is None:
        return
    language = _record_language(data)
    for path, versions in _versions(model, dict(data), ()):
        shown = shown_language(versions, language)
        for tag, written in versions.items():
            version = written if isinstance(written, dict) else {"text": written}
            text, status, source = (str(version.get(name) or "") for name in _VERSION)
            values = {
                ID: id_, FIELD: path_text(path), LANGUAGE: tag,
                WORDS: "" if tag == shown else text, "status": status, "source": source,
            }  # fmt: skip
            yield Row({key: Cell(value) for key, value in values.items()})


def path_text(path: tuple[str | int, ...]) -> str:
    """Return a path as the table of words by language has it; items are counted from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


def _versions(
    model: type[Model], data: Data, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], dict[str, Data]]]:
    """Yield every text that is written in several languages, with its path."""
    takes = takes_at(model, path)
    if isinstance(data, dict) and takes is not None:
        if takes.form == "text":
            yield path, data
        else:
            for name, value in data.items():
                yield from _versions(model, value, (*path, name))
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _versions(model, item, (*path, index))
