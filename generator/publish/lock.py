"""One build at a time for each output folder."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from generator.errors import PublishError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Hold the lock beside the output folder; raises PublishError at once if another build does.

    The system frees the lock when the process ends, however it ends, so there is never a stale
    lock to remove. Worker processes share it: while one lives on, its folder is still in use.
    """
    path = target.with_name(f".{target.name}.lock")
    descriptor = _acquired(path, target)
    try:
        yield
    finally:
        with suppress(OSError):
            # Removed while held, so nobody can hold a lock on a name that is about to vanish.
            path.unlink()
        fcntl.flock(descriptor, fcntl.LOCK_UN)
        os.close(descriptor)


def _acquired(path: Path, target: Path) -> int:
    """Return a descriptor that holds the lock on the file that still has this name."""
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK
    while True:
        descriptor = os.open(path, flags, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_named(descriptor, path):
                return descriptor
        except BlockingIOError as error:
            os.close(descriptor)
            raise _busy(target) from error
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _is_named(descriptor: int, path: Path) -> bool:
    """Tell whether the open file still has its name; the last holder may have removed it."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False


def _busy(target: Path) -> PublishError:
    return PublishError(
        f"another build is writing to '{target}'",
        mend="Wait until it is done, or build into another folder.",
    )
