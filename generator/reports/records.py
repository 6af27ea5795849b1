"""The report for other programs: one JSON object with all issues."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.reports.voice import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.issues import Issue
    from generator.reports.voice import Voice


def json_report(issues: Sequence[Issue], voice: Voice = ENGLISH) -> str:
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
        }
        for issue in map(voice.issue, issues)
    ]
    return json.dumps({"format": 1, "issues": written}, ensure_ascii=False, indent=2) + "\n"
