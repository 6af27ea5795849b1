"""Fixes that need to know what a field takes: dates, names for ids, lists, words from a choice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.records.fields import Takes, names_of, takes_at
from generator.records.findings import Finding, Spot
from generator.records.lookalikes import BULLET
from generator.records.mending_lines import in_quotes
from generator.records.nodes import Fields, Items, Scalar
from generator.records.source_lines import line_of
from generator.records.written_dates import iso_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.base import Model
    from generator.records.nodes import Node, PathPart

    Path = tuple[PathPart, ...]

IdOf = Callable[[str, str], str | None]
"""Returns the id that words stand for in a field; None where they name nothing, or two things."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that is being mended, and what is known of it."""

    text: str
    root: Fields | None
    model: type[Model]
    id_of: IdOf


ValueFix = Callable[[Draft, Finding], str | None]
"""From a draft and what is wrong with it to the mended text, or None where it cannot help."""

_SEPARATORS = re.compile(r"[,;،؛，、；\n]")
_AROUND = " []()［］【】（）'\"“”‘’„«»"
_TRUE = frozenset({"true", "yes", "y", "on", "是", "真"})
_FALSE = frozenset({"false", "no", "n", "off", "否", "假"})
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*|[A-Z]{3}")
_PLAIN_ITEM = re.compile(r"[^\s\[\]{},:#&*!|>'\"%@`?~-][^\[\]{},:#'\"]*")
_NAMED = frozenset({"the id of a record", "the id of a pillar", "a country code", "a language tag"})
"""What fields take whose values people write as names."""


def as_word(draft: Draft, found: Finding) -> str | None:
    """Write a value in the form that its field takes; several in a list, one after the other."""
    located = _scalar(draft, found.spot)
    if located is None:
        return None
    path, node, takes = located
    words = node.text.strip()
    if takes.form != "word" or not words:
        return None
    pieces = [words]
    is_item = bool(path) and isinstance(path[-1], int) and takes.words in _NAMED
    if is_item and _meant(draft, path, takes, words) is None:
        pieces = [piece for piece in _SEPARATORS.split(words) if piece.strip(_AROUND)]
    meant = [_meant(draft, path, takes, piece) for piece in pieces]
    known = [word for word in meant if word is not None]
    if len(known) < len(pieces):
        return None
    return with_value(draft.text, node.spot, words, ", ".join(known))


def as_list(draft: Draft, found: Finding) -> str | None:
    """Write a value as a list where its field takes one."""
    located = _scalar(draft, found.spot)
    if located is None:
        return None
    path, node, takes = located
    item = takes.item
    if takes.form != "list" or item is None or item.form not in {"word", "text"}:
        return None
    words = node.text.strip()
    if BULLET.match(words):
        return None
    items: list[str | None] = [words]
    if item.form == "word":
        whole = _meant(draft, path, item, words)
        items = [whole] if whole else _several(draft, path, item, words)
    known = [each for each in items if each]
    if not known or len(known) < len(items):
        return None
    written = "[" + ", ".join(_item(each) for each in dict.fromkeys(known)) + "]"
    return with_value(draft.text, node.spot, words, written)


def as_single(draft: Draft, found: Finding) -> str | None:
    """Write the one item of a list as a value where its field takes a single one."""
    located = _located(draft, found.spot)
    if located is None or not isinstance(located[1], Items):
        return None
    node, takes = located[1], located[2]
    if takes.form not in {"word", "text"} or len(node.items) != 1:
        return None
    if not isinstance(node.items[0], Scalar):
        return None
    return _without_brackets(draft.text, node.spot) or _without_dash(draft.text, node.spot)


def without_repeated(draft: Draft, found: Finding) -> str | None:
    """Remove what stands in a list a second time, where nothing else stands beside it."""
    located = _scalar(draft, found.spot)
    if located is None:
        return None
    words, spot = located[1].text.strip(), located[1].spot
    lines = draft.text.split("\n")
    line, start = line_of(lines, spot.line), spot.column - 1
    raw = _raw(line, start, words)
    if raw is None:
        return None
    if re.fullmatch(r"\s*-\s+", line[:start]) and not line[start + len(raw) :].strip():
        del lines[spot.line - 1]
        return "\n".join(lines)
    head = re.sub(r",\s*$", "", line[:start])
    if head == line[:start]:
        return None
    lines[spot.line - 1] = head + line[start + len(raw) :]
    return "\n".join(lines)


def known_name(draft: Draft, found: Finding) -> str | None:
    """Write the name of a field right where it is off by one letter, or by case and hyphens."""
    group = _group_with_key(draft.root, found.spot, ())
    if group is None:
        return None
    path, node, name = group
    takes = takes_at(draft.model, path)
    if takes is None or takes.model is None:
        return None
    free = [each for each in names_of(takes.model) if each not in node.entries and each != "id"]
    meant = near(name, free)
    return with_value(draft.text, found.spot, name, meant) if meant else None


def with_value(text: str, spot: Spot, value: str, written: str) -> str | None:
    """Return the text with another value at a place; None where it is written in several lines."""
    lines = text.split("\n")
    line, start = line_of(lines, spot.line), spot.column - 1
    raw = _raw(line, start, value)
    if raw is None or raw == written:
        return None
    lines[spot.line - 1] = line[:start] + written + line[start + len(raw) :]
    return "\n".join(lines)


def near(word: str, choices: Iterable[str]) -> str | None:
    """Return the one choice that a word was meant to be: one letter off, or spelt otherwise."""
    known = list(choices)
    plain = _plain(word)
    same = [each for each in known if _plain(each) == plain]
    close = same or [each for each in known if _is_slip(plain, _plain(each))]
    return close[0] if len(close) == 1 else None


