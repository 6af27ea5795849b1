from __future__ import annotations

import fcntl
import os
from typing import TYPE_CHECKING

import pytest

from generator.errors import PublishError
from generator.publish.integrity import verify_manifest
from generator.publish.lock import locked
from generator.publish.publication import publish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[Path], None]
    Filler = Callable[[str], Write]


def test_a_second_build_is_told_at_once_and_the_first_goes_on(
    tmp_path: Path, fill_with: Filler
) -> None:
    output = tmp_path / "site"
    filling, release = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        os.close(release[1])

        def fill(site: Path) -> None:
            os.write(filling[1], b"!")
            os.read(release[0], 1)
            fill_with("first")(site)

        try:
            publish(output, fill)
        finally:
            os._exit(0)
    assert os.read(filling[0], 1) == b"!"
    with pytest.raises(PublishError, match="another build is writing"):
        publish(output, fill_with("second"))
    assert not output.exists()
    os.write(release[1], b"!")
    os.waitpid(child, 0)
    assert (output / "en" / "first.html").exists()
    for descriptor in (*filling, *release):
        os.close(descriptor)
    publish(output, fill_with("second"))
    assert (output / "en" / "second.html").exists()


def test_a_lock_that_was_removed_while_waiting_for_it_is_not_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / ".site.lock"
    real, calls = fcntl.flock, []

    def removed_by_the_last_holder(descriptor: int, operation: int) -> None:
        calls.append(operation)
        if len(calls) == 1:
            lock.unlink()
        real(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", removed_by_the_last_holder)
    with locked(tmp_path / "site"):
        with pytest.raises(PublishError, match="another build"), locked(tmp_path / "site"):
            pytest.fail("two builds hold the lock")
        assert lock.exists()
    assert not lock.exists()


def test_builds_into_different_folders_do_not_wait(tmp_path: Path, fill_with: Filler) -> None:
    def fill(site: Path) -> None:
        publish(tmp_path / "other", fill_with("second"))
        fill_with("first")(site)

    publish(tmp_path / "site", fill)
    assert verify_manifest(tmp_path / "site") == ()
    assert verify_manifest(tmp_path / "other") == ()


def test_many_builds_at_once_leave_one_whole_site(tmp_path: Path, fill_with: Filler) -> None:
    output = tmp_path / "site"
    children = []
    for number in range(4):
        child = os.fork()
        if child == 0:
            done = 1
            try:
                publish_often(output, fill_with(f"word{number}"))
                done = 0
            finally:
                os._exit(done)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0, 0]
    assert verify_manifest(output) == ()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def publish_often(output: Path, fill: Write) -> None:
    """Publish until it went through five times; being told that another build runs is right."""
    through = 0
    while through < 5:
        try:
            publish(output, fill)
            through += 1
        except PublishError as error:
            assert "another build" in error.what  # noqa: PT017 -- any other error is a fault
