"""What kinds of pages a built site has, found by looking at its folders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

CHOOSER = "index.html"
"""The page on which a reader chooses a language."""

NOT_FOUND = "404.html"
"""The page a server shows for an address that does not exist; it is never read as a file."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """One HTML page of the built site."""

    path: str
    """Relative to the site folder, with forward slashes."""
    language: str | None
    """The language folder it stands in; None for the pages above them."""
    kind: str
    """`home`, the name of a page or a listing, or the folder a record or a document stands in."""

    @property
    def in_language(self) -> str:
        """The part of the path that is the same in every language."""
        return self.path.removeprefix(f"{self.language}/")


def site_languages(site: Path) -> tuple[str, ...]:
    """Return the languages of the site: the folders with a home page that say which they are."""
    names = (home.parent.name for home in site.glob("*/index.html"))
    return tuple(sorted(name for name in names if _is_language(site / name / "index.html")))


def site_pages(site: Path) -> tuple[SitePage, ...]:
    """Return every page of the site, by path."""
    languages = site_languages(site)
    paths = sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    return tuple(_page(path, languages) for path in paths)


def one_of_each_kind(site: Path) -> tuple[SitePage, ...]:
    """Return one page of every kind in every language: the longest one, which shows most."""
    chosen: dict[tuple[str | None, str], SitePage] = {}
    for page in sorted(site_pages(site), key=lambda page: (_size(site, page), page.path)):
        chosen[page.language, page.kind] = page
    return tuple(sorted(chosen.values(), key=lambda page: page.path))


def in_turn(pages: Iterable[SitePage]) -> tuple[SitePage, ...]:
    """Return one page of every kind, each in another language, for what no language changes."""
    kinds: dict[str, list[SitePage]] = {}
    for page in pages:
        kinds.setdefault(page.kind, []).append(page)
    return tuple(
        pages[place % len(pages)] for place, (_, pages) in enumerate(sorted(kinds.items()))
    )


def _page(path: str, languages: tuple[str, ...]) -> SitePage:
    first, *rest = path.split("/")
    if first not in languages:
        return SitePage(path, None, _kind(path.split("/")))
    return SitePage(path, first, _kind(rest))


def _kind(parts: list[str]) -> str:
    match parts:
        case ["index.html"]:
            return "home"
        case [name]:
            return name.removesuffix(".html")
        case [*folders, "index.html"]:
            return f"listing {'/'.join(folders)}"
        case ["projects", "open.html" | "matching.html" | "dashboard.html" as name]:
            return f"listing {name.removesuffix('.html')}"
        case _:
            return f"page in {'/'.join(parts[:-1])}"


def _is_language(home: Path) -> bool:
    tag = re.escape(home.parent.name)
    html = re.compile(rf"<html[^>]*\slang=[\"']?{tag}[-\"'\s>]", re.IGNORECASE)
    return html.search(home.read_text(encoding="utf-8")) is not None


def _size(site: Path, page: SitePage) -> int:
    return (site / page.path).stat().st_size
