"""The report in SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.reports.surroundings import ALONE
from generator.reports.voice import ENGLISH
from generator.reports.writing import as_json
from generator.rules import explanation, rule_codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.issues import Issue
    from generator.reports.surroundings import Surroundings
    from generator.reports.voice import Voice

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif_report(
    issues: Sequence[Issue], voice: Voice = ENGLISH, around: Surroundings = ALONE
) -> str:
    """Return a SARIF log with one run; the rules that were broken are described in it."""
    known = set(rule_codes())
    broken = sorted({issue.rule for issue in issues})
    rules = [
        {
            "id": code,
            "shortDescription": {
                "text": voice.explanation(explanation(code)).sentence if code in known else code
            },
            **({"helpUri": page} if (page := around.page_of(code)) else {}),
        }
        for code in broken
    ]
    run = {
        "tool": {"driver": {"name": "framework", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(voice.issue(issue)) for issue in issues],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return as_json(log)


def _result(issue: Issue) -> dict[str, object]:
    place = issue.place
    return {
        "ruleId": issue.rule,
        "level": issue.severity,
        "message": {"text": f"{issue.message}. {issue.hint}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(place.file, errors="surrogateescape")},
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
    }
