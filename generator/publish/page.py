"""Read one HTML page: its language, title, ids, and every address that stands in it."""

from __future__ import annotations

import re
from enum import Enum, auto
from html.parser import HTMLParser
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.publish.stylesheet import fetched_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Attributes = Mapping[str, str | None]


class Use(Enum):
    """What a browser does with an address."""

    LINK = auto()
    """Goes there when the reader asks for it."""
    LOAD = auto()
    """Fetches it with the page."""
    RUN = auto()
    """Fetches it with the page, and runs what it finds: scripts, frames, redirects."""
    BASE = auto()
    """Reads all other addresses of the page relative to it."""


class Reference(NamedTuple):
    """An address in a page."""

    text: str
    use: Use
    line: int
    column: int


class Repeated(NamedTuple):
    """An id that an earlier element of the page already has."""

    name: str
    line: int
    column: int


class Page(NamedTuple):
    """What the checks need to know of a page."""

    language: str
    """``lang`` of the html element; empty when it is not set."""
    direction: str
    """``dir`` of the html element; empty when it is not set."""
    title: str
    anchors: frozenset[str]
    """Ids, and names of ``<a name>``."""
    repeated: tuple[Repeated, ...]
    references: tuple[Reference, ...]


_SVG_LINK: Final = {"href": Use.LOAD, "xlink:href": Use.LOAD}
_BACKGROUND: Final = {"background": Use.LOAD}
_ADDRESSES: Final[Mapping[str, Mapping[str, Use]]] = MappingProxyType(
    {
        "a": {"href": Use.LINK, "xlink:href": Use.LINK, "ping": Use.LOAD},
        "area": {"href": Use.LINK, "ping": Use.LOAD},
        "audio": {"src": Use.LOAD},
        "base": {"href": Use.BASE},
        "body": _BACKGROUND,
        "button": {"formaction": Use.RUN},
        "embed": {"src": Use.RUN},
        "feimage": _SVG_LINK,
        "form": {"action": Use.RUN},
        "frame": {"src": Use.RUN},
        "iframe": {"src": Use.RUN},
        "image": _SVG_LINK,
        "img": {"src": Use.LOAD},
        "input": {"src": Use.LOAD, "formaction": Use.RUN},
        "object": {"data": Use.RUN},
        "script": {"src": Use.RUN, "href": Use.RUN, "xlink:href": Use.RUN},
        "source": {"src": Use.LOAD},
        "table": _BACKGROUND,
        "td": _BACKGROUND,
        "th": _BACKGROUND,
        "track": {"src": Use.LOAD},
        "use": _SVG_LINK,
        "video": {"src": Use.LOAD, "poster": Use.LOAD},
    }
)
_SOURCE_SETS: Final = ("srcset", "imagesrcset")
_STYLES: Final = ("style", "fill", "stroke", "filter", "mask", "clip-path", "cursor")
_NOT_FETCHED: Final = frozenset(
    {
        *("alternate", "author", "bookmark", "canonical", "describedby", "help"),
        *("license", "me", "next", "prev", "search", "self"),
    }
)
"""Link types (HTML, 4.6.7) that only tell something; a browser may fetch any other."""
_SOURCE: Final = re.compile(r"[\s,]*(\S+)")
_REFRESH: Final = re.compile(r"[\s\d.]*[;,\s]\s*(?:url\s*=\s*)?['\"]?([^'\"]*)", re.IGNORECASE)


def read_page(text: str) -> Page:
    """Read a page in one pass; broken markup is read as browsers read it, never refused."""
    reader = _Reader(convert_charrefs=True)
    reader.feed(text)
    reader.close()
    return reader.page()


