"""Say in the contributor's words what the model has against a value."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generator.issues import Message, both, did_you_mean, message, sentence
from generator.model.text import Version
from generator.records.fields import Takes, example_of, names_of, required_names, takes_at
from generator.records.findings import Finding, Spot, finding, shown
from generator.records.lookalikes import BULLET, odd_character
from generator.records.nodes import Fields, Items, Node, Scalar, locate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic_core import ErrorDetails

    from generator.model.base import Model

_KEY = "[key]"
_LIST_SIGNS = str.maketrans(
    {
        "，": ", ",
        "、": ", ",
        ";": ", ",
        "；": ", ",
        "[": "",
        "]": "",
        "［": "",
        "］": "",
        "【": "",
        "】": "",
        "(": "",
        ")": "",
        "（": "",
        "）": "",
    }
)
_WITHOUT_SPACES = frozenset({"the id of a record", "the id of a pillar", "a language tag"})
_SAID = frozenset({"rule", "template", "hint"})
"""What the model tells beside the values of a sentence."""

_ANYTHING = Takes("word", "another kind of value", "")


class Detail(NamedTuple):
    """One objection of the model, with what is written and what the field takes."""

    kind: str
    context: Mapping[str, object]
    node: Node
    spot: Spot
    name: str
    takes: Takes
    is_key: bool

    @property
    def text(self) -> str:
        """The value as text; empty for lists and groups of fields."""
        return self.node.text.strip() if isinstance(self.node, Scalar) else ""


def explain_detail(model: type[Model], root: Fields, error: ErrorDetails) -> Finding:
    """Return the finding for an error of the model."""
    path = error["loc"]
    is_key = bool(path) and path[-1] == _KEY
    located = locate(root, path[:-1] if is_key else path)
    detail = Detail(
        error["type"],
        error.get("ctx", {}),
        located.node,
        located.key if is_key else located.node.spot,
        next((part for part in reversed(path) if isinstance(part, str) and part != _KEY), ""),
        takes_at(model, path) or _ANYTHING,
        is_key,
    )
    return _EXPLANATIONS.get(detail.kind, _any)(detail)


def _wrong(detail: Detail) -> Finding:
    """Use the sentence that the field type itself has for the value."""
    context = detail.context
    if detail.is_key:
        return _wrong_language(detail)
    if not isinstance(detail.node, Scalar) and context["rule"] in {"value-type", "value-format"}:
        return _other_form(detail)
    values = {name: shown(str(value)) for name, value in context.items() if name not in _SAID}
    hint = message(str(context["hint"]), **values)
    if detail.takes.words in _WITHOUT_SPACES and " " in detail.text:
        hint = both(hint, message("between two of them write a comma"))
    odd = odd_character(detail.text) if context["rule"] in {"value-format", "value-type"} else None
    if odd:
        hint = both(hint, _odd(odd))
    return finding(detail.spot, str(context["rule"]), str(context["template"]), hint, **values)


def _odd(odd: Mapping[str, str]) -> Message:
    if odd["plain"]:
        return message(
            "'{character}' here is {character_name} ({code}), write '{plain}' instead", **odd
        )
    return message("'{character}' here is {character_name} ({code})", **odd)


def _wrong_language(detail: Detail) -> Finding:
    if detail.name in Version.model_fields:
        hint = sentence(
            "write the language first and '{name}' below it, indented: 'en:' and then '{name}: ...'"
        )
    else:
        hint = sentence(
            "write a tag such as en, zh, pt or sr-Latn before each text; put the text in quotes "
            "where '{name}' is part of it"
        )
    return finding(
        detail.spot, "value-format", "'{name}' is not a language tag", hint, name=shown(detail.name)
    )


def _unknown_word(detail: Detail) -> Finding:
    if not isinstance(detail.node, Scalar):
        return _other_form(detail)
    meant = did_you_mean(detail.text, detail.takes.choices)
    odd = odd_character(detail.text) or {}
    return finding(
        detail.spot,
        "value-unknown",
        "'{value}' is not a word that '{name}' knows: '{character}' in it is {character_name} "
        "({code})"
        if odd
        else "'{value}' is not a word that '{name}' knows",
        "did you mean '{meant}'? write one of these: {choices}"
        if meant
        else "write one of these: {choices}",
        **odd,
        value=shown(detail.text),
        name=detail.name,
        meant=meant,
        choices=", ".join(detail.takes.choices),
    )


def _other_form(detail: Detail) -> Finding:
    """Explain a list, a value or a group of fields that stands where another of them belongs."""
    match detail.node:
        case Items():
            return _instead_of_list(detail)
        case Fields():
            return _instead_of_fields(detail)
    return _instead_of_value(detail)


def _instead_of_list(detail: Detail) -> Finding:
    what = sentence("'{name}' holds a list here, but it takes {words}")
    hint = sentence("write one value, without dash and brackets")
    if detail.takes.form == "text":
        hint = sentence(
            "write one text without dash and brackets; several languages stand below without dashes"
        )
    elif detail.takes.form == "fields":
        hint = sentence(
            "remove the dash or the brackets; the fields stand below '{name}', indented"
        )
    return _type_finding(detail, what, hint)


def _instead_of_fields(detail: Detail) -> Finding:
    what = sentence("'{name}' holds fields here, but it takes {words}")
    hint = sentence("write one value; put the text in quotes where a colon is part of it")
    if detail.takes.form == "list":
        hint = sentence(
            "write '- ' before the first field of each item, and indent its other fields by two "
            "spaces more"
        )
        if detail.takes.item and detail.takes.item.form != "fields":
            hint = sentence(
                "write the items with a dash each and without a colon, or in brackets: {example}"
            )
    return _type_finding(detail, what, hint)


def _instead_of_value(detail: Detail) -> Finding:
    takes = detail.takes
    what = sentence("'{name}' takes {words}, and '{value}' is none")
    if takes.form == "list" and BULLET.match(detail.text):
        plain = message("write each item on its own line, after the plain dash and a space: '- '")
        return _type_finding(detail, what, plain)
    if takes.form == "list" and takes.item and takes.item.form != "fields":
        items = shown(_as_items(detail.text, takes.item))
        listed = message("write it as a list: [{items}]", items=items)
        if "all" in takes.words:
            listed = both(listed, message("or write the word all without brackets"))
        return _type_finding(detail, what, listed)
    group = takes.item.model if takes.form == "list" and takes.item else takes.model
    names = ", ".join(required_names(group) or names_of(group)) if group else ""
    below = message("write its fields on the lines below, indented: {names}", names=names)
    if takes.form == "list":
        below = message(
            "write a dash for each item and its fields on the lines below, indented: {names}",
            names=names,
        )
    return _type_finding(detail, sentence("'{value}' stands where '{name}' takes {words}"), below)


def _as_items(text: str, item: Takes) -> str:
    """Return a value as the inside of a list in brackets; ids hold no spaces, so these divide."""
    plain = text.translate(_LIST_SIGNS)
    words = plain.replace(",", " ").split() if item.words in _WITHOUT_SPACES else plain.split(",")
    return ", ".join(word.strip() for word in words if word.strip())


def _type_finding(detail: Detail, what: str, hint: str | Message) -> Finding:
    return finding(
        detail.spot,
        "value-type",
        what,
        hint,
        name=shown(detail.name),
        words=message(detail.takes.words),
        value=shown(detail.text),
        example=example_of(detail.takes),
    )


def _too_short(detail: Detail) -> Finding:
    return finding(
        detail.spot,
        "value-empty",
        "the list '{name}' is empty" if isinstance(detail.node, Items) else "'{name}' has no text",
        "write at least one value",
        name=detail.name,
    )


def _too_long(detail: Detail) -> Finding:
    if isinstance(detail.node, Items):
        return finding(
            detail.spot,
            "value-range",
            "the list '{name}' has {length} items; {most} are allowed",
            "keep the most important ones",
            name=detail.name,
            length=len(detail.node.items),
            most=detail.context.get("max_length"),
        )
    return finding(
        detail.spot,
        "text-length",
        "'{name}' has {length} characters; {most} are allowed",
        "shorten it",
        name=detail.name,
        length=len(detail.text),
        most=detail.context.get("max_length"),
    )


def _any(detail: Detail) -> Finding:
    """Explain an objection that has no sentence of its own."""
    if not isinstance(detail.node, Scalar):
        return _other_form(detail)
    return finding(
        detail.spot,
        "value-format",
        "'{value}' is not what '{name}' takes",
        "write {words}, such as {example}" if detail.takes.example else "write {words}",
        value=shown(detail.text),
        name=detail.name,
        words=message(detail.takes.words),
        example=example_of(detail.takes),
    )


_EXPLANATIONS: Mapping[str, Callable[[Detail], Finding]] = MappingProxyType(
    {
        "wrong": _wrong,
        "literal_error": _unknown_word,
        "tuple_type": _other_form,
        "model_type": _other_form,
        "model_attributes_type": _other_form,
        "mapping_type": _other_form,
        "dict_type": _other_form,
        "string_type": _other_form,
        "is_instance_of": _other_form,
        "too_short": _too_short,
        "string_too_short": _too_short,
        "too_long": _too_long,
        "string_too_long": _too_long,
    }
)
