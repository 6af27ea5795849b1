"""The Chromium that the tests open the site in: the machine's own, else Playwright's.

Run ``python -m setup.chromium`` to print where it is; it exits with 1 where there is none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from setup.node import NODE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Playwright

_LIGHT = "chromium-headless-shell"
"""Chromium without a window to draw: pages are the same, and a new profile is there at once."""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_START_SECONDS = 60


def find_chromium(*, with_window: bool = False) -> str | None:
    """Return the first Chromium that starts, or None.

    ``with_window`` prefers the one that readers have, to measure in; tests need no window. Some
    distributions put a script on the PATH that only asks for a package, so finding a name is not
    enough.
    """
    kinds = (_candidates, _light_candidates) if with_window else (_light_candidates, _candidates)
    return next(filter(_starts, chain.from_iterable(kind() for kind in kinds)), None)


@contextmanager
def playwright_driver() -> Iterator[Playwright]:
    """Start Playwright on a Node.js that needs no library which a bare machine lacks."""
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(NODE))
    with sync_playwright() as playwright:
        yield playwright


def _candidates() -> Iterator[str]:
    for name in _NAMES:
        if path := shutil.which(name):
            yield path
    with playwright_driver() as playwright:
        own = playwright.chromium.executable_path
    yield own


def _light_candidates() -> Iterator[str]:
    if path := shutil.which(_LIGHT):
        yield path
    with playwright_driver() as playwright:
        folder = Path(playwright.chromium.executable_path).parents[2]
    yield from map(str, sorted(folder.glob("chromium_headless_shell-*/*/*headless*shell")))


def _starts(program: str) -> bool:
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "about:blank"]
    try:
        done = subprocess.run(
            command, capture_output=True, check=False, stdin=subprocess.DEVNULL,
            timeout=_START_SECONDS,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and b"<html" in done.stdout


if __name__ == "__main__":
    found = find_chromium()
    print(found or "no Chromium starts on this machine")
    sys.exit(found is None)
