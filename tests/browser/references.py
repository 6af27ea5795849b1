"""What a page refers to: the links a reader follows, and what a browser fetches unasked."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_UNASKED_LINKS = frozenset(
    [
        "apple-touch-icon",
        "dns-prefetch",
        "icon",
        "manifest",
        "modulepreload",
        "preconnect",
        "prefetch",
        "preload",
        "stylesheet",
    ]
)


@dataclass(frozen=True, slots=True)
class References:
    """The addresses in one page, as they are written."""

    links: tuple[str, ...]
    """Addresses a reader can choose to go to."""
    fetched: tuple[str, ...]
    """Addresses a browser asks for, or connects to, on its own."""
    ids: frozenset[str]
    """Places within the page that links can lead to."""


def read_references(page: Path) -> References:
    """Read the references of the page."""
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    reader.close()
    return References(tuple(reader.links), tuple(reader.fetched), frozenset(reader.ids))


@dataclass
class _Reader(HTMLParser):
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.add(values["id"])
        self._read_address(tag, values)
        self.fetched.extend(values[name] for name in ("src", "poster", "data") if name in values)
        for candidate in filter(None, values.get("srcset", "").split(",")):
            self.fetched.append(candidate.split()[0])

    def _read_address(self, tag: str, values: dict[str, str]) -> None:
        relations = set(values.get("rel", "").split())
        if "href" not in values:
            return
        if tag in {"a", "area"}:
            self.links.append(values["href"])
        elif tag == "use" or (tag == "link" and relations & _UNASKED_LINKS):
            self.fetched.append(values["href"])
