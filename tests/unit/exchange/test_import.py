"""What an import does to records: the right files, in their own manner, or nothing at all."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator.exchange.applying import write_changes
from generator.exchange.tables import column_letters
from generator.records.interpreting import interpret
from tests.exchange.desk import Pen, said
from tests.miniature import checked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exchange.desk import Desk

_NEW = {
    "Id": "port-lab",
    "Language": "English (en)",
    "Kind": "Project",
    "Title": "Laboratory for ports",
    "Summary": "Two ports try things out.",
    "Pillars": "Green goods",
    "Track": "Shared library",
    "Lead": "Alphaland",
    "Status": "Proposed",
}
_STEP = {
    "Id": "port-lab",
    "Status": "Proposed",
    "Date": "2021-05",
    "Source": "first-report",
    "Quote": "A lab.",
}


def _put(pen: Pen) -> None:
    labels = {"Pillars": "green-goods", "Track": "shared-library"}
    pen.add("Projects", **{**_NEW, **labels})
    pen.add("History", **_STEP)


def test_a_new_project_becomes_a_file_that_passes(desk: Desk, pen: Pen) -> None:
    _put(pen)
    proposal = desk.propose(pen.save())
    assert said(proposal.issues) == []
    (change,) = proposal.changes
    assert (change.path, change.before) == ("content/projects/port-lab.yaml", None)
    write_changes(desk.workspace, proposal.changes)
    assert not any("port-lab" in issue.place.file for issue in checked(desk.workspace).issues)
    assert interpret(change.after, kind="projects", record_id="port-lab").record is not None


def test_a_half_filled_row_says_what_is_missing_in_its_cells(desk: Desk, pen: Pen) -> None:
    row = pen.add("Projects", Id="port-lab", Title="Laboratory for ports", Language="en")
    proposal = desk.propose(pen.save())
    missing = {str(issue.place) for issue in proposal.issues if issue.rule == "field-missing"}
    letters = {
        heading: column_letters(pen.column("Projects", heading))
        for heading in ("Kind", "Summary", "Pillars", "Track", "Lead", "Status")
    }
    assert {f"book.xlsx: Projects!{letter}{row}" for letter in letters.values()} <= missing
    assert not proposal.can_be_written
    assert not any("add a line" in str(issue.hint) for issue in proposal.issues)


def test_what_is_missing_is_called_as_the_sheet_calls_it(desk: Desk, pen: Pen) -> None:
    pen.add("Projects", Id="port-lab", Title="Laboratory for ports", Language="en")
    pen.add("History", Id="port-lab", Status="Proposed", Date="2021-05")
    issues = desk.propose(pen.save()).issues
    missing = {str(issue.message) for issue in issues if issue.rule == "field-missing"}
    assert "the field 'Pillars' is missing" in missing
    assert "the field 'Source' is missing in this part of 'History'" in missing


def test_comments_order_and_quotes_of_a_file_stay(desk: Desk, tmp_path: Path) -> None:
    record = desk.workspace.content / "projects" / "green-list.yaml"
    text = record.read_text(encoding="utf-8").replace("summary:", "# seen by the office\nsummary:")
    record.write_text(
        text.replace("参与方共同编制绿色产品清单。", "'参与方共同编制绿色产品清单。'"), "utf-8"
    )
    before = record.read_text(encoding="utf-8")
    pen = Pen(desk.export(tmp_path / "book.xlsx"))
    pen.put("Projects", pen.row("Projects", "green-list"), Title="新的清单")
    (change,) = desk.propose(pen.save()).changes
    assert change.after == before.replace("title: 绿色产品清单", "title: 新的清单")


def test_line_ends_of_a_file_stay(desk: Desk, tmp_path: Path) -> None:
    record = desk.workspace.content / "projects" / "green-list.yaml"
    record.write_bytes(record.read_bytes().replace(b"\n", b"\r\n"))
    pen = Pen(desk.export(tmp_path / "book.xlsx"))
    pen.put("Projects", pen.row("Projects", "green-list"), Title="新的清单")
    (change,) = desk.propose(pen.save()).changes
    assert change.after.count("\r\n") == change.after.count("\n")


def test_rows_of_lists_are_added_changed_and_removed(desk: Desk, pen: Pen) -> None:
    pen.put("Links", pen.row("Links", "sample"), Label="Home page")
    pen.sheet("Who joined").delete_rows(pen.row("Who joined", "sample"))
    pen.add("Links", Id="green-list", Label="List", Web_address="https://example.org/list")
    changes = {change.path: change.diff() for change in desk.propose(pen.save()).changes}
    sample = changes["content/projects/sample.yaml"]
    assert "+  - label: Home page" in sample
    assert "-joined:" in sample
    assert "+    address: https://example.org/list" in changes["content/projects/green-list.yaml"]


def test_items_come_in_the_order_of_their_numbers(desk: Desk, pen: Pen) -> None:
    sheet = pen.sheet("History")
    first = pen.row("History", "sample")
    rows = [[cell.value for cell in sheet[row]] for row in (first + 1, first)]
    for row, values in zip((first, first + 1), rows, strict=True):
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column).value = value
    assert desk.propose(pen.save()).changes == ()


def test_words_of_more_languages_are_taken(desk: Desk, pen: Pen) -> None:
    pen.add("Words by language", Id="sample", Field="title", Language="zh", Words="电子原产地证书")
    (change,) = desk.propose(pen.save()).changes
    assert "+  en: Electronic certificates of origin\n+  zh: 电子原产地证书\n" in change.diff()


def test_two_rows_with_one_id_are_both_named(desk: Desk, pen: Pen) -> None:
    row = pen.add("Projects", Id="sample", Title="Another one")
    (issue,) = desk.propose(pen.save()).issues
    assert said([issue]) == [f"book.xlsx: Projects!A{row} row-key"]
    assert f"Projects!A{pen.row('Projects', 'sample')}" in str(issue.hint)


@pytest.mark.parametrize("id_", ["../secret", "a/b", "x" * 200, "näh", ""])
def test_an_id_that_can_be_no_file_is_refused(desk: Desk, pen: Pen, id_: str) -> None:
    row = pen.add("Projects", Id=id_, Title="Another one")
    proposal = desk.propose(pen.save())
    place = f"book.xlsx: Projects!A{row}"
    assert f"{place} row-key" in said(proposal.issues)
    assert proposal.changes == ()


@pytest.mark.parametrize("id_", ["Port-Lab", "con", "index"])
def test_an_id_that_a_check_refuses_is_named_by_its_cell(desk: Desk, pen: Pen, id_: str) -> None:
    _put(pen)
    row = pen.row("Projects", "port-lab")
    for sheet, at in (("Projects", row), ("History", pen.row("History", "port-lab"))):
        pen.put(sheet, at, Id=id_)
    issues = desk.propose(pen.save()).issues
    assert said([each for each in issues if each.rule == "file-name"]) == [
        f"book.xlsx: Projects!A{row} file-name"
    ]


def test_rows_of_no_record_are_refused(desk: Desk, pen: Pen) -> None:
    row = pen.add("Links", Id="smaple", Label="x", Web_address="https://example.org/")
    (issue,) = desk.propose(pen.save()).issues
    assert said([issue]) == [f"book.xlsx: Links!A{row} row-key"]
    assert str(issue.hint) == "did you mean 'sample'?"


def test_an_id_that_somebody_else_took_meanwhile_is_refused(desk: Desk, pen: Pen) -> None:
    _put(pen)
    (change,) = desk.propose(pen.save()).changes
    other = desk.workspace.root / change.path
    other.write_text(change.after.replace("Laboratory for ports", "Another lab"), "utf-8")
    proposal = desk.propose(pen.path)
    assert [issue.rule for issue in proposal.issues] == ["row-key"]
    assert proposal.changes == ()


def test_a_record_that_somebody_else_changed_meanwhile_is_not_overwritten(
    desk: Desk, pen: Pen
) -> None:
    record = desk.workspace.content / "projects" / "sample.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("certificates of origin", "certificates"), "utf-8")
    assert desk.propose(pen.save()).changes == ()
    pen.put("Projects", pen.row("Projects", "sample"), Title="My title")
    proposal = desk.propose(pen.save())
    assert [issue.rule for issue in proposal.issues] == ["row-key"]
    assert proposal.changes == ()


def test_what_was_wrong_before_does_not_stand_in_the_way(desk: Desk, tmp_path: Path) -> None:
    (desk.workspace.content / "sources" / "extra.yaml").write_text("titel: x\n", encoding="utf-8")
    path = tmp_path / "projects.csv"
    path.write_text("Id,Title\nsample,Certificates\n", encoding="utf-8")
    proposal = desk.propose(path)
    assert (len(proposal.changes), proposal.issues) == (1, ())


def test_the_project_is_not_touched_by_examining(desk: Desk, pen: Pen) -> None:
    before = {path: path.read_bytes() for path in desk.workspace.content.rglob("*.yaml")}
    _put(pen)
    pen.put("Projects", pen.row("Projects", "sample"), Title="My title")
    desk.propose(pen.save())
    assert {path: path.read_bytes() for path in desk.workspace.content.rglob("*.yaml")} == before


def test_a_mailed_record_is_taken_as_it_is(desk: Desk, tmp_path: Path) -> None:
    record = desk.workspace.content / "projects" / "sample.yaml"
    text = record.read_text(encoding="utf-8").replace("title:", "# a note\ntitle:")
    path = tmp_path / "new-one.yaml"
    path.write_text(text, encoding="utf-8")
    (change,) = desk.propose(path).changes
    assert (change.path, change.after) == ("content/projects/new-one.yaml", text)


@pytest.mark.parametrize(
    ("name", "mark", "encoding", "named"),
    [
        ("new-one.yaml", b"\xef\xbb\xbf", "utf-8", ""),
        ("new-one.yaml", b"", "utf-16", ""),
        ("new-one.yaml", b"", "utf-32", ""),
        ("new-one.yaml", b"", "gb18030", "gb18030"),
        ("new-one.yml.txt", b"", "utf-8", ""),
        ("new-one.YAML.TXT", b"\xef\xbb\xbf", "utf-8", "gb18030"),
    ],
)
def test_a_mailed_record_may_be_saved_by_any_program(
    desk: Desk, tmp_path: Path, name: str, mark: bytes, encoding: str, named: str
) -> None:
    text = (desk.workspace.content / "projects" / "sample.yaml").read_text(encoding="utf-8")
    text = f"# 样本\n{text}"
    path = tmp_path / name
    path.write_bytes(mark + text.replace("\n", "\r\n").encode(encoding))
    (change,) = desk.propose(path, encoding=named).changes
    assert (change.path, change.after) == ("content/projects/new-one.yaml", text)


@pytest.mark.parametrize(("named", "hint"), [("", "--encoding gb18030"), ("utf-8", "--encoding")])
def test_a_mailed_record_in_another_encoding_is_refused_with_a_way_out(
    desk: Desk, tmp_path: Path, named: str, hint: str
) -> None:
    path = tmp_path / "new-one.yaml"
    path.write_bytes("title: 太阳能".encode("gb18030") + b"!")
    proposal = desk.propose(path, encoding=named)
    assert proposal.changes == ()
    (issue,) = proposal.issues
    assert issue.rule == "file-encoding"
    assert hint in str(issue.hint)


def test_a_mailed_record_whose_name_is_no_id_is_to_be_renamed(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "Solar roofs (1).yaml"
    shutil.copy(desk.workspace.content / "projects" / "sample.yaml", path)
    (issue,) = (each for each in desk.propose(path).issues if each.severity == "error")
    assert str(issue.hint).startswith("rename the file")


def test_a_wrong_mailed_record_is_refused_at_its_line(desk: Desk, tmp_path: Path) -> None:
    record = desk.workspace.content / "projects" / "sample.yaml"
    path = tmp_path / "sample.yaml"
    text = record.read_text(encoding="utf-8")
    path.write_text(text.replace("track: shared-library", "track: sharedlibrary"), "utf-8")
    proposal = desk.propose(path, replaces=True)
    line = text.splitlines().index("track: shared-library") + 1
    assert said(proposal.issues) == [f"sample.yaml:{line}:8 reference-unknown"]


@pytest.mark.parametrize(
    ("kind", "id_", "title"),
    [
        ("projects", "sample", "Electronic certificates of origin"),
        ("sources", "first-report", "Framework released in Sampleton"),
    ],
)
def test_a_mailed_record_takes_no_other_records_place_unasked(
    desk: Desk, tmp_path: Path, kind: str, id_: str, title: str
) -> None:
    record = desk.workspace.content / kind / f"{id_}.yaml"
    path = tmp_path / f"{id_}.yaml"
    path.write_text(record.read_text(encoding="utf-8").replace(title, "Another one"), "utf-8")
    proposal = desk.propose(path)
    assert (said(proposal.issues), proposal.changes) == ([f"{path.name}:1:1 row-key"], ())
    assert title in str(proposal.issues[0].message)
    assert "--replace" in str(proposal.issues[0].hint)
    (change,) = desk.propose(path, replaces=True).changes
    assert "Another one" in change.after


def test_a_mailed_record_that_is_there_already_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    record = desk.workspace.content / "projects" / "sample.yaml"
    path = tmp_path / "sample.yaml"
    path.write_bytes(record.read_bytes().replace(b"\n", b"\r\n"))
    proposal = desk.propose(path)
    assert (proposal.issues, proposal.changes, proposal.same) == ((), (), 1)


def test_a_record_of_no_kind_asks_for_it(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_text("moved: [sample]\n", encoding="utf-8")
    assert said(desk.propose(path).issues) == ["one.yaml:1:1 record-form"]
    assert desk.propose(path, kind="projects").changes[0].path == "content/projects/one.yaml"
