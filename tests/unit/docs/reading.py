"""Read the project's Markdown documents the way their readers do: sections, tables, code, links."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[3]
PAGES = PROJECT / "docs" / "en" / "project"
"""The documents that are part of the site."""
FRONT = tuple(
    PROJECT / name
    for name in ("README.md", "CONTRIBUTING.md", "CONTRIBUTING.zh.md", "CHANGELOG.md")
)
"""The documents that are read where the project is kept."""

_FENCE = re.compile(r"^( *)```(?P<language>\w*)\n(?P<text>.*?)^\1```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} +(?P<title>.+)$", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def document(name: str) -> str:
    """Return a page of the site's project documentation."""
    return (PAGES / f"{name}.md").read_text(encoding="utf-8")


def headings(text: str) -> tuple[str, ...]:
    """Return the titles of all sections, without the ``#`` of shell comments in examples."""
    return tuple(found["title"] for found in _HEADING.finditer(_without_fences(text)))


def section(text: str, title: str) -> str:
    """Return what stands between a heading and the next one; fails where there is none."""
    prose = _without_fences(text)
    found = [each for each in _HEADING.finditer(prose) if each["title"] == title]
    assert len(found) == 1, f"{len(found)} sections are called {title!r}"
    following = _HEADING.search(prose, found[0].end())
    return text[found[0].end() : following.start() if following else len(text)]


def rows(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of all tables in a text, without the heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
    rules = [index for index, row in enumerate(cells) if set("".join(row)) <= set("-: ")]
    heads = {index - 1 for index in rules}
    return tuple(
        row for index, row in enumerate(cells) if index not in heads and index not in rules
    )


def code(text: str) -> tuple[str, ...]:
    """Return everything that stands between single backticks."""
    return tuple(_CODE.findall(text))


def examples(text: str, language: str) -> tuple[str, ...]:
    """Return the fenced examples in a language."""
    return tuple(each["text"] for each in _FENCE.finditer(text) if each["language"] == language)


def links(text: str) -> Iterator[str]:
    """Yield the address of every link and image outside of examples."""
    yield from _LINK.findall(_without_fences(text))


def _without_fences(text: str) -> str:
    """Return the text with examples blanked out, so that places stay the same."""
    return _FENCE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
