"""Each report is what the program that reads it expects, whatever the issues say."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from generator.issues import Issue, Place, Severity, message
from generator.reports.formats import FORMATS
from generator.reports.surroundings import Surroundings
from generator.reports.visible import visible
from generator.reports.voice import ENGLISH
from generator.rules import explanation


def _issue(
    what: str = "there is no track 'x'",
    *,
    file: str = "content/projects/a.yaml",
    line: int = 7,
    rule: str = "reference-unknown",
    severity: Severity = "error",
) -> Issue:
    hint = message("did you mean {meant!r}?", meant="y")
    return Issue(Place(file, line, 5), rule, message("{what}", what=what), hint, severity)


ISSUES: tuple[Issue, ...] = (
    _issue(),
    _issue(line=9),
    _issue("a count", file="content/framework.yaml", rule="count-differs", severity="warning"),
)
HOSTILE = (
    "50%, a:b\r\n::error::x",
    "]]> & <b> \"quoted\" 'single'",
    "\x00\x07\x1b[31m\x85\ufffe",
    "\u202eright to left\u2066",
    "数字 العربية 🙂",
    "{braces}",
)


def _report(name: str, *issues: Issue) -> str:
    return FORMATS[name](issues, ENGLISH)


def _json(name: str, *issues: Issue) -> Any:  # noqa: ANN401 - what JSON holds
    return json.loads(_report(name, *issues))


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("issues", [(), ISSUES[:1], ISSUES])
def test_every_format_ends_its_last_line(name: str, issues: tuple[Issue, ...]) -> None:
    report = _report(name, *issues)
    assert report == "" or report.endswith("\n")
    assert not report.endswith("\n\n")


@pytest.mark.parametrize(
    ("issues", "last"),
    [
        ((), "No problems found."),
        (ISSUES[:1], "1 error in 1 file."),
        (ISSUES[:2], "2 errors in 1 file."),
        (ISSUES[2:], "1 warning in 1 file."),
        (ISSUES, "2 errors and 1 warning in 2 files."),
    ],
)
def test_text_closes_with_a_count(issues: tuple[Issue, ...], last: str) -> None:
    assert _report("text", *issues).splitlines()[-1] == last


def test_text_says_where_what_and_how_to_mend_it() -> None:
    assert _report("text", ISSUES[0]).splitlines()[:2] == [
        "content/projects/a.yaml:7:5: error: there is no track 'x' [reference-unknown]",
        "    did you mean 'y'?",
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_text_keeps_two_lines_for_an_issue_and_moves_no_terminal(words: str) -> None:
    report = _report("text", _issue(words, file=f"content/{words}.yaml"))
    assert report.count("\n") == 3
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", report)


def test_json_holds_everything_that_is_known() -> None:
    report = _json("json", *ISSUES)
    assert report["format"] == 1
    assert report["issues"][0] == {
        "file": "content/projects/a.yaml",
        "line": 7,
        "column": 5,
        "severity": "error",
        "rule": "reference-unknown",
        "message": "there is no track 'x'",
        "hint": "did you mean 'y'?",
    }
    assert [each["severity"] for each in report["issues"]] == ["error", "error", "warning"]
    assert _json("json") == {"format": 1, "issues": []}


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("name", ["json", "gitlab", "sarif"])
def test_json_reports_keep_any_words(name: str, words: str) -> None:
    assert any(words in text for text in _strings(_json(name, _issue(words))))


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in _strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in _strings(item)]
    return [value] if isinstance(value, str) else []


def test_github_commands_name_place_and_rule() -> None:
    (line,) = _report("github", ISSUES[2]).splitlines()
    assert line.startswith(
        "::warning file=content/framework.yaml,line=7,col=5,title=count-differs::"
    )
    assert _report("github") == ""


@pytest.mark.parametrize("words", HOSTILE)
def test_github_commands_cannot_be_broken_out_of(words: str) -> None:
    report = _report("github", _issue(words, file=f"content/{words}.yaml"))
    assert report.count("\n") == 1
    assert "\r" not in report
    found = re.fullmatch(r"::(\w+) (.*?)::(.*)\n", report, re.DOTALL)
    assert found is not None
    command, properties, data = found.groups()
    assert command == "error"
    fields = dict(field.split("=", 1) for field in properties.split(","))
    assert list(fields) == ["file", "line", "col", "title"]
    assert _unescaped(fields["file"]) == f"content/{words}.yaml"
    assert _unescaped(data).startswith(words)


def _unescaped(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")):
        text = text.replace(code, character)
    return text.replace("%25", "%")


def test_gitlab_reports_have_the_required_fields() -> None:
    report = _json("gitlab", *ISSUES)
    for issue, entry in zip(ISSUES, report, strict=True):
        assert entry["check_name"] == issue.rule
        assert str(issue.message) in entry["description"]
        assert entry["location"] == {
            "path": issue.place.file,
            "lines": {"begin": issue.place.line},
        }
    assert [entry["severity"] for entry in report] == ["major", "major", "minor"]
    assert _json("gitlab") == []


def test_gitlab_tells_all_issues_apart_and_knows_them_again_when_lines_move() -> None:
    before = [entry["fingerprint"] for entry in _json("gitlab", *ISSUES)]
    after = [entry["fingerprint"] for entry in _json("gitlab", _issue(line=70), _issue(line=90))]
    assert len(set(before)) == len(ISSUES)
    assert before[:2] == after


@pytest.mark.parametrize("issues", [(), ISSUES[:1], ISSUES])
def test_sarif_has_what_its_schema_requires(issues: tuple[Issue, ...]) -> None:
    log = _json("sarif", *issues)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"]
    rules = {rule["id"]: rule for rule in driver["rules"]}
    assert len(rules) == len(driver["rules"])
    assert set(rules) == {issue.rule for issue in issues}
    assert len(run["results"]) == len(issues)
    for issue, result in zip(issues, run["results"], strict=True):
        assert result["ruleId"] == issue.rule
        assert result["level"] in {"error", "warning", "note", "none"}
        assert str(issue.message) in result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == issue.place.file
        assert place["region"] == {"startLine": issue.place.line, "startColumn": 5}


def test_sarif_describes_the_rules_that_were_broken() -> None:
    rules = _json("sarif", _issue(), _issue(rule="quite-new"))["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["shortDescription"]["text"] for rule in rules] == [
        "quite-new",
        explanation("reference-unknown").sentence,
    ]


def test_sarif_names_files_by_valid_addresses() -> None:
    run = _json("sarif", _issue(file="content/数 字%.yaml"))["runs"][0]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/%E6%95%B0%20%E5%AD%97%25.yaml"


def _suite(*issues: Issue) -> ET.Element:
    return ET.fromstring(_report("junit", *issues))  # noqa: S314 - written by ourselves


def test_junit_passes_where_there_is_no_error() -> None:
    for suite in (_suite(), _suite(ISSUES[2])):
        assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
        assert [len(case) for case in suite.findall("testcase")] == [0]


def test_junit_fails_a_case_for_each_file() -> None:
    suite = _suite(_issue(), _issue(file="content/b.yaml"), _issue("second", line=9))
    assert (suite.get("tests"), suite.get("failures")) == ("2", "2")
    cases = suite.findall("testcase")
    assert [case.get("name") for case in cases] == ["content/projects/a.yaml", "content/b.yaml"]
    failure = cases[0].find("failure")
    assert failure is not None
    assert failure.get("message") == "there is no track 'x'"
    assert "content/projects/a.yaml:9:5: second" in (failure.text or "")


@pytest.mark.parametrize("words", HOSTILE)
def test_junit_is_xml_whatever_the_words(words: str) -> None:
    (case,) = _suite(_issue(words, file=f"content/{words}.yaml")).findall("testcase")
    (failure,) = case
    seen = f"{case.get('name')} {failure.get('message')} {failure.text}"
    assert len(case) == 1
    assert seen.count(visible(words)) == 4


_AROUND = Surroundings(rules="https://example.org/en/rules/")
_PAGE = "https://example.org/en/rules/reference-unknown.html"


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"text"}))
def test_every_format_for_programs_leads_to_the_page_of_the_rule(name: str) -> None:
    assert _PAGE in FORMATS[name](ISSUES, ENGLISH, _AROUND)
    assert "quite-new.html" not in FORMATS[name]([_issue(rule="quite-new")], ENGLISH, _AROUND)


def test_sarif_leads_to_the_page_in_the_property_that_the_standard_has() -> None:
    log = json.loads(FORMATS["sarif"](ISSUES[:1], ENGLISH, _AROUND))
    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert rule["helpUri"] == _PAGE


_JUNIT: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"time", "timestamp", "hostname", "id", "package", "skipped", "file"},
        {"testcase", "properties"},
    ),
    "testcase": ({"name"}, {"classname", "time"}, {"failure", "error", "skipped"}),
    "failure": (set(), {"type", "message"}, set()),
}
"""Elements: attributes that must be there, that may be, and elements within, as Jenkins has it."""


@pytest.mark.parametrize("issues", [(), ISSUES[:1], ISSUES])
def test_junit_has_only_what_its_readers_know(issues: tuple[Issue, ...]) -> None:
    for element in _suite(*issues).iter():
        needed, possible, inner = _JUNIT[element.tag]
        assert needed <= set(element.keys()) <= needed | possible
        assert {child.tag for child in element} <= inner
