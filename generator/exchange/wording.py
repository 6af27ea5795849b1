"""What a template says to the people who fill it in, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.exchange.layout import FIELD, ID, MOVED, NUMBER
from generator.exchange.lexicon import Headings
from generator.exchange.options import Options, list_of
from generator.exchange.sheets import IGNORED
from generator.issues import message
from generator.languages.borrowed import bare
from generator.languages.interface import noted
from generator.records.fields import example_of, explanation_of

if TYPE_CHECKING:
    from generator.exchange.layout import Column, Shape
    from generator.exchange.tables import CellValue
    from generator.pages.edition import Edition
    from generator.reports.voice import Voice

_EXAMPLE = noted("Example: this row is not read")


@dataclass(frozen=True, slots=True)
class Wording:
    """Headings, notes, names for codes and an example."""

    edition: Edition
    voice: Voice
    options: Options
    headings: Headings

    @property
    def is_right_to_left(self) -> bool:
        """Whether the first column stands on the right."""
        return self.edition.language.direction == "rtl"

    def heading(self, shape: Shape, column: Column) -> str:
        """Return what stands above a column; a star marks what every row needs."""
        words = self.headings.column(shape, column)
        return f"{words} *" if column.is_required else words

    def note(self, column: Column) -> str:
        """Return what a column means, what may be written in it, and an example."""
        said = []
        if column.model is not None and column.field in column.model.model_fields:
            explanation = explanation_of(column.model, column.field)
            said += [self.voice.words(explanation)] if explanation else []
        said.append(self._told("What to write here: {words}", words=message(column.takes.words)))
        if column.form in {"words", "lines"}:
            said.append(self._told("Several of them: each on a line of its own"))
        if column.is_required:
            said.append(self._told("Every row needs it"))
        example = self.example(column)
        if example:
            said.append(self._told("Example: {example}", example=self.shown(column, example)))
        return "\n".join(said)

    def example(self, column: Column) -> CellValue:
        """Return an example of what a column holds, in codes; empty where none helps."""
        value = ""
        if column.key in {ID, MOVED}:
            return value
        if column.key == FIELD:
            value = "title"
        elif column.key == NUMBER or column.key.endswith(f".{NUMBER}"):
            value = "1"
        elif options := self.options.of(list_of(column)):
            value = options[0].code
        else:
            example = example_of(column.takes)
            value = str(self.voice.told(example) if not isinstance(example, str) else example)
        return (value,) if column.form in {"words", "lines"} else value

    def example_id(self) -> str:
        """Return what stands for the id in the example, so that the row is not read."""
        return f"{IGNORED} {bare(self.edition.words(_EXAMPLE))}"

    def shown(self, column: Column, value: CellValue) -> str:
        """Return what a cell shows for ids and codes: the words that people know them by."""
        name = list_of(column)
        values = (value,) if isinstance(value, str) else value
        shown = [self.options.label(name, each) if name else each for each in values]
        return "\n".join(shown)

    def _told(self, template: str, /, **values: object) -> str:
        return str(self.voice.told(message(template, **values)))


def wording_of(edition: Edition, voice: Voice) -> Wording:
    """Return the wording of a language."""
    return Wording(edition, voice, Options(edition), Headings(edition))
