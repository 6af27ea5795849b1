"""Every record that another one names exists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.checks.finding import FieldPath, Findings
from generator.issues import Message, did_you_mean, message, sentence
from generator.model.kinds import KINDS
from generator.model.leaves import field_name, leaves
from generator.model.parts import ALL
from generator.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from generator.issues import Issue
    from generator.model.kinds import Kind
    from generator.model.moved import Moved
    from generator.records.repository import Records

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*|[A-Z]{3}")
_FRAMEWORK = ("framework", "framework")
_FRAMEWORK_FIELDS = frozenset({"source", "sources"})
PARTIES: tuple[Kind, ...] = ("participants", "organizations")

_TARGETS: dict[str, tuple[Kind, ...]] = {
    "source": ("sources",),
    "sources": ("sources",),
    "pillars": ("pillars",),
    "track": ("tracks",),
    "tracks": ("tracks",),
    "instrument": ("instruments",),
    "lead": PARTIES,
    "partners": PARTIES,
    "by": PARTIES,
    "organizers": PARTIES,
}
"""Kinds of record that a field names; the same field name means the same everywhere."""

PARTY_FIELDS = frozenset(name for name, kinds in _TARGETS.items() if kinds == PARTIES)
"""Fields that name a participant or an organization."""

_TAKING_ALL = frozenset({"projects", "events"})
"""Kinds of record that may be about ``all`` pillars."""

_UNKNOWN: dict[tuple[Kind, ...], str] = {
    ("sources",): sentence("there is no source {id!r}"),
    ("pillars",): sentence("there is no pillar {id!r}"),
    ("tracks",): sentence("there is no track {id!r}"),
    ("instruments",): sentence("there is no instrument {id!r}"),
    ("organizations",): sentence("there is no organization {id!r}"),
    PARTIES: sentence("there is no participant or organization {id!r}"),
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A record named by another one."""

    record: tuple[str, str]
    path: FieldPath
    targets: tuple[Kind, ...]
    id: str


def check_references(repository: Records) -> Iterator[Issue]:
    """Every record that another one names exists."""
    findings = Findings(repository, "reference-unknown")
    for reference in references(repository):
        if not _exists(repository, reference):
            yield findings.at(
                reference.record,
                reference.path,
                _what(reference),
                _hint(repository, reference.id, reference.targets),
            )


def check_parts(repository: Records) -> Iterator[Issue]:
    """Every part of the framework that a record names exists."""
    findings = Findings(repository, "reference-unknown")
    if repository.framework is None:
        return
    known = tuple(part.id for part in repository.framework.parts)
    named: list[tuple[tuple[str, str], FieldPath, str]] = [
        (("pillars", pillar.id), ("part",), pillar.part) for pillar in repository.pillars.values()
    ]
    named += [
        (("projects", project.id), ("parts", index), part)
        for project in repository.projects.values()
        for index, part in enumerate(project.parts)
    ]
    for record, path, part in named:
        if part not in known:
            yield findings.at(
                record,
                path,
                message("there is no part {id!r} of the framework", id=part),
                _suggestion(part, known, "content/framework.yaml"),
            )


def check_moved(repository: Records) -> Iterator[Issue]:
    """What took the place of a moved record exists."""
    findings = Findings(repository, "moved-target")
    for kind in KINDS:
        for record in repository.moved.get(kind, {}).values():
            for index, target in enumerate(record.moved):
                if target in repository.records(kind) or (kind, target) in repository.broken:
                    continue
                what, hint = _dead_end(repository, kind, (record.id, target))
                yield findings.at((kind, record.id), ("moved", index), what, hint)


def _dead_end(repository: Records, kind: Kind, move: tuple[str, str]) -> tuple[Message, Message]:
    """Say why a move, from one id to another, leads to no record, and what to do."""
    old, target = move
    if old == target:
        return (
            message("this record has moved to itself"),
            message(
                "write the id of the record that took its place; where there is none, delete this "
                "file"
            ),
        )
    circle = _way(repository.moved.get(kind, {}), target, old)
    if circle:
        return (
            message("the records {ids} lead to each other", ids=", ".join(circle)),
            message(
                "write in each of them the id of the record that took its place; where there is "
                "none, delete these files"
            ),
        )
    return (
        message("there is no record {id!r} that this one could have moved to", id=target),
        _hint(repository, target, (kind,)),
    )


