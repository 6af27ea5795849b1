"""The command that rewrites records for a newer model."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from generator.cli.replacing import change_of, show, undo, write
from generator.cli.session import PROBLEMS, checked_content, has_errors, report, told
from generator.migrations.plan import planned
from generator.migrations.steps import STEPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.migrations.steps import Step
    from generator.workspace import Workspace


@click.command()
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.pass_obj
def migrate(workspace: Workspace, *, dry_run: bool) -> None:
    """Rewrite records and catalogs for the model of today: all of them or none."""
    if not migrate_content(workspace, STEPS, dry_run=dry_run):
        return
    issues = checked_content(workspace).issues
    report(issues)
    if has_errors(issues):
        sys.exit(PROBLEMS)


def migrate_content(workspace: Workspace, steps: Sequence[Step], *, dry_run: bool) -> bool:
    """Show what steps change, and write it; say whether anything was written."""
    undo(workspace)
    plan = planned(workspace, steps)
    records = [change_of(workspace, path, text) for path, text in plan.records.items()]
    catalogs = [change_of(workspace, path, text) for path, text in plan.catalogs.items()]
    if not records and not catalogs:
        click.echo(
            told("The records are written for the model of today ({number}).", number=plan.version)
        )
        return False
    show([*records, *catalogs])
    if dry_run:
        click.echo(told("Nothing was written."))
        return False
    write(workspace, [*records, *catalogs])
    for change in [*records, *catalogs]:
        click.echo(change.path)
    return True
