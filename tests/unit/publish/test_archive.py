"""Archives hold what was put in, for every reader, however many files and bytes there are."""

from __future__ import annotations

import random
import subprocess
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.publish.archive import ArchiveWriter, pack, taken_from

if TYPE_CHECKING:
    from pathlib import Path

    from generator.publish.archive import Member

MORE_THAN_ZIP_COUNTS = 66_000
BEYOND_FOUR_GIGABYTES = 5 << 30
FILES = {
    "index.html": b"<p>word</p>" * 500,
    "en/empty.txt": b"",
    "en/\u9879\u76ee \u0645\u0634\u0631\u0648\u0639.html": "项目".encode() * 100,
    "en/noise.bin": random.Random(1).randbytes(3000),  # noqa: S311 - only has to be incompressible
}


def write(
    path: Path, files: dict[str, bytes], *, day: date | None = None, start: int = 0
) -> list[Member]:
    with path.open("wb") as stream:
        stream.seek(start)
        writer = ArchiveWriter(stream, "site", day)
        members = [writer.add(pack(name, content)) for name, content in files.items()]
        writer.finish()
    return members


def read(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def in_folder(files: dict[str, bytes]) -> dict[str, bytes]:
    return {f"site/{name}": content for name, content in files.items()}


def test_everything_comes_out_as_it_went_in(tmp_path: Path) -> None:
    write(tmp_path / "a.zip", FILES)
    assert read(tmp_path / "a.zip") == in_folder(FILES)


def test_another_program_reads_it_too(tmp_path: Path) -> None:
    write(tmp_path / "a.zip", FILES)
    listed = subprocess.run(
        ["python3", "-m", "zipfile", "-t", str(tmp_path / "a.zip")], capture_output=True, check=True
    )
    assert b"bad" not in listed.stdout.lower()


def test_packed_files_are_used_again_without_unpacking(tmp_path: Path) -> None:
    members = write(tmp_path / "all.zip", FILES)
    with (tmp_path / "all.zip").open("rb") as whole, (tmp_path / "part.zip").open("wb") as stream:
        writer = ArchiveWriter(stream, "part", None)
        for member in members[2:]:
            writer.add(taken_from(whole, member))
        writer.finish()
    wanted = {f"part/{name}": FILES[name] for name in list(FILES)[2:]}
    assert read(tmp_path / "part.zip") == wanted


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (None, (1980, 1, 1, 0, 0, 0)),
        (date(2026, 11, 22), (2026, 11, 22, 0, 0, 0)),
        (date(1970, 1, 1), (1980, 1, 1, 0, 0, 0)),
    ],
)
def test_files_bear_the_day_and_plain_permissions(
    tmp_path: Path, day: date | None, shown: tuple[int, ...]
) -> None:
    write(tmp_path / "a.zip", FILES, day=day)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        for entry in archive.infolist():
            assert entry.date_time == shown
            assert entry.external_attr >> 16 == 0o100644


def test_more_files_than_the_first_format_could_count(tmp_path: Path) -> None:
    files = {f"{number}.txt": b"%d" % number for number in range(MORE_THAN_ZIP_COUNTS)}
    write(tmp_path / "a.zip", files)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert len(archive.infolist()) == MORE_THAN_ZIP_COUNTS
        last = f"{MORE_THAN_ZIP_COUNTS - 1}.txt"
        assert archive.read(f"site/{last}") == files[last]


def test_more_bytes_than_the_first_format_could_count(tmp_path: Path) -> None:
    # The hole before the archive takes no space on the disk.
    write(tmp_path / "a.zip", FILES, start=BEYOND_FOUR_GIGABYTES)
    assert read(tmp_path / "a.zip") == in_folder(FILES)
