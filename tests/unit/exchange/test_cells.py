"""What programs make of typed words is taken where it is plain, and refused where it is not."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

import pytest

from generator.exchange.tables import column_letters

if TYPE_CHECKING:
    from tests.exchange.desk import Desk, Pen

_DAY = datetime(2024, 5, 1)  # noqa: DTZ001 - spreadsheets know no zones


def _outcome(desk: Desk, pen: Pen, heading: str, value: object, form: str) -> str:
    """Write one cell of a project; return what it becomes or the rule that it breaks."""
    row = pen.row("Projects", "green-list" if heading == "Lead" else "sample")
    cell = pen.sheet("Projects").cell(row, pen.column("Projects", heading))
    cell.value, cell.number_format = value, form  # type: ignore[assignment]
    proposal = desk.propose(pen.save())
    errors = [issue for issue in proposal.issues if issue.severity == "error"]
    if errors:
        assert {str(issue.place) for issue in errors} == {
            f"book.xlsx: Projects!{column_letters(pen.column('Projects', heading))}{row}"
        }
        return f"{errors[0].rule}: {errors[0].hint}"
    added = [line for change in proposal.changes for line in change.diff().splitlines()]
    said = [f" ({issue.rule})" for issue in proposal.issues]
    return "".join([*(line[1:].strip() for line in added[3:] if line.startswith("+")), *said])


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (_DAY, "yyyy-mm-dd", "start: 2024-05-01"),
        (_DAY, "yyyy\\-mm\\-dd", "start: 2024-05-01"),
        (_DAY, '[$-804]yyyy"年"m"月"d"日";@', "start: 2024-05-01"),
        (_DAY, "yyyy-dd-mm", "start: 2024-05-01 (cell-reading)"),
        (_DAY, "dd/mm/yy", "start: 2024-05-01 (cell-reading)"),
        (_DAY, "mmm-yy", "start: 2024-05 (cell-reading)"),
        (_DAY, "yyyy", "start: 2024 (cell-reading)"),
        (_DAY, '[$-804]yyyy"年"m"月";@', "start: 2024-05 (cell-reading)"),
        (2020, "General", "start: 2020"),
        ("2020-03", "@", "start: 2020-03"),
        ("2020/3/5", "@", "start: 2020-03-05 (cell-reading)"),
        ("2020年3月5日", "@", "start: 2020-03-05 (cell-reading)"),
        ("２０２０-０３", "@", "start: 2020-03 (cell-reading)"),
        ("٢٠٢٠-٠٣", "@", "start: 2020-03 (cell-reading)"),
        (" \N{NO-BREAK SPACE}2020-03 ", "@", "start: 2020-03"),
    ],
)
def test_dates_that_can_mean_one_day_are_taken(
    desk: Desk, pen: Pen, value: object, form: str, expected: str
) -> None:
    shown = _outcome(desk, pen, "Start of the period", value, form)
    assert shown.replace(" (cell-reading) (cell-reading)", " (cell-reading)") == expected


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("03/04/2020", "write the year first: 2020-04-03 or 2020-03-04"),
        ("18.10.2020", "write the year first: 2020-10-18"),
        ("10-18-2020", "write the year first: 2020-10-18"),
        (45217, "give the cell the format Text and write a date such as 2023-10-18"),
        (_DAY.replace(hour=9), "write the date alone, such as 2023-10-18"),
    ],
)
def test_other_dates_are_refused_with_a_hint(
    desk: Desk, pen: Pen, value: object, hint: str
) -> None:
    form = "@" if isinstance(value, str) else "General"
    form = "yyyy-mm-dd hh:mm" if isinstance(value, datetime) else form
    shown = _outcome(desk, pen, "Start of the period", value, form)
    assert shown == f"cell-value: {hint}"


@pytest.mark.parametrize(
    ("heading", "value", "form", "expected"),
    [
        ("Amount of funding", 1200.5, "0.00", "amount: 1200.50"),
        ("Amount of funding", 1200000, "General", "amount: 1200000"),
        ("Amount of funding", 26.1, "0.00", ""),
        ("Goals", 7, "General", "sdgs: [7]"),
        ("Goals", "7; 9，17", "@", "sdgs: [7, 9, 17]"),
        ("Open to join", True, "General", ""),
        ("Open to join", "yes", "@", ""),
        ("Title", 2024, "General", "title: 2024"),
        ("Lead", "Alphaland", "@", "lead: [XAA]"),
        ("Lead", "any name (XAA)", "@", "lead: [XAA]"),
        ("Lead", "Alphaland, Betaland", "@", "lead: [XAA, XBB]"),
        ("Lead", "\N{NO-BREAK SPACE}XAA\N{IDEOGRAPHIC SPACE}", "@", "lead: [XAA]"),
        ("Pillars", "All pillars", "@", "pillars: all"),
        ("Language", "中文", "@", "language: zh"),
    ],
)
def test_names_and_numbers_become_what_records_say(
    desk: Desk, pen: Pen, heading: str, value: object, form: str, expected: str
) -> None:
    assert _outcome(desk, pen, heading, value, form) == expected


@pytest.mark.parametrize(
    ("heading", "value", "rule"),
    [
        ("Title", 1.1, "cell-value"),
        ("Title", _DAY, "cell-value"),
        ("Title", time(9, 30), "cell-value"),
        ("Title", True, "cell-value"),
        ("Title", "=1+1", "cell-formula"),
        ("Status", '=HYPERLINK("https://example.org","Open")', "cell-formula"),
        ("Goals", 7.5, "cell-value"),
        ("Track", "Shared libary of things", "cell-value"),
        ("Status", "Opne", "value-unknown"),
        ("Lead", "XZZ", "reference-unknown"),
        ("Title", "bad \N{RIGHT-TO-LEFT OVERRIDE} words", "character-hidden"),
        ("Title", "two\nlines", "text-lines"),
    ],
)
def test_other_values_are_refused_in_their_cell(
    desk: Desk, pen: Pen, heading: str, value: object, rule: str
) -> None:
    form = "yyyy-mm-dd" if isinstance(value, datetime) else "General"
    assert _outcome(desk, pen, heading, value, form).startswith(f"{rule}: ")


def test_a_fault_of_the_program_is_refused(desk: Desk, pen: Pen) -> None:
    cell = pen.sheet("Projects").cell(
        pen.row("Projects", "sample"), pen.column("Projects", "Title")
    )
    cell.value, cell.data_type = "#REF!", "e"
    (issue,) = desk.propose(pen.save()).issues
    assert issue.rule == "cell-value"
