"""The door to YAML: a stream of events, one at a time, and nothing that PyYAML builds from them.

Neither of PyYAML's parsers recurses, so no nesting exhausts the stack; guesses about types,
aliases, merges and tags happen in PyYAML's composer and constructor, which are never used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from generator.records.findings import Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    EventStream = Callable[[str], Iterator[yaml.Event]]

_C_PARSER = getattr(yaml, "CParser", None) or getattr(getattr(yaml, "cyaml", None), "CParser", None)


class _Mark(Protocol):
    """A place as both parsers give it, counted from 0."""

    line: int
    column: int


class SyntaxProblem(NamedTuple):
    """Where a parser gave up, and what it said; the words are for looking up, not for showing."""

    spot: Spot
    words: str
    begun: Spot | None
    """Where the thing that it was reading began."""
    reading: str
    """The thing that it was reading, such as ``while scanning a quoted scalar``."""


class _PythonParser(Reader, Scanner, Parser):
    """The parser without its composer, for computers where the C library is missing."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)


def python_events(text: str) -> Iterator[yaml.Event]:
    """Yield the events of the parser written in Python."""
    return yaml.parse(text, Loader=cast("type[yaml.Loader]", _PythonParser))


def fast_events(text: str) -> Iterator[yaml.Event]:
    """Yield the events of the C parser, or of the one in Python where there is none."""
    if _C_PARSER is None:
        return python_events(text)
    # iter() asks the parser itself: yaml.parse() asks twice for every event.
    return iter(_C_PARSER(text).get_event, None)


def spot_of(mark: _Mark | None) -> Spot:
    """Return the place of a parser's mark, counted from 1."""
    return Spot(mark.line + 1, mark.column + 1) if mark else Spot(1, 1)


def problem_of(error: yaml.YAMLError) -> SyntaxProblem:
    """Return what a parser's error says as a value."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return SyntaxProblem(Spot(1, 1), str(error), None, "")
    mark = error.problem_mark or error.context_mark
    return SyntaxProblem(
        spot_of(mark),
        error.problem or "",
        spot_of(error.context_mark) if error.context_mark else None,
        error.context or "",
    )
