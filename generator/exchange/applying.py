"""Write record files and catalogs: all of them, or none.

The new files are first laid aside as a whole, beside copies of the old ones and a list of both.
Then each takes its place in one step. Whatever interrupts that is undone: at once where the
program still runs, else at the next import.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from typing import TYPE_CHECKING

from generator.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.exchange.proposal import Change
    from generator.workspace import Workspace

_LIST = "list.json"
_NEW, _OLD = "new", "old"


def write_changes(workspace: Workspace, changes: Sequence[Change]) -> None:
    """Write every change, or none.

    Raises UsageError where a file is no longer what it was when the changes were shown, and OSError
    where the disk refuses; content and catalogs are then as they were.
    """
    for change in changes:
        if _bytes(workspace.root / change.path) != _encoded(change.before):
            raise UsageError(
                f"{change.path} was changed while you looked",
                mend="start the import once more",
            )
    aside = _aside(workspace)
    shutil.rmtree(aside, ignore_errors=True)
    try:
        _lay_aside(workspace, aside, changes)
        for number, change in enumerate(changes):
            target = workspace.root / change.path
            target.parent.mkdir(parents=True, exist_ok=True)
            (aside / _NEW / str(number)).replace(target)
        (aside / _LIST).unlink()
    except BaseException:
        undo_interrupted(workspace)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def undo_interrupted(workspace: Workspace) -> tuple[str, ...]:
    """Undo an import that did not come to its end; return the files that were put back.

    A file that somebody has changed since is left as it is.
    """
    aside = _aside(workspace)
    undone: list[str] = []
    if (aside / _LIST).is_file():
        entries = json.loads((aside / _LIST).read_text(encoding="utf-8"))
        for number, (name, digest) in enumerate(entries):
            target = (workspace.root / name).resolve()
            data = _bytes(target) if _is_ours(workspace, target) else None
            if data is None or hashlib.sha256(data).hexdigest() != digest:
                continue
            old = aside / _OLD / str(number)
            if old.is_file():
                old.replace(target)
            else:
                target.unlink()
            undone.append(name)
        (aside / _LIST).unlink()
    shutil.rmtree(aside, ignore_errors=True)
    return tuple(undone)


def _is_ours(workspace: Workspace, path: Path) -> bool:
    """Say whether a file is one of those that are written here: a record or a catalog."""
    return any(
        path.is_relative_to(folder.resolve()) for folder in (workspace.content, workspace.locales)
    )


def _lay_aside(workspace: Workspace, aside: Path, changes: Sequence[Change]) -> None:
    """Write new files and copies of old ones; the list comes last and makes them count."""
    (aside / _NEW).mkdir(parents=True)
    (aside / _OLD).mkdir()
    entries = []
    for number, change in enumerate(changes):
        data = change.after.encode("utf-8", "surrogateescape")
        _write_out(aside / _NEW / str(number), data)
        old = _bytes(workspace.root / change.path)
        if old is not None:
            _write_out(aside / _OLD / str(number), old)
        entries.append((change.path, hashlib.sha256(data).hexdigest()))
    _write_out(aside / "unfinished", json.dumps(entries).encode())
    (aside / "unfinished").replace(aside / _LIST)


def _write_out(path: Path, data: bytes) -> None:
    """Write a file and wait until it is on the disk."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _aside(workspace: Workspace) -> Path:
    # In the project, so that a file can take its place in one step: a move between disks cannot.
    return workspace.root / "build" / "import"


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _encoded(text: str | None) -> bytes | None:
    return None if text is None else text.encode("utf-8", "surrogateescape")
