"""Links and paths in the documents lead somewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.model.kinds import KINDS
from tests.unit.docs.reading import FRONT, PAGES, PROJECT, code, headings, links

if TYPE_CHECKING:
    from pathlib import Path

_DOCS = PROJECT / "docs"
_SITE_PAGES = tuple(sorted(_DOCS.rglob("*.md")))
_ELSEWHERE = ("https://", "http://", "mailto:")
_SINGLE = ("index", "framework", "search", "coverage", "new-project", "join-project", "preview")
_GENERATED = frozenset({*_SINGLE, *(f"{kind}/index" for kind in KINDS)})
_FOLDERS = ("content", "docs", "generator", "locales", "overrides", "schemas", "setup", "tests")
_PLACEHOLDER = re.compile(r"[<>*]|your-")


def _name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@pytest.mark.parametrize("path", FRONT, ids=_name)
def test_links_between_project_files_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for address in links(text):
        if address.startswith(_ELSEWHERE):
            continue
        file, _, anchor = address.partition("#")
        target = PROJECT / file if file else path
        assert target.exists(), f"{address} leads to no file"
        if anchor:
            titles = headings(target.read_text(encoding="utf-8"))
            assert anchor in map(_slug, titles), f"{address} leads to no heading"


@pytest.mark.parametrize("path", _SITE_PAGES, ids=_name)
def test_links_between_site_pages_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    language = path.relative_to(_DOCS).parts[0]
    for address in links(text):
        if address.startswith(_ELSEWHERE):
            continue
        page, _, anchor = address.partition("#")
        assert not page or _is_page(path, page, language), f"{address} leads to no page"
        if anchor and not page:
            assert anchor in map(_slug, headings(text)), f"{address} leads to no heading"


@pytest.mark.parametrize("path", [*FRONT, *sorted(PAGES.glob("*.md"))], ids=_name)
def test_named_files_exist(path: Path) -> None:
    for word in code(path.read_text(encoding="utf-8")):
        if word.startswith(tuple(f"{folder}/" for folder in _FOLDERS)):
            known = _PLACEHOLDER.search(word) or (PROJECT / word).exists()
            assert known, f"there is no {word}"


def _is_page(path: Path, address: str, language: str) -> bool:
    """Say whether the site has a page at an address that stands on a hand-written page."""
    place = (_DOCS / language / "docs" / path.relative_to(_DOCS / language)).parent
    target = (place / address).resolve()
    if target.suffix != ".html" or not target.is_relative_to(_DOCS / language):
        return False
    below = target.relative_to(_DOCS / language).with_suffix("").as_posix()
    if below in _GENERATED:
        return True
    folder, _, name = below.partition("/")
    if folder == "docs":
        return any(tree.joinpath(f"{name}.md").exists() for tree in sorted(_DOCS.iterdir()))
    return folder in KINDS and (PROJECT / "content" / f"{below}.yaml").exists()


def _slug(title: str) -> str:
    """Return the anchor of a heading as code hosts and Python-Markdown make it."""
    return re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-")
