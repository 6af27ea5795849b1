from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING

import pytest

from generator.errors import PublishError
from generator.issues import Message
from generator.publish.manifest import Manifest, read_manifest, write_manifest

if TYPE_CHECKING:
    from pathlib import Path


def test_every_file_is_listed_with_its_hash_and_size(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "中文.html").write_bytes("页面".encode())
    (tmp_path / "b.txt").write_bytes(b"")
    write_manifest(tmp_path)
    assert json.loads((tmp_path / "manifest.json").read_text("utf-8")) == {
        "format": 1,
        "files": {
            "a/中文.html": {"sha256": hashlib.sha256("页面".encode()).hexdigest(), "size": 6},
            "b.txt": {"sha256": hashlib.sha256(b"").hexdigest(), "size": 0},
        },
    }


def test_the_bytes_do_not_depend_on_the_order_of_writing_or_on_times(tmp_path: Path) -> None:
    names = ["b/x.html", "a.html", "b.html", "B.html", "a/é.html"]
    for folder, order in (("one", names), ("two", names[::-1])):
        for number, name in enumerate(order):
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(name, encoding="utf-8")
            os.utime(path, (number, number))
        write_manifest(tmp_path / folder)
    first = (tmp_path / "one" / "manifest.json").read_bytes()
    assert first == (tmp_path / "two" / "manifest.json").read_bytes()
    assert first.endswith(b"}\n")
    assert (
        first.decode()
        == json.dumps(json.loads(first), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    )
    assert b"\r" not in first


def test_writing_it_again_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("x")
    write_manifest(tmp_path)
    first = (tmp_path / "manifest.json").read_bytes()
    write_manifest(tmp_path)
    assert (tmp_path / "manifest.json").read_bytes() == first


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("x")
    written = write_manifest(tmp_path)
    assert read_manifest((tmp_path / "manifest.json").read_bytes()) == written


@pytest.mark.parametrize("name", ["back\\slash", "new\nline", "C:drive", "bell\a"])
def test_names_that_do_not_work_everywhere_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x")
    with pytest.raises(PublishError, match="cannot be part of a site"):
        write_manifest(tmp_path)


def test_pipes_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PublishError, match="pipe"):
        write_manifest(tmp_path)


GOOD = {"sha256": "0" * 64, "size": 1}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[" * 100_000,
        b'{"format": 1, "files": {}',
        b'{"format": 1}',
        b'{"format": 1, "files": []}',
        b'{"format": 1, "files": {}, "more": 1}',
        b'{"format": true, "files": {}}',
        b'{"format": "1", "files": {}}',
        b'{"format": 1, "format": 1, "files": {}}',
        b'{"format": ' + b"1" * 10_000 + b', "files": {}}',
        '{"format": 1, "files": {}}'.encode("utf-16"),
        *(
            json.dumps({"format": 1, "files": {name: GOOD}}).encode()
            for name in (
                "",
                "/etc/passwd",
                "../x",
                "a/../../x",
                "a//b",
                "a/",
                "./a",
                "C:/x",
                "a\\b",
                "a\0b",
                "\ud800",
                "manifest.json",
            )
        ),
        *(
            json.dumps({"format": 1, "files": {"a": entry}}).encode()
            for entry in (
                None,
                "x",
                {},
                {"sha256": "0" * 64},
                GOOD | {"size": -1},
                GOOD | {"size": 1.0},
                GOOD | {"size": True},
                GOOD | {"sha256": "A" * 64},
                GOOD | {"sha256": "0" * 63},
                GOOD | {"sha256": None},
                GOOD | {"mode": 1},
            )
        ),
    ],
)
def test_a_manifest_that_vouches_for_nothing_is_refused(data: bytes) -> None:
    fault = read_manifest(data)
    assert isinstance(fault, Message)
    assert str(fault).encode("utf-8")


def test_an_empty_list_of_files_is_a_manifest() -> None:
    assert read_manifest(b'{"files": {}, "format": 1}') == Manifest(())
