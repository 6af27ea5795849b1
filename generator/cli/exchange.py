"""Commands that hand records out as tables and take them in again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from generator.cli.asking import AbandonedError, consents
from generator.cli.session import PROBLEMS, checked_content, report, stop_with, today, told, voice
from generator.errors import UsageError
from generator.exchange.applying import undo_interrupted, write_changes
from generator.exchange.csv_files import write_csv
from generator.exchange.doors import Incoming, Reception, export_records, take_in
from generator.exchange.mailed import is_record_file
from generator.exchange.tables import told_places
from generator.exchange.xlsx_writing import KEYS, LISTS, write_xlsx
from generator.languages.speaking import read_voice
from generator.model.kinds import KINDS
from generator.pipeline import check as check_content
from generator.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.doors import Exported
    from generator.exchange.proposal import Proposal
    from generator.issues import Issue
    from generator.workspace import Workspace

_DEFAULT = "projects"


@click.command()
@click.option(
    "--format", "form", type=click.Choice(("xlsx", "csv")), default="xlsx", show_default=True
)
@click.option(
    "--kind", "kinds", type=click.Choice(KINDS), multiple=True,
    help="Kind of record; may be repeated. Default: projects.",
)  # fmt: skip
@click.option("--language", help="Language of the template. Default: the first of the site.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path),
    help="File, or for CSV the folder, to write. Default: named by the kind.",
)  # fmt: skip
@click.pass_obj
def export(
    workspace: Workspace, form: str, kinds: Sequence[str], language: str | None, output: Path | None
) -> None:
    """Write records as tables that can be filled in and imported again."""
    checked = checked_content(workspace)
    if checked.repository is None:
        stop_with(checked.issues)
    wanted = tuple(kind for kind in KINDS if kind in (kinds or (_DEFAULT,)))
    tag = language or checked.repository.languages.languages[0].tag
    exported = export_records(
        checked.repository, checked.catalogs, read_voice(workspace.locales, tag),
        kinds=wanted, language=tag,
    )  # fmt: skip
    target = output or Path("-".join(wanted) + (".xlsx" if form == "xlsx" else ""))
    if target.exists() and (form == "xlsx" or not target.is_dir() or any(target.iterdir())):
        raise UsageError(
            f"{target} exists already", mend="move it away, or choose another name with --output"
        )
    _write(exported, form, target)
    for record in exported.left_out:
        click.echo(told("{record} does not fit into a table; change its file", record=record))
    for record in exported.broken:
        click.echo(told("{record} is left out: its file has errors", record=record))
    click.echo(told("{path} is ready to be filled in.", path=target))
    click.echo(told("Then run: framework import {path}", path=target))


class _Manner(TypedDict):
    """How files are to be read."""

    kind: str | None
    encoding: str | None
    replaces: bool


@click.command(name="import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--yes", "is_agreed", is_flag=True, help="Do not ask.")
@click.option("--kind", type=click.Choice(KINDS), help="Kind of records that come as YAML files.")
@click.option("--encoding", help="Encoding of CSV files and records that are not in UTF-8.")
@click.option(
    "--replace", "replaces", is_flag=True,
    help="Let records that come as YAML files take the place of those with the same id.",
)  # fmt: skip
@click.pass_obj
def import_(
    workspace: Workspace,
    files: Sequence[Path],
    *,
    dry_run: bool,
    is_agreed: bool,
    **manner: Unpack[_Manner],
) -> None:
    """Take in FILES: workbooks, CSV files, folders of them, or records; all of them or none."""
    for name in undo_interrupted(workspace):
        click.echo(told("{path} is as it was before an import that was interrupted", path=name))
    proposal = _proposal(workspace, _reception(files, manner))
    if proposal.can_be_written:
        click.echo(_visible("".join(change.diff() for change in proposal.changes)), nl=False)
    if proposal.issues:
        report(told_places(proposal.issues, voice().told))
    if not proposal.can_be_written:
        click.echo(told("Nothing was written."), err=True)
        sys.exit(PROBLEMS)
    if not proposal.changes:
        click.echo(told("Nothing changes."))
        return
    if dry_run or not (is_agreed or _agrees(len(proposal.changes))):
        click.echo(told("Nothing was written."))
        return
    write_changes(workspace, proposal.changes)
    for change in proposal.changes:
        click.echo(change.path)


def _reception(files: Sequence[Path], manner: _Manner) -> Reception:
    encoding = _known_encoding(manner["encoding"])
    return Reception(tuple(_incoming(files)), manner["kind"] or "", encoding, manner["replaces"])


def _visible(text: str) -> str:
    """Return lines in which no character acts instead of being seen."""
    return "".join(f"{visible(line)}\n" for line in text.split("\n")[:-1])


def _write(exported: Exported, form: str, target: Path) -> None:
    if form == "xlsx":
        target.write_bytes(write_xlsx(exported.tables, exported.wording))
        return
    target.mkdir(parents=True, exist_ok=True)
    for name, data in write_csv(exported.tables, exported.wording).items():
        (target / name).write_bytes(data)


def _incoming(files: Sequence[Path]) -> list[Incoming]:
    """Return the files, those in folders among them."""
    found = []
    for path in files:
        inner = _readable_in(path) if path.is_dir() else [path]
        if not inner:
            raise UsageError(
                told("there are no CSV files and no records in {path}", path=path),
                mend=told("name a file, or the folder that holds them"),
            )
        found += [Incoming(each, each.as_posix()) for each in inner]
    return found


def _readable_in(folder: Path) -> list[Path]:
    """Return the CSV files and records of a folder.

    Hidden sheets of a book that was divided are none, nor are files that systems hide.
    """
    return [
        path
        for path in sorted(folder.iterdir())
        if path.is_file() and not path.name.startswith(".")
        if is_record_file(path)
        or (path.suffix.casefold() == ".csv" and not path.stem.endswith((KEYS, LISTS)))
    ]


def _known_encoding(name: str | None) -> str:
    if name is None:
        return ""
    try:
        "".encode(name)
    except LookupError as fault:
        raise UsageError(
            f"there is no encoding {name}", mend="write one such as gb18030 or windows-1256"
        ) from fault
    return name


def _proposal(workspace: Workspace, reception: Reception) -> Proposal:
    checked = checked_content(workspace)
    if checked.repository is None:
        stop_with(checked.issues)

    def examine(trial: Workspace) -> Sequence[Issue]:
        return check_content(trial, today=today()).issues

    return take_in(
        workspace, checked.repository, checked.catalogs, reception,
        known=checked.issues, examine=examine,
    )  # fmt: skip


def _agrees(count: int) -> bool:
    """Ask whether files may be written; where nobody answers, nothing is."""
    question = voice().counted("Write {count} file?", "Write {count} files?", count)
    try:
        return consents(str(question))
    except AbandonedError:
        click.echo(told("Nothing was written."), err=True)
        sys.exit(PROBLEMS)
