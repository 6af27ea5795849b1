"""The workbook that people get: plain texts, in their language, the same bytes every time."""

from __future__ import annotations

import io
import warnings
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from generator.exchange.outgoing import tables_from
from generator.exchange.tables import column_letters
from generator.exchange.xlsx_writing import write_xlsx

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

    from generator.records.nodes import Data
    from tests.exchange.desk import Desk, Pen


def _book(desk: Desk, language: str = "en") -> tuple[bytes, Workbook]:
    data = write_xlsx(tables_from(desk.records(["projects"]), ["projects"]), desk.wording(language))
    return data, openpyxl.load_workbook(io.BytesIO(data))


def test_the_same_records_give_the_same_bytes(quiet_desk: Desk) -> None:
    assert _book(quiet_desk)[0] == _book(quiet_desk)[0]
    with zipfile.ZipFile(io.BytesIO(_book(quiet_desk)[0])) as package:
        assert {info.date_time for info in package.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00" in package.read("docProps/core.xml")


def test_opening_it_gives_no_warning(quiet_desk: Desk) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        _book(quiet_desk)


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@a", "#REF!", "=cmd|' /C calc'!A0"])
def test_nothing_is_a_formula(quiet_desk: Desk, words: str) -> None:
    data: dict[str, Data] = {"title": words, "summary": words, "seeks": [words]}
    tables = tables_from({("projects", "x"): data})
    with zipfile.ZipFile(io.BytesIO(write_xlsx(tables, quiet_desk.wording()))) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        for name in sheets:
            assert b"<f>" not in package.read(name)
            assert b't="e"' not in package.read(name)


def test_every_cell_is_a_text(quiet_desk: Desk) -> None:
    for sheet in _book(quiet_desk)[1].worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.value is None or (cell.data_type, cell.number_format) == ("s", "@")


def test_sheets_speak_the_language_and_its_direction(quiet_desk: Desk) -> None:
    arabic = _book(quiet_desk, "ar")[1].worksheets[0]
    english = _book(quiet_desk)[1].worksheets[0]
    assert (arabic.sheet_view.rightToLeft, english.sheet_view.rightToLeft) == (True, False)
    assert english.title == "Projects"
    assert english.freeze_panes == "B2"


def test_records_are_named_and_not_coded(pen: Pen) -> None:
    row = pen.row("Projects", "sample")
    shown = {
        heading: pen.sheet("Projects").cell(row, pen.column("Projects", heading)).value
        for heading in ("Lead", "Pillars", "Status", "Open to join", "Language")
    }
    assert shown == {
        "Lead": "Alphaland",
        "Pillars": "Paperless trade",
        "Status": "Open",
        "Open to join": "Yes",
        "Language": "English (en)",
    }


def test_columns_have_notes_and_lists(pen: Pen) -> None:
    sheet = pen.sheet("Projects")
    assert all(cell.comment and cell.comment.text for cell in sheet[1])
    offered = {
        str(area)[0]
        for offer in sheet.data_validations.dataValidation
        for area in offer.sqref.ranges
    }
    for heading in ("Language", "Kind", "Pillars", "Track", "Lead", "Open to join"):
        letter = column_letters(pen.column("Projects", heading))
        assert letter in offered, heading


def test_hidden_sheets_are_hidden(pen: Pen) -> None:
    states = {sheet.title: sheet.sheet_state for sheet in pen.book.worksheets}
    assert {title for title, state in states.items() if state == "hidden"} == {"_keys", "_lists"}


def test_the_example_is_not_taken_in(desk: Desk, pen: Pen) -> None:
    assert str(pen.sheet("Projects")["A2"].value).startswith("# ")
    assert desk.propose(pen.save()).changes == ()
