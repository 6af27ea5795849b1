"""Modules and functions stay small enough to be read in one go."""

from __future__ import annotations

import ast

from tests.architecture.sources import sources

_MODULE_LINES = 400
_FUNCTION_LINES = 50


def test_modules_are_short() -> None:
    long = {source.path: len(source.text.splitlines()) for source in sources()}
    long = {path: lines for path, lines in long.items() if lines > _MODULE_LINES}
    assert long == {}, f"modules of more than {_MODULE_LINES} lines: {long}"


def test_functions_are_short() -> None:
    long = [
        f"{source.path}:{node.lineno}: {node.name} has {lines} lines"
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > _FUNCTION_LINES
    ]
    assert long == [], "\n".join([f"functions of more than {_FUNCTION_LINES} lines:", *long])
