"""Commands that write records, and the schemas that editors complete them with."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from generator.cli.session import PROBLEMS, told
from generator.model.kinds import KINDS
from generator.model.schemas import json_schemas
from generator.records.scaffold import scaffold

if TYPE_CHECKING:
    from generator.workspace import Workspace


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("record_id", metavar="ID")
@click.option("--language", default="en", show_default=True, help="Language you write in.")
@click.pass_obj
def new(workspace: Workspace, kind: str, record_id: str, language: str) -> None:
    """Start a record of KIND with the id ID, with every field explained."""
    path = workspace.content / kind / f"{record_id}.yaml"
    name = path.relative_to(workspace.root)
    if path.exists():
        raise click.UsageError(told("{path} exists already", path=name))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(scaffold(kind, language=language), encoding="utf-8", newline="\n")
    click.echo(told("{path} is ready to be filled in.", path=name))
    click.echo(told("Then run: framework check"))


@click.command()
@click.option("--check", "is_check", is_flag=True, help="Only say whether they are up to date.")
@click.pass_obj
def schemas(workspace: Workspace, *, is_check: bool) -> None:
    """Renew the JSON Schemas that editors use, from the model."""
    folder = workspace.root / "schemas"
    stale = []
    for name, text in json_schemas().items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path)
            if not is_check:
                folder.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
    for path in stale:
        click.echo(path.relative_to(workspace.root))
    if stale and is_check:
        click.echo(told("Renew them with: framework schemas"), err=True)
        sys.exit(PROBLEMS)
