"""Change values in the text of a record file; comments, order and untouched lines stay as they are.

The door to ruamel.yaml, which keeps what PyYAML forgets. Its guesses about types are turned off:
every scalar is text, as everywhere in records.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import LiteralScalarString, SingleQuotedScalarString

from generator.records.composing import compose
from generator.records.nodes import Fields, data_of
from generator.records.values import NOTHING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.records.nodes import Data

_ANY_WIDTH = 1_000_000
"""Columns; longer lines are never broken."""
_SHORT = 72
"""Characters of a list of ids that still stands in brackets on one line."""
_IN_LINE = frozenset("[]{},:#&*!|>'\"%@` ")
"""Signs of words that do not stand in brackets."""


def rewrite(text: str, values: Mapping[str, Data], order: Sequence[str] = ()) -> str:
    """Return the text of a record file with these fields instead of its own.

    ``values`` holds every field that the record shall have; others are removed. Fields that are new
    come where ``order`` has them, at the end when it does not name them. What is equal is not
    touched, down to its quotes and comments. The text must be one that ``compose`` reads.
    """
    written = _values(text)
    if written == dict(values):
        return text
    loaded = _yaml().load(text)
    _update(loaded, written, values, order)
    rewritten = _dump(loaded)
    kept = _with_untouched(text, rewritten)
    # A record on one line, or with a mark at its end, has no lines that could be kept.
    return kept if _values(kept) == dict(values) else rewritten


def reordered(text: str, order: Sequence[str]) -> str:
    """Return the text of a record file with its fields in this order; others come last.

    Comments stand above their field and move with it; those at the end of the file stay there.
    """
    said, closing = _without_closing(text)
    opening, blocks = _blocks(said)
    places = {name: place for place, name in enumerate(order)}
    ordered = sorted(blocks, key=lambda name: places.get(name, len(places)))
    if ordered == list(blocks):
        return text
    moved = opening + "".join(_closed(blocks[name]) for name in ordered) + closing
    return moved if _values(moved) == _values(text) else text


def record_text(values: Mapping[str, Data]) -> str:
    """Return a new record file with these fields in their order."""
    return _dump(CommentedMap((name, _new(value)) for name, value in values.items()))


class _TextResolver(VersionedResolver):
    """Takes every plain scalar for text."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:  # noqa: ANN401 (ruamel's own)
        """Return the tag of text, list or mapping by the kind of node alone."""
        if issubclass(kind, ScalarNode):
            return self.DEFAULT_SCALAR_TAG
        return super().resolve(kind, value, implicit)


def _yaml() -> YAML:
    yaml = YAML(typ="rt", pure=True)
    yaml.Resolver = _TextResolver
    yaml.preserve_quotes = True
    yaml.width = _ANY_WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _dump(value: CommentedMap) -> str:
    out = StringIO()
    _yaml().dump(value, out)
    return out.getvalue()


def _update(
    loaded: CommentedMap,
    written: Mapping[str, Data],
    values: Mapping[str, Data],
    order: Sequence[str],
) -> None:
    """Change a mapping so that it holds these values."""
    for name in [name for name in loaded if name not in values]:
        del loaded[name]
    for name, value in values.items():
        if name not in loaded:
            loaded.insert(_place(name, list(loaded), order), name, _new(value))
        elif written.get(name) != value:
            loaded[name] = _changed(loaded[name], written.get(name), value)


def _place(name: str, names: Sequence[str], order: Sequence[str]) -> int:
    """Return where a new field belongs: behind the last one that comes before it in the order."""
    if name not in order:
        return len(names)
    earlier = set(order[: list(order).index(name)])
    return max((at + 1 for at, other in enumerate(names) if other in earlier), default=0)


def _changed(loaded: Any, written: Data, value: Data) -> Any:  # noqa: ANN401 (a node of ruamel)
    if isinstance(loaded, CommentedMap) and isinstance(written, dict) and isinstance(value, dict):
        _update(loaded, written, value, tuple(value))
        return loaded
    if isinstance(loaded, CommentedSeq) and isinstance(written, list) and isinstance(value, list):
        _update_list(loaded, written, value)
        return loaded
    return _new(value)


def _update_list(loaded: CommentedSeq, written: Sequence[Data], value: Sequence[Data]) -> None:
    """Change a list; items that were there keep their comments, whether they moved or changed."""
    del loaded[len(value) :]
    for at, item in enumerate(value):
        if at >= len(loaded):
            loaded.append(_new(item))
        elif written[at] != item:
            loaded[at] = _changed(loaded[at], written[at], item)


def _new(value: Data) -> Any:  # noqa: ANN401 (a node of ruamel)
    if isinstance(value, dict):
        return CommentedMap((name, _new(inner)) for name, inner in value.items())
    if isinstance(value, list):
        made = CommentedSeq(_new(item) for item in value)
        if all(isinstance(item, str) and not set(item) & _IN_LINE for item in value) and (
            sum(len(str(item)) + 2 for item in value) <= _SHORT
        ):
            made.fa.set_flow_style()
        return made
    if value is None or value in NOTHING:
        return SingleQuotedScalarString(value or "")
    return LiteralScalarString(f"{value.strip()}\n") if "\n" in value else value


def _with_untouched(before: str, after: str) -> str:
    """Return the new text with the old lines of every field whose value is the same."""
    old_opening, old = _blocks(before)
    new_opening, new = _blocks(after)
    same = _values(before), _values(after)
    kept = {
        name: old[name] if name in old and same[0].get(name) == same[1].get(name) else block
        for name, block in new.items()
    }
    return (old_opening or new_opening) + "".join(_closed(block) for block in kept.values())


def _values(text: str) -> Mapping[str, Data]:
    root = compose(text).root
    found = data_of(root) if root else {}
    return found if isinstance(found, dict) else {}


def _blocks(text: str) -> tuple[str, dict[str, str]]:
    """Return what stands before the first field, and the lines of each field with its comments."""
    lines = text.splitlines(keepends=True)
    root = compose(text).root
    starts = _starts(root, lines) if root else []
    ends = [start for start, _ in starts[1:]] + [len(lines)]
    first = starts[0][0] if starts else len(lines)
    return "".join(lines[:first]), {
        name: "".join(lines[start:end]) for (start, name), end in zip(starts, ends, strict=True)
    }


def _without_closing(text: str) -> tuple[str, str]:
    """Return a text without the comments below its last field, and these."""
    lines = text.splitlines(keepends=True)
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    closing = "".join(lines[end:])
    # Empty lines alone may belong to the text of the last field.
    return ("".join(lines[:end]), closing) if closing.strip() else (text, "")


def _starts(root: Fields, lines: Sequence[str]) -> list[tuple[int, str]]:
    """Return where the lines of each field begin, comments above it included."""
    starts = []
    for at, (name, entry) in enumerate(root.entries.items()):
        start = entry.key.line - 1
        # A comment on top of a file speaks of the whole file, and stays there.
        while at and start and lines[start - 1].startswith("#"):
            start -= 1
        starts.append((start, name))
    return starts


def _closed(block: str) -> str:
    return block if block.endswith("\n") else f"{block}\n"
