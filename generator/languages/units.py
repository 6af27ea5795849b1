"""The translatable units of a record: each text and quote with the path that names it.

The path (``history.0.quote``) and the record's id form the context of a message in the catalogs,
so a translator sees where the words stand and a changed source text can be told from a new one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.base import Model
from generator.model.guidance import Direction
from generator.model.library import HistoryStep
from generator.model.parts import Evidence
from generator.model.text import Form, Text, Version

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.parties import Source

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One text of a record, as translators meet it."""

    record_id: str
    path: Path
    text: Text
    language: str
    """Language of the record, or of the source for a quote."""

    @property
    def context(self) -> str:
        """``<record id>:<field path>``, the message context in the catalogs."""
        return message_context(self.record_id, self.path)

    @property
    def origin(self) -> tuple[str, Version]:
        """Language and words that translations start from."""
        return self.text.origin(self.language)

    @property
    def form(self) -> Form:
        """Whether the words are a line, a paragraph or Markdown."""
        return self.text.form


def message_context(record_id: str, path: Path) -> str:
    """Return the message context of a field of a record."""
    return f"{record_id}:{'.'.join(str(part) for part in path)}"


def record_units(record: Model, sources: Mapping[str, Source]) -> Iterator[Unit]:
    """Yield every text and quote of a record, in the order of the model's fields."""
    record_id = str(getattr(record, "id", ""))
    language = str(getattr(record, "language", ""))
    yield from _units(record, (), record_id, language, sources)


def quote_language(
    part: Evidence | HistoryStep | Direction, record_language: str, sources: Mapping[str, Source]
) -> str:
    """Return the language that a quote is in: its own, else that of the source or the record."""
    if part.language is not None:
        return part.language
    source = sources.get(part.source)
    return source.language if source is not None else record_language


def quote_text(quote: str) -> Text:
    """Treat a quote as a text, so that it is resolved and translated like any other."""
    return Text(form="paragraph", own=Version(text=quote))


def _units(
    value: object, path: Path, record_id: str, language: str, sources: Mapping[str, Source]
) -> Iterator[Unit]:
    if isinstance(value, Text):
        yield Unit(record_id, path, value, language)
    elif isinstance(value, Model):
        if isinstance(value, Evidence | HistoryStep | Direction) and value.quote:
            quoted = quote_language(value, language, sources)
            yield Unit(record_id, (*path, "quote"), quote_text(value.quote), quoted)
        for name in type(value).model_fields:
            yield from _units(getattr(value, name), (*path, name), record_id, language, sources)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _units(item, (*path, index), record_id, language, sources)
