"""Books and CSV files that LibreOffice has opened and saved still hold the same records."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from generator.exchange.book import read_book
from generator.exchange.outgoing import tables_from
from generator.exchange.raw import RawBook
from generator.exchange.xlsx_writing import KEYS, LISTS, write_xlsx
from tests.exchange.desk import Desk, plain, read_back
from tests.miniature import copy_of_mini

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.exchange.desk import Records

_EACH_SHEET = (
    "csv:Text - txt - csv (StarCalc):{separator},34,76,1,,0,false,true,false,false,false,-1"
)
"""CSV in UTF-8 (76) with quotes (34), a file for each sheet (-1)."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(copy_of_mini(tmp_path_factory.mktemp("desk")))


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory, desk: Desk) -> Path:
    """A folder with what LibreOffice makes of a book in English and one in Arabic."""
    folder = tmp_path_factory.mktemp("libreoffice")
    for language in ("en", "ar"):
        data = write_xlsx(tables_from(_records(desk)), desk.wording(language))
        (folder / f"{language}.xlsx").write_bytes(data)
    books = [folder / "en.xlsx", folder / "ar.xlsx"]
    _convert(folder, "ods", folder / "ods", books)
    _convert(
        folder, "xlsx", folder / "twice", [folder / "ods" / f"{book.stem}.ods" for book in books]
    )
    _convert(folder, "xlsx", folder / "once", books)
    projects = folder / "projects.xlsx"
    tables = tables_from(_projects(desk))
    projects.write_bytes(write_xlsx(tables, desk.wording()))
    for name, separator in (("commas", 44), ("semicolons", 59)):
        _convert(folder, _EACH_SHEET.format(separator=separator), folder / name, [projects])
    return folder


def _convert(home: Path, form: str, target: Path, files: list[Path]) -> None:
    program = shutil.which("soffice")
    assert program is not None, "LibreOffice is missing: run setup/libreoffice"
    command = [program, "--headless", f"-env:UserInstallation=file://{home}/profile",
               "--convert-to", form, "--outdir", str(target), *map(str, files)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def _records(desk: Desk) -> Records:
    records = desk.records()
    title, date = "=1+1", "2024-05"
    records[("projects", "odd")] = {
        "language": "en", "title": title, "summary": "017", "description": "- a\n\n=b\n+c",
        "seeks": ["1.10", "03/04/2026", "TRUE"], "period": {"start": date, "end": "2025"},
        "history": [{"status": "open", "on": "2024", "quote": "#N/A", "note": "_x0041_"}],
        "funding": {"amount": "26.10", "currency": "USD"},
    }  # fmt: skip
    return records


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("way", ["once", "twice"])
def test_a_saved_book_holds_the_same(desk: Desk, saved: Path, way: str, language: str) -> None:
    path = saved / way / f"{language}.xlsx"
    assert read_back(read_book(path, path.name), desk.lexicon()) == plain(_records(desk))


@pytest.mark.parametrize("way", ["commas", "semicolons"])
def test_saved_csv_files_hold_the_same(desk: Desk, saved: Path, way: str) -> None:
    books = [read_book(path, path.name) for path in _tables(saved / way)]
    assert [issue for book in books for issue in book.issues] == []
    book = RawBook(tuple(sheet for each in books for sheet in each.sheets))
    assert read_back(book, desk.lexicon()) == plain(_projects(desk))


def _projects(desk: Desk) -> Records:
    return {key: data for key, data in _records(desk).items() if key[0] == "projects"}


def _tables(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.glob("*.csv")) if not path.stem.endswith((KEYS, LISTS)))
