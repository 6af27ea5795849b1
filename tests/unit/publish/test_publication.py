from __future__ import annotations

import errno
import signal
import stat
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.errors import PublishError, UsageError
from generator.issues import Issue, Place, message
from generator.publish import swap
from generator.publish.integrity import verify_manifest
from generator.publish.publication import RejectedSiteError, publish

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.publish.publication import Stage

    Write = Callable[[Path], None]
    Filler = Callable[[str], Write]
    Contents = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "public" / "site"


@pytest.fixture(params=["exchange", "renames"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test where names can be exchanged, if they can here, and where they cannot."""
    if request.param == "renames":
        monkeypatch.setattr(swap, "exchange_folders", lambda _one, _other: False)


def beside(output: Path) -> list[str]:
    return sorted(path.name for path in output.parent.iterdir())


def test_the_first_site_is_published_with_its_manifest(
    output: Path, fill_with: Filler, contents: Contents
) -> None:
    published = publish(output, fill_with("first"))
    assert not published.replaced
    assert published.folder == output
    assert set(contents(output)) == {
        "en/first.html",
        "en/index.html",
        "index.html",
        "manifest.json",
    }
    assert [file.path for file in published.manifest.files] == [
        "en/first.html",
        "en/index.html",
        "index.html",
    ]
    assert verify_manifest(output) == ()


@pytest.mark.usefixtures("_way")
def test_a_new_site_replaces_the_old_one_and_nothing_else_stays(
    output: Path, fill_with: Filler, contents: Contents
) -> None:
    publish(output, fill_with("first"))
    published = publish(output, fill_with("second"))
    assert published.replaced
    assert "en/first.html" not in contents(output)
    assert b"second" in contents(output)["en/index.html"]
    assert verify_manifest(output) == ()
    assert beside(output) == ["site"]


def test_an_empty_folder_is_taken_over(output: Path, fill_with: Filler) -> None:
    output.mkdir(parents=True)
    assert not publish(output, fill_with("first")).replaced
    assert verify_manifest(output) == ()


def test_two_builds_of_the_same_content_are_byte_identical(
    output: Path, tmp_path: Path, fill_with: Filler, contents: Contents
) -> None:
    publish(output, fill_with("same"))
    publish(tmp_path / "other", fill_with("same"))
    assert contents(output) == contents(tmp_path / "other")


def test_a_web_server_may_read_everything(output: Path, fill_with: Filler) -> None:
    def fill(site: Path) -> None:
        fill_with("first")(site)
        (site / "index.html").chmod(0o600)
        (site / "en").chmod(0o700)

    publish(output, fill)
    for path in (output, *output.rglob("*")):
        expected = 0o755 if path.is_dir() else 0o644
        assert stat.S_IMODE(path.stat().st_mode) == expected


@pytest.mark.parametrize(
    "fault", [RuntimeError("bug"), UsageError("wrong", mend="mend it"), KeyboardInterrupt()]
)
def test_a_failing_build_leaves_the_old_site_and_its_own_error(
    output: Path, fill_with: Filler, contents: Contents, fault: BaseException
) -> None:
    publish(output, fill_with("first"))
    before = contents(output)

    def fill(site: Path) -> None:
        fill_with("second")(site)
        raise fault

    with pytest.raises(type(fault)) as caught:
        publish(output, fill)
    assert caught.value is fault
    assert contents(output) == before
    assert beside(output) == ["site"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EACCES, "permission is denied"),
        (errno.EROFS, "the disk is read-only"),
    ],
)
def test_what_the_disk_refuses_is_said_in_a_sentence(
    output: Path, fill_with: Filler, contents: Contents, number: int, words: str
) -> None:
    publish(output, fill_with("first"))
    before = contents(output)

    def fill(site: Path) -> None:
        fill_with("second")(site)
        raise OSError(number, "untranslated", str(site / "en" / "more.html"))

    with pytest.raises(PublishError) as caught:
        publish(output, fill)
    assert words in caught.value.what
    assert "more.html" in caught.value.what
    assert caught.value.mend
    assert contents(output) == before
    assert beside(output) == ["site"]


def test_a_site_that_breaks_rules_is_not_published(
    output: Path, fill_with: Filler, contents: Contents
) -> None:
    publish(output, fill_with("first"))
    before = contents(output)

    def fill(site: Path) -> None:
        fill_with("second")(site)
        (site / "en" / "index.html").write_text("<html lang=en dir=ltr><title>x</title><a href=x>")

    with pytest.raises(RejectedSiteError) as caught:
        publish(output, fill)
    assert [issue.rule for issue in caught.value.issues] == ["site-broken-link"]
    assert contents(output) == before
    assert beside(output) == ["site"]


def test_warnings_are_handed_on_and_do_not_stop_a_site(output: Path, fill_with: Filler) -> None:
    warning = Issue(
        Place("index.html"), "site-x", message("so-so"), message("mend"), severity="warning"
    )
    published = publish(output, fill_with("first"), verify=lambda _: (warning,))
    assert published.issues == (warning,)
    assert output.is_dir()


def test_a_build_that_writes_nothing_is_not_published(output: Path, fill_with: Filler) -> None:
    publish(output, fill_with("first"))
    with pytest.raises(PublishError, match="empty"):
        publish(output, lambda _: None)
    assert verify_manifest(output) == ()


def test_a_link_in_the_new_site_is_refused(output: Path, fill_with: Filler, tmp_path: Path) -> None:
    def fill(site: Path) -> None:
        fill_with("first")(site)
        (site / "leak").symlink_to(tmp_path)

    with pytest.raises(PublishError, match="leak"):
        publish(output, fill)
    assert not output.exists()


def test_files_put_into_the_output_during_the_build_are_not_lost(
    output: Path, fill_with: Filler
) -> None:
    publish(output, fill_with("first"))

    def fill(site: Path) -> None:
        fill_with("second")(site)
        (output / "CNAME").write_text("example.org")

    with pytest.raises(PublishError, match="CNAME"):
        publish(output, fill)
    assert (output / "CNAME").read_text() == "example.org"


def test_a_swap_that_fails_leaves_the_old_site(
    output: Path, fill_with: Filler, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(output, fill_with("first"))
    before = contents(output)

    def fail(one: Path, other: Path) -> bool:
        raise OSError(errno.EIO, "untranslated", str(one), None, str(other))

    monkeypatch.setattr(swap, "exchange_folders", fail)
    with pytest.raises(PublishError, match="the disk does not answer"):
        publish(output, fill_with("second"))
    assert contents(output) == before
    assert beside(output) == ["site"]


@pytest.mark.parametrize("fault", [RuntimeError(), KeyboardInterrupt(), OSError(errno.EIO, "x")])
def test_stopping_between_two_renames_moves_the_old_site_back(
    output: Path,
    fill_with: Filler,
    contents: Contents,
    monkeypatch: pytest.MonkeyPatch,
    fault: BaseException,
) -> None:
    monkeypatch.setattr(swap, "exchange_folders", lambda _one, _other: False)
    publish(output, fill_with("first"))
    before = contents(output)

    def stop(stage: Stage) -> None:
        if stage == "moved-away":
            assert not output.exists()
            raise fault

    with pytest.raises((type(fault), PublishError)):
        publish(output, fill_with("second"), on_stage=stop)
    assert contents(output) == before
    assert beside(output) == ["site"]


def test_a_site_can_be_published_from_a_thread(output: Path, fill_with: Filler) -> None:
    thread = threading.Thread(target=publish, args=(output, fill_with("first")))
    thread.start()
    thread.join()
    assert verify_manifest(output) == ()


def test_the_callers_signal_handlers_are_as_before(output: Path, fill_with: Filler) -> None:
    numbers = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
    before = [signal.getsignal(number) for number in numbers]
    publish(output, fill_with("first"))
    assert [signal.getsignal(number) for number in numbers] == before


@pytest.mark.parametrize("relative", [Path("site"), Path("sub/../site"), Path("./site")])
def test_a_relative_output_is_found(
    tmp_path: Path, fill_with: Filler, monkeypatch: pytest.MonkeyPatch, relative: Path
) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path)
    assert publish(relative, fill_with("first")).folder == tmp_path / "site"
