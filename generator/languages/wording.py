"""Words as they stand in the code, the templates and the rules, for translators."""

from __future__ import annotations

import ast
from types import MappingProxyType
from typing import TYPE_CHECKING

from babel.messages.extract import extract_from_dir

from generator.languages.updating import Wanted
from generator.records.fields import explanations
from generator.reports.voice import rule_texts
from generator.rules import explanation, rule_codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_METHODS = [("**.py", "python"), ("**.jinja", "jinja2")]
_KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "words": None,
    "noted": None,
    "say": None,
    "plural": (1, 2),
    "forms": (1, 2),
}
"""The functions whose first arguments are interface words."""

_SENTENCES: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "message": (0,),
        "sentence": (0,),
        "Refusal": (1, 2),
        "Takes": (1,),
        "_refused": (1, 2),
        "_told": (0,),
        "finding": (2, 3),
        "pattern": (1, 2),
        "told": (0,),
        "wrong": (1, 2),
    }
)
"""The functions that take sentences of findings, and which of their arguments these are."""
_ERRORS = frozenset({"EngineError", "PublishError", "UsageError"})
"""Errors that take what went wrong, and as ``mend`` what to do about it."""
_COUNTED = "counted"
"""The function that takes counted words, the singular and the plural."""


def interface_messages(package: Path) -> tuple[Wanted, ...]:
    """Return every interface string of the package, each once, in the order of its words."""
    found: dict[str, tuple[str | None, set[str]]] = {}
    for file, _, message, _, _ in extract_from_dir(str(package), _METHODS, keywords=_KEYWORDS):
        source, plural = (message, None) if isinstance(message, str) else message[:2]
        _, files = found.setdefault(source, (plural, set()))
        files.add(f"{package.name}/{file}")
        if plural:
            found[source] = (plural, files)
    return tuple(
        Wanted(source, plural=plural, where=tuple(sorted(files)))
        for source, (plural, files) in sorted(found.items())
        if any(letter.isalpha() for letter in source.replace("{number}", ""))
    )


def finding_messages(package: Path) -> tuple[Wanted, ...]:
    """Return every sentence that a finding can say, each once, in the order of its words."""
    found: dict[tuple[str, str | None], set[str]] = {
        (words, None): {f"{package.name}/model"} for words in explanations()
    }
    for file in sorted(package.rglob("*.py")):
        name = f"{package.name}/{file.relative_to(package).as_posix()}"
        for words in _sentences(ast.parse(file.read_text(encoding="utf-8"))):
            found.setdefault(words, set()).add(name)
    return tuple(
        Wanted(source, plural=plural, where=tuple(sorted(files)))
        for (source, plural), files in sorted(found.items(), key=lambda item: item[0][0])
    )


def rule_messages() -> tuple[Wanted, ...]:
    """Return what is said of every rule, with its context."""
    return tuple(
        Wanted(words, context)
        for code in rule_codes()
        for context, words in rule_texts(explanation(code))
    )


def _sentences(tree: ast.AST) -> Iterator[tuple[str, str | None]]:
    """Yield the sentences in a file, counted ones with their plural.

    The syntax tree is read, since Babel's extractor passes over calls within calls and takes the
    two sides of ``a if b else c`` for one sentence.
    """
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        taken = [call.args[index] for index in _SENTENCES.get(name, ()) if index < len(call.args)]
        if name in _ERRORS:
            taken += [*call.args[:1], *(each.value for each in call.keywords if each.arg == "mend")]
        for argument in taken:
            yield from ((words, None) for words in _words(argument))
        if name == _COUNTED and len(call.args) > 1:
            one, other = (next(_words(argument), "") for argument in call.args[:2])
            if one and other:
                yield one, other


def _words(node: ast.expr) -> Iterator[str]:
    """Yield the text that an argument can be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _words(node.body)
        yield from _words(node.orelse)
