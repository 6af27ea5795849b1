"""Show what would change in record files, and write it: all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from generator.cli.session import told
from generator.exchange.applying import undo_interrupted, write_changes
from generator.exchange.proposal import Arrival, Change
from generator.issues import Place
from generator.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.kinds import Kind
    from generator.workspace import Workspace


def change_of(workspace: Workspace, path: str, after: str) -> Change:
    """Return the change of a file that is there to a new text, with its own ends of lines."""
    before = (workspace.root / path).read_bytes().decode("utf-8", "surrogateescape")
    folder, _, name = path.rpartition("/")
    kind = cast("Kind", folder.rpartition("/")[2])
    text = after.replace("\n", "\r\n") if _ends_like_windows(before) else after
    return Change(Arrival(kind, name.removesuffix(".yaml"), Place(path)), path, before, text)


def show(changes: Sequence[Change], *, err: bool = False) -> None:
    """Print the differences, with characters that act instead of being seen spelt out."""
    for change in changes:
        for line in change.diff().splitlines():
            click.echo(visible(line), err=err)


def write(workspace: Workspace, changes: Sequence[Change]) -> None:
    """Write the changes, after what an earlier run left half done was undone."""
    write_changes(workspace, changes)


def undo(workspace: Workspace) -> None:
    """Put back what a run that was interrupted had changed, and say so."""
    for name in undo_interrupted(workspace):
        click.echo(told("{path} is as it was before a run that was interrupted", path=name))


def _ends_like_windows(text: str) -> bool:
    return text.count("\r\n") * 2 > text.count("\n")
