"""The addresses that a style sheet makes a browser fetch (CSS Syntax 3, CSS Images 4)."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_STRING: Final = r"\"(?:[^\"\\\n]|\\.)*(?:\"|\Z)|'(?:[^'\\\n]|\\.)*(?:'|\Z)"
"""A string; one left open ends with the style sheet."""
_COMMENT: Final = re.compile(rf"({_STRING})|/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE: Final = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})[ \t\n]?|([^0-9A-Fa-f\n]))")
_HARMLESS: Final = re.compile(r"[\w:/.@-]", re.ASCII)
_FETCHED: Final = re.compile(
    rf"(?P<ignored>@namespace[^;]*)"
    rf"|@import\s*(?P<imported>{_STRING})"
    rf"|(?:\burl|\bsrc)\(\s*(?P<address>{_STRING}|[^)\"']*)"
    rf"|image-set\((?P<set>(?:{_STRING}|\([^)]*\)|[^()\"'])*)",
    re.IGNORECASE,
)
_TEXT: Final = re.compile(_STRING)
_CALL: Final = re.compile(r"[\w-]+\([^)]*\)")


def fetched_addresses(style: str) -> Iterator[tuple[str, int]]:
    """Yield each address in a style sheet or a style attribute, and the line it is on, from 1."""
    if not _may_fetch(style):
        return
    plain = _ESCAPE.sub(_unescaped, _COMMENT.sub(_without_comment, style))
    for match in _FETCHED.finditer(plain):
        line = plain.count("\n", 0, match.start()) + 1
        if match["set"] is not None:
            yield from ((address, line) for address in _image_set(match["set"]))
        elif match["ignored"] is None:
            yield _unquoted(match["imported"] or match["address"]), line


def _image_set(images: str) -> Iterator[str]:
    """Yield the addresses in a choice of images; ``type("...")`` and the like are none."""
    yield from (address for address, _ in fetched_addresses(images))
    for string in _TEXT.finditer(_CALL.sub("", images)):
        yield _unquoted(string[0])


def _may_fetch(style: str) -> bool:
    """Rule out most style attributes at once; an escape may spell any of the words."""
    return "(" in style or "@" in style or "\\" in style


def _without_comment(match: re.Match[str]) -> str:
    """Keep strings, and of a comment its line ends, so that lines are still counted right."""
    return match[1] or " " + "\n" * match[0].count("\n")


def _unescaped(match: re.Match[str]) -> str:
    r"""Undo an escape that may hide a word or an address, such as ``\75rl``."""
    code = int(match[1], 16) if match[1] else ord(match[2])
    character = chr(code) if code <= sys.maxunicode else ""
    return character if _HARMLESS.fullmatch(character) else match[0]


def _unquoted(address: str) -> str:
    stripped = address.strip()
    quote = stripped[:1]
    return stripped[1:].removesuffix(quote) if quote in {'"', "'"} else stripped
