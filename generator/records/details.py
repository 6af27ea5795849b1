"""Say in the contributor's words what the model has against a value."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generator.issues import did_you_mean
from generator.model.text import Version
from generator.records.fields import Takes, names_of, required_names, takes_at
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
_ANYTHING = Takes("word", "another kind of value", "")


class Detail(NamedTuple):
    """One objection of the model, with what is written and what the field takes."""

    kind: str
    context: Mapping[str, object]
    sentence: str
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
        error["msg"],
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
    values = {
        name: shown(str(value)) for name, value in context.items() if name not in {"rule", "hint"}
    }
    hint = str(context["hint"])
    if detail.takes.words in _WITHOUT_SPACES and " " in detail.text:
        hint += "; between two of them write a comma"
    odd = odd_character(detail.text) if context["rule"] in {"value-format", "value-type"} else None
    if odd:
        values.update(odd)
        hint += "; '{character}' here is {character_name} ({code})"
        hint += ", write '{plain}' instead" if odd["plain"] else ""
    return finding(detail.spot, str(context["rule"]), detail.sentence, hint, **values)


def _wrong_language(detail: Detail) -> Finding:
    if detail.name in Version.model_fields:
        hint = (
            "write the language first and '{name}' below it, indented: 'en:' and then '{name}: ...'"
        )
    else:
        hint = (
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
    hint = "did you mean '{meant}'? " if meant else ""
    odd = odd_character(detail.text) or {}
    what = "'{value}' is not a word that '{name}' knows"
    what += ": '{character}' in it is {character_name} ({code})" if odd else ""
    return finding(
        detail.spot,
        "value-unknown",
        what,
        hint + "write one of these: {choices}",
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
    what = "'{name}' holds a list here, but it takes {words}"
    hint = "write one value, without dash and brackets"
    if detail.takes.form == "text":
        hint = (
            "write one text without dash and brackets; several languages stand below without dashes"
        )
    elif detail.takes.form == "fields":
        hint = "remove the dash or the brackets; the fields stand below '{name}', indented"
    return _type_finding(detail, what, hint)


def _instead_of_fields(detail: Detail) -> Finding:
    what = "'{name}' holds fields here, but it takes {words}"
    hint = "write one value; put the text in quotes where a colon is part of it"
    if detail.takes.form == "list":
        hint = (
            "write '- ' before the first field of each item, and indent its other fields by two "
            "spaces more"
        )
        if detail.takes.item and detail.takes.item.form != "fields":
            hint = "write the items with a dash each and without a colon, or in brackets: {example}"
    return _type_finding(detail, what, hint)


def _instead_of_value(detail: Detail) -> Finding:
    takes = detail.takes
    if takes.form == "list" and BULLET.match(detail.text):
        hint = "write each item on its own line, after the plain dash and a space: '- '"
        return _type_finding(detail, "'{name}' takes {words}, and '{value}' is none", hint)
    if takes.form == "list" and takes.item and takes.item.form != "fields":
        hint = "write it as a list: [{items}]"
        hint += "; or the word all without brackets" if "all" in takes.words else ""
        items = shown(_as_items(detail.text, takes.item))
        return _type_finding(
            detail, "'{name}' takes {words}, and '{value}' is none", hint, items=items
        )
    group = takes.item.model if takes.form == "list" and takes.item else takes.model
    names = ", ".join(required_names(group) or names_of(group)) if group else ""
    hint = "write its fields on the lines below, indented: {names}"
    if takes.form == "list":
        hint = "write a dash for each item and its fields on the lines below, indented: {names}"
    return _type_finding(detail, "'{value}' stands where '{name}' takes {words}", hint, names=names)


def _as_items(text: str, item: Takes) -> str:
    """Return a value as the inside of a list in brackets; ids hold no spaces, so these divide."""
    plain = text.translate(_LIST_SIGNS)
    words = plain.replace(",", " ").split() if item.words in _WITHOUT_SPACES else plain.split(",")
    return ", ".join(word.strip() for word in words if word.strip())


def _type_finding(detail: Detail, what: str, hint: str, **more: str) -> Finding:
    return finding(
        detail.spot,
        "value-type",
        what,
        hint,
        name=shown(detail.name),
        words=detail.takes.words,
        value=shown(detail.text),
        example=detail.takes.example,
        **more,
    )


def _too_short(detail: Detail) -> Finding:
    what = (
        "the list '{name}' is empty" if isinstance(detail.node, Items) else "'{name}' has no text"
    )
    return finding(detail.spot, "value-empty", what, "write at least one value", name=detail.name)


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
        "write {words}" + (", such as {example}" if detail.takes.example else ""),
        value=shown(detail.text),
        name=detail.name,
        words=detail.takes.words,
        example=detail.takes.example,
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
