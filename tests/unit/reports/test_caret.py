"""The mark stands under the character that is meant, in every script, on every terminal."""

from __future__ import annotations

import re

import pytest

from generator.issues import Issue, Place, message
from generator.reports.caret import marked, width
from generator.reports.surroundings import Surroundings
from generator.reports.text import text_report
from generator.reports.voice import ENGLISH


@pytest.mark.parametrize(
    ("line", "column", "columns"),
    [
        ("track: nothing", 8, 7),
        ("title: 绿色清单 x", 12, 7 + 8 + 0),
        ("a\tb", 3, 1 + 4),
        ("e\u0301te\u0301 x", 7, 4),
        ("한국 x", 4, 5),
        ("x", 9, 1),
        ("\x1b[31m", 2, 4),
    ],
)
def test_mark_stands_as_many_columns_in_as_the_words_before_it_take(
    line: str, column: int, columns: int
) -> None:
    assert marked(line, column)[1] == " " * columns + "^"


def test_long_lines_are_shown_around_the_mark() -> None:
    shown, mark = marked("提单" * 200 + "!" + "提单" * 200, 401)
    assert shown.startswith("…")
    assert shown.endswith("…")
    before = shown[: shown.index("!")]
    assert sum(map(width, before)) == len(mark) - 1
    assert sum(map(width, shown)) <= 102


_ISSUE = Issue(
    Place("content/a.yaml", 12, 8), "field-name", message("wrong"), message("mend it"), "error"
)


def test_report_shows_the_line_and_colours_only_when_asked() -> None:
    plain = Surroundings(line_of=lambda _: "track: nothing")
    lines = text_report([_ISSUE], ENGLISH, plain).splitlines()
    assert lines[1:4] == ["    12 | track: nothing", "       |        ^", "    mend it"]
    coloured = Surroundings(line_of=lambda _: "track: nothing", is_coloured=True)
    report = text_report([_ISSUE], ENGLISH, coloured)
    assert "\x1b[31merror\x1b[0m" in report
    assert re.sub(r"\x1b\[[0-9]*m", "", report).splitlines() == lines


def test_terminal_opens_the_page_of_a_rule_and_a_file_shows_its_name() -> None:
    rules = "https://example.org/en/rules/"
    linked = text_report([_ISSUE], ENGLISH, Surroundings(rules=rules, is_coloured=True))
    assert f"\x1b]8;;{rules}field-name.html\x1b\\[field-name]\x1b]8;;\x1b\\" in linked
    plain = text_report([_ISSUE], ENGLISH, Surroundings(rules=rules))
    assert plain.splitlines()[0].endswith("error: wrong [field-name]")