def _without_brackets(text: str, spot: Spot) -> str | None:
    """Return the text without the brackets of a list that stands on one line."""
    lines = text.split("\n")
    line, start = line_of(lines, spot.line), spot.column - 1
    inside = re.fullmatch(r"\[\s*(.*?)\s*,?\s*\](\s*#.*)?\s*", line[start:])
    if inside is None:
        return None
    lines[spot.line - 1] = line[:start] + inside[1] + (inside[2] or "")
    return "\n".join(lines)


def _without_dash(text: str, spot: Spot) -> str | None:
    """Return the text with the one item of a list behind the name of its field."""
    lines = text.split("\n")
    above = line_of(lines, spot.line - 1)
    item = re.fullmatch(r"\s*-\s+(.*)", line_of(lines, spot.line))
    if item is None or not re.fullmatch(r".*:\s*", above):
        return None
    lines[spot.line - 2 : spot.line] = [f"{above.rstrip()} {item[1]}"]
    return "\n".join(lines)


def _meant(draft: Draft, path: Path, takes: Takes, words: str) -> str | None:
    """Return a value in the form that a field takes, or None."""
    plain = unicodedata.normalize("NFKC", words).strip(_AROUND)
    if takes.choices:
        return near(plain, takes.choices)
    if takes.words in _NAMED:
        named = draft.id_of(_field(path), plain)
        return named or (plain if _ID.fullmatch(plain) and plain != words.strip() else None)
    simple = _SIMPLE.get(takes.words)
    return simple(plain) if simple else None


def _several(draft: Draft, path: Path, item: Takes, words: str) -> list[str | None]:
    """Return the items that words stand for, None for those that nobody knows."""
    pieces = [piece.strip(_AROUND) for piece in _SEPARATORS.split(words)]
    if len(pieces) == 1 and all(_ID.fullmatch(word) for word in words.split()):
        pieces = words.split()
    return [
        _meant(draft, path, item, piece) or (piece if _ID.fullmatch(piece) else None)
        for piece in pieces
        if piece
    ]


def _flag(words: str) -> str | None:
    plain = words.casefold()
    return "true" if plain in _TRUE else "false" if plain in _FALSE else None


def _digits(words: str) -> str | None:
    return words if re.fullmatch(r"0|[1-9][0-9]*", words) else None


def _goal(words: str) -> str | None:
    found = re.fullmatch(r"(?:sdg|goal)?[ -]?([1-9][0-9]?)", words.casefold())
    return found[1] if found else None


_SIMPLE: Mapping[str, Callable[[str], str | None]] = MappingProxyType(
    {
        "a date": iso_date,
        "true or false": _flag,
        "a whole number": _digits,
        "the number of a goal, 1 to 17": _goal,
    }
)
"""By what a field takes: how words become a value, or None."""


def _scalar(draft: Draft, spot: Spot) -> tuple[Path, Scalar, Takes] | None:
    """Return the single value at a place."""
    found = _located(draft, spot)
    if found is None or not isinstance(found[1], Scalar):
        return None
    return found[0], found[1], found[2]


def _located(draft: Draft, spot: Spot) -> tuple[Path, Node, Takes] | None:
    """Return what stands at a place: the path to it, the node, and what the field takes."""
    found = _search(draft.root, spot, ()) if draft.root else None
    takes = takes_at(draft.model, found[0]) if found else None
    return (*found, takes) if found and takes else None


def _search(node: Node, spot: Spot, path: Path) -> tuple[Path, Node] | None:
    if node.spot == spot and not isinstance(node, Fields):
        inner = node.items[0] if isinstance(node, Items) and node.items else None
        # A list in brackets and its first item stand at different places, one with dashes too.
        if inner is None or inner.spot != spot:
            return path, node
    children: Iterable[tuple[PathPart, Node]] = ()
    if isinstance(node, Fields):
        children = ((name, entry.value) for name, entry in node.entries.items())
    elif isinstance(node, Items):
        children = enumerate(node.items)
    for part, child in children:
        found = _search(child, spot, (*path, part))
        if found is not None:
            return found
    return None


def _group_with_key(node: Node | None, spot: Spot, path: Path) -> tuple[Path, Fields, str] | None:
    """Return the group in which a name stands at a place, with the path to it and the name."""
    if isinstance(node, Items):
        found = (_group_with_key(item, spot, (*path, at)) for at, item in enumerate(node.items))
        return next((each for each in found if each), None)
    if not isinstance(node, Fields):
        return None
    for name, entry in node.entries.items():
        if entry.key == spot:
            return path, node, name
        inner = _group_with_key(entry.value, spot, (*path, name))
        if inner is not None:
            return inner
    return None


def _field(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _raw(line: str, start: int, value: str) -> str | None:
    """Return how a value is written at a place of a line, with its quotes."""
    for raw in (in_quotes(value), f'"{value}"', value):
        if line.startswith(raw, start):
            return raw
    return None


def _item(words: str) -> str:
    return words if _PLAIN_ITEM.fullmatch(words) else in_quotes(words)


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKC", word).strip(_AROUND + ":").casefold()
    return re.sub(r"[\s_-]+", "-", letters)


def _is_slip(word: str, other: str) -> bool:
    """Say whether one letter more, less or else, or two exchanged, make one word of the other."""
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(word), len(other)) - start and word[-1 - end] == other[-1 - end]:
        end += 1
    first, second = word[start : len(word) - end], other[start : len(other) - end]
    if max(len(first), len(second)) <= 1:
        return True
    return len(first) == len(second) == 2 and first == second[::-1]  # noqa: PLR2004 - exchanged
