"""Which files a browser loads for a page before the reader does anything."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_LOADING_LINKS = frozenset({"stylesheet", "icon", "preload", "modulepreload"})
_SOURCES: Mapping[str, str] = {"script": "src", "img": "src", "iframe": "src", "object": "data"}
_STYLE_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What comes with a page, each thing once."""

    files: tuple[Path, ...]
    foreign: tuple[str, ...]
    """Addresses on other hosts."""


def resources(page: Path, root: Path) -> Loaded:
    """Find what a page of the site in a folder loads, and what its stylesheets load in turn.

    Every picture that a stylesheet names counts, though a page may not show it. Raises
    FileNotFoundError where something is not there.
    """
    parser = _Addresses()
    parser.feed(page.read_text(encoding="utf-8"))
    files: dict[Path, None] = {}
    foreign: dict[str, None] = {}
    waiting = [(page, address) for address in parser.all_addresses()]
    while waiting:
        base, address = waiting.pop(0)
        parts = urlsplit(address)
        if parts.scheme == "data" or not (parts.path or parts.netloc):
            continue
        if parts.netloc:
            foreign[address] = None
            continue
        file = _file(base, parts.path, root)
        if file not in files:
            files[file] = None
            waiting += [(file, each) for each in _named_in_style(file)]
    return Loaded(tuple(files), tuple(foreign))


class _Addresses(HTMLParser):
    """Collects the addresses that a page loads by itself."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[str] = []
        self._is_settings = False
        self._settings = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._is_settings = tag == "script" and values.get("id") == "__config"
        if tag == "link" and _LOADING_LINKS & set(values.get("rel", "").split()):
            self._found.append(values.get("href", ""))
        elif tag in _SOURCES and values.get("loading") != "lazy":
            self._found.append(values.get(_SOURCES[tag], ""))

    def handle_data(self, data: str) -> None:
        if self._is_settings:
            self._settings += data

    def all_addresses(self) -> Iterable[str]:
        """Return the addresses, with those that Material's script finds in its settings.

        Its script starts the search worker and loads the whole index with every page that is
        served by http.
        """
        settings = json.loads(self._settings) if self._settings else {}
        worker = (
            [settings["search"], f"{settings['base']}/search/search_index.json"] if settings else []
        )
        return [*self._found, *worker]


def _named_in_style(file: Path) -> Iterator[str]:
    if file.suffix == ".css":
        for picture, style in _STYLE_ADDRESS.findall(file.read_text(encoding="utf-8")):
            yield picture or style


def _file(base: Path, path: str, root: Path) -> Path:
    file = root / path.lstrip("/") if path.startswith("/") else base.parent / path
    return Path(unquote(str(file))).resolve(strict=True)
