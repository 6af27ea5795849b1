"""Tables that people have rearranged: headings, columns, rows, sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl.workbook.defined_name import DefinedName

from tests.exchange.desk import Pen, said

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exchange.desk import Desk


def test_columns_may_stand_in_any_order(desk: Desk, pen: Pen) -> None:
    sheet = pen.sheet("Projects")
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(reversed(row), start=1):
            sheet.cell(number, column).value = value
    proposal = desk.propose(pen.save())
    assert (proposal.changes, said(proposal.issues)) == ((), [])


@pytest.mark.parametrize("language", ["zh", "ar"])
def test_headings_may_be_in_any_language(desk: Desk, tmp_path: Path, language: str) -> None:
    pen = Pen(desk.export(tmp_path / "other.xlsx", language=language))
    # Without what the book remembers, its headings alone must do.
    del pen.book["_keys"]
    for name in list(pen.book.defined_names):
        del pen.book.defined_names[name]
    proposal = desk.propose(pen.save())
    assert (proposal.changes, said(proposal.issues)) == ((), [])


def test_a_heading_with_new_words_keeps_its_meaning(desk: Desk, pen: Pen) -> None:
    pen.put("Projects", 1, Summary="What it is about")
    proposal = desk.propose(pen.save())
    assert (proposal.changes, said(proposal.issues)) == ((), [])


def test_sheets_may_be_renamed(desk: Desk, pen: Pen) -> None:
    pen.sheet("Projects").title = "Our list"
    for name, defined in list(pen.book.defined_names.items()):
        # Spreadsheet programs keep names and sheets together.
        moved = (defined.attr_text or "").replace("'Projects'", "'Our list'")
        pen.book.defined_names[name] = DefinedName(name, attr_text=moved, hidden=True)
    proposal = desk.propose(pen.save())
    assert (proposal.changes, said(proposal.issues)) == ((), [])


def test_an_unknown_column_is_named_with_what_was_meant(desk: Desk, pen: Pen) -> None:
    last = pen.sheet("Projects").max_column + 1
    pen.sheet("Projects").cell(1, last).value = "Sumary"
    (issue,) = desk.propose(pen.save()).issues
    assert said([issue]) == ["book.xlsx: Projects!X1 table-column"]
    assert str(issue.hint) == "did you mean 'Summary'?"


def test_a_column_that_stands_twice_is_refused(desk: Desk, pen: Pen) -> None:
    last = pen.sheet("Projects").max_column + 1
    pen.sheet("Projects").cell(1, last).value = "Title"
    assert said(desk.propose(pen.save()).issues) == ["book.xlsx: Projects!X1 table-column"]


def test_a_cell_without_heading_is_not_lost_silently(desk: Desk, pen: Pen) -> None:
    pen.sheet("Projects")["Z5"] = "a remark"
    assert said(desk.propose(pen.save()).issues) == ["book.xlsx: Projects!Z5 table-column"]


def test_merged_cells_and_hidden_rows_and_columns_are_refused(desk: Desk, pen: Pen) -> None:
    sheet = pen.sheet("Projects")
    sheet.merge_cells("F3:F4")
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["E"].hidden = True
    found = [entry for entry in said(desk.propose(pen.save()).issues) if "table-layout" in entry]
    assert found == [
        "book.xlsx: Projects!E table-layout",
        "book.xlsx: Projects!F3 table-layout",
        "book.xlsx: Projects!5 table-layout",
    ]


def test_a_hidden_sheet_is_refused(desk: Desk, pen: Pen) -> None:
    pen.sheet("Links").sheet_state = "hidden"
    assert said(desk.propose(pen.save()).issues) == ["book.xlsx: Links table-layout"]


def test_a_sheet_of_notes_is_pointed_out(desk: Desk, pen: Pen) -> None:
    pen.book.create_sheet("Notes")["A1"] = "call the office"
    (issue,) = desk.propose(pen.save()).issues
    assert (said([issue]), issue.severity) == (["book.xlsx: Notes table-column"], "warning")


def test_an_empty_book_is_pointed_out(desk: Desk, pen: Pen) -> None:
    pen.sheet("Projects").delete_rows(3, 100)
    for title in ("Who joined", "History", "Links", "Words by language"):
        del pen.book[title]
    proposal = desk.propose(pen.save())
    assert proposal.changes == ()
    assert [issue.rule for issue in proposal.issues] == ["table-file"]


@pytest.mark.parametrize("title", ["Who joined", "History", "Links", "Words by language"])
def test_a_sheet_that_is_missing_changes_nothing(desk: Desk, pen: Pen, title: str) -> None:
    del pen.book[title]
    proposal = desk.propose(pen.save())
    assert (proposal.changes, said(proposal.issues)) == ((), [])


def test_a_column_that_is_missing_changes_nothing(desk: Desk, pen: Pen) -> None:
    pen.sheet("Projects").delete_cols(pen.column("Projects", "Description"))
    pen.sheet("History").delete_cols(pen.column("History", "Quote"))
    proposal = desk.propose(pen.save())
    assert (proposal.changes, said(proposal.issues)) == ((), [])