class _Reader(HTMLParser):
    """Gathers what a page holds; lives only inside ``read_page``."""

    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self._root: Attributes | None = None
        self._titles: list[str] = []
        self._anchors: set[str] = set()
        self._ids: set[str] = set()
        self._repeated: list[Repeated] = []
        self._references: list[Reference] = []
        self._inside = ""
        """``title`` or ``style`` while their text is read."""
        self._style: list[str] = []
        self._style_line = 1
        self._drawings = 0
        """How many svg elements are open; a title in them names a shape, not the page."""

    def page(self) -> Page:
        """Return what was gathered; a style sheet left open ends with the page."""
        if self._inside == "style":
            self._style.append(self.rawdata)
        self._leave()
        root = self._root or {}
        return Page(
            (root.get("lang") or "").strip(),
            (root.get("dir") or "").strip().lower(),
            "".join(self._titles).strip(),
            frozenset(self._anchors),
            tuple(self._repeated),
            tuple(self._references),
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element; of an attribute set twice, browsers keep the first."""
        attributes = dict(reversed(attrs)) if attrs else {}
        self._leave()
        if tag == "style" or (tag == "title" and not self._drawings):
            self._inside = tag
            self._style_line = self.getpos()[0]
        elif tag == "svg":
            self._drawings += 1
        elif tag == "html" and self._root is None:
            self._root = attributes
        if attributes:
            self._note_anchors(tag, attributes)
            self._note_addresses(tag, attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that ends where it starts, which only drawings can do."""
        self.handle_starttag(tag, attrs)
        if tag == "svg":
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self._leave()
        if tag == "svg" and self._drawings:
            self._drawings -= 1

    def handle_data(self, data: str) -> None:
        """Read the text of a title or a style sheet."""
        if self._inside == "title":
            self._titles.append(data)
        elif self._inside == "style":
            self._style.append(data)

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 -- as inherited
        """Read ``<![`` as the comment that browsers take it for, where the base class fails."""
        return self.parse_bogus_comment(i)

    def _leave(self) -> None:
        """Judge a style sheet as a whole, since its text may come in pieces."""
        if self._style:
            for address, line in fetched_addresses("".join(self._style)):
                line_in_page = self._style_line + line - 1
                self._references.append(Reference(address, Use.LOAD, line_in_page, 1))
            self._style.clear()
        self._inside = ""

    def _note_anchors(self, tag: str, attributes: Attributes) -> None:
        name = attributes.get("id")
        if name:
            if name in self._ids:
                line, offset = self.getpos()
                self._repeated.append(Repeated(name, line, offset + 1))
            self._ids.add(name)
            self._anchors.add(name)
        if tag == "a" and attributes.get("name"):
            self._anchors.add(attributes["name"] or "")

    def _note_addresses(self, tag: str, attributes: Attributes) -> None:
        line, offset = self.getpos()
        for text, use in _addresses(tag, attributes):
            self._references.append(Reference(text, use, line, offset + 1))
        document = attributes.get("srcdoc")
        if tag == "iframe" and document:
            for inner in read_page(document).references:
                self._references.append(Reference(inner.text, inner.use, line, offset + 1))


def _addresses(tag: str, attributes: Attributes) -> Iterator[tuple[str, Use]]:
    for name, use in _ADDRESSES.get(tag, {}).items():
        value = attributes.get(name)
        if value is not None:
            yield value, use
    if tag == "link":
        yield from _link_addresses(attributes)
    elif tag == "meta":
        yield from _refresh_addresses(attributes)
    for name in _SOURCE_SETS:
        if attributes.get(name):
            yield from ((text, Use.LOAD) for text in _source_set(attributes[name] or ""))
    for name in _STYLES:
        if attributes.get(name):
            found = fetched_addresses(attributes[name] or "")
            yield from ((text, Use.LOAD) for text, _ in found)


def _link_addresses(attributes: Attributes) -> Iterator[tuple[str, Use]]:
    address = attributes.get("href")
    if address is not None:
        kinds = (attributes.get("rel") or "").lower().split()
        yield address, Use.LINK if _NOT_FETCHED.issuperset(kinds) else Use.LOAD


def _refresh_addresses(attributes: Attributes) -> Iterator[tuple[str, Use]]:
    if (attributes.get("http-equiv") or "").strip().lower() == "refresh":
        match = _REFRESH.match(attributes.get("content") or "")
        if match:
            yield match[1], Use.RUN


def _source_set(value: str) -> Iterator[str]:
    """Split a list of images (HTML, 4.8.4.2.1); a comma inside an address belongs to it."""
    position = 0
    while match := _SOURCE.match(value, position):
        yield match[1].rstrip(",")
        end = match.end() if match[1].endswith(",") else value.find(",", match.end())
        if end < 0:
            return
        position = end
