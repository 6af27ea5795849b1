"""Reports keep to the schemas of the programs that read them, whatever words stand in them."""

from __future__ import annotations

import itertools
import json
import re
from typing import TYPE_CHECKING

import pytest
import xmlschema

from generator.issues import Issue, Place, message
from generator.reports.formats import FORMATS
from generator.reports.surroundings import ALONE, Surroundings
from generator.reports.voice import ENGLISH
from tests.hostile import PAYLOADS
from tests.schemas import PUBLISHED, faults

if TYPE_CHECKING:
    from pathlib import Path

    from generator.issues import Severity

_WORDS = (
    *PAYLOADS,
    "",
    "]]> <![CDATA[ ]]&gt; & \"both\" 'kinds' of %25 quotes % \\ \\u0000",
    "\x00\x01\x07\x08\x0b\x0c\x1b[31m\x7f\x80\x85\x9f\ufffe\uffff\ufdd0",
    "\u202eright to left\u202c \u2066isolated\u2069 \u200f\u200e العربية فارسی عدد ١٢",
    "👩🏽‍🌾🇨🇳 ✊🏿 \U0001f468\u200d\U0001f469\u200d\U0001f467 \U00020000",
    "first\r\nsecond\rthird\u2028fourth\u2029fifth\tsixth",
    "a name that is no Unicode: \udcff\udc80 and half a pair \ud83d",
    "::error file=x::y\n##[error] %0A",
    "x" * 70_000,
)
_FILES = (
    "content/projects/a.yaml",
    "content/projects/a b,c:d#e?f%g.yaml",
    "content/projects/数字\u202e العربية 🙂.yaml",
    "content/projects/\udcff.yaml",
    'content/projects/"<&>]]>\x07.yaml',
    "book.xlsx: Projects!K12",
    "",
)
_PLACES = (None, (1, 1), (7, 5), (1_000_000, 70_000))
_RULES = ("reference-unknown", "quite-new", 'odd"<&> rule')
_AROUND = Surroundings(rules="https://example.org/en/rules/")


def _issues() -> tuple[Issue, ...]:
    """Return a few thousand issues: all words in all kinds of places."""
    severities: tuple[Severity, ...] = ("error", "warning")
    ways = itertools.product(_WORDS, _FILES, _PLACES, severities)
    return tuple(
        Issue(
            Place(file, *place) if place else Place(file),
            _RULES[number % len(_RULES)],
            message("there is no {words!r}: {words}", words=words),
            message("{words}", words=words),
            severity,
        )
        for number, (words, file, place, severity) in enumerate(ways)
    )


_ISSUES = _issues()
_CASES = {
    "none": ((), ALONE),
    "warnings": (tuple(issue for issue in _ISSUES[:40] if issue.severity == "warning"), ALONE),
    "many": (_ISSUES, ALONE),
    "pages": (_ISSUES, _AROUND),
}

cases = pytest.mark.parametrize("case", sorted(_CASES))


def _written(name: str, case: str, folder: Path) -> Path:
    """Write a report as the command does, in UTF-8 and with the line ends that it has."""
    issues, around = _CASES[case]
    path = folder / f"report.{name}"
    path.write_bytes(FORMATS[name](issues, ENGLISH, around).encode("utf-8"))
    return path


@cases
def test_sarif_keeps_to_the_schema_of_oasis(case: str, tmp_path: Path) -> None:
    report = _written("sarif", case, tmp_path)
    assert faults(PUBLISHED / "sarif-2.1.0-rtm.5.json", report) == {}
    (run,) = json.loads(report.read_text(encoding="utf-8"))["runs"]
    assert len(run["results"]) == len(_CASES[case][0])
    # The schema calls them addresses, but checking that is left to whoever reads it (RFC 3986).
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert re.fullmatch(r"(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})*", uri), uri


@cases
def test_code_quality_keeps_to_what_gitlab_asks_for(case: str, tmp_path: Path) -> None:
    report = _written("gitlab", case, tmp_path)
    assert faults(PUBLISHED / "gitlab-code-quality.schema.json", report) == {}
    entries = json.loads(report.read_text(encoding="utf-8"))
    assert len(entries) == len(_CASES[case][0])
    # GitLab keeps one finding for each fingerprint and drops the others.
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)


@cases
def test_junit_keeps_to_the_schema_of_jenkins(case: str, tmp_path: Path) -> None:
    report = _written("junit", case, tmp_path)
    schema = xmlschema.XMLSchema(PUBLISHED / "junit-10.xsd")
    assert [str(fault) for fault in schema.iter_errors(report)] == []
    suite = xmlschema.XMLResource(report).root
    files = {issue.place.file for issue in _CASES[case][0] if issue.severity == "error"}
    assert len(suite.findall("testcase")) == int(suite.get("tests", "")) == max(len(files), 1)
    assert len(suite.findall("testcase/failure")) == len(files)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_report_can_be_written_as_utf_8(name: str) -> None:
    report = FORMATS[name](_ISSUES, ENGLISH, _AROUND)
    assert report.encode("utf-8").decode("utf-8") == report


def test_the_schemas_notice_what_their_readers_would_refuse(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"version": "2.1.0", "runs": [{"tool": {}}]}', encoding="utf-8")
    assert faults(PUBLISHED / "sarif-2.1.0-rtm.5.json", wrong)
    wrong.write_text('[{"description": "x", "severity": "error"}]', encoding="utf-8")
    assert faults(PUBLISHED / "gitlab-code-quality.schema.json", wrong)
    wrong.write_text("<testsuite><testcase/></testsuite>", encoding="utf-8")
    assert list(xmlschema.XMLSchema(PUBLISHED / "junit-10.xsd").iter_errors(wrong))
