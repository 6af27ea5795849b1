"""The built site, a Chromium to read it with, and the promise that nothing leaves the machine."""

from __future__ import annotations

import fcntl
import subprocess
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from setup.chromium import find_chromium, playwright_driver
from tests.browser.app_host import Host
from tests.browser.app_reading import Editions, built, replace
from tests.browser.browsing import DESK, OpenPage, Scheme, is_local
from tests.browser.form_filling import FORM, written_language
from tests.miniature import copy_of_mini

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

_PROJECT = Path(__file__).parents[2]
_HEIGHT = 800
_CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Folder of the site, built once from the real content however many tests run side by side."""
    folder = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        folder = folder.parent
    built, complaint = folder / "site", folder / "site.complaint"
    with _alone(folder / "site.lock"):
        if not complaint.exists():
            complaint.write_text(_build(built), encoding="utf-8")
    if words := complaint.read_text(encoding="utf-8"):
        pytest.fail(f"the site could not be built:\n{words}", pytrace=False)
    return built


@pytest.fixture(scope="session")
def served_site(site: Path) -> Iterator[str]:
    """Address of the site on a server of this machine, with a slash at its end."""
    handler = partial(_QuietHandler, directory=str(site))
    with ThreadingHTTPServer(("localhost", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A Chromium that can reach this machine only."""
    program = find_chromium()
    if program is None:
        pytest.fail("no Chromium starts on this machine: run setup/browser", pytrace=False)
    with playwright_driver() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=list(_CHROMIUM_ARGUMENTS)
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, site: Path) -> Iterator[OpenPage]:
    """Opens pages; fails the test that made one of them ask another host for something."""
    foreign: list[str] = []
    contexts = []

    def open_in_new_profile(
        address: str,
        /,
        *,
        scheme: Scheme = "light",
        width: int = DESK,
        javascript: bool = True,
    ) -> Page:
        whole = urljoin(f"{site.as_uri()}/", address)
        context = chromium.new_context(
            color_scheme=scheme,
            viewport={"width": width, "height": _HEIGHT},
            java_script_enabled=javascript,
            offline=whole.startswith("file:"),
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.on("request", lambda request: foreign.append(request.url))
        page = context.new_page()
        page.goto(whole)
        return page

    yield open_in_new_profile
    for context in contexts:
        context.close()
    outside = sorted({address for address in foreign if not is_local(address)})
    assert outside == [], f"pages asked other hosts for something: {outside}"


@pytest.fixture
def form(site: Path, open_page: OpenPage) -> Page:
    """The form of a project, in English where the site has it."""
    return open_page(f"{written_language(site)}/{FORM}")


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    folder = tmp_path_factory.mktemp("editions")
    workspace = copy_of_mini(folder)
    first = built(workspace, folder / "first", "2026-01-31")
    project = workspace.content / "projects" / "common-training.yaml"
    replace(project, "title: Common training", "title: Second common training")
    style = workspace.overrides / "assets" / "site.css"
    style.write_text(f"{style.read_text(encoding='utf-8')}\n:root {{ --edition: 2; }}\n", "utf-8")
    return Editions(first, built(workspace, folder / "second", "2026-02-28"))


@pytest.fixture
def host(editions: Editions) -> Iterator[Host]:
    with Host(editions.first) as served:
        yield served


@pytest.fixture
def profile(chromium: Browser, host: Host) -> Iterator[BrowserContext]:
    """A reader's browser that keeps what it is given; it asks no other host for anything."""
    context = chromium.new_context(reduced_motion="reduce", locale="en-GB")
    context.add_init_script(f"window.ROOT = {host.address!r};")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    yield context
    context.close()
    assert [address for address in asked if not address.startswith(host.address)] == []


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line on the terminal for each."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        pass


def _build(output: Path) -> str:
    """Build the site, and return what went wrong, or an empty string."""
    command = [sys.executable, "-m", "generator", "build", "--output", str(output)]
    done = subprocess.run(
        command,
        cwd=_PROJECT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout or f"exit status {done.returncode}" if done.returncode else ""


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Let one process at a time in."""
    with lock.open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
