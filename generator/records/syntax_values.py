"""Mistakes inside a value that make a text no YAML: quotes, brackets, signs with a meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.issues import sentence
from generator.records.findings import Finding, Spot, finding, shown
from generator.records.quotes import swallowing_quote
from generator.records.quotes import text_after_quote as closing_quote
from generator.records.source_lines import line_of, sign_at

if TYPE_CHECKING:
    from generator.records.events import SyntaxProblem
    from generator.records.source_lines import Lines

_QUOTE_IT = sentence("put the whole value in quotes")


def escape(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """Explain a code after a backslash that does not exist."""
    if not re.search(r"escape|hexa?decimal", problem.words):
        return None
    column = line_of(lines, problem.spot.line).rfind("\\", 0, problem.spot.column) + 1
    return finding(
        Spot(problem.spot.line, column or problem.spot.column),
        "yaml-escape",
        "between double quotes a backslash starts a code, and this one does not exist",
        "use single quotes around the value, or write two backslashes where one is meant",
    )


def unclosed_quote(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """Explain a quote that is not closed."""
    spot = swallowing_quote(lines, problem.spot.line)
    if spot is None and "quoted scalar" in problem.reading:
        spot = problem.begun
    if spot is None:
        return None
    is_curly = re.search("[“”„‘’]", line_of(lines, spot.line)[spot.column :])
    return finding(
        spot,
        "yaml-quote",
        "the quote {quote} that is opened here is not closed before the next field",
        "curly quotes do not close it: write the straight one at the end of the value; inside "
        "'...' write '' for an apostrophe, inside \"...\" write \\\" for a quote"
        if is_curly
        else "close it at the end of the value; inside '...' write '' for an apostrophe, inside "
        '"..." write \\" for a quote',
        quote=sign_at(lines, spot),
    )


def text_after_quote(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """Explain text behind the closing quote."""
    opened = closing_quote(line_of(lines, problem.spot.line), problem.spot.column - 1)
    if opened is None:
        return None
    return finding(
        problem.spot,
        "yaml-quote",
        "the value is in quotes, which close before this text: {text}",
        "let the quotes enclose the whole value; inside '...' write '' for an apostrophe, inside "
        '"..." write \\" for a quote, or use the other kind around it',
        text=shown(line_of(lines, problem.spot.line)[problem.spot.column - 1 :]),
    )


def reserved_start(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """Explain a sign that no value can start with."""
    if "cannot start any token" not in problem.words:
        return None
    return finding(
        problem.spot,
        "yaml-quote",
        "a value cannot start with {character}",
        _QUOTE_IT,
        character=repr(sign_at(lines, problem.spot)),
    )


def alias(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """Explain a value that starts with ``*`` or ``&``."""
    if not re.search(r"scanning an (alias|anchor)", problem.reading):
        return None
    spot = problem.begun or problem.spot
    if line_of(lines, spot.line).lstrip().startswith("* "):
        return finding(
            spot,
            "yaml-list",
            "'*' does not start a list item",
            "write the plain dash and a space, '- ', before each item",
        )
    return finding(
        spot,
        "yaml-alias",
        "a value cannot start with {character}, which has a meaning of its own in YAML",
        "put the whole value in quotes; after '|' and below it the text needs no quotes",
        character=repr(sign_at(lines, spot)),
    )


def tag(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """Explain a value that starts with ``!``."""
    del lines
    if " tag" not in problem.reading + " " + problem.words:
        return None
    return finding(
        problem.begun or problem.spot,
        "yaml-tag",
        "'!' at the start of a value is a YAML tag, which records do not use",
        "put the value in quotes where '!' belongs to the text; otherwise remove the tag",
    )


def block_header(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """Explain text behind ``|`` or ``>``."""
    if "block scalar" not in problem.reading or problem.begun is None:
        return None
    return finding(
        problem.begun,
        "yaml-block",
        "after {sign} the text must start on the next line",
        "move the text below and indent it by two spaces; put the value in quotes where {sign} is "
        "part of it",
        sign=repr(sign_at(lines, problem.begun)),
    )


def bracket(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """Explain a bracket that is not closed, or items without a comma."""
    if not re.search(r"flow (sequence|mapping)", problem.reading) or problem.begun is None:
        return None
    opened = sign_at(lines, problem.begun)
    closing = {"[": "]", "{": "}"}.get(opened, "]")
    if closing in line_of(lines, problem.spot.line)[problem.spot.column - 1 :]:
        return finding(
            problem.spot,
            "yaml-bracket",
            "a comma is missing here between the items in brackets",
            "write a comma and a space between the items, and quotes around an item that holds "
            "commas, colons or brackets",
        )
    return finding(
        problem.begun,
        "yaml-bracket",
        "the bracket '{opened}' that is opened here is not closed",
        "write '{closing}' at the end of the list; put the value in quotes where the bracket is "
        "part of the text",
        opened=opened,
        closing=closing,
    )


def nothing_expected(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """A comma or bracket stands where an item is expected."""
    if "node content" not in problem.words:
        return None
    character = sign_at(lines, problem.spot)
    if character in {"]", "}", ","}:
        return finding(
            problem.spot,
            "yaml-bracket",
            "'{character}' stands here where a value is expected",
            "remove it, or write the value that is missing before it; put the value in quotes "
            "where it starts with '{character}'",
            character=character,
        )
    opened = _last_opened(lines) if not character else None
    if opened is not None:
        return bracket(lines, problem._replace(begun=opened, reading="flow sequence"))
    if character == "-":
        return finding(
            problem.spot,
            "yaml-list",
            "a dash stands here inside brackets",
            "write the items with commas inside the brackets, or with dashes and no brackets",
        )
    return None


def dash(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """Explain a list that starts in the line of its name."""
    if "sequence entries are not allowed" not in problem.words:
        return None
    del lines
    return finding(
        problem.spot,
        "yaml-list",
        "a dash stands here in the same line as the name of the field",
        "start the list on the line below, one dash and space for each item; for a value that is "
        "a dash or starts with one, use quotes",
    )


def question(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """Explain a value that starts with ``?``."""
    if "mapping keys are not allowed" not in problem.words:
        return None
    del lines
    return finding(problem.spot, "field-name", "a value cannot start with '? '", _QUOTE_IT)


def _last_opened(lines: Lines) -> Spot | None:
    """Return the last opening bracket of a text that ends too early, or None."""
    for number in range(len(lines), 0, -1):
        column = max(lines[number - 1].rfind(sign) for sign in "[{")
        if column >= 0:
            return Spot(number, column + 1)
    return None