def _way(moved: Mapping[str, Moved], start: str, goal: str) -> tuple[str, ...]:
    """Return the ids on a way from one moved record to another; none where there is no way."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop(0)
        if way[-1] == goal:
            return way
        following = moved[way[-1]].moved if way[-1] in moved else ()
        ways += [(*way, id_) for id_ in following if id_ not in seen]
        seen.update(following)
    return ()


def successors(repository: Records, kind: Kind, old: str) -> tuple[str, ...]:
    """Return the records that took the place of a moved one, whatever has moved on since."""
    moved = repository.moved.get(kind, {})
    found: dict[str, None] = {}
    seen: set[str] = set()
    waiting = [old]
    while waiting:
        id_ = waiting.pop(0)
        if id_ in moved and id_ not in seen:
            waiting = [*moved[id_].moved, *waiting]
        elif id_ in repository.records(kind) or (kind, id_) in repository.broken:
            found[id_] = None
        seen.add(id_)
    return tuple(found)


def references(repository: Records) -> Iterator[Reference]:
    """Yield every mention of a record in another one."""
    framework = repository.framework
    if framework is not None:
        yield Reference(_FRAMEWORK, ("lead",), ("organizations",), framework.lead)
        yield from _mentions(framework, _FRAMEWORK, _FRAMEWORK_FIELDS)
    for kind in KINDS:
        for record in repository.records(kind).values():
            yield from _mentions(record, (kind, record.id), _TARGETS)
    for key in sorted(repository.broken):
        if key[0] in KINDS or key == _FRAMEWORK:
            written = repository.places.fragment(*key)
            fields = _FRAMEWORK_FIELDS if key == _FRAMEWORK else _TARGETS
            mentions = _mentions(written, key, fields)
            # A value that is no id at all has been reported as such.
            yield from (found for found in mentions if _ID.fullmatch(found.id))


def _mentions(record: object, key: tuple[str, str], fields: Collection[str]) -> Iterator[Reference]:
    for path, value in leaves(record):
        name = field_name(path)
        if isinstance(value, str) and name in fields:
            yield Reference(key, path, _TARGETS[name], value)
        elif isinstance(value, Text):
            for tag, version in value.versions.items():
                if version.source is not None:
                    yield Reference(key, (*path, tag, "source"), ("sources",), version.source)


def _exists(repository: Records, reference: Reference) -> bool:
    if reference.id == ALL and reference.record[0] in _TAKING_ALL:
        return True
    return any(
        reference.id in repository.records(kind) or (kind, reference.id) in repository.broken
        for kind in reference.targets
    )


def _what(reference: Reference) -> Message:
    return message(_UNKNOWN[reference.targets], id=reference.id)


def _hint(repository: Records, word: str, targets: tuple[Kind, ...]) -> Message:
    for kind in targets:
        today = successors(repository, kind, word)
        if len(today) == 1:
            return message("it has moved: write {target}", target=today[0])
        if today:
            return message("it was divided: write one of {targets}", targets=", ".join(today))
    known = [id_ for kind in targets for id_ in repository.records(kind)]
    folders = ", ".join(f"content/{kind}/" for kind in targets)
    return _suggestion(word, known, folders)


def _suggestion(word: str, known: list[str] | tuple[str, ...], where: str) -> Message:
    meant = did_you_mean(word, known)
    if meant is not None:
        return message("did you mean {meant!r}?", meant=meant)
    if len(known) <= 12:  # noqa: PLR2004 - a list that can be read at a glance
        names = ", ".join(sorted(known)) or message("none yet")
        return message("known are: {known}", known=names)
    return message("look up its id in {where}, or add the record there", where=where)
