"""Which tables and columns hold the records of a kind; derived from the model, so that both agree.

A record is a row of the table of its kind. Lists of groups, such as the history of a project, are
tables of their own, whose rows name the record. One more table holds what an author has written
in several languages.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, get_args, get_origin, get_type_hints

from generator.model import text
from generator.model.kinds import MODELS
from generator.model.moved import Moved
from generator.model.text import Version
from generator.records.fields import Takes, names_of, takes_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.base import Model
    from generator.model.kinds import Kind

Form = Literal["word", "text", "words", "lines"]
"""``words``: several ids or words in one cell; ``lines``: several texts in one cell, one a line."""

Steps = tuple[str, ...]

ID, NUMBER, FIELD, LANGUAGE, WORDS = "id", "number", "field", "language", "words"
"""Columns that belong to the table and not to the record."""
ITEM = "item"
"""Column of the texts in a list that has a table of its own."""
TEXTS = "texts"
"""Last part of the key of the table of words by language."""
MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what its cells hold, and where in the record that belongs."""

    key: str
    """Name of the column for programs: the fields that lead to it, with points between."""
    form: Form
    takes: Takes
    """What one value of a cell is."""
    model: type[Model] | None = None
    """The group that has the field; None for columns of the table itself."""
    field: str = ""
    is_required: bool = False
    path: Steps | None = None
    """Fields that lead from the row to the value; None for columns of the table itself."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One table: its columns, and which part of the records of a kind its rows are."""

    kind: Kind
    lists: tuple[Steps, ...]
    """Fields that lead to each list, the outer list first; none for the table of the records."""
    columns: tuple[Column, ...]
    is_texts: bool = False

    @property
    def key(self) -> str:
        """Name of the table for programs, such as ``projects.history``."""
        if self.is_texts:
            return f"{self.kind}.{TEXTS}"
        return ".".join([self.kind, *(step for steps in self.lists for step in steps)])

    @property
    def is_main(self) -> bool:
        """Whether each row is a record."""
        return not self.lists and not self.is_texts

    @property
    def outer_numbers(self) -> tuple[str, ...]:
        """Keys of the columns that name the items of outer lists."""
        return tuple(f"{'.'.join(steps)}.{NUMBER}" for steps in self.lists[:-1])

    def column(self, key: str) -> Column | None:
        """Return the column with this key, or None."""
        return next((column for column in self.columns if column.key == key), None)


_RECORD = Takes("word", "the id of a record", "id-of-the-record")
_NUMBER = Takes("word", "a whole number", "1")


@cache
def shapes_of(kind: Kind) -> tuple[Shape, ...]:
    """Return the tables of a kind: the records, then their lists, at last words by language."""
    model = MODELS[kind]
    columns, lists = _group(model, ())
    own = Column(ID, "word", _RECORD, model, ID, is_required=True)
    moved = Column(MOVED, "words", _RECORD, Moved, MOVED, path=(MOVED,))
    main = Shape(kind, (), (own, *(each for each in columns if each.key != ID), moved))
    return (main, *_list_shapes(kind, (), lists), _texts(kind))


def shape(key: str) -> Shape | None:
    """Return the table with this key, or None."""
    kind = next((kind for kind in MODELS if key.partition(".")[0] == kind), None)
    if kind is None:
        return None
    return next((each for each in shapes_of(kind) if each.key == key), None)


@dataclass(frozen=True, slots=True)
class _List:
    """A field that holds rows of another table."""

    steps: Steps
    model: type[Model]
    field: str
    item: Takes


def _list_shapes(kind: Kind, outer: tuple[Steps, ...], lists: tuple[_List, ...]) -> Iterator[Shape]:
    for each in lists:
        path = (*outer, each.steps)
        columns, inner = _item_columns(each)
        names = (f"{'.'.join(steps)}.{NUMBER}" for steps in outer)
        keys = [
            Column(ID, "word", _RECORD, is_required=True),
            *(Column(name, "word", _NUMBER, is_required=True) for name in names),
            Column(NUMBER, "word", _NUMBER),
        ]
        yield Shape(kind, path, (*keys, *columns))
        yield from _list_shapes(kind, path, inner)


def _item_columns(each: _List) -> tuple[tuple[Column, ...], tuple[_List, ...]]:
    if each.item.form == "fields" and each.item.model is not None:
        return _group(each.item.model, ())
    column = Column(ITEM, "text", each.item, each.model, each.field, is_required=True, path=())
    return (column,), ()


def _group(model: type[Model], above: Steps) -> tuple[tuple[Column, ...], tuple[_List, ...]]:
    """Return the columns and lists of a group of fields and the groups within it."""
    columns: list[Column] = []
    lists: list[_List] = []
    for name in names_of(model):
        takes, steps = takes_at(model, (name,)), (*above, name)
        if takes is None:
            continue
        item = takes.item
        if takes.form == "fields" and takes.model is not None:
            inner, within = _group(takes.model, steps)
            columns += inner
            lists += within
        elif item is not None and (item.form == "fields" or _is_of_paragraphs(model, name)):
            lists.append(_List(steps, model, name, item))
        else:
            columns.append(_column(model, steps, takes))
    return tuple(columns), tuple(lists)


def _column(model: type[Model], steps: Steps, takes: Takes) -> Column:
    form: Form = "text" if takes.form == "text" else "word"
    if takes.item is not None:
        form = "lines" if takes.item.form == "text" else "words"
    info = model.model_fields[steps[-1]]
    return Column(
        ".".join(steps), form, takes.item or takes, model, steps[-1],
        is_required=info.is_required() and len(steps) == 1, path=steps,
    )  # fmt: skip


def _is_of_paragraphs(model: type[Model], name: str) -> bool:
    """Say whether a field is a list of texts that may have several lines each."""
    hint = get_type_hints(model, include_extras=True)[name]
    if get_origin(hint) is not tuple:
        return False
    item: object = get_args(hint)[0]
    return item in (text.Paragraph, text.Markdown)


def _texts(kind: Kind) -> Shape:
    status = takes_at(Version, ("status",)) or _RECORD
    return Shape(
        kind,
        (),
        (
            Column(ID, "word", _RECORD, is_required=True),
            Column(FIELD, "word", Takes("word", "a word or short text", "title"), is_required=True),
            Column(
                LANGUAGE, "word", Takes("word", "a language tag", "en"), Version, is_required=True
            ),
            Column(WORDS, "text", Takes("text", "a text", "the words"), Version, "text"),
            Column("status", "word", status, Version, "status"),
            Column("source", "word", _RECORD, Version, "source"),
        ),
        is_texts=True,
    )
