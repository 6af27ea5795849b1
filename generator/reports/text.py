"""The report for people: place, sentence, rule; how to mend it; at last a count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.issues import Issue


def text_report(issues: Sequence[Issue]) -> str:
    """Return the issues as text, two lines each, and their count."""
    lines = []
    for issue in issues:
        words = f"{issue.place}: {issue.severity}: {issue.message} [{issue.rule}]"
        lines += [visible(words), f"    {visible(issue.hint)}"]
    return "\n".join([*lines, _summary(issues)]) + "\n"


def _summary(issues: Sequence[Issue]) -> str:
    if not issues:
        return "No problems found."
    errors = sum(issue.severity == "error" for issue in issues)
    warnings = len(issues) - errors
    files = len({issue.place.file for issue in issues})
    counts = [_counted(errors, "error"), _counted(warnings, "warning")]
    return f"{' and '.join(count for count in counts if count)} in {_counted(files, 'file')}."


def _counted(count: int, word: str) -> str:
    if not count:
        return ""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
