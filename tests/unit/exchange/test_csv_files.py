"""CSV files as programs of all countries write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.exchange.book import read_book
from generator.exchange.csv_files import neutral, restored
from tests.exchange.desk import said

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exchange.desk import Desk

_HEAD = ("Id", "Title", "Summary")
_ROW = ("sample", "Electronic certificates", "Customs offices, of two")


def _title(desk: Desk, path: Path, encoding: str = "") -> str:
    proposal = desk.propose(path, encoding=encoding)
    assert said(proposal.issues) == []
    return next(line[1:] for line in proposal.changes[0].diff().splitlines() if "+title" in line)


@pytest.mark.parametrize(
    "value",
    ["=1", "'=1", "''=1", "+1", "-1", "@a", "\t1", "'tis", "'", "＝1", "a=1", "", "'+", "-"],
)
def test_neutral_values_come_back(value: str) -> None:
    assert restored(neutral(value)) == value
    assert neutral(value)[:1] not in {"=", "+", "-", "@", "\t", "＝"}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("first", ["", "sep"])
def test_separators_are_recognised(desk: Desk, tmp_path: Path, separator: str, first: str) -> None:
    path = tmp_path / "projects.csv"
    lines = [separator.join(f'"{cell}"' for cell in row) for row in (_HEAD, _ROW)]
    path.write_text("\n".join([*([f"sep={separator}"] if first else []), *lines]), "utf-8")
    assert _title(desk, path) == "title: Electronic certificates"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_say_what_they_are_are_read(
    desk: Desk, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "projects.csv"
    path.write_bytes("Id,Title\r\nsample,电子证书\r\n".encode(encoding))
    assert _title(desk, path) == "title: 电子证书"


@pytest.mark.parametrize(
    ("encoding", "words"), [("gb18030", "电子证书"), ("windows-1256", "شهادات"), ("cp1252", "Café")]
)
def test_other_encodings_are_read_where_they_are_named(
    desk: Desk, tmp_path: Path, encoding: str, words: str
) -> None:
    path = tmp_path / "projects.csv"
    path.write_bytes(f"Id,Title\r\nsample,{words}\r\n".encode(encoding))
    refused = desk.propose(path)
    assert (refused.changes, said(refused.issues)) == ((), ["projects.csv:2:1 file-encoding"])
    assert "--encoding" in str(refused.issues[0].hint)
    assert _title(desk, path, encoding) == f"title: {words}"


def test_rows_whose_records_may_stand_in_an_unreadable_file_are_not_blamed(
    desk: Desk, tmp_path: Path
) -> None:
    projects, links = tmp_path / "projects.csv", tmp_path / "projects.links.csv"
    projects.write_bytes("Id,Title\r\nport-lab,电子\r\n".encode("gb18030"))
    links.write_text("Id,Label,Web address\nport-lab,x,https://example.org/\n", encoding="utf-8")
    assert said(desk.propose(projects, links).issues) == ["projects.csv:2:1 file-encoding"]
    assert "row-key" in said(desk.propose(links).issues)[0]


def test_what_is_missing_is_called_in_the_language_of_the_headings(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "projects.csv"
    catalog = desk.workspace.locales / "zh" / "site.po"
    catalog.parent.mkdir(parents=True, exist_ok=True)
    words = {"Title": "标题", "Summary": "摘要", "Pillars": "支柱", "Track": "赛道"}
    blocks = (f'msgid "{one}"\nmsgstr "{other}"\n' for one, other in words.items())
    catalog.write_text('msgid ""\nmsgstr "Language: zh\\n"\n\n' + "\n".join(blocks), "utf-8")
    for title, track, missing in (("Title", "Track", "Pillars"), ("标题", "赛道", "支柱")):
        path.write_text(f"Id,{title},{track}\nport-lab,x,\n", encoding="utf-8")
        said_of = {str(issue.message) for issue in desk.propose(path).issues}
        assert f"the field '{missing}' is missing" in said_of


def test_quotes_that_do_not_fit_are_refused_at_their_line(tmp_path: Path) -> None:
    path = tmp_path / "projects.csv"
    path.write_text('Id,Title\nsample,"a" b\n', encoding="utf-8")
    assert said(read_book(path, path.name).issues) == ["projects.csv:2:1 table-file"]


def test_places_are_named_by_line_and_heading(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "projects.csv"
    path.write_text('Id,Title,Status\nsample,"two\nlines",Opne\n', encoding="utf-8")
    assert said(desk.propose(path).issues) == [
        'projects.csv:2: column "Title" text-lines',
        'projects.csv:2: column "Status" value-unknown',
    ]


def test_one_file_changes_its_columns_and_nothing_else(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "projects.csv"
    path.write_text("Title,Id\nCertificates,sample\n", encoding="utf-8")
    (change,) = desk.propose(path).changes
    changed = [line for line in change.diff().splitlines() if line[:1] in "+-"][2:]
    assert changed == ["-title: Electronic certificates of origin", "+title: Certificates"]


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "projects.csv"
    path.write_text("Id,Title\n" + "a,b\n" * 100_000, encoding="utf-8")
    (issue,) = read_book(path, path.name).issues
    assert issue.rule == "table-file"
