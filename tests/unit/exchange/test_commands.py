"""Export and import as people run them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from generator.cli.exchange import export, import_
from tests.exchange.desk import Pen

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from generator.workspace import Workspace


def _run(command: str, mini: Workspace, *arguments: object, answer: str = "") -> Result:
    run = {"export": export, "import": import_}[command]
    return CliRunner().invoke(run, [str(each) for each in arguments], obj=mini, input=answer)


def _changed(mini: Workspace, tmp_path: Path) -> Path:
    path = tmp_path / "book.xlsx"
    assert _run("export", mini, "--language", "en", "-o", path).exit_code == 0
    pen = Pen(path)
    pen.put("Projects", pen.row("Projects", "sample"), Title="Certificates")
    return pen.save()


def test_a_change_is_shown_asked_for_and_written(mini: Workspace, tmp_path: Path) -> None:
    book = _changed(mini, tmp_path)
    done = _run("import", mini, book, answer="y\n")
    assert done.exit_code == 0
    assert "+title: Certificates\n" in done.output
    assert "Write 1 file?" in done.output
    record = mini.content / "projects" / "sample.yaml"
    assert "title: Certificates\n" in record.read_text(encoding="utf-8")
    assert "Nothing changes." in _run("import", mini, book).output


def test_nothing_is_written_unasked(mini: Workspace, tmp_path: Path) -> None:
    book = _changed(mini, tmp_path)
    record = mini.content / "projects" / "sample.yaml"
    before = record.read_bytes()
    for arguments, answer in (((book,), "n\n"), ((book, "--dry-run"), "")):
        done = _run("import", mini, *arguments, answer=answer)
        assert (done.exit_code, record.read_bytes()) == (0, before)
        assert "+title: Certificates\n" in done.output


def test_with_an_error_nothing_is_written(mini: Workspace, tmp_path: Path) -> None:
    book = Pen(_changed(mini, tmp_path))
    book.put("Projects", book.row("Projects", "green-list"), Status="Opne")
    done = _run("import", mini, "--yes", book.save())
    assert done.exit_code == 1
    assert f"{book.path}: Projects!O" in done.output
    assert "Nothing was written." in done.output
    record = mini.content / "projects" / "sample.yaml"
    assert "Certificates\n" not in record.read_text(encoding="utf-8")


def test_csv_goes_out_as_a_folder_and_comes_in_again(mini: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    assert _run("export", mini, "--format", "csv", "-o", folder).exit_code == 0
    assert min(path.name for path in folder.iterdir()) == "projects.csv"
    assert "Nothing changes." in _run("import", mini, folder).output


def test_a_filled_in_book_is_not_overwritten(mini: Workspace, tmp_path: Path) -> None:
    book = _changed(mini, tmp_path)
    before = book.read_bytes()
    done = _run("export", mini, "-o", book)
    assert "exists already" in str(done.exception)
    assert book.read_bytes() == before


def test_diffs_show_what_acts_on_a_terminal(mini: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "sample.yaml"
    text = (mini.content / "projects" / "sample.yaml").read_text(encoding="utf-8")
    path.write_text(f"# \x1b[2J\n{text}", encoding="utf-8")
    assert "\x1b" not in _run("import", mini, "--dry-run", path).output
