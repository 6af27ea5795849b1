"""Text in records: one string in the record's language, or versions its author already has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, ValidationError, WithJsonSchema
from pydantic_core import InitErrorDetails, PydanticCustomError

from generator.model.base import LanguageTag, Model, RecordId, wrong

Form = Literal["line", "paragraph", "markdown"]
"""``line``: a title or label; ``paragraph``: some plain sentences; ``markdown``: longer text with
headings, lists, emphasis and links."""

LONGEST: Mapping[Form, int] = {"line": 300, "paragraph": 2_000, "markdown": 20_000}
"""Most characters of a text of each form."""

TextStatus = Literal["official", "attested", "working"]


class Version(Model):
    """A text in one language, as the author of the record gave it."""

    text: str = Field(min_length=1)
    """The words themselves."""
    status: TextStatus | None = None
    """Where the words come from: ``official`` (the authority's own), ``attested`` (a source uses
    them), ``working`` (ours)."""
    source: RecordId | None = None
    """Source that uses these words."""


class Text(Model):
    """Words to be shown to readers, in at least one language."""

    form: Form = "paragraph"
    """How long the words may be and whether they are Markdown; set by the field."""
    own: Version | None = None
    """The text in the record's own language, where it was written as a plain string."""
    versions: Mapping[LanguageTag, Version] = Field(default_factory=dict)
    """Versions by language, where the author gave several."""

    def version(self, language: str, *, record_language: str) -> Version | None:
        """Return the author's own words in a language, or None."""
        if language == record_language and self.own is not None:
            return self.own
        return self.versions.get(language)

    def origin(self, record_language: str) -> tuple[str, Version]:
        """Return the language and words that translations start from."""
        if self.own is not None:
            return record_language, self.own
        if record_language in self.versions:
            return record_language, self.versions[record_language]
        first = next(iter(self.versions))
        return first, self.versions[first]


def _read_text(value: object, form: Form) -> object:
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        fault = _fault(value.strip(), form)
        if fault is not None:
            raise fault
        return {"form": form, "own": {"text": value.strip()}}
    if isinstance(value, Mapping) and value:
        versions = {key: _read_version(item) for key, item in value.items()}
        _refuse_faulty(versions, form)
        return {"form": form, "versions": versions}
    raise wrong(
        "value-type",
        "this is not a text",
        "write one text, or the languages with the text of each",
    )


def _read_version(value: object) -> object:
    if isinstance(value, str):
        return {"text": value.strip()}
    if isinstance(value, Mapping) and isinstance(value.get("text"), str):
        return {**value, "text": value["text"].strip()}
    return value


def _refuse_faulty(versions: Mapping[object, object], form: Form) -> None:
    """Refuse the versions that are empty or too long, each at its own place."""
    faults = [
        InitErrorDetails(type=fault, loc=("versions", str(tag), "text"), input=version["text"])
        for tag, version in versions.items()
        if isinstance(version, Mapping) and isinstance(version.get("text"), str)
        if (fault := _fault(version["text"], form)) is not None
    ]
    if faults:
        raise ValidationError.from_exception_data("text", faults)


def _fault(words: str, form: Form) -> PydanticCustomError | None:
    """Return what is wrong with the words for their form, or None."""
    if not words:
        return wrong(
            "value-empty", "there is no text here", "write the text or leave the field out"
        )
    if len(words) > LONGEST[form]:
        return wrong(
            "text-length",
            "the text has {length} characters; at most {most} are allowed here",
            "shorten it; longer text belongs into the description or onto a page of its own",
            length=len(words),
            most=LONGEST[form],
        )
    if form == "line" and "\n" in words:
        return wrong(
            "text-lines",
            "the text has more than one line; this field takes a single line",
            "write it on one line, or after '>-', which joins lines",
        )
    return None


_VERSION_SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["text"],
    "properties": {
        "text": {"type": "string", "minLength": 1},
        "status": {"enum": ["official", "attested", "working"]},
        "source": {"type": "string"},
    },
}
_TEXT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"},
            "additionalProperties": {
                "anyOf": [{"type": "string", "minLength": 1}, _VERSION_SCHEMA]
            },
        },
    ]
}


def _written(text: Text) -> object:
    """Turn a text back into the form that records are written in."""
    if text.own is not None:
        return text.own.text
    return {tag: _written_version(version) for tag, version in text.versions.items()}


def _written_version(version: Version) -> object:
    return version.model_dump(exclude_none=True) if version.status else version.text


def _text_type(form: Form) -> Any:  # noqa: ANN401 - a type made of annotations has no name
    return Annotated[
        Text,
        BeforeValidator(lambda value: _read_text(value, form)),
        PlainSerializer(_written),
        WithJsonSchema(_TEXT_SCHEMA),
    ]


if TYPE_CHECKING:
    Line = Text
    Paragraph = Text
    Markdown = Text
else:
    Line = _text_type("line")
    Paragraph = _text_type("paragraph")
    Markdown = _text_type("markdown")
