"""A build may be killed at any line; the site is whole and the next build works."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import generator.publish
from generator.errors import PublishError
from generator.publish import staging, swap
from generator.publish.integrity import verify_manifest
from generator.publish.publication import publish

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from _typeshed import TraceFunction

    Write = Callable[[Path], None]
    Filler = Callable[[str], Write]

PACKAGE = str(Path(generator.publish.__file__).parent)
CHECKS = ("page.py", "stylesheet.py", "address.py", "verify.py")
"""Modules that only read; being killed in them is like being killed just before."""


def in_child(action: Callable[[], None]) -> int:
    """Run an action in a process of its own and return how it ended, as ``waitstatus``."""
    child = os.fork()
    if child == 0:
        try:
            action()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_after(lines: int) -> Callable[[FrameType, str, Any], TraceFunction | None]:
    """Make a trace function that kills the process after so many lines of publishing."""
    left = lines

    def trace(frame: FrameType, event: str, _value: object) -> TraceFunction | None:
        nonlocal left
        name = frame.f_code.co_filename
        if not name.startswith((PACKAGE, shutil.__file__)) or name.endswith(CHECKS):
            return None
        if event == "line":
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    return trace


def publish_killed_after(lines: int, output: Path, fill: Write) -> bool:
    """Publish in a child that is killed after so many lines; tell whether it came that far."""

    def action() -> None:
        sys.settrace(killed_after(lines))
        publish(output, fill)

    return in_child(action) == -signal.SIGKILL


def state(output: Path, first: str, second: str) -> str:
    """Tell which whole site is there; any other state fails the test."""
    if not output.exists():
        return "none"
    assert verify_manifest(output) == ()
    found = [word for word in (first, second) if (output / "en" / f"{word}.html").exists()]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_killed_at_any_line_a_site_stays_whole(
    tmp_path: Path, fill_with: Filler, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    if way == "renames":
        monkeypatch.setattr(swap, "exchange_folders", lambda _one, _other: False)
    output = tmp_path / "site"
    publish(output, fill_with("old"))
    lines, seen = 0, set()
    while publish_killed_after(lines, output, fill_with("new")):
        found = state(output, "old", "new")
        seen.add(found)
        if found == "none":
            assert way == "renames"
        with pytest.raises(ZeroDivisionError):
            publish(output, lambda _: print(1 / 0))
        assert state(output, "old", "new") == ("old" if found == "none" else found)
        assert [path.name for path in tmp_path.iterdir()] == ["site"]
        if found == "new":
            publish(output, fill_with("old"))
        lines += 13
    assert seen >= {"old", "new"}


def test_killed_at_any_line_the_first_site_appears_whole_or_not_at_all(
    tmp_path: Path, fill_with: Filler
) -> None:
    lines, seen = 0, set()
    while publish_killed_after(lines, tmp_path / str(lines) / "site", fill_with("new")):
        output = tmp_path / str(lines) / "site"
        seen.add(state(output, "old", "new"))
        publish(output, fill_with("new"))
        assert state(output, "old", "new") == "new"
        assert [path.name for path in output.parent.iterdir()] == ["site"]
        lines += 29
    assert seen == {"none", "new"}


def test_killed_between_two_renames_the_old_site_comes_back(
    tmp_path: Path, fill_with: Filler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "exchange_folders", lambda _one, _other: False)
    output = tmp_path / "site"
    publish(output, fill_with("old"))
    die_at("moved-away", signal.SIGKILL, output, fill_with("new"))
    assert state(output, "old", "new") == "none"
    published = publish(output, fill_with("next"))
    assert published.recovered
    assert published.replaced
    assert state(output, "old", "next") == "next"


def test_a_site_moved_away_is_kept_while_its_place_is_taken(
    tmp_path: Path, fill_with: Filler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "exchange_folders", lambda _one, _other: False)
    output = tmp_path / "site"
    publish(output, fill_with("old"))
    die_at("moved-away", signal.SIGKILL, output, fill_with("new"))
    output.mkdir()
    (output / "letter.txt").write_text("not a site")
    with pytest.raises(PublishError, match="was not made by this command"):
        publish(output, fill_with("new"))
    (left,) = staging.leftovers(output)
    assert verify_manifest(left.previous) == ()
    (output / "letter.txt").unlink()
    assert publish(output, fill_with("new")).recovered


def test_a_site_on_its_way_out_is_never_put_back(
    tmp_path: Path, fill_with: Filler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "exchange_folders", lambda _one, _other: False)
    output = tmp_path / "site"
    publish(output, fill_with("old"))

    def remove_half(folder: Path) -> None:
        (folder / "index.html").unlink()
        os.kill(os.getpid(), signal.SIGKILL)

    def action() -> None:
        monkeypatch.setattr(shutil, "rmtree", remove_half)
        publish(output, fill_with("new"))

    assert in_child(action) == -signal.SIGKILL
    assert state(output, "old", "new") == "new"
    shutil.rmtree(output)
    assert not publish(output, fill_with("next")).recovered


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("stage", ["locked", "filled", "written-out", "moved-away"])
def test_asked_to_end_a_build_clears_up_and_ends_as_asked(
    tmp_path: Path,
    fill_with: Filler,
    monkeypatch: pytest.MonkeyPatch,
    number: signal.Signals,
    stage: str,
) -> None:
    monkeypatch.setattr(swap, "exchange_folders", lambda _one, _other: False)
    output = tmp_path / "site"
    publish(output, fill_with("old"))
    assert die_at(stage, number, output, fill_with("new")) == -number
    assert state(output, "old", "new") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def die_at(stage: str, number: signal.Signals, output: Path, fill: Write) -> int:
    """Publish in a child that gets a signal when a stage is done; return how it ended."""

    def on_stage(done: str) -> None:
        if done == stage:
            signal.raise_signal(number)

    def action() -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        publish(output, fill, on_stage=on_stage)

    return in_child(action)
