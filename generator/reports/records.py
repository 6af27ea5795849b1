"""The report for other programs: one JSON object with all issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.reports.surroundings import ALONE
from generator.reports.voice import ENGLISH
from generator.reports.writing import as_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.issues import Issue
    from generator.reports.surroundings import Surroundings
    from generator.reports.voice import Voice


def json_report(
    issues: Sequence[Issue], voice: Voice = ENGLISH, around: Surroundings = ALONE
) -> str:
    """Return the issues as JSON: ``{"format": 1, "issues": [...]}``."""
    written = [
        {
            "file": issue.place.file,
            "line": issue.place.line,
            "column": issue.place.column,
            "severity": issue.severity,
            "rule": issue.rule,
            "message": str(issue.message),
            "hint": str(issue.hint),
            **({"page": page} if (page := around.page_of(issue.rule)) else {}),
        }
        for issue in map(voice.issue, issues)
    ]
    return as_json({"format": 1, "issues": written})
