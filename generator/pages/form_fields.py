"""The fields of the form, made from the model: one control for each type that the model knows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal, get_args, get_type_hints

from generator.model.library import Project
from generator.model.parties import Source
from generator.model.text import Form, Line, Markdown, Paragraph
from generator.pages.form_words import (
    LISTS,
    PROJECT_FIELDS,
    SOURCE_FIELDS,
    SOURCES_WORDS,
    FieldWords,
)
from generator.records.fields import names_of, required_names, takes_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.base import Model
    from generator.pages.components import Words
    from generator.pages.edition import Edition
    from generator.records.fields import Takes

Control = Literal["line", "lines", "select", "radios", "checks", "flag", "group", "list", "groups"]
"""``list``: the same control several times; ``groups``: several groups of fields."""

_MOST_RADIOS = 7
_FOLDED = frozenset(
    {
        "parts",
        "sdgs",
        "period",
        "funding",
        "links",
        "history.language",
        "history.modality",
        "history.note",
    }
)
"""Fields of a project that few records need: they are folded away, so that the form is short."""
_IN_SEVERAL_LANGUAGES = frozenset({"title", "summary"})
"""What authors are asked for in more languages than one; the rest is left to translators."""
_ROWS: Mapping[Form | None, int] = {"paragraph": 3, "markdown": 8}


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: what is written in the record, and what the reader sees."""

    value: str
    label: Words
    group: str = ""
    """Heading under which it stands, or nothing."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of the form, or a group of fields."""

    name: str
    control: Control
    label: str
    help: str = ""
    is_required: bool = False
    options: tuple[Option, ...] = ()
    rows: int = 0
    """Lines of a text that may be long; 0 for a single line."""
    is_text: bool = False
    """Whether a record may give it in several languages."""
    keyboard: Literal["text", "url", "date", "code", "decimal"] = "text"
    """What is typed: decides the keyboard of a phone; all but text runs left to right."""
    fields: tuple[FormField, ...] = ()
    item: str = ""
    add: str = ""
    remove: str = ""
    first: int = 0
    """How many entries of a list are open at the start."""
    is_folded: bool = False
    """Whether it is shown on demand only."""
    another: str = ""
    """Words of the button that gives it in another language as well, or nothing."""
    all_label: str = ""
    """Words of the choice that stands for every other one, or nothing."""

    @property
    def grouped(self) -> tuple[tuple[str, tuple[Option, ...]], ...]:
        """The choices under their headings, in the order in which they come."""
        runs = groupby(self.options, key=lambda option: option.group)
        return tuple((heading, tuple(options)) for heading, options in runs)


@dataclass(frozen=True, slots=True)
class FieldMaker:
    """Makes the fields of one model in one language."""

    edition: Edition
    model: type[Model]
    words: Mapping[str, FieldWords]
    choices: Mapping[str, tuple[Option, ...]]
    """Choices by name of a field, for those whose choices are records or codes with names."""
    owner: str = ""
    lists: frozenset[str] = field(default_factory=frozenset)

    def make(self, name: str) -> FormField:
        """Return the field of this name."""
        takes = takes_at(self.model, (name,))
        if takes is None:
            raise KeyError(name)
        place = f"{self.owner}.{name}" if self.owner else name
        words = self.words[place]
        made = FormField(
            name,
            "line",
            self.edition.words(words.label),
            self.edition.words(words.help) if words.help else "",
            is_required=name in required_names(self.model),
            is_text=text_form(self.model, name) is not None,
            is_folded=place in _FOLDED,
            another=self._another(name),
        )
        return self._shaped(made, takes)

    def _another(self, name: str) -> str:
        is_asked = self.model is Project and name in _IN_SEVERAL_LANGUAGES
        return self.edition.words("Add it in another language") if is_asked else ""

    def _shaped(self, made: FormField, takes: Takes) -> FormField:
        options = self.choices.get(made.name, ())
        if takes.form == "list":
            return self._list(made, takes, options)
        if takes.form == "fields" and takes.model is not None:
            return replace(made, control="group", fields=self._inner(made.name, takes.model))
        if options:
            is_short = len(options) <= _MOST_RADIOS and made.is_required and not self.owner
            return replace(made, control="radios" if is_short else "select", options=options)
        if takes.words == "true or false":
            return replace(made, control="flag")
        return _typed(made, takes, text_form(self.model, made.name))

    def _list(self, made: FormField, takes: Takes, options: tuple[Option, ...]) -> FormField:
        item = takes.item
        if made.name not in LISTS:
            all_label = self.edition.words("All pillars") if made.name == "pillars" else ""
            return replace(made, control="checks", options=options, all_label=all_label)
        shown = self._listed(made)
        if item is not None and item.form == "fields" and item.model is not None:
            return replace(shown, control="groups", fields=self._inner(made.name, item.model))
        return replace(shown, control="list", options=options)

    def _listed(self, made: FormField) -> FormField:
        words, listed = self.edition.words, LISTS[made.name]
        return replace(
            made,
            item=words(listed.item) if listed.item != "{number}" else listed.item,
            add=words(listed.add),
            remove=words(listed.remove),
            first=1 if made.is_required else 0,
        )

    def _inner(self, owner: str, model: type[Model]) -> tuple[FormField, ...]:
        inner = replace(self, model=model, owner=owner)
        return tuple(inner.make(name) for name in names_of(model))


def project_fields(
    edition: Edition, choices: Mapping[str, tuple[Option, ...]]
) -> Mapping[str, FormField]:
    """Return the fields of a project by name; its status follows from the history."""
    maker = FieldMaker(edition, Project, PROJECT_FIELDS, choices)
    names = (name for name in names_of(Project) if name in PROJECT_FIELDS)
    return {name: maker.make(name) for name in names}


def source_list(edition: Edition, choices: Mapping[str, tuple[Option, ...]]) -> FormField:
    """Return the list in which sources are described that have no record yet."""
    maker = FieldMaker(edition, Source, SOURCE_FIELDS, choices)
    listed, words = LISTS["sources"], edition.words
    return FormField(
        "sources",
        "groups",
        words(SOURCES_WORDS.label),
        words(SOURCES_WORDS.help),
        fields=tuple(maker.make(name) for name in SOURCE_FIELDS),
        item=words(listed.item),
        add=words(listed.add),
        remove=words(listed.remove),
    )


def _typed(made: FormField, takes: Takes, form: Form | None) -> FormField:
    rows = _ROWS.get(form, 0)
    if rows or made.name == "quote":
        return replace(made, control="lines", rows=rows or 3)
    keyboards: Mapping[str, Literal["date", "url", "decimal", "code"]] = {
        "a date": "date",
        "a web address": "url",
        "an amount": "decimal",
        "a currency code": "code",
    }
    return replace(made, keyboard=keyboards.get(takes.words, "text"))


@cache
def text_form(model: type[Model], name: str) -> Form | None:
    """Return how long the words of a field or of its items may be, or None where it is no text."""
    forms: tuple[tuple[Any, Form], ...] = (
        (Line, "line"),
        (Paragraph, "paragraph"),
        (Markdown, "markdown"),
    )
    hints = [get_type_hints(model, include_extras=True)[name]]
    while hints:
        hint = hints.pop()
        for known, form in forms:
            if hint == known:
                return form
        hints += get_args(hint)
    return None
