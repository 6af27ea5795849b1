"""Lines that run the program, as documents and build servers write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from generator.cli import framework

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(
    r"(?:^|[ /(`])framework(?P<words>(?: (?:[\w.:/=-]+|\"[^\"]*\"|\$\S+))+)", re.MULTILINE
)
_OPTION = re.compile(r"(?<= )--[a-z-]+")


def commands() -> dict[str, click.Command]:
    """Return everything that can be run, by the words that run it."""
    return dict(_below(framework, ""))


def runs(text: str) -> tuple[str, ...]:
    """Return what follows the name of the program, wherever a text runs it."""
    found = (re.sub(r" --lang \S+", "", each["words"]).strip() for each in _LINE.finditer(text))
    return tuple(found)


def unknown(words: str) -> set[str]:
    """Return what the program does not know of a line: its command, or options."""
    path = next((path for path in commands() if f"{words} ".startswith(f"{path} ")), None)
    if path is None:
        return {words}
    known = {name for parameter in commands()[path].params for name in parameter.opts}
    return set(_OPTION.findall(words)) - known


def _below(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            yield from _below(command.commands[name], f"{path} {name}".strip())
    else:
        yield path, command
