"""All files are written, or none; an import that was killed leaves nothing half."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.errors import UsageError
from generator.exchange.applying import undo_interrupted, write_changes
from generator.exchange.proposal import Arrival, Change
from generator.issues import Place
from tests.miniature import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.exchange.proposal import Proposal
    from tests.exchange.desk import Desk

_KILLED = """
import os, signal, sys
from pathlib import Path
from generator.exchange.applying import write_changes
from generator.exchange.proposal import Arrival, Change
from generator.issues import Place
from generator.workspace import Workspace

root = Path(sys.argv[1])
changes = []
for name in sys.argv[3:]:
    path = root / name
    before = path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else None
    changes.append(Change(Arrival("projects", path.stem, Place("x")), name, before, "title: x\\n"))
replace, left = Path.replace, [int(sys.argv[2])]

def stopping(self, target):
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    return replace(self, target)

Path.replace = stopping
write_changes(Workspace(root), changes)
"""


_NAMES = (
    "content/projects/sample.yaml",
    "locales/zh/projects.po",
    "content/projects/green-list.yaml",
    "content/projects/new-one.yaml",
    "locales/th/projects.po",
)
"""Records and catalogs, some of them new."""


def _files(desk: Desk) -> Mapping[Path, bytes]:
    folders = (desk.workspace.content, desk.workspace.locales)
    found = (path for folder in folders for path in sorted(folder.rglob("*")))
    return {path: path.read_bytes() for path in found if path.is_file()}


@pytest.fixture
def catalogued(desk: Desk) -> Desk:
    """A project with a catalog."""
    catalog = desk.workspace.root / _NAMES[1]
    catalog.parent.mkdir(parents=True)
    catalog.write_bytes(b'msgid "a \xff"\n')
    return desk


def _changes(desk: Desk) -> list[Change]:
    found = []
    for name in _NAMES:
        path = desk.workspace.root / name
        before = path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else None
        arrival = Arrival("projects", path.stem, Place("x"))
        found.append(Change(arrival, name, before, f"title: {name}\n"))
    return found


class _Faults:
    """Lets everything that touches the disk work until a step; that one fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fault: BaseException) -> None:
        self.steps, self.failing = 0, 0
        self._fault = fault
        for owner, name in (
            (Path, "mkdir"), (Path, "open"), (Path, "replace"), (Path, "unlink"), (os, "fsync"),
        ):  # fmt: skip
            monkeypatch.setattr(owner, name, self._counting(getattr(owner, name)))

    def _counting(self, real: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **options: object) -> object:
            self.steps += 1
            if self.steps == self.failing:
                raise self._fault
            return real(*arguments, **options)

        return step


def _proposal(desk: Desk, folder: Path) -> Proposal:
    path = folder / "projects.csv"
    path.write_text("Id,Title\nsample,One\ngreen-list,Two\n", encoding="utf-8")
    return desk.propose(path)


def test_all_changes_are_written_and_nothing_is_left_behind(desk: Desk, tmp_path: Path) -> None:
    proposal = _proposal(desk, tmp_path)
    write_changes(desk.workspace, proposal.changes)
    for change in proposal.changes:
        assert (desk.workspace.root / change.path).read_text(encoding="utf-8") == change.after
    assert undo_interrupted(desk.workspace) == ()
    assert not (desk.workspace.root / "build" / "import").exists()


def test_a_failure_halfway_puts_everything_back(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposal, before = _proposal(desk, tmp_path), _files(desk)
    replace, calls = Path.replace, []

    def failing(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="No space left"):
        write_changes(desk.workspace, proposal.changes)
    assert _files(desk) == before


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_whatever_step_fails_records_and_catalogs_are_as_they_were(
    catalogued: Desk, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    changes, before = _changes(catalogued), _files(catalogued)
    faults = _Faults(monkeypatch, fault)
    tried = 0
    while True:
        tried += 1
        faults.steps, faults.failing = 0, tried
        try:
            write_changes(catalogued.workspace, changes)
        except type(fault):
            faults.failing = 0
            assert _files(catalogued) == before, f"step {tried}"
            assert undo_interrupted(catalogued.workspace) == ()
            assert not (catalogued.workspace.root / "build" / "import").exists()
        else:
            break
    faults.failing = 0
    # Each file is laid aside, waited for and put in its place; no step was overlooked.
    assert tried > 5 * len(_NAMES)
    assert {path.read_text("utf-8") for path in _files(catalogued)} >= {
        change.after for change in changes
    }


@pytest.mark.parametrize("steps", range(len(_NAMES) + 1))
def test_a_killed_import_is_undone_by_the_next_one(
    catalogued: Desk, tmp_path: Path, steps: int
) -> None:
    desk = catalogued
    before = _files(desk)
    script = tmp_path / "killed.py"
    script.write_text(_KILLED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(desk.workspace.root), str(steps), *_NAMES],
        check=False, cwd=PROJECT, env=os.environ | {"PYTHONPATH": str(PROJECT)},
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL
    undone = undo_interrupted(desk.workspace)
    assert len(undone) == max(steps - 1, 0)
    assert _files(desk) == before


def test_what_was_changed_after_a_killed_import_is_kept(desk: Desk, tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(_KILLED, encoding="utf-8")
    subprocess.run(
        [sys.executable, str(script), str(desk.workspace.root), "3", _NAMES[0], *_NAMES[2:4]],
        check=False, cwd=PROJECT, env=os.environ | {"PYTHONPATH": str(PROJECT)},
    )  # fmt: skip
    record = desk.workspace.content / "projects" / "sample.yaml"
    record.write_text("title: mine\n", encoding="utf-8")
    assert undo_interrupted(desk.workspace) == ("content/projects/green-list.yaml",)
    assert record.read_text(encoding="utf-8") == "title: mine\n"


def test_a_file_that_changed_while_somebody_looked_is_not_overwritten(
    desk: Desk, tmp_path: Path
) -> None:
    proposal = _proposal(desk, tmp_path)
    (desk.workspace.content / "projects" / "sample.yaml").write_text("title: x\n", encoding="utf-8")
    before = _files(desk)
    with pytest.raises(UsageError, match="was changed while you looked"):
        write_changes(desk.workspace, proposal.changes)
    assert _files(desk) == before
