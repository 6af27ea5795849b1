"""Which folder may be replaced by a site: a new one, an empty one, or a site made here."""

from __future__ import annotations

import os
import pwd
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.errors import PublishError
from generator.issues import Issue
from generator.publish.integrity import manifest_of
from generator.publish.inventory import shown, take_inventory
from generator.publish.manifest import MANIFEST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

_LITTER: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that desktops leave in every folder someone looks into; nobody misses them."""
_ELSEWHERE: Final = "Choose another output folder."


def resolved_target(output: Path, protected: Iterable[Path]) -> Path:
    """Return the absolute path of an output folder, its parent made if need be.

    Raises PublishError for a folder that no site may replace: the root of a disk, a mount point,
    the account's home, a protected folder, or one that holds any of these.
    """
    target = _absolute(output)
    for place in (*protected, *_account_home(), Path(target.anchor)):
        if place.resolve().is_relative_to(target):
            raise PublishError(
                f"'{target}' is or holds '{place}', which a site must not replace",
                mend=_ELSEWHERE,
            )
    if target.is_mount():
        raise PublishError(
            f"'{target}' is a mount point and cannot be swapped",
            mend="Choose a folder inside it.",
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def is_vacant(target: Path) -> bool:
    """Tell whether nothing, or an empty folder, is at the path."""
    try:
        return next(target.iterdir(), None) is None
    except FileNotFoundError:
        return True


def check_replaceable(target: Path) -> None:
    """Raise PublishError unless the path is vacant, or a folder with a site and nothing else.

    A site may hold no other file, because it is removed whole: a deployment's ``.git`` folder or
    a ``CNAME`` put in by hand would be lost with it.
    """
    _check_folder(target)
    if is_vacant(target):
        return
    manifest = manifest_of(target)
    if isinstance(manifest, Issue):
        raise PublishError(
            f"'{target}' was not made by this command ({manifest.message})",
            mend="Choose another output folder, or empty this one.",
        )
    inventory = take_inventory(target)
    known = {MANIFEST_NAME, *(file.path for file in manifest.files)}
    strange = [
        path
        for path in (*inventory.files, *inventory.others)
        if path not in known and Path(path).name not in _LITTER
    ]
    if strange:
        raise PublishError(
            f"'{target}' holds {len(strange)} file(s) that this command did not make, "
            f"such as '{shown(strange[0])}'",
            mend="Move what is not part of the site elsewhere, or choose another output folder.",
        )


def _check_folder(target: Path) -> None:
    if target.is_symlink():
        raise PublishError(
            f"'{target}' is a symbolic link", mend="Give the folder that it leads to."
        )
    if target.exists() and not target.is_dir():
        raise PublishError(f"'{target}' is not a folder", mend=_ELSEWHERE)


def _absolute(output: Path) -> Path:
    """Resolve all but the last name, so that a link in its place is still seen."""
    if output.name in {"", ".."}:
        return output.resolve()
    return output.parent.resolve() / output.name


def _account_home() -> tuple[Path, ...]:
    """Return the home folder in the system's list of accounts, if the account is listed."""
    try:
        return (Path(pwd.getpwuid(os.getuid()).pw_dir),)
    except KeyError:
        return ()
