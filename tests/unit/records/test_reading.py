"""Bytes become text, or one issue that says why not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.records.limits import MOST_BYTES
from generator.records.reading import decode, read_text

if TYPE_CHECKING:
    from pathlib import Path


def test_windows_line_ends_are_accepted() -> None:
    assert decode(b"a: b\r\nc: d\r\n").text == "a: b\nc: d\n"


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (b"title: caf\xe9\n", (1, 11), "byte E9"),
        ("language: zh\ntitle: 贸易".encode("gb18030"), (2, 9), "byte D2"),
        ("title: 贸易\nplace: caf".encode() + b"\xe9", (2, 11), "byte E9"),
        (b"title: \xed\xa0\x80\n", (1, 8), "byte ED"),
        (b"title: \xc0\xae\n", (1, 8), "byte C0"),
        (b"a: b\r\nc: \xff\r\n", (2, 4), "byte FF"),
        ("title: x\n".encode("utf-16"), (1, 1), "UTF-16"),
        ("title: x\n".encode("utf-16-le"), (1, 1), "UTF-16"),
        ("title: x\n".encode("utf-16-be"), (1, 1), "UTF-16"),
        ("title: x\n".encode("utf-32"), (1, 1), "UTF-32"),
    ],
)
def test_other_encodings_are_named_at_their_first_byte(
    data: bytes, place: tuple[int, int], words: str
) -> None:
    reading = decode(data)
    assert reading.text is None
    (found,) = reading.findings
    assert (found.rule, tuple(found.spot)) == ("file-encoding", place)
    assert words in str(found.message)


def test_a_file_over_the_limit_is_not_read_further(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_bytes(b"#" * (MOST_BYTES + 1))
    assert [found.rule for found in read_text(file).findings] == ["file-size"]
    file.write_bytes(b"#" * MOST_BYTES)
    assert read_text(file).findings == ()


def test_a_file_that_vanished_is_an_issue(tmp_path: Path) -> None:
    (found,) = read_text(tmp_path / "gone.yaml").findings
    assert found.rule == "file-unreadable"
    assert "vanished" in str(found.message)


def test_a_file_without_rights_is_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    (found,) = read_text(tmp_path / "secret.yaml").findings
    assert found.rule == "file-unreadable"
    assert "permission denied" in str(found.message)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert [found.rule for found in read_text(tmp_path / "pipe.yaml").findings] == ["file-kind"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("a: b\n", encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "target")
    assert [found.rule for found in read_text(tmp_path / "link.yaml").findings] == [
        "file-unreadable"
    ]
