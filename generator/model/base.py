"""What every part of a record shares: closed, frozen, and typed by the field.

The reader hands over text, lists and mappings only (YAML's own guesses about numbers, dates and
truth are switched off), so each field type here turns written text into its value and says in
the contributor's words what it expected.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.issues import sentence

Code = Literal[
    "text-length",
    "text-lines",
    "value-empty",
    "value-format",
    "value-range",
    "value-type",
    "value-unknown",
]


def wrong(code: Code, template: str, hint: str, **values: object) -> PydanticCustomError:
    """Describe a wrong value: a rule code, a sentence and how to mend it.

    Returned and not raised, so that call sites read ``raise wrong(...)``.
    """
    context: dict[str, Any] = {"rule": code, "template": template, "hint": hint}
    context.update({key: str(value) for key, value in values.items()})
    return PydanticCustomError("wrong", template, context)


class Model(BaseModel):
    """Base of every record and part of a record: unknown fields are refused, values are frozen."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, validate_default=False
    )


def pattern(regex: str, template: str, hint: str) -> AfterValidator:
    """Accept text that matches the expression as a whole; else the sentence is said of it."""
    compiled = re.compile(regex)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise wrong("value-format", template, hint, value=value)
        return value

    return AfterValidator(check)


def _text_to_flag(value: object) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in {"true", "false"}:
        return value == "true"
    raise wrong(
        "value-type", "{value!r} is neither true nor false", "write true or false", value=value
    )


def _text_to_whole_number(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"0|[1-9][0-9]{0,14}", value):
        return int(value)
    raise wrong(
        "value-type",
        "{value!r} is not a whole number",
        "write digits only, without spaces, separators or leading zeros",
        value=value,
    )


def _checked_amount(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?", value):
        return value
    raise wrong(
        "value-type",
        "{value!r} is not an amount",
        "write digits with a point before decimals, for example 1200000 or 26.10",
        value=value,
    )


Flag = Annotated[bool, BeforeValidator(_text_to_flag)]
"""``true`` or ``false``, nothing else."""

WholeNumber = Annotated[
    int, BeforeValidator(_text_to_whole_number), WithJsonSchema({"type": "integer", "minimum": 0})
]
"""A number without decimals, 0 or more."""

Amount = Annotated[
    str,
    BeforeValidator(_checked_amount),
    WithJsonSchema(
        {"type": ["string", "number"], "pattern": r"^(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?$"}
    ),
]
"""A decimal amount kept exactly as written, so that ``26.10`` stays ``26.10``."""

RecordId = Annotated[
    str,
    pattern(
        r"[a-z0-9]+(-[a-z0-9]+)*|[A-Z]{3}",
        "{value!r} is not an id",
        "an id is a file name: lower-case letters a-z, digits and single hyphens; "
        "for a country its three-letter code",
    ),
    WithJsonSchema({"type": "string", "pattern": "^([a-z0-9]+(-[a-z0-9]+)*|[A-Z]{3})$"}),
]
"""Id of a record: the name of its file without ``.yaml``."""

LanguageTag = Annotated[
    str,
    pattern(
        r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?",
        "{value!r} is not a language tag",
        "write a BCP 47 tag such as en, zh, pt or sr-Latn",
    ),
    WithJsonSchema({"type": "string", "pattern": "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"}),
]
"""BCP 47 language tag, RFC 5646."""

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[^\s<>\"'`\\{}|^]*)?")


def _checked_address(value: str) -> str:
    if _ADDRESS.fullmatch(value):
        return value
    if value.startswith(("http://", "https://")):
        hint = sentence(
            "copy the address from the browser: it holds no spaces, quotes, braces or brackets, "
            "has only letters a-z, digits, points and hyphens in its first part, and a / after it"
        )
    else:
        hint = sentence(
            "write the whole address, starting with https:// (or http:// where there is no other)"
        )
    raise wrong("value-format", "{value!r} is not a web address", hint, value=value)


WebAddress = Annotated[
    str,
    AfterValidator(_checked_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]
"""Absolute http or https address."""

CountryCode = Annotated[
    str,
    pattern(
        r"[A-Z]{3}",
        "{value!r} is not a country code",
        "write the ISO 3166-1 code of three capital letters",
    ),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"}),
]
"""ISO 3166-1 alpha-3 code."""

CurrencyCode = Annotated[
    str,
    pattern(
        r"[A-Z]{3}",
        "{value!r} is not a currency code",
        "write the ISO 4217 code of three capital letters, such as USD",
    ),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"}),
]
"""ISO 4217 code."""

ShortCountryCode = Annotated[
    str,
    pattern(
        r"[A-Z]{2}",
        "{value!r} is not a country code",
        "write the ISO 3166-1 code of two capital letters",
    ),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"}),
]
"""ISO 3166-1 alpha-2 code."""

Sdg = Annotated[WholeNumber, AfterValidator(lambda value: _within(value, 1, 17))]
"""Number of a Sustainable Development Goal, 1 to 17 (A/RES/70/1)."""


def _within(value: int, lowest: int, highest: int) -> int:
    if not lowest <= value <= highest:
        raise wrong(
            "value-range",
            "{value} is not between {lowest} and {highest}",
            "write a number from {lowest} to {highest}",
            value=value,
            lowest=lowest,
            highest=highest,
        )
    return value
