"""Turn the events of a YAML parser into nodes; everything that records do not need is refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import yaml

from generator.issues import sentence
from generator.records.events import fast_events, problem_of, spot_of
from generator.records.findings import Finding, Spot, finding, shown
from generator.records.limits import DEEPEST, MOST_NODES
from generator.records.names import refused_name
from generator.records.nodes import Absent, Entry, Fields, Items, Node, Scalar
from generator.records.scanning import parseable, scan, too_deep
from generator.records.source_lines import first_letter, sign_at
from generator.records.syntax import explain_problem
from generator.records.syntax_lines import line_fault
from generator.records.values import (
    cut_by_comment,
    empty_in_braces,
    empty_value,
    swallowed_lines,
    unsound_escape,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.records.events import EventStream


class Composed(NamedTuple):
    """The fields of a file, or None where it holds none that can be read, with what was found."""

    root: Fields | None
    findings: tuple[Finding, ...]


def compose(text: str, *, events: EventStream = fast_events) -> Composed:
    """Read the text of a record file."""
    scanned = scan(text)
    if not scanned.can_be_parsed:
        return Composed(None, scanned.findings)
    text = parseable(text) if scanned.findings else text
    builder = _Builder(text.split("\n"))
    try:
        for event in events(text):
            if not builder.take(event):
                break
    except yaml.YAMLError as error:
        builder.stop(explain_problem(builder.lines, problem_of(error)))
    record, found = builder.finish()
    seen = {each.spot.line for each in scanned.findings}
    return Composed(
        record, (*scanned.findings, *(each for each in found if each.spot.line not in seen))
    )


@dataclass(slots=True)
class _Open:
    """A list or group of fields whose end has not come yet."""

    spot: Spot
    is_list: bool
    is_in_line: bool
    """Whether it is written with brackets."""
    found_before: int
    """How many findings there were when it began, or when its last name was refused."""
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None
    expects_value: bool = False
    has_refused_name: bool = False

    @property
    def expects_name(self) -> bool:
        """Whether the next node names a field."""
        return not self.is_list and not self.expects_value


class _Builder:
    """Collects nodes and findings while the events of one file pass by."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self._root: Node | None = None
        self._open: list[_Open] = []
        self._findings: list[Finding] = []
        self._nodes = 0
        self._documents = 0
        self._is_stopped = False

    def take(self, event: yaml.Event) -> bool:
        """Take the next event; False when reading on makes no sense."""
        match event:
            case yaml.ScalarEvent():
                self._add(self._scalar(event), is_plain=not event.style)
            case yaml.CollectionStartEvent():
                self._begin(event)
            case yaml.CollectionEndEvent():
                self._end()
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent():
                self._document(event)
        return not self._is_stopped

    def stop(self, found: Finding) -> None:
        """Give up: the rest of the file cannot be trusted."""
        if (found.spot, found.rule) not in {(each.spot, each.rule) for each in self._findings}:
            self._findings.append(found)
        self._is_stopped = True

    def finish(self) -> tuple[Fields | None, list[Finding]]:
        """Return the record, where there is one, and what was found."""
        if self._is_stopped:
            return None, self._findings
        if isinstance(self._root, Fields) and (self._root.entries or self._findings):
            return self._root, self._findings
        return None, self._findings or [_no_record(self._root, self.lines)]

    def _marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, spot: Spot) -> None:
        """Refuse anchors and tags, and files with too many parts."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self.stop(_too_many(spot))
        if event.anchor is not None:
            self._findings.append(_anchor(spot, event.anchor))
        if event.tag is not None:
            self._findings.append(_tag(spot))

    def _alias(self, event: yaml.AliasEvent) -> None:
        spot = spot_of(event.start_mark)
        self._findings.append(_alias(spot, event.anchor or ""))
        self._add(Absent(spot), is_plain=False)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self.stop(
                finding(
                    spot_of(event.start_mark),
                    "yaml-documents",
                    "a second document starts here; a file holds one record",
                    "remove the line '---', or put the second record into a file of its own",
                )
            )

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        spot = spot_of(event.start_mark)
        if len(self._open) >= DEEPEST:
            self.stop(too_deep(spot))
        opened = _Open(
            spot,
            is_list=isinstance(event, yaml.SequenceStartEvent),
            is_in_line=bool(event.flow_style),
            found_before=len(self._findings),
        )
        self._marks(event, spot)
        self._open.append(opened)

    def _end(self) -> None:
        done = self._open.pop()
        is_name = bool(self._open) and self._open[-1].expects_name
        if is_name:
            del self._findings[done.found_before :]
        if done.is_list:
            self._add(Items(tuple(done.items), done.spot), is_plain=False)
        elif done.has_refused_name and not done.entries and not is_name:
            self._add(Absent(done.spot), is_plain=False)
        else:
            self._add(Fields(done.entries, done.spot), is_plain=False)

    def _add(self, node: Node, *, is_plain: bool) -> None:
        if not self._open:
            self._root = node
            return
        owner = self._open[-1]
        if owner.is_list:
            owner.items.append(self._value(node, owner, is_plain=is_plain))
        elif not owner.expects_value:
            owner.expects_value = True
            owner.key = self._name(node, owner)
            owner.found_before = len(self._findings)
        else:
            owner.expects_value = False
            if owner.key is None:
                del self._findings[owner.found_before :]
            else:
                value = self._value(node, owner, is_plain=is_plain)
                owner.entries[owner.key.text] = Entry(owner.key.spot, value)

    def _name(self, node: Node, owner: _Open) -> Scalar | None:
        """Return the name of a field, or None where it cannot be one."""
        if isinstance(node, Absent):
            owner.has_refused_name = True
            return None
        refused = refused_name(node, owner.entries, self.lines)
        if refused is not None:
            self._findings.append(refused)
            owner.has_refused_name = True
        return node if isinstance(node, Scalar) and refused is None else None

    def _value(self, node: Node, owner: _Open, *, is_plain: bool) -> Node:
        """Return the node as a value, or ``Absent`` where nothing usable stands."""
        sign = sign_at(self.lines, node.spot)
        empty = empty_value(node, owner.key, is_plain=is_plain, sign=sign)
        if empty is None:
            return node
        is_bare = is_plain and isinstance(node, Scalar) and not node.text
        if is_bare and owner.key is not None and owner.is_in_line:
            empty = empty_in_braces(owner.key)
        cut = cut_by_comment(self.lines, node.spot) if is_bare else None
        self._findings.append(cut or empty)
        return Absent(empty.spot)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar | Absent:
        spot = spot_of(event.start_mark)
        self._marks(event, spot)
        found_before = len(self._findings)
        if not event.style:
            self._plain(event.value, spot, spot_of(event.end_mark))
        elif event.style == '"':
            unsound = unsound_escape(event.value, spot)
            self._findings += [unsound] if unsound else []
        if len(self._findings) > found_before:
            return Absent(spot)
        return Scalar(event.value, spot)

    def _plain(self, text: str, start: Spot, end: Spot) -> None:
        cut = cut_by_comment(self.lines, end) if text else None
        if cut is not None:
            self._findings.append(cut)
        if end.line > start.line:
            self._findings += swallowed_lines(self.lines, start, end)
        looks_like_more = ":" in text or text.startswith("-")
        if looks_like_more and first_letter(self.lines, start.line) == start:
            fault = line_fault(self.lines, start.line)
            self._findings += [fault] if fault else []


def _anchor(spot: Spot, name: str) -> Finding:
    return finding(
        spot,
        "yaml-alias",
        "'&{name}' at the start of a value is a YAML anchor, which records do not use",
        "put the value in quotes where '&' belongs to the text; otherwise remove '&{name}'",
        name=shown(name),
    )


def _alias(spot: Spot, name: str) -> Finding:
    return finding(
        spot,
        "yaml-alias",
        "'*{name}' at the start of a value is a YAML alias, which records do not use",
        "put the value in quotes where '*' belongs to the text; otherwise write the value out",
        name=shown(name),
    )


def _tag(spot: Spot) -> Finding:
    return finding(
        spot,
        "yaml-tag",
        "'!' at the start of a value is a YAML tag, which records do not use",
        "put the value in quotes where '!' belongs to the text; otherwise remove the tag",
    )


def _too_many(spot: Spot) -> Finding:
    return finding(
        spot,
        "yaml-nodes",
        "the file holds more than {most} fields, list items and values",
        "divide the record into several",
        most=MOST_NODES,
    )


def _no_record(node: Node | None, lines: Sequence[str]) -> Finding:
    """Say what the file holds instead of the fields of a record."""
    spot, what = Spot(1, 1), sentence("the file is empty or holds only comments")
    if isinstance(node, Scalar) and node.text:
        fault = line_fault(lines, node.spot.line)
        if fault is not None:
            return fault
        spot, what = node.spot, sentence("the file holds the text '{text}' and no fields")
    elif isinstance(node, Items):
        what = sentence("the file starts with a list; a record consists of fields")
        spot = node.spot
    elif isinstance(node, Fields):
        spot, what = node.spot, sentence("the file holds no fields")
    return finding(
        spot,
        "record-form",
        what,
        "write one field in each line: its name, a colon, a space and the value",
        text=shown(node.text) if isinstance(node, Scalar) else "",
    )
