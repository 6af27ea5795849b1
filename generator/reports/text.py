"""The report for people: place, sentence, rule; how to mend it; at last a count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.issues import message
from generator.reports.visible import visible
from generator.reports.voice import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.issues import Issue, Message
    from generator.reports.voice import Voice


def text_report(issues: Sequence[Issue], voice: Voice = ENGLISH) -> str:
    """Return the issues as text, two lines each, and their count."""
    lines = []
    for issue in map(voice.issue, issues):
        word = voice.severity(issue.severity)
        lines += [
            visible(f"{issue.place}: {word}: {issue.message} [{issue.rule}]"),
            f"    {visible(issue.hint)}",
        ]
    return "\n".join([*lines, str(voice.told(_summary(issues, voice)))]) + "\n"


def _summary(issues: Sequence[Issue], voice: Voice) -> Message:
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
