"""Working folders: where a site is made before anyone sees it.

A working folder lies beside the output, so that a rename moves a whole site::

    .site.staging-k3j9x_2a/
        staging         marks the folder as ours and names its output
        site/           the site in the making; after an exchange, the one that was replaced
        previous/       the site being replaced, where names cannot be exchanged in one step
        discarded/      a site on its way out, never to be put back

Whoever holds the lock of the output owns all its working folders: those that are there when a
build starts were left by one that was killed.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.errors import PublishError
from generator.publish.system_calls import write_out_names
from generator.publish.target import is_vacant

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK: Final = "staging"
_FOLDER_MODE: Final = 0o755
FILE_MODE: Final = 0o644
"""Permissions of every file of a site: the owner writes, everybody reads."""


@dataclass(frozen=True, slots=True)
class Staging:
    """One working folder and the output it works for."""

    folder: Path
    target: Path

    @property
    def site(self) -> Path:
        """Where the new site is written."""
        return self.folder / "site"

    @property
    def previous(self) -> Path:
        """Where the replaced site waits between two renames."""
        return self.folder / "previous"


@contextmanager
def staging_for(target: Path) -> Iterator[Staging]:
    """Make a working folder for the output and clear it away afterwards, whatever happened."""
    folder = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
    staging = Staging(folder, target)
    try:
        (folder / _MARK).write_text(_mark(target), encoding="utf-8", newline="\n")
        staging.site.mkdir()
        yield staging
    finally:
        with suppress(OSError, PublishError):
            # What cannot be removed now is left to the next build, which says so if it cannot.
            restore_previous(staging)
            discard(staging)


def leftovers(target: Path) -> tuple[Staging, ...]:
    """Return the working folders that killed builds of this output have left."""
    pattern = re.compile(re.escape(_prefix(target)) + r"[a-z0-9_]{8}")
    with os.scandir(target.parent) as entries:
        names = sorted(
            entry.name
            for entry in entries
            if pattern.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)
        )
    found = (Staging(target.parent / name, target) for name in names)
    return tuple(staging for staging in found if _is_ours(staging))


def restore_previous(staging: Staging) -> bool:
    """Put a site back that was moved away and not yet replaced; tell whether there was one."""
    if not staging.previous.is_dir() or not is_vacant(staging.target):
        return False
    staging.previous.rename(staging.target)
    write_out_names(staging.target.parent)
    return True


def discard(staging: Staging) -> None:
    """Remove a working folder, its mark last, so that a removal cut short can be finished.

    Raises PublishError when something in it cannot be removed.
    """
    try:
        if staging.previous.exists():
            # From here on it may be incomplete, so it must not look like a site to put back.
            staging.previous.rename(staging.folder / "discarded")
        for entry in sorted(staging.folder.iterdir()):
            if entry.is_dir() and not entry.is_symlink():
                open_to_readers(entry)
                shutil.rmtree(entry)
            elif entry.name != _MARK:
                entry.unlink()
        (staging.folder / _MARK).unlink(missing_ok=True)
        staging.folder.rmdir()
    except OSError as error:
        raise PublishError(
            f"'{staging.folder}', left by a build that was stopped, cannot be removed: "
            f"{error.strerror or error}",
            mend="Remove it by hand, then build again.",
        ) from error


def open_to_readers(site: Path) -> None:
    """Give folders mode 0755 and files 0644, so that any web server can read the site."""
    set_mode(site, _FOLDER_MODE)
    for folder, folders, files in os.walk(site):
        for name in folders:
            # Before the walk goes in, which a folder without permissions would keep it from.
            set_mode(Path(folder, name), _FOLDER_MODE)
        for name in files:
            set_mode(Path(folder, name), FILE_MODE)


def set_mode(path: Path, mode: int) -> None:
    """Set the permissions of a file or folder, but never of what a link leads to."""
    status = path.lstat()
    if not stat.S_ISLNK(status.st_mode) and stat.S_IMODE(status.st_mode) != mode:
        path.chmod(mode)


def _prefix(target: Path) -> str:
    return f".{target.name}.staging-"


def _mark(target: Path) -> str:
    return f"working folder of a build, output: {target.name}\n"


def _is_ours(staging: Staging) -> bool:
    """Tell whether the folder bears our mark, or is still as empty as we make them."""
    try:
        return (staging.folder / _MARK).read_bytes() == _mark(staging.target).encode()
    except FileNotFoundError:
        return next(staging.folder.iterdir(), None) is None
    except OSError:
        return False
