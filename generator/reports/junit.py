"""The report as JUnit XML: each file with problems is a test case that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from generator.reports.surroundings import ALONE
from generator.reports.visible import visible
from generator.reports.voice import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.issues import Issue
    from generator.reports.surroundings import Surroundings
    from generator.reports.voice import Voice


def junit_report(
    issues: Sequence[Issue], voice: Voice = ENGLISH, around: Surroundings = ALONE
) -> str:
    """Return one test suite with a failed case per file, or one case that passed."""
    by_file: dict[str, list[Issue]] = {}
    for issue in map(voice.issue, issues):
        if issue.severity == "error":
            by_file.setdefault(issue.place.file, []).append(issue)
    cases = [_case(file, found, around) for file, found in by_file.items()]
    body = "".join(cases) or '<testcase classname="content" name="content"/>\n'
    count = max(len(cases), 1)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuite name="framework check" tests="{count}" failures="{len(cases)}" errors="0">\n'
        f"{body}</testsuite>\n"
    )


def _case(file: str, issues: Sequence[Issue], around: Surroundings) -> str:
    lines = []
    for issue in issues:
        page = around.page_of(issue.rule)
        lines += [
            visible(f"{issue.place}: {issue.message} [{issue.rule}]"),
            f"    {visible(issue.hint)}",
            *([f"    {page}"] if page else []),
        ]
    kind = quoteattr(visible(issues[0].rule))
    first = quoteattr(visible(issues[0].message))
    return (
        f'<testcase classname="content" name={quoteattr(visible(file))}>'
        f"<failure type={kind} message={first}>{escape(chr(10).join(lines))}</failure></testcase>\n"
    )
