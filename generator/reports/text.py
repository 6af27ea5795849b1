"""The report for people: place, sentence, rule; the line; how to mend it; at last a count."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.issues import message
from generator.reports.caret import marked
from generator.reports.surroundings import ALONE
from generator.reports.visible import visible
from generator.reports.voice import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.issues import Issue, Message
    from generator.reports.surroundings import Surroundings
    from generator.reports.voice import Voice

_COLOURS: Mapping[str, str] = MappingProxyType({"error": "31", "warning": "33", "mark": "36"})
"""Codes of ECMA-48: red, yellow, cyan."""


def text_report(
    issues: Sequence[Issue], voice: Voice = ENGLISH, around: Surroundings = ALONE
) -> str:
    """Return the issues as text, each with its line where that is known, and their count."""
    lines = []
    for issue in issues:
        lines += _lines(voice.issue(issue), voice, around)
    return "\n".join([*lines, str(voice.told(summary(issues, voice)))]) + "\n"


def summary(issues: Sequence[Issue], voice: Voice) -> Message:
    """Return how many errors and warnings there are, in how many files."""
    if not issues:
        return message("No problems found.")
    errors = sum(issue.severity == "error" for issue in issues)
    warnings = len(issues) - errors
    counts = {
        "errors": voice.counted("{count} error", "{count} errors", errors),
        "warnings": voice.counted("{count} warning", "{count} warnings", warnings),
        "files": voice.counted(
            "{count} file", "{count} files", len({issue.place.file for issue in issues})
        ),
    }
    if errors and warnings:
        return message("{errors} and {warnings} in {files}.", **counts)
    return message("{errors} in {files}." if errors else "{warnings} in {files}.", **counts)


def _lines(issue: Issue, voice: Voice, around: Surroundings) -> list[str]:
    word = _coloured(voice.severity(issue.severity), issue.severity, around)
    rule = _linked(visible(f"[{issue.rule}]"), around.page_of(issue.rule), around)
    head = f"{visible(issue.place)}: {word}: {visible(issue.message)} {rule}"
    return [head, *_source(issue, around), f"    {visible(issue.hint)}"]


def _source(issue: Issue, around: Surroundings) -> list[str]:
    line = around.line_of(issue.place)
    if line is None or not line.strip():
        return []
    number = str(issue.place.line)
    shown, mark = marked(line, issue.place.column)
    margin = " " * len(number)
    return [
        f"    {number} | {shown}",
        f"    {margin} | {mark[:-1]}{_coloured(mark[-1], 'mark', around)}",
    ]


def _linked(words: str, address: str, around: Surroundings) -> str:
    """Let a terminal open an address (OSC 8); one that cannot shows the words alone."""
    if not (around.is_coloured and address):
        return words
    return f"\x1b]8;;{address}\x1b\\{words}\x1b]8;;\x1b\\"


def _coloured(words: str, what: str, around: Surroundings) -> str:
    return f"\x1b[{_COLOURS[what]}m{words}\x1b[0m" if around.is_coloured else words
