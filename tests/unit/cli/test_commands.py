"""The command as people and scripts use it: what it prints and how it ends."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.miniature import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.workspace import Workspace


def framework(workspace: Workspace, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", "--project", str(workspace.root), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=PROJECT,
    )


def break_track(workspace: Workspace) -> Path:
    record = workspace.content / "projects" / "green-list.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("track: shared-library", "track: sharedlibrary"), "utf-8")
    return record


def test_clean_content_is_said_to_be_clean(mini: Workspace) -> None:
    done = framework(mini, "check")
    assert (done.returncode, done.stdout) == (0, "No problems found.\n")


def test_all_problems_come_in_one_run_sorted_and_counted(mini: Workspace) -> None:
    break_track(mini)
    (mini.content / "sources" / "extra.yaml").write_text("titel: x\n", encoding="utf-8")
    done = framework(mini, "check")
    lines = [line for line in done.stdout.splitlines() if not line.startswith("    ")]
    assert done.returncode == 1
    assert lines[:-1] == sorted(lines[:-1])
    assert lines[0].startswith("content/projects/green-list.yaml:6:8: error: ")
    assert any(line.startswith("content/sources/extra.yaml:1:1: error: ") for line in lines)
    assert lines[-1] == f"{len(lines) - 1} errors in 2 files."


def test_check_of_one_file_speaks_of_that_file_only(mini: Workspace) -> None:
    record = break_track(mini)
    (mini.content / "sources" / "extra.yaml").write_text("titel: x\n", encoding="utf-8")
    done = framework(mini, "check", str(record))
    assert "1 error in 1 file." in done.stdout
    assert framework(mini, "check", str(mini.content / "pillars")).returncode == 0


def test_check_of_a_file_that_does_not_exist_is_wrong_use(mini: Workspace) -> None:
    done = framework(mini, "check", str(mini.content / "nothing.yaml"))
    assert done.returncode == 2
    assert "there is no file or folder" in done.stderr


def test_other_programs_read_the_issues_as_json(mini: Workspace) -> None:
    break_track(mini)
    report = json.loads(framework(mini, "check", "--format", "json").stdout)
    (issue,) = report["issues"]
    assert (issue["file"], issue["line"], issue["column"], issue["rule"]) == (
        "content/projects/green-list.yaml",
        6,
        8,
        "reference-unknown",
    )


def test_a_folder_without_records_is_explained(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--project", str(tmp_path), "check"],
        capture_output=True,
        text=True,
        check=False,
        cwd=PROJECT,
    )
    assert done.returncode == 1
    assert "the content folder is missing" in done.stdout
    assert "Traceback" not in done.stderr


def test_explain_shows_a_wrong_and_a_right_example(mini: Workspace) -> None:
    done = framework(mini, "explain", "status-history")
    assert done.returncode == 0
    assert "Wrong: content/" in done.stdout
    assert "Right: content/" in done.stdout
    unknown = framework(mini, "explain", "status-histroy")
    assert unknown.returncode == 2
    assert "did you mean 'status-history'?" in unknown.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "--output", "{file}/book.xlsx"),
        ("build", "--output", "{file}/site"),
        ("serve", "--address", "127.0.0.1:99999"),
        ("serve", "--address", "nowhere"),
    ],
)
def test_places_that_cannot_be_used_are_named_without_a_traceback(
    mini: Workspace, arguments: tuple[str, ...]
) -> None:
    file = mini.root / "a-file"
    file.write_text("", encoding="utf-8")
    done = framework(mini, *(each.format(file=file) for each in arguments))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert arguments[-1].format(file=file) in done.stderr or "--address takes" in done.stderr


def test_a_new_record_says_what_it_still_needs(mini: Workspace) -> None:
    done = framework(mini, "new", "projects", "my-project")
    assert done.returncode == 0
    found = framework(mini, "check")
    assert found.returncode == 1
    assert "content/projects/my-project.yaml" in found.stdout
    again = framework(mini, "new", "projects", "my-project")
    assert again.returncode == 2
    assert "exists already" in again.stderr


def test_translate_update_fills_catalogs_once(mini: Workspace) -> None:
    first = framework(mini, "translate", "update").stdout.splitlines()
    assert "locales/ar/site.po" in first
    assert "locales/zh/projects.po" in first
    assert framework(mini, "translate", "update").stdout == ""


def test_verify_finds_a_changed_page(mini: Workspace) -> None:
    assert framework(mini, "build", "--no-downloads").returncode == 0
    site = mini.root / "site"
    assert framework(mini, "verify", str(site)).returncode == 0
    page = site / "en" / "index.html"
    page.write_text(page.read_text(encoding="utf-8") + " ", encoding="utf-8")
    done = framework(mini, "verify", str(site))
    assert done.returncode == 1
    assert "en/index.html" in done.stdout


@pytest.fixture
def address() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.2)
    return False


def page_says(address: str, words: str) -> bool:
    try:
        with urllib.request.urlopen(f"http://{address}/projects/sample.html", timeout=5) as answer:
            return words in answer.read().decode("utf-8")
    except OSError:
        return False


def test_preview_follows_a_changed_record(mini: Workspace, address: str) -> None:
    command = [sys.executable, "-m", "generator", "--project", str(mini.root), "serve"]
    with subprocess.Popen(
        [*command, "--language", "en", "--address", address],
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as server:
        try:
            assert wait_for(lambda: page_says(address, "Electronic certificates of origin"))
            record = mini.content / "projects" / "sample.yaml"
            text = record.read_text(encoding="utf-8")
            record.write_text(
                text.replace("Electronic certificates", "Digital certificates"), "utf-8"
            )
            assert wait_for(lambda: page_says(address, "Digital certificates of origin"))
        finally:
            server.terminate()


@pytest.mark.parametrize(("tag", "name"), [("km", "ខ្មែរ"), ("ur", "اردو")])
def test_a_language_is_added_by_one_command(mini: Workspace, tag: str, name: str) -> None:
    assert framework(mini, "translate", "init", tag).returncode == 0
    assert framework(mini, "check").stdout == "No problems found.\n"
    assert framework(mini, "build", "--no-downloads").returncode == 0
    page = (mini.root / "site" / tag / "projects" / "sample.html").read_text(encoding="utf-8")
    assert f'<html lang="{tag}" dir="{"rtl" if tag == "ur" else "ltr"}">' in page
    assert f">{name}</a>" in page
    # Nothing in another language goes unmarked: neither records nor words of the interface.
    assert '<span lang="en" dir="ltr">Electronic certificates of origin</span>' in page
    assert '<dt><span lang="en" dir="ltr">Status</span></dt>' in page
    assert '<header class="site-header" lang="en" dir="ltr">' in page
    assert f'hreflang="{tag}"' in (mini.root / "site/index.html").read_text(encoding="utf-8")


def test_a_language_is_not_added_twice_or_unknown(mini: Workspace) -> None:
    before = (mini.content / "languages.yaml").read_bytes()
    assert framework(mini, "translate", "init", "ar").returncode == 2
    assert framework(mini, "translate", "init", "qqq").returncode == 2
    assert (mini.content / "languages.yaml").read_bytes() == before


def test_it_speaks_the_language_of_the_option_or_the_system(
    mini: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = mini.locales / "zh" / "findings.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(
        'msgid ""\nmsgstr "Language: zh\\n"\n\n'
        'msgid "No problems found."\nmsgstr "没有发现问题。"\n',
        encoding="utf-8",
    )
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHONUTF8", "1")
    assert framework(mini, "--lang", "zh", "check").stdout == "没有发现问题。\n"
    assert framework(mini, "check").stdout == "No problems found.\n"
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert framework(mini, "check").stdout == "没有发现问题。\n"
    monkeypatch.setenv("LC_ALL", "C")
    assert framework(mini, "check").stdout == "No problems found.\n"


def test_a_language_that_it_does_not_speak_is_wrong_use(mini: Workspace) -> None:
    done = framework(mini, "--lang", "xx", "check")
    assert done.returncode == 2
    assert "'xx' is none of en" in done.stderr
