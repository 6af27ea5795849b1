"""A copy of the project in which records are examined before they are written."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generator.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.issues import Issue


def examined(
    workspace: Workspace,
    texts: Mapping[str, str],
    examine: Callable[[Workspace], Sequence[Issue]],
) -> Sequence[Issue]:
    """Return what is wrong with the content once these files have these texts.

    Paths are relative to the project folder. The project itself is not touched.
    """
    if not texts:
        return ()
    with TemporaryDirectory(prefix="framework-import-") as folder:
        trial = Workspace(Path(folder).resolve())
        for source, target in (
            (workspace.content, trial.content),
            (workspace.locales, trial.locales),
        ):
            if source.is_dir():
                shutil.copytree(source, target, symlinks=True, copy_function=_copied)
        for name, text in texts.items():
            path = trial.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        return examine(trial)


def _copied(source: str, target: str) -> str:
    """Give a file a second name where the system can, which costs nothing; else copy it."""
    try:
        os.link(source, target)
    except OSError:
        return str(shutil.copy(source, target))
    return target
