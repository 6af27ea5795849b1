"""Export and import as people run them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.testing import CliRunner

from generator.cli.exchange import export, import_
from generator.cli.session import VOICE
from generator.reports.voice import ENGLISH, Voice
from tests.exchange.desk import Pen

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from generator.workspace import Workspace


def _run(
    command: str, mini: Workspace, *arguments: object, answer: str = "", spoken: Voice = ENGLISH
) -> Result:
    run = {"export": export, "import": import_}[command]

    @click.command()
    @click.pass_context
    def start(context: click.Context) -> None:
        context.meta[VOICE] = spoken
        run.main([str(each) for each in arguments], obj=mini, parent=context, standalone_mode=False)

    return CliRunner().invoke(start, input=answer)


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


def test_the_question_is_answered_in_the_users_language(mini: Workspace, tmp_path: Path) -> None:
    book = _changed(mini, tmp_path)
    record = mini.content / "projects" / "sample.yaml"
    before = record.read_bytes()
    words = {"yes": "sí", "no": "no", "Nothing was written.": "No se escribió nada."}
    spoken = Voice(words, {"Write {count} file?": ("¿Escribir {count} archivo?",) * 2})
    for answer, code in (("\n", 0), ("quizás\nno\n", 0), ("quizás\n", 1), ("", 1)):
        done = _run("import", mini, book, answer=answer, spoken=spoken)
        assert (done.exit_code, record.read_bytes()) == (code, before)
        asked = 2 if answer.startswith("quizás") else 1
        assert done.output.count("¿Escribir 1 archivo? [sí/no]") == asked
        assert done.output.endswith("No se escribió nada.\n")
    assert _run("import", mini, book, answer="SI\n", spoken=spoken).exit_code == 0
    assert record.read_bytes() != before


def test_a_folder_of_records_and_tables_is_taken_in(mini: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "mail"
    folder.mkdir()
    text = (mini.content / "sources" / "first-report.yaml").read_text(encoding="utf-8")
    text = text.replace("title: ", "title: New ")
    (folder / "new-report.yaml.txt").write_text(text, encoding="utf-8")
    (folder / "projects.csv").write_text("Id,Title\nsample,Certificates\n", encoding="utf-8")
    for odd in ("._new-report.yaml", "notes.docx"):
        (folder / odd).write_bytes(b"\x00")
    (folder / "inner").mkdir()
    done = _run("import", mini, "--yes", folder)
    assert done.exit_code == 0, done.output
    assert done.output.splitlines()[-2:] == [
        "content/projects/sample.yaml",
        "content/sources/new-report.yaml",
    ]


def test_a_folder_with_nothing_to_take_in_is_said(mini: Workspace, tmp_path: Path) -> None:
    done = _run("import", mini, tmp_path)
    assert str(done.exception) == f"there are no CSV files and no records in {tmp_path}"


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
