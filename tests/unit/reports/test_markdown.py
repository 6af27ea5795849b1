"""A comment below a pull request shows contributed words and is moved by none of them."""

from __future__ import annotations

import re

import pytest
from markdown import markdown

from generator.issues import Issue, Place, message
from generator.languages.speaking import read_voice
from generator.reports.markdown import code, literal, markdown_report
from generator.reports.surroundings import ChangedRecord, Surroundings
from generator.reports.voice import ENGLISH
from tests.miniature import PROJECT

HOSTILE = (
    "<script>alert(1)</script>",
    "[click](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "@everyone and #12 and GH-3 and !4",
    "https://evil.example www.evil.example",
    "# heading\n- item\n1. one\n> quote\n```\ncode",
    "`code` **bold** ~~gone~~ | table | $x$",
    "</details><!-- hidden",
    "\u202eright to left\x1b[31m",
)


def _report(words: str) -> str:
    issue = Issue(
        Place(f"content/{words}.yaml", 3, 1),
        "field-name",
        message("{x}", x=words),
        message("{x}", x=words),
    )  # fmt: skip
    change = ChangedRecord(
        path=f"content/{words}.yaml", state="new", name=words, texts=(("summary", words),),
        empty=("period",), reviewers=("@org/owners",),
    )  # fmt: skip
    return markdown_report([issue], ENGLISH, Surroundings(changes=(change,)))


def _without_code(report: str) -> str:
    """Return what is left without code spans and escaped signs (CommonMark 0.31, 6.1 and 2.4)."""
    left, rest = "", report
    while rest:
        fence = re.match("`+", rest)
        closed = re.search(rf"(?<!`){fence[0]}(?!`)", rest[fence.end() :]) if fence else None
        if rest.startswith("\\"):
            rest = rest[2:]
        elif fence and closed:
            rest = rest[fence.end() + closed.end() :]
        else:
            left, rest = left + rest[0], rest[1:]
    return left


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_contributors_do_not_act(words: str) -> None:
    report = _report(words)
    bare = _without_code(report)
    assert not re.search(r"<|@\w|(?<!&)#\d|https?:|www\\?\.|GH\\?-\d|!\d|[\[`~|$]", bare)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202a-\u202e]", report)
    lines = report.splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "### What changes", lines[4], "### Problems",
    ]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE[:6])
def test_words_are_shown_as_they_were_written(words: str) -> None:
    html = markdown(literal(words))
    shown = re.sub(r"<[^>]+>", "", html).replace("\u2060", "")
    # The converter at hand knows no escapes of signs that only code hosts have a meaning for.
    shown = re.sub(r"\\([~|$^=])", r"\1", shown)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        shown = shown.replace(entity, sign)
    assert shown.strip() == " ".join(words.split())


def test_code_is_closed_by_nothing_in_it() -> None:
    assert code("a``b") == "```a``b```"
    assert code("`a`") == "`` `a` ``"


def test_report_names_what_is_missing_who_reviews_and_where_the_rule_is() -> None:
    issue = Issue(Place("content/a.yaml", 3, 1), "field-name", message("x"), message("y"))
    change = ChangedRecord(
        "content/a.yaml", "changed", "A", fields=("on",), empty=("period",), reviewers=("@a",)
    )
    gone = ChangedRecord("content/b.yaml", "removed", "B")
    around = Surroundings(rules="https://example.org/en/rules/", changes=(change, gone))
    report = markdown_report([issue], ENGLISH, around)
    assert report.count("Links to its page will lead nowhere") == 1
    assert "#### Changed: **A** `content/a.yaml`\n" in report
    assert "- What differs: `on`\n- Still empty: `period`\n- Who should" in report
    assert "([`field-name`](https://example.org/en/rules/field-name.html))" in report


def test_report_is_told_in_the_language_of_its_reader() -> None:
    gone = ChangedRecord("content/b.yaml", "removed", "B", reviewers=("@a",))
    change = ChangedRecord("content/a.yaml", "changed", "A", fields=("on",), empty=("period",))
    around = Surroundings(changes=(gone, change))
    issue = Issue(Place("content/a.yaml"), "field-name", message("x"), message("y"))
    report = markdown_report([issue], read_voice(PROJECT / "locales", "zh"), around)
    assert re.findall(r"[A-Z][a-z]+", report) == []
