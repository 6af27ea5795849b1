"""Turn a request to end into an orderly retreat."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_REQUESTS: Final = (signal.SIGTERM, signal.SIGHUP)


class _AskedToEnd(BaseException):
    """A signal asked the process to end; never leaves this module."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Let SIGTERM and SIGHUP unwind the block first, then end the process as they would have.

    A handler that the caller has set is left alone, and so is a thread that is not the main one,
    where Python does not allow handlers.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heeded = [number for number in _REQUESTS if signal.getsignal(number) is signal.SIG_DFL]
    unwind = _Unwinding(os.getpid())
    asked = None
    try:
        for number in heeded:
            signal.signal(number, unwind)
        yield
    except _AskedToEnd as request:
        asked = request.number
    finally:
        for number in heeded:
            signal.signal(number, signal.SIG_DFL)
    if asked is not None:
        signal.raise_signal(asked)


class _Unwinding:
    """Signal handler that unwinds the process it was made in, and ends its forked children."""

    def __init__(self, process: int) -> None:
        self._process = process

    def __call__(self, number: int, _frame: FrameType | None) -> None:
        if os.getpid() == self._process:
            raise _AskedToEnd(number)
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)
