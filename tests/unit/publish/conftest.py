from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[Path], None]
    Filler = Callable[[str], Write]
    Page = Callable[..., str]


@pytest.fixture
def page() -> Page:
    """Write a page that keeps every rule, around a body that may not."""

    def written(body: str = "", *, head: str = "", root: str = 'lang="en" dir="ltr"') -> str:
        top = f"<!doctype html>\n<html {root}>\n<head><title>Page</title>{head}</head>\n"
        return f"{top}<body>{body}</body></html>\n"

    return written


@pytest.fixture
def fill_with(page: Page) -> Filler:
    """Make a fill function for a small site that says the given word on each page."""

    def make(word: str) -> Write:
        def fill(site: Path) -> None:
            (site / "index.html").write_text(page('<a href="en/index.html">en</a>'))
            (site / "en").mkdir()
            (site / "en" / "index.html").write_text(page(word))
            (site / "en" / f"{word}.html").write_text(page(f"only in {word}"))

        return fill

    return make


@pytest.fixture
def contents() -> Callable[[Path], dict[str, bytes]]:
    """Return the bytes of every file below a folder."""

    def read(folder: Path) -> dict[str, bytes]:
        files = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}

    return read
