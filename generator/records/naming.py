"""Fields that the model does not know, and fields that it misses."""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generator.issues import Message, both, did_you_mean, message
from generator.model.moved import Moved
from generator.records.fields import (
    explanation_of,
    homes_of,
    line_for,
    names_of,
    takes_at,
)
from generator.records.findings import Finding, Spot, finding, shown
from generator.records.lookalikes import odd_character
from generator.records.nodes import Fields, PathPart, locate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic_core import ErrorDetails

    from generator.model.base import Model

OTHER_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "amount_of_money": ("amount",),
        "author": ("publisher", "by"),
        "category": ("kind",),
        "code": ("alpha_2",),
        "date": ("on", "published", "start", "as_of", "adopted", "since", "retrieved"),
        "desc": ("description", "summary"),
        "from": ("start",),
        "goals": ("sdgs",),
        "heading": ("title", "name"),
        "homepage": ("address", "links"),
        "href": ("address",),
        "lang": ("language",),
        "leader": ("lead",),
        "link": ("address", "links"),
        "location": ("place",),
        "members": ("partners",),
        "name": ("title",),
        "organisation": ("lead", "organizers"),
        "organizer": ("organizers",),
        "organisers": ("organizers",),
        "state": ("status",),
        "text": ("quote", "summary"),
        "theme": ("pillars",),
        "title": ("name", "label"),
        "to": ("end",),
        "type": ("kind",),
        "until": ("end",),
        "uri": ("address",),
        "url": ("address", "links"),
        "website": ("address", "links"),
        "when": ("on", "start"),
        "where": ("place",),
    }
)
"""What people call a field elsewhere, and what it may be called here."""


class Group(NamedTuple):
    """A group of fields as it is written, beside what the model says of it."""

    model: type[Model]
    path: tuple[PathPart, ...]
    node: Fields
    missing: tuple[str, ...]

    @property
    def free(self) -> tuple[str, ...]:
        """Names that the model knows and that are not written."""
        hidden = {"id"} if not self.path else set()
        written = self.node.entries.keys() | hidden
        return tuple(name for name in names_of(self.model) if name not in written)


def start_of(node: Fields) -> Spot:
    """Return the place of the first field of a group, which is where people look for it."""
    return min((entry.key for entry in node.entries.values()), default=node.spot)


def naming_findings(
    model: type[Model], root: Fields, details: Sequence[ErrorDetails]
) -> Iterator[Finding]:
    """Yield findings for unknown and missing fields; a misspelt field is reported once."""
    if "id" in root.entries:
        yield _own_id(root)
    paths = sorted({detail["loc"][:-1] for detail in details}, key=str)
    for path in paths:
        own = [detail for detail in details if detail["loc"][:-1] == path]
        unknown = [str(detail["loc"][-1]) for detail in own if detail["type"] == "extra_forbidden"]
        missing = [str(detail["loc"][-1]) for detail in own if detail["type"] == "missing"]
        takes, node = takes_at(model, path), locate(root, path).node
        if takes and takes.model and isinstance(node, Fields):
            yield from _group_findings(
                model, Group(takes.model, path, node, tuple(missing)), unknown
            )


def _group_findings(model: type[Model], group: Group, unknown: Sequence[str]) -> Iterator[Finding]:
    settled = set()
    for name in unknown:
        meant = _meant(group, name)
        settled.add(meant)
        yield _unknown(group, name, _advice(model, group, name, meant))
    for name in group.missing:
        if name not in settled:
            yield _missing(group, name)


def _own_id(root: Fields) -> Finding:
    return finding(
        root.entries["id"].key,
        "field-id",
        "the field 'id' is written here, but the id of a record is the name of its file",
        "remove the line; to change the id, rename the file",
    )


def _unknown(group: Group, name: str, advice: Message) -> Finding:
    what = message("unknown field '{name}'", name=shown(name))
    odd = odd_character(name)
    if odd:
        what = message(
            "unknown field '{name}': the character '{character}' in it is {character_name} "
            "({code})",
            name=shown(name),
            **odd,
        )
    return finding(group.node.entries[name].key, "field-unknown", what, advice)


def _advice(model: type[Model], group: Group, name: str, meant: str | None) -> Message:
    """Return what to do about an unknown field, the most likely mistake first."""
    if group.model is Moved:
        return message("a record that moved keeps the field 'moved' only; remove this one")
    slip = _slip_of_the_pen(name)
    if slip:
        return slip
    if meant:
        return message("did you mean '{meant}'?", meant=meant)
    homes = homes_of(group.model, name)
    if homes:
        home = _nearest(group, name, homes)
        return message("it belongs below '{home}': indent it like the other lines there", home=home)
    for end in range(len(group.path)):
        outer = takes_at(model, group.path[:end])
        if outer and outer.model and name in outer.model.model_fields:
            return _further_out(group.path[end - 1] if end else None)
    names = ", ".join(group.free or names_of(group.model))
    return message("leave it out, or use one of these fields: {names}", names=names)


def _further_out(owner: PathPart | None) -> Message:
    if owner is None:
        return message(
            "it is a field of the record itself: indent it less, like the other fields there"
        )
    return message(
        "it is a field of '{owner}': indent it less, like the other fields there", owner=owner
    )


def _slip_of_the_pen(name: str) -> Message | None:
    """Return what to do about a colon or dash that became part of a name, or None."""
    if name.endswith(":"):
        return message("write one colon only")
    if ":" in name:
        return message(
            "write a space after the colon: '{corrected}'", corrected=name.replace(":", ": ", 1)
        )
    if name.startswith("-"):
        return message("write a space after the dash: '- {name}'", name=name[1:])
    return None


def _nearest(group: Group, name: str, homes: Sequence[str]) -> str:
    """Return the field, of several where a name may belong, that stands closest above it."""
    spot = group.node.entries[name].key
    above = [home for home in homes if home in group.node.entries]
    above = [home for home in above if group.node.entries[home].key < spot] or above
    return max(above, key=lambda home: group.node.entries[home].key, default=homes[0])


def _meant(group: Group, name: str) -> str | None:
    """Return the field that a name was most likely meant to be, or None."""
    plain = (
        unicodedata.normalize("NFKC", name)
        .strip(" :-")
        .casefold()
        .replace("-", "_")
        .replace(" ", "_")
    )
    free = group.free
    if plain in free:
        return plain
    for other in OTHER_WORDS.get(plain, ()):
        if other in free:
            return other
    if homes_of(group.model, name):
        return None
    return did_you_mean(plain, group.missing) or did_you_mean(plain, free)


def _missing(group: Group, name: str) -> Finding:
    takes = takes_at(group.model, (name,))
    explanation = explanation_of(group.model, name)
    owner = next((part for part in reversed(group.path) if isinstance(part, str)), None)
    what = message("the field '{name}' is missing", name=name)
    if owner:
        what = message(
            "the field '{name}' is missing in this part of '{owner}'", name=name, owner=owner
        )
    line = line_for(name, takes) if takes else name
    hint = message("add a line like '{line}'", line=line)
    if takes and takes.choices:
        hint = message(
            "add the line '{line}', with one of these words: {choices}",
            line=line,
            choices=", ".join(takes.choices),
        )
    if explanation:
        hint = both(hint, message("what it says: {explanation}", explanation=message(explanation)))
    return finding(start_of(group.node), "field-missing", what, hint)
