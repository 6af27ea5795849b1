"""What is asked for a new record: one question for each field that it needs or should have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.exchange.headings import column_words
from generator.exchange.layout import Column
from generator.exchange.options import Option, Options, list_of
from generator.languages.borrowed import bare
from generator.model.kinds import MODELS
from generator.records.fields import explanation_of, names_of, required_names, takes_at
from generator.records.recommended import RECOMMENDED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.base import Model
    from generator.model.kinds import Kind
    from generator.pages.edition import Edition
    from generator.records.fields import Takes
    from generator.records.nodes import PathPart
    from generator.reports.voice import Voice

SEPARATORS = ",;،؛，、；"
"""What divides the items of an answer, on keyboards of all scripts."""
_LAST_ITEM = re.compile(rf"[{SEPARATORS}]\s*(?P<item>[^{SEPARATORS}]*)$")
_FIRST = ("title", "name", "summary")
"""Asked before everything else: what it is."""
_ALSO = frozenset({"quote", "modality"})
"""Fields of lists that a good record has, whether or not they must be there."""


@dataclass(frozen=True, slots=True)
class Question:
    """A field that a contributor is asked for."""

    path: tuple[PathPart, ...]
    label: str
    """What the field is called, in the contributor's language."""
    help: str
    """A sentence about the field, or nothing."""
    takes: Takes
    is_required: bool
    options: tuple[Option, ...] = ()
    """What can be chosen, where the field takes some words or names records."""

    @property
    def field(self) -> str:
        """The name of the field."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")

    @property
    def key(self) -> str:
        """The path as options of the command have it, such as ``history.on``."""
        return ".".join(part for part in self.path if isinstance(part, str))

    @property
    def is_list(self) -> bool:
        """Whether several values may be given."""
        return self.takes.form == "list"

    @property
    def is_of_texts(self) -> bool:
        """Whether free words are given, in which commas divide nothing."""
        item = self.takes.item if self.is_list else self.takes
        return item is not None and item.form == "text"


def questions(kind: Kind, edition: Edition, voice: Voice) -> tuple[Question, ...]:
    """Return the questions for a record of a kind, in the order in which they are asked."""
    model = MODELS[kind]
    words = _Words(edition, voice, Options(edition))
    asked = {*required_names(model), *RECOMMENDED[kind]} - {"language"}
    names = [name for name in names_of(model) if name in asked]
    names.sort(key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
    return tuple(
        question
        for name in names
        for question in _of_field(model, (name,), words, is_required=name in required_names(model))
    )


@dataclass(frozen=True, slots=True)
class _Words:
    edition: Edition
    voice: Voice
    options: Options


def _of_field(
    model: type[Model], path: tuple[PathPart, ...], words: _Words, *, is_required: bool
) -> Iterator[Question]:
    """Yield the questions for a field, or for those within it."""
    name = str(path[-1])
    takes = takes_at(model, (name,))
    if takes is None:
        return
    item = takes.item
    if takes.form == "fields" and takes.model is not None:
        yield from _of_group(takes.model, path, words, is_required=is_required)
    elif item is not None and item.form == "fields" and item.model is not None:
        # Further items are added to the file; the first one is what a record cannot be without.
        if is_required:
            yield from _of_group(item.model, (*path, 0), words, is_required=True)
    else:
        yield _question(model, path, takes, words, is_required=is_required)


def _of_group(
    model: type[Model], path: tuple[PathPart, ...], words: _Words, *, is_required: bool
) -> Iterator[Question]:
    needed = required_names(model)
    for name in names_of(model):
        if name in needed or name in _ALSO or not is_required:
            yield from _of_field(
                model, (*path, name), words, is_required=is_required and name in needed
            )


def _question(
    model: type[Model],
    path: tuple[PathPart, ...],
    takes: Takes,
    words: _Words,
    *,
    is_required: bool,
) -> Question:
    name = str(path[-1])
    key = ".".join(part for part in path if isinstance(part, str))
    column = Column(key, "word", takes.item or takes, model, name)
    explanation = explanation_of(model, name)
    return Question(
        path=path,
        label=bare(words.edition.words(column_words(column))),
        help=words.voice.words(explanation) if explanation else "",
        takes=takes,
        is_required=is_required,
        options=_options(column, words),
    )


def _options(column: Column, words: _Words) -> tuple[Option, ...]:
    if column.field == "source":
        sources = words.edition.named("sources", words.edition.repository.sources)
        return tuple(Option(record.id, title.text) for record, title in sources)
    return words.options.of(list_of(column))


def completed(words: str, options: Sequence[Option], *, is_list: bool) -> list[str]:
    """Return what words can become: the label or code of an option that begins with them.

    Of a list the last item is completed, and what stands before it stays.
    """
    start = _LAST_ITEM.search(words) if is_list else None
    kept = words[: start.start("item")] if start else words[: len(words) - len(words.lstrip())]
    begun = words[len(kept) :].casefold()
    labels = [each.label for each in options if each.label.casefold().startswith(begun)]
    coded = [each for each in options if each.code.casefold().startswith(begun)]
    if not labels:
        # Several labels may begin in another way than their codes, and what was typed would go.
        labels = [each.label if len(coded) == 1 else each.code for each in coded]
    return [kept + label for label in dict.fromkeys(labels)]
