"""The tables of fields say what the model says."""

from __future__ import annotations

import importlib
import pkgutil
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Literal, Union, get_args, get_origin

import pytest

import generator.model
from generator.model.base import Model
from generator.model.framework import (
    Confusable,
    Framework,
    Languages,
    Observation,
    Part,
    Release,
    SiteLanguage,
    Unknown,
)
from generator.model.glossary import Concept, Glossary
from generator.model.guidance import Direction, Guidance, Instrument, Pillar, Reference, Step
from generator.model.kinds import KINDS, MODELS
from generator.model.library import Event, Funding, HistoryStep, Joined, Project
from generator.model.moved import Moved
from generator.model.parties import Organization, Participant, Source, Track
from generator.model.parts import Evidence, Link, Period, Statement
from generator.model.text import Text, Version
from tests.unit.docs.reading import code, document, rows, section

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECTIONS: dict[str, type[Model]] = {
    "Version of a text": Version,
    "Evidence in a source": Evidence,
    "Statement": Statement,
    "Link": Link,
    "Period": Period,
    "Source": Source,
    "Project": Project,
    "Step in a project's history": HistoryStep,
    "Participant that joined": Joined,
    "Funding of a project": Funding,
    "Pillar": Pillar,
    "Reported direction": Direction,
    "Guidance": Guidance,
    "First step": Step,
    "Instrument that helps a pillar": Reference,
    "Instrument": Instrument,
    "Participant": Participant,
    "Organization": Organization,
    "Track": Track,
    "Event": Event,
    "Framework": Framework,
    "Release": Release,
    "Part of the framework": Part,
    "Count": Observation,
    "Document mistaken for the framework": Confusable,
    "Open question": Unknown,
    "Languages": Languages,
    "Language of the site": SiteLanguage,
    "Glossary of concepts": Glossary,
    "Concept": Concept,
    "Moved record": Moved,
}
_RECORDS = {*MODELS.values(), Framework, Glossary, Languages, Moved}
"""Models whose id is the name of their file."""


def test_every_model_has_a_table() -> None:
    for module in pkgutil.iter_modules(generator.model.__path__):
        importlib.import_module(f"generator.model.{module.name}")
    written = {model.__name__ for model in _all_models() if model is not Text}
    assert written == {model.__name__ for model in _SECTIONS.values()}


def test_every_kind_has_a_section_and_a_folder() -> None:
    text = document("records")
    for kind in KINDS:
        assert f"`content/{kind}/`" in section(text, kind.capitalize())


@pytest.mark.parametrize("title", _SECTIONS)
def test_table_has_the_fields_of_the_model(title: str) -> None:
    model = _SECTIONS[title]
    expected = {
        name: "yes" if field.is_required() else ""
        for name, field in model.model_fields.items()
        if not (name == "id" and model in _RECORDS)
    }
    written = {row[0].strip("`"): row[1] for row in rows(section(document("records"), title))}
    assert written == expected


@pytest.mark.parametrize("title", _SECTIONS)
def test_row_has_the_words_that_its_field_takes(title: str) -> None:
    for name, _, meaning in rows(section(document("records"), title)):
        field = _SECTIONS[title].model_fields[name.strip("`")]
        missing = set(_words(field.annotation)) - set(code(meaning))
        assert not missing, f"{name} also takes {sorted(missing)}"


def _all_models(base: type[Model] = Model) -> Iterator[type[Model]]:
    for model in base.__subclasses__():
        yield model
        yield from _all_models(model)


def _words(annotation: object) -> Iterator[str]:
    """Yield the words that a field with a fixed choice takes."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_origin(annotation) in {Union, UnionType}:
        for option in get_args(annotation):
            if option is not NoneType:
                yield from _words(option)
