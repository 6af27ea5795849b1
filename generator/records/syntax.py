"""Say in plain words why a text is no YAML: what stands there, where it began, how to mend it.

A parser gives up where it can go no further, which is often lines behind the mistake, and its
words are about its own insides. So the text around the place is looked at again, one likely
mistake after the other; the parser's words only select which ones come into question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.issues import message
from generator.records import syntax_lines, syntax_values
from generator.records.findings import Finding, finding, shown
from generator.records.source_lines import line_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.records.events import SyntaxProblem
    from generator.records.source_lines import Lines

    Diagnosis = Callable[[Lines, SyntaxProblem], Finding | None]


def explain_problem(lines: Lines, problem: SyntaxProblem) -> Finding:
    """Return the most helpful finding for the place where a parser gave up."""
    for diagnosis in _DIAGNOSES:
        found = diagnosis(lines, problem)
        if found is not None:
            return found
    return finding(
        problem.spot,
        "yaml-syntax",
        "this line cannot be understood: {text}",
        "look at the line and the one above: is a colon followed by a space, is a text with ': ' "
        "or ' #' in quotes, do the lines start at the same column as their neighbours?",
        text=shown(line_of(lines, problem.spot.line)) or message("nothing follows here"),
    )


_DIAGNOSES: tuple[Diagnosis, ...] = (
    syntax_values.escape,
    syntax_values.unclosed_quote,
    syntax_values.bracket,
    syntax_values.text_after_quote,
    syntax_values.reserved_start,
    syntax_values.alias,
    syntax_values.tag,
    syntax_values.block_header,
    syntax_values.nothing_expected,
    syntax_values.dash,
    syntax_values.question,
    syntax_lines.second_colon,
    syntax_lines.missing_colon,
    syntax_lines.no_dash,
    syntax_lines.field_expected,
    syntax_lines.outside,
)
"""Tried in this order: the likely cause that says most comes first."""
