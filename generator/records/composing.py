"""Turn the events of a YAML parser into nodes; everything that records do not need is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import yaml

from generator.records.characters import is_sound
from generator.records.events import fast_events, problem_of, spot_of
from generator.records.findings import Finding, Spot, finding, shown
from generator.records.limits import DEEPEST, MOST_NODES
from generator.records.nodes import Absent, Entry, Fields, Items, Node, Scalar
from generator.records.scanning import parseable, scan, too_deep
from generator.records.syntax import explain_problem
from generator.records.wording import CUT_BY_COMMENT, lost_after_hash

if TYPE_CHECKING:
    from generator.records.events import EventStream

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_SWALLOWED = re.compile(r"[-*?] |-$|[A-Za-z_]+:(?!//)\S")
"""How a line starts that was swallowed by the text above it."""


class Composed(NamedTuple):
    """The fields of a file, or None where it holds none that can be read, with what was found."""

    root: Fields | None
    findings: tuple[Finding, ...]


def compose(text: str, *, events: EventStream = fast_events) -> Composed:
    """Read the text of a record file."""
    scanned = scan(text)
    if not scanned.can_be_parsed:
        return Composed(None, scanned.findings)
    builder = _Builder((parseable(text) if scanned.findings else text).split("\n"))
    try:
        for event in events("\n".join(builder.lines)):
            if not builder.take(event):
                break
    except yaml.YAMLError as error:
        builder.stop(explain_problem(builder.lines, problem_of(error)))
    seen = {found.spot.line for found in scanned.findings}
    followed = [found for found in builder.finish() if found.spot.line not in seen]
    return Composed(builder.record, (*scanned.findings, *followed))


@dataclass(slots=True)
class _Open:
    """A list or group of fields whose end has not come yet."""

    spot: Spot
    is_list: bool
    found_before: int
    """How many findings there were when it began."""
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None
    expects_value: bool = False

    @property
    def expects_name(self) -> bool:
        """Whether the next node names a field."""
        return not self.is_list and not self.expects_value


class _Builder:
    """Collects nodes and findings while the events of one file pass by."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.record: Fields | None = None
        self._root: Node | None = None
        self._open: list[_Open] = []
        self._findings: list[Finding] = []
        self._nodes = 0
        self._documents = 0
        self._stopped = False

    def take(self, event: yaml.Event) -> bool:
        """Take the next event; False when reading on makes no sense."""
        match event:
            case yaml.ScalarEvent():
                self._marks(event)
                self._add(self._scalar(event), is_plain=not event.style)
            case yaml.CollectionStartEvent():
                self._begin(event)
            case yaml.CollectionEndEvent():
                self._end()
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent():
                self._document(event)
        return not self._stopped

    def stop(self, found: Finding) -> None:
        """Give up: the rest of the file cannot be trusted."""
        self._findings.append(found)
        self._stopped = True

    def finish(self) -> list[Finding]:
        """Return what was found, after the record as a whole was looked at."""
        if self._stopped:
            return self._findings
        match self._root:
            case Fields() as record if record.entries or self._findings:
                self.record = record
            case node if not self._findings:
                self._findings.append(_no_record(node))
        return self._findings

    def _marks(self, event: yaml.NodeEvent) -> None:
        """Refuse anchors and tags, and files with too many parts."""
        spot = spot_of(event.start_mark)
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self.stop(
                finding(
                    spot,
                    "yaml-nodes",
                    "the file holds more than {most} fields, list items and values",
                    "divide the record into several",
                    most=MOST_NODES,
                )
            )
        if event.anchor is not None:
            self._refuse(
                spot,
                "yaml-alias",
                "'&{name}' at the start of a value is a YAML anchor, which records do not use",
                "put the value in quotes where '&' belongs to the text; otherwise remove '&{name}'",
                name=shown(event.anchor),
            )
        if getattr(event, "tag", None) is not None:
            self._refuse(
                spot,
                "yaml-tag",
                "'!' at the start of a value is a YAML tag, which records do not use",
                "put the value in quotes where '!' belongs to the text; otherwise remove the tag",
            )

    def _alias(self, event: yaml.AliasEvent) -> None:
        spot = spot_of(event.start_mark)
        self._refuse(
            spot,
            "yaml-alias",
            "'*{name}' at the start of a value is a YAML alias, which records do not use",
            "put the value in quotes where '*' belongs to the text; otherwise write the value out",
            name=shown(event.anchor or ""),
        )
        self._add(Absent(spot), is_plain=False)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            spot = spot_of(event.start_mark)
            self.stop(
                finding(
                    spot,
                    "yaml-documents",
                    "a second document starts here; a file holds one record",
                    "remove the line '---', or put the second record into a file of its own",
                )
            )

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        self._marks(event)
        spot = spot_of(event.start_mark)
        if len(self._open) >= DEEPEST:
            self.stop(too_deep(spot))
        self._open.append(_Open(spot, isinstance(event, yaml.SequenceStartEvent), len(self._findings)))

    def _end(self) -> None:
        done = self._open.pop()
        if self._open and self._open[-1].expects_name:
            del self._findings[done.found_before :]
        if done.is_list:
            self._add(Items(tuple(done.items), done.spot), is_plain=False)
        else:
            self._add(Fields(done.entries, done.spot), is_plain=False)

    def _add(self, node: Node, *, is_plain: bool) -> None:
        if not self._open:
            self._root = node
            return
        owner = self._open[-1]
        if owner.is_list:
            owner.items.append(self._value(node, None, is_plain=is_plain))
        elif owner.expects_value:
            owner.expects_value = False
            if owner.key is not None:
                value = self._value(node, owner.key, is_plain=is_plain)
                owner.entries[owner.key.text] = Entry(owner.key.spot, value)
        else:
            owner.expects_value = True
            owner.key = self._name(node, owner.entries)

    def _name(self, node: Node, entries: dict[str, Entry]) -> Scalar | None:
        """Return the name of a field, or None where it cannot be one."""
        if not isinstance(node, Scalar) or self._is_after_question_mark(node.spot):
            self._refuse(
                node.spot,
                "field-name",
                "a value, a list or a group of fields stands here where the name of a field is expected",
                "start the line with the name of a field and a colon; put texts that start with "
                "'?', '[' or '{{' in quotes",
            )
            return None
        if not node.text:
            self._refuse(
                node.spot, "field-name", "the name of the field is missing before the colon",
                "write the name of the field before the colon",
            )
            return None
        if node.text == "<<":
            self._refuse(
                node.spot, "yaml-merge-key", "'<<' copies fields from elsewhere, which records do not use",
                "remove the line and write the fields out",
            )
            return None
        if node.text in entries:
            self._refuse(
                node.spot, "field-repeated", "the field '{name}' is written a second time; "
                "it is already in line {first}",
                "keep one of the two; several values belong into one list",
                name=shown(node.text), first=entries[node.text].key.line,
            )
            return None
        return node

    def _is_after_question_mark(self, spot: Spot) -> bool:
        return self.lines[spot.line - 1][: spot.column - 1].rstrip().endswith("?")

    def _value(self, node: Node, key: Scalar | None, *, is_plain: bool) -> Node:
        """Return the node as a value; where nothing stands, say so and return ``Absent``."""
        if isinstance(node, Fields) and not node.entries and not self._findings:
            self._empty(node.spot, key, "'{{}}' stands here: no fields")
            return Absent(node.spot)
        if not isinstance(node, Scalar):
            return node
        if is_plain and node.text in _NOTHING:
            return self._nothing(node, key)
        if not node.text.strip():
            self._empty(node.spot, key, "there is no text here")
            return Absent(node.spot)
        return node

    def _nothing(self, node: Scalar, key: Scalar | None) -> Absent:
        spot = key.spot if key and not node.text else node.spot
        lost = lost_after_hash(self.lines[node.spot.line - 1], node.spot.column - 1)
        if lost and not node.text:
            self._refuse(spot, "yaml-comment", *CUT_BY_COMMENT, lost=shown(lost))
        elif key is None:
            self._empty(spot, key, "this list item is empty")
        else:
            self._empty(spot, key, "the field '{name}' has no value")
        return Absent(spot)

    def _empty(self, spot: Spot, key: Scalar | None, what: str) -> None:
        self._refuse(
            spot,
            "value-empty",
            what,
            "write the value, or leave the field '{name}' out" if key else "write the value or remove the item",
            name=shown(key.text) if key else "",
        )

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        node = Scalar(event.value, spot_of(event.start_mark))
        if not event.style:
            self._plain(event)
        elif event.style == '"' and not is_sound(event.value):
            self._refuse(
                node.spot,
                "yaml-escape",
                "a backslash between these quotes writes a character that is refused in records",
                "remove the backslash and what belongs to it; use single quotes where a backslash is meant",
            )
        return node

    def _plain(self, event: yaml.ScalarEvent) -> None:
        """Refuse what YAML would quietly drop from a value without quotes, or add to it."""
        first, last = event.start_mark.line, event.end_mark.line
        lost = lost_after_hash(self.lines[last], event.end_mark.column)
        if event.value and lost:
            spot = Spot(last + 1, self.lines[last].index("#", event.end_mark.column) + 1)
            self._refuse(spot, "yaml-comment", *CUT_BY_COMMENT, lost=shown(lost))
        for number in range(first + 1, last + 1):
            line = self.lines[number].lstrip()
            if _SWALLOWED.match(line):
                self._refuse(
                    Spot(number + 1, len(self.lines[number]) - len(line) + 1),
                    "yaml-indentation",
                    "this line is indented so far that it belongs to the text of line {above}",
                    "indent it like the lines that it belongs to, with a space after the dash or the "
                    "colon; put the text in quotes where the line is part of it",
                    above=first + 1,
                )

    def _refuse(self, spot: Spot, rule: str, what: str, hint: str, **values: object) -> None:
        self._findings.append(finding(spot, rule, what, hint, **values))


def _no_record(node: Node | None) -> Finding:
    """Say what the file holds instead of the fields of a record."""
    form = "write one field in each line: its name, a colon, a space and the value"
    match node:
        case Items(_, spot):
            return finding(
                spot, "record-form", "the file starts with a list; a record consists of fields",
                form + "; remove the dash or the bracket at the start",
            )
        case Scalar(text, spot) if text:
            return finding(
                spot, "record-form", "the file holds the text '{text}' and no fields",
                form + "; the space after the colon is needed", text=shown(text),
            )
        case Fields(_, spot):
            return finding(spot, "record-form", "the file holds no fields", form)
    return finding(
        Spot(1, 1), "record-form", "the file is empty or holds only comments", form
    )
