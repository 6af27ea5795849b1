"""A command on a terminal: answers are typed when their question is asked."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.miniature import PROJECT, TODAY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.workspace import Workspace

_PATIENCE = 10.0
"""Seconds without a word after which a key is pressed again."""
_TRIES = 6
"""How often a silence is borne before something is wrong."""
_MOST_QUESTIONS = 100
"""More are asked only where an answer is never accepted."""
_ASKED = re.compile(r"\n([^\s'][^\n]*?)(?: \[[^\n\]]*\])?(?:: |\] )$")
_ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",
    "PYTHONUTF8": "1",
    "FRAMEWORK_TODAY": TODAY.isoformat(),
    "TERM": "dumb",
}
CTRL_C = b"\x03"


@dataclass(frozen=True)
class Talk:
    """What was shown, and how the command ended."""

    shown: str
    code: int


def talk(
    workspace: Workspace, arguments: Sequence[str], answers: Mapping[str, Sequence[str | bytes]]
) -> Talk:
    """Run the command on a pseudo terminal.

    ``answers`` are typed one after the other when a question begins with their key; other
    questions get an empty line.
    """
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(PROJECT)
        os.environ.update(_ENVIRONMENT)
        # A shell without job control lets what it starts in the background ignore Ctrl+C.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        program = [sys.executable, "-m", "generator", "--project", str(workspace.root)]
        os.execv(sys.executable, [*program, *arguments])  # noqa: S606 - our own program
    waiting = {key: list(each) for key, each in answers.items()}
    heard = b""
    shown = answered = ""
    pressed = b""
    questions = 0
    while True:
        _wait(terminal, shown, pressed)
        try:
            data = os.read(terminal, 65_536)
        except OSError:
            break
        if not data:
            break
        heard += data
        # What comes may end within a character.
        shown = heard.decode("utf-8", "ignore").replace("\r\n", "\n")
        asked = _ASKED.search(shown[len(answered) :])
        if asked:
            pressed = _type(terminal, asked[1], waiting)
            answered = shown
            questions += 1
            if questions > _MOST_QUESTIONS:
                os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    assert not any(waiting.values()), f"never asked for: {waiting}\n{shown}"
    return Talk(shown, os.waitstatus_to_exitcode(status))


def _wait(terminal: int, shown: str, pressed: bytes) -> None:
    """Wait for a word.

    Ctrl+C is pressed again, as a person does: readline misses a signal that comes between its
    prompt and its wait.
    """
    for _ in range(_TRIES):
        ready, _, _ = select.select([terminal], [], [], _PATIENCE)
        if ready:
            return
        if pressed == CTRL_C:
            os.write(terminal, pressed)
    pytest.fail(f"nothing happens after: {shown[-500:]}")


def _type(terminal: int, question: str, waiting: dict[str, list[str | bytes]]) -> bytes:
    """Answer a question; return what was typed."""
    key = next((key for key, left in waiting.items() if left and question.startswith(key)), None)
    answer = waiting[key].pop(0) if key is not None else ""
    typed = answer if isinstance(answer, bytes) else f"{answer}\n".encode()
    os.write(terminal, typed)
    return typed
