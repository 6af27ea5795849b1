"""The report for other programs: one JSON object with all issues."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.issues import Issue


def json_report(issues: Sequence[Issue]) -> str:
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
        for issue in issues
    ]
    return json.dumps({"format": 1, "issues": written}, ensure_ascii=False, indent=2) + "\n"
