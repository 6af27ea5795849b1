"""Workbooks that are refused before anything opens them."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from generator.exchange.book import read_book
from tests.exchange.desk import said

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exchange.desk import Pen


def _with(path: Path, name: str, data: bytes) -> Path:
    """Return the workbook with one more part."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, data)
    return path


@pytest.mark.parametrize(
    "name",
    [
        "xl/vbaProject.bin",
        "xl/externalLinks/externalLink1.xml",
        "xl/connections.xml",
        "xl/embeddings/oleObject1.bin",
        "xl/activeX/activeX1.xml",
        "xl/macrosheets/sheet1.xml",
        "customUI/customUI.xml",
    ],
)
def test_what_acts_is_refused(pen: Pen, name: str) -> None:
    path = _with(pen.save(), name, b"<x/>")
    assert said(read_book(path, path.name).issues) == ["book.xlsx:1:1 table-active"]


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        "<?xml version='1.0' encoding='utf-16'?><x/>".encode("utf-16"),
        b'<Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
    ],
    ids=["entities", "utf-16", "macros"],
)
def test_xml_that_is_more_than_a_table_is_refused(pen: Pen, data: bytes) -> None:
    path = _with(pen.save(), "xl/extra.xml", data)
    assert said(read_book(path, path.name).issues) == ["book.xlsx:1:1 table-active"]


def test_a_bomb_is_not_unpacked(pen: Pen) -> None:
    path = _with(pen.save(), "xl/media/image1.xml", b"\x20" * (60 << 20))
    assert said(read_book(path, path.name).issues) == ["book.xlsx:1:1 table-file"]


def test_many_parts_are_refused(pen: Pen) -> None:
    path = pen.save()
    with zipfile.ZipFile(path, "a") as package:
        for number in range(1_001):
            package.writestr(f"xl/media/{number}", b"")
    assert said(read_book(path, path.name).issues) == ["book.xlsx:1:1 table-file"]


def test_many_rows_are_refused(pen: Pen) -> None:
    rows = b"".join(b'<row r="%d"/>' % number for number in range(1, 100_001))
    path = _with(pen.save(), "xl/worksheets/sheet99.xml", b"<sheetData>" + rows + b"</sheetData>")
    assert said(read_book(path, path.name).issues) == ["book.xlsx:1:1 table-file"]


@pytest.mark.parametrize(
    "data", [b"", b"no archive", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"]
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    assert said(read_book(path, path.name).issues) == ["book.xlsx:1:1 table-file"]


def test_damaged_parts_are_refused(pen: Pen, tmp_path: Path) -> None:
    old, path = pen.save(), tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(old) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data[: len(data) // 2] if name == "xl/workbook.xml" else data)
    assert said(read_book(path, path.name).issues) == ["damaged.xlsx:1:1 table-file"]


def test_a_cell_far_away_is_refused(pen: Pen) -> None:
    pen.sheet("Projects")["XFD1048576"] = "x"
    path = pen.save()
    assert said(read_book(path, path.name).issues) == ["book.xlsx:1:1 table-file"]


@pytest.mark.parametrize(
    ("name", "rule"),
    [("a.xlsm", "table-active"), ("a.xls", "table-file"), ("a.ods", "table-file")],
)
def test_other_formats_are_named(tmp_path: Path, name: str, rule: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert said(read_book(tmp_path / name, name).issues) == [f"{name}:1:1 {rule}"]
