"""Markdown from contributors, turned into HTML that can do no harm.

Raw HTML, images and links with other schemes than http, https and mailto are problems to report,
and even if nobody looked at the report nothing of them reaches the result: Markdown is converted
with HTML switched off, and what comes out passes a sanitiser that knows only the elements below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import nh3
from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SCHEMES = frozenset({"http", "https", "mailto"})

_TAGS = frozenset(
    {"p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a"}
    | {"h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"}
)
_RAW_HTML = r"(<(?:/?[a-zA-Z][^<>@ ]*(?: [^<>]*)?|!--(?:(?!<!--|-->).)*--|[?!][^<>]*)>)"
_LOWEST_HEADING = 6
_HEADING_SHIFT = 2

ProblemKind = Literal["html", "image", "link"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a Markdown text that is not allowed."""

    kind: ProblemKind
    found: str
    """The tag or address as it was written."""


@dataclass(frozen=True, slots=True)
class SafeHtml:
    """HTML that may be printed as it is, and what had to be kept out of it."""

    html: str
    problems: tuple[Problem, ...]


def safe_html(text: str) -> SafeHtml:
    """Turn a contributor's Markdown into safe HTML, headings starting at the third level."""
    converter = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    problems: list[Problem] = []
    converter.preprocessors.deregister("html_block")
    for name in ("image_link", "image_reference", "short_image_ref"):
        converter.inlinePatterns.deregister(name)
    converter.inlinePatterns.register(_Images(problems), "image", 155)
    converter.inlinePatterns.register(_RawHtml(problems), "html", 90)
    converter.treeprocessors.register(_Guard(problems), "guard", 1)
    html = nh3.clean(
        converter.convert(text),
        tags=set(_TAGS),
        attributes={"a": {"href", "title"}, "th": {"align"}, "td": {"align"}},
        url_schemes=set(SCHEMES),
        link_rel="noopener",
    )
    # A blank line would end an HTML block of CommonMark, so it is written as a reference.
    closed = re.sub(r"\n\n+", lambda gap: "\n" + "&#10;" * (len(gap[0]) - 1), html.strip())
    return SafeHtml(closed, tuple(problems))


class _RawHtml(InlineProcessor):
    """Reports a tag and leaves it to be shown as text."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(_RAW_HTML)
        self._problems = problems

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the library's signature
    ) -> tuple[None, None, None]:
        self._problems.append(Problem("html", m.group(1)))
        return None, None, None


class _Images(InlineProcessor):
    """Reports an image and leaves its Markdown to be shown as text."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(r"!\[")
        self._problems = problems

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        self._problems.append(Problem("image", data[m.start(0) : m.start(0) + 60]))
        return "&#33;&#91;", m.start(0), m.end(0)


class _Guard(Treeprocessor):
    """Reports links that lead where they must not, and puts headings below the page's own."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self._problems = problems

    def run(self, root: Element) -> None:
        for element in root.iter():
            if re.fullmatch(r"h[1-6]", element.tag):
                level = min(int(element.tag[1]) + _HEADING_SHIFT, _LOWEST_HEADING)
                element.tag = f"h{level}"
            address = element.get("href")
            if element.tag == "a" and address is not None and not _is_allowed(address):
                self._problems.append(Problem("link", address))
                del element.attrib["href"]


def _is_allowed(address: str) -> bool:
    # The mail addresses of <name@example.org> reach us as references made by the library.
    if address.startswith("\x02amp\x03#"):
        return True
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme.lower() in SCHEMES and bool(
        parts.netloc or parts.scheme.lower() == "mailto"
    )
