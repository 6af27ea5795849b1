"""The generator's own source files, as text and as syntax trees."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[2]
"""The folder that holds `generator/` and `content/`."""


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file of the generator."""

    path: str
    """Relative to the project, with forward slashes."""
    text: str
    tree: ast.Module

    @property
    def part(self) -> str:
        """The module or package directly under `generator` that the file belongs to."""
        return self.path.split("/")[1].removesuffix(".py")


def sources() -> Iterator[Source]:
    """Yield every Python file of the generator, by path."""
    for file in sorted((PROJECT / "generator").rglob("*.py")):
        path = file.relative_to(PROJECT).as_posix()
        text = file.read_text(encoding="utf-8")
        yield Source(path, text, ast.parse(text, path))


def imports(source: Source) -> Iterator[tuple[int, str]]:
    """Yield line and dotted name of everything the file imports, wherever it does so."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(source, node)
            for alias in node.names:
                yield node.lineno, f"{base}.{alias.name}"


def calls_and_names(source: Source) -> Iterator[tuple[int, str]]:
    """Yield line and full dotted name of every name and attribute, with import aliases undone."""
    aliases = dict(_aliases(source))
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Name | ast.Attribute) and (name := _dotted(node)):
            first, dot, rest = name.partition(".")
            yield node.lineno, f"{aliases.get(first, first)}{dot}{rest}"


def _aliases(source: Source) -> Iterator[tuple[str, str]]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.asname:
                    yield alias.asname, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(source, node)
            for alias in node.names:
                yield alias.asname or alias.name, f"{base}.{alias.name}"


def _absolute(source: Source, node: ast.ImportFrom) -> str:
    """Return the dotted name of the module that is imported from, also for `from . import x`."""
    if not node.level:
        return node.module or ""
    package = source.path.split("/")[: -node.level]
    return ".".join([*package, *filter(None, [node.module])])


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        owner = _dotted(node.value)
        return f"{owner}.{node.attr}" if owner else ""
    return node.id if isinstance(node, ast.Name) else ""
