"""The two things publishing needs from the system that the standard library does not offer.

Both are optional: where the system or the file system lacks them, the caller has another way.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_HERE: Final = -100
"""AT_FDCWD: paths are taken as they stand."""
_LINUX_EXCHANGE: Final = 2
"""RENAME_EXCHANGE, renameat2(2)."""
_DARWIN_SWAP: Final = 2
"""RENAME_SWAP, renamex_np(2)."""
_NOT_OFFERED: Final = frozenset(
    {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}
)
"""What kernels, file systems and containers answer when they cannot exchange two names."""


def exchange_folders(one: Path, other: Path) -> bool:
    """Exchange two folders in one step that nobody can see half done.

    Returns False where the system cannot do it; raises OSError where it tried and failed.
    """
    exchange = _EXCHANGES.get(sys.platform)
    code = None if exchange is None else exchange(os.fsencode(one), os.fsencode(other))
    if code is None or code in _NOT_OFFERED:
        return False
    if code:
        raise OSError(code, os.strerror(code), str(one), None, str(other))
    return True


def write_out(folder: Path) -> None:
    """Wait until everything written to the file system of the folder is on the disk.

    One call for the whole file system: flushing 10,000 pages one by one takes minutes.
    """
    syncfs = getattr(_c_library(), "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if syncfs(ctypes.c_int(descriptor)):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(descriptor)


def write_out_names(folder: Path) -> None:
    """Wait until the names in the folder itself are on the disk, such as after a rename."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _exchange_on_linux(one: bytes, other: bytes) -> int | None:
    """Return the error number, 0 when done, None when the C library lacks the call."""
    call = getattr(_c_library(), "renameat2", None)
    if call is None:
        return None
    here, flags = ctypes.c_int(_HERE), ctypes.c_uint(_LINUX_EXCHANGE)
    failed = call(here, ctypes.c_char_p(one), here, ctypes.c_char_p(other), flags)
    return ctypes.get_errno() if failed else 0


def _exchange_on_darwin(one: bytes, other: bytes) -> int | None:
    """Return the error number, 0 when done, None when the C library lacks the call."""
    call = getattr(_c_library(), "renamex_np", None)
    if call is None:
        return None
    failed = call(ctypes.c_char_p(one), ctypes.c_char_p(other), ctypes.c_uint(_DARWIN_SWAP))
    return ctypes.get_errno() if failed else 0


def _c_library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


_EXCHANGES: Final = {"linux": _exchange_on_linux, "darwin": _exchange_on_darwin}
