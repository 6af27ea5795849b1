"""The report as JUnit XML: each file with problems is a test case that failed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.issues import Issue


def junit_report(issues: Sequence[Issue]) -> str:
    """Return one test suite with a failed case per issue, or one that passed."""
    errors = [issue for issue in issues if issue.severity == "error"]
    cases = [
        _case(file, list(found))
        for file, found in groupby(errors, key=lambda item: item.place.file)
    ]
    body = "".join(cases) or '<testcase classname="content" name="content"/>\n'
    count = max(len(cases), 1)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuite name="framework check" tests="{count}" failures="{len(cases)}" errors="0">\n'
        f"{body}</testsuite>\n"
    )


def _case(file: str, issues: Sequence[Issue]) -> str:
    lines = "\n".join(
        f"{issue.place}: {issue.message} [{issue.rule}]\n    {issue.hint}" for issue in issues
    )
    first = quoteattr(str(issues[0].message))
    return (
        f'<testcase classname="content" name={quoteattr(file)}>'
        f"<failure message={first}>{escape(lines)}</failure></testcase>\n"
    )
