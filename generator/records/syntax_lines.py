"""Mistakes between lines that make a text no YAML: colons, indentation, dashes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.records.findings import Finding, Spot, finding, shown
from generator.records.lookalikes import BULLET, odd_character
from generator.records.source_lines import (
    first_letter,
    indent_of,
    line_above,
    line_of,
    sign_at,
    text_before,
)

if TYPE_CHECKING:
    from generator.records.events import SyntaxProblem
    from generator.records.source_lines import Lines

_NO_SPACE = re.compile(r"\s*(?:- +)?[\"']?[A-Za-z_][A-Za-z0-9_-]*[\"']?\s*:(?=[^\s/:])")
_WIDE_COLON = re.compile(r"\s*(?:- +)?[A-Za-z_][A-Za-z0-9_ -]*[\uff1a\ufe55\ua789\u2236]")
_TIGHT_DASH = re.compile(r"\s*-(?=[^\W\d])")
_ONLY_NAME = re.compile(r"\s*(?:- +)?[A-Za-z_][A-Za-z0-9_-]*\s*")


def line_fault(lines: Lines, number: int) -> Finding | None:
    """Look for a colon that is none, or that lacks its space, in a line."""
    line = line_of(lines, number)
    wide = _WIDE_COLON.match(line)
    if wide:
        odd = odd_character(line[wide.end() - 1 :]) or {}
        return finding(
            Spot(number, wide.end()),
            "yaml-colon",
            "the colon {character} ({character_name}) is not the plain one",
            "write ':' and a space; on a Chinese keyboard switch to English punctuation first",
            **odd,
        )
    bullet = BULLET.match(line)
    if bullet:
        return finding(
            Spot(number, bullet.start(1) + 1),
            "yaml-list",
            "'{sign}' does not start a list item",
            "write the plain dash and a space, '- ', before each item",
            sign=bullet.group(1),
        )
    dash = _TIGHT_DASH.match(line)
    if dash:
        return finding(
            Spot(number, dash.end() + 1),
            "yaml-list",
            "the space after the dash is missing",
            "write '- ' and then the item",
        )
    tight = _NO_SPACE.match(line)
    if tight:
        return finding(
            Spot(number, tight.end() + 1),
            "yaml-colon",
            "the space after the colon is missing",
            "write '{name}: ' and then the value",
            name=line[: tight.end() - 1].strip().removeprefix("- "),
        )
    return None


def second_colon(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """Explain a second colon in a line, or a field that the line above swallows."""
    if "mapping values are not allowed" not in problem.words:
        return None
    number = problem.spot.line
    head = text_before(lines, problem.spot)
    if not _ONLY_NAME.fullmatch(head):
        return finding(
            problem.spot,
            "yaml-colon",
            "a second colon stands in this line, before a space or at the end",
            "put the whole value in quotes, so that the colon becomes part of the text",
        )
    above = line_above(lines, number)
    return line_fault(lines, above) or _swallowed_field(lines, problem, above)


def _swallowed_field(lines: Lines, problem: SyntaxProblem, above: int) -> Finding:
    """Explain a field that would continue the value above it."""
    number = problem.spot.line
    if (
        above
        and ":" not in line_of(lines, above)
        and indent_of(line_of(lines, above)) == indent_of(line_of(lines, number))
    ):
        return _no_colon(lines, above)
    return finding(
        first_letter(lines, number),
        "yaml-indentation",
        "this line would continue the value of line {above}, but it holds a colon",
        "a field: let it start at the same column as the fields it belongs to; a text: put "
        "the whole text in quotes, or write '>-' after the name of the field and the text below it",
        above=above,
    )


def _no_colon(lines: Lines, number: int) -> Finding:
    return finding(
        first_letter(lines, number),
        "yaml-colon",
        "this line has no field: a name, a colon and a space are expected in '{text}'",
        "write the colon and a space after the name; indent the line by two spaces more where it "
        "continues the text above",
        text=shown(line_of(lines, number)),
    )


def missing_colon(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """Explain a line without a colon."""
    if "could not find expected ':'" not in problem.words:
        return None
    number = (problem.begun or problem.spot).line
    return line_fault(lines, number) or _no_colon(lines, number)


def no_dash(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """Explain a line among dashes that has none."""
    if "block collection" not in problem.reading or problem.begun is None:
        return None
    if problem.spot.column != problem.begun.column:
        return _uneven(lines, problem)
    return finding(
        problem.spot
        if text_before(lines, problem.spot).strip()
        else first_letter(lines, problem.spot.line),
        "yaml-indentation",
        "this line starts at the column of the list in line {begun} but has no dash",
        "write '- ' before it where it is an item; otherwise indent it like its neighbours",
        begun=problem.begun.line,
    )


def field_expected(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """Explain a line that stands where no field can."""
    if "block mapping" not in problem.reading:
        return None
    head = text_before(lines, problem.spot).rstrip()
    if head and head[-1] in "]}":
        return finding(
            problem.spot,
            "yaml-bracket",
            "text stands here after the closing bracket",
            "remove it, or put the whole value in quotes where the brackets are part of the text",
        )
    if sign_at(lines, problem.spot) == ":" and not head:
        return finding(
            problem.spot,
            "field-name",
            "the name of the field is missing before the colon",
            "write the name of the field before the colon",
        )
    above = line_above(lines, problem.spot.line)
    if re.search(r"\s#", line_of(lines, above)) and not head:
        return finding(
            problem.spot,
            "yaml-comment",
            "the text cannot go on here: in line {above} a comment starts at '#'",
            "put the whole text in quotes where '#' is part of it",
            above=above,
        )
    return line_fault(lines, problem.spot.line) or _uneven(lines, problem)


def _uneven(lines: Lines, problem: SyntaxProblem) -> Finding:
    del lines
    return finding(
        problem.spot,
        "yaml-indentation",
        "this line starts at column {column}, where no field, list or text above it starts",
        "let it start at the same column as the lines that it belongs to; the lines of a text "
        "after '|' or '>' start at the column of its first line or further right",
        column=problem.spot.column,
    )


def outside(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """Explain text behind the end of the record."""
    if "document start" not in problem.words:
        return None
    above = line_above(lines, problem.spot.line)
    if line_of(lines, above).startswith("..."):
        return finding(
            Spot(above, 1),
            "yaml-documents",
            "'...' ends the record, but more text follows",
            "remove the line '...'",
        )
    first = next(
        number
        for number, line in enumerate([*lines, "?"], start=1)
        if line.strip() and not line.lstrip().startswith(("#", "---"))
    )
    if indent_of(line_of(lines, first)) and first < problem.spot.line:
        return finding(
            first_letter(lines, first),
            "yaml-indentation",
            "the first field is indented, but line {other} is not",
            "let the fields of the record start at the first column",
            other=problem.spot.line,
        )
    return finding(
        problem.spot,
        "yaml-syntax",
        "the record is complete before this line",
        "write one field in each line, without brackets or quotes around the whole record",
    )
