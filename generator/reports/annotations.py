"""Reports that forges show beside the changed lines: GitHub commands and GitLab code quality."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from generator.reports.surroundings import ALONE
from generator.reports.voice import ENGLISH
from generator.reports.writing import as_json, unicode_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.issues import Issue
    from generator.reports.surroundings import Surroundings
    from generator.reports.voice import Voice

_GITLAB_SEVERITY = {"error": "major", "warning": "minor"}


def github_report(
    issues: Sequence[Issue], voice: Voice = ENGLISH, around: Surroundings = ALONE
) -> str:
    """Return GitHub workflow commands (``::error file=...::``), one per line."""
    return "".join(_command(voice.issue(issue), around.page_of(issue.rule)) for issue in issues)


def gitlab_report(
    issues: Sequence[Issue], voice: Voice = ENGLISH, around: Surroundings = ALONE
) -> str:
    """Return a GitLab code quality report (a subset of the Code Climate format)."""
    fingerprints = _fingerprints(issues)
    written = [
        {
            "description": f"{issue.message}: {issue.hint}",
            "check_name": issue.rule,
            **_content(around.page_of(issue.rule)),
            "fingerprint": fingerprint,
            "severity": _GITLAB_SEVERITY[issue.severity],
            "location": {"path": issue.place.file, "lines": {"begin": issue.place.line}},
        }
        for issue, fingerprint in zip(map(voice.issue, issues), fingerprints, strict=True)
    ]
    return as_json(written)


def _content(page: str) -> dict[str, object]:
    """Return where more is said, as Code Climate has it."""
    return {"content": {"body": page}} if page else {}


def _command(issue: Issue, page: str) -> str:
    place = issue.place
    properties = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "title": issue.rule,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    words = _data("\n".join(filter(None, (str(issue.message), str(issue.hint), page))))
    return f"::{issue.severity} {listed}::{words}\n"


def _data(text: str) -> str:
    return unicode_text(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _fingerprints(issues: Sequence[Issue]) -> list[str]:
    """Return what tells the issues apart, whatever lines come and go and in whatever language."""
    seen: Counter[tuple[str, str, str]] = Counter()
    fingerprints = []
    for issue in issues:
        identity = (issue.place.file, issue.rule, str(issue.message))
        seen[identity] += 1
        text = "\0".join((*identity, str(seen[identity])))
        fingerprints.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return fingerprints
