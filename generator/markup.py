"""Markdown from contributors, turned into HTML that can do no harm.

Raw HTML, images, links with other schemes than http, https and mailto, and references that stand
for characters which nobody sees are problems to report, and even if nobody looked at the report
nothing of them reaches the result: Markdown is converted with HTML switched off, and what comes
out passes a sanitiser that knows only the elements below, and loses what nobody sees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import nh3
from markdown import Markdown
from markdown.inlinepatterns import (
    LINK_RE,
    REFERENCE_RE,
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.treeprocessors import Treeprocessor

from generator.characters import Reference, has_references, refused_references, without_refused

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SCHEMES = frozenset({"http", "https", "mailto"})

_TAGS = frozenset(
    {"p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a"}
    | {"h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"}
)
_RAW_HTML = r"(<(?:/?[a-zA-Z][^<>@\s]*(?:\s[^<>]*)?|!--(?:(?!<!--|-->).)*--|[?!][^<>]*)>)"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Characters that HTML does not allow."""
_TAG_NAME = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)")
_IMAGE = re.compile(r"!\[[^\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])?")
_BRACKET = re.compile(r"[\[\]]")
_LONGEST_LINK = 1_000
"""Most characters of the words and of the address of a link; bounds the search for their end."""
_SHOWN = 60
"""Most characters of an image that are reported: its end is not looked for."""
_DEEPEST_WORDS = 8
"""Most brackets in each other in the words of a link."""
_MARKER = r"(?:[-*+]|\d{1,9}\.)[ \t]+|>[ \t]?"
_LINE_START = re.compile(rf"^(?P<indent>[ \t]*)(?P<markers>(?:{_MARKER})*)", re.MULTILINE)
_DEEPEST_BLOCKS = 16
"""Most lists and quotes in each other: the library calls itself once for each."""
_LOWEST_HEADING = 6
_HEADING_SHIFT = 2

ProblemKind = Literal["html", "image", "link", "nesting", "character"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a Markdown text that is not allowed."""

    kind: ProblemKind
    found: str
    """The tag, address, line or reference as it was written."""
    reference: Reference | None = None
    """What a reference stands for."""


@dataclass(frozen=True, slots=True)
class SafeHtml:
    """HTML that may be printed as it is, and what had to be kept out of it."""

    html: str
    problems: tuple[Problem, ...]


def safe_html(text: str) -> SafeHtml:
    """Turn a contributor's Markdown into safe HTML, headings starting at the third level."""
    return SafeMarkdown().convert(text)


class SafeMarkdown:
    """Converts many texts, each as if it were the only one; quicker than a converter for each."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._converter = _converter(self._problems)

    def convert(self, text: str) -> SafeHtml:
        """Turn Markdown into safe HTML; see ``safe_html``."""
        too_deep = _too_deep(text)
        if too_deep:
            return SafeHtml(_unbroken(f"<p>{escape(text.strip())}</p>"), (too_deep,))
        self._problems.clear()
        html = nh3.clean(
            self._converted(text),
            tags=set(_TAGS),
            attributes={"a": {"href", "title"}},
            url_schemes=set(SCHEMES),
            link_rel="noopener",
        )
        html = without_refused(html)
        return SafeHtml(_unbroken(html.strip()), _distinct(self._problems))

    def problems(self, text: str) -> tuple[Problem, ...]:
        """Return what is not allowed in a text, without making HTML that can be shown."""
        too_deep = _too_deep(text)
        if too_deep:
            return (too_deep,)
        # Without these there is no tag, no link, no image and no hidden character.
        if "<" not in text and "[" not in text and not has_references(text):
            return ()
        self._problems.clear()
        self._converted(text)
        return _distinct(self._problems)

    def _converted(self, text: str) -> str:
        """Return the converter's HTML; what is shown of references has been judged in it."""
        html = _as_written(self._converter.reset().convert(text))
        self._problems.extend(
            Problem("character", found.written, found) for found in refused_references(html)
        )
        return html


def _converter(problems: list[Problem]) -> Markdown:
    """Return a converter that knows neither HTML nor images and adds what it met to the list."""
    converter = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    patterns = converter.inlinePatterns
    for name in ("image_link", "image_reference", "short_image_ref"):
        patterns.deregister(name)
    patterns.register(_Reference(REFERENCE_RE, converter), "reference", 170)
    patterns.register(_Link(LINK_RE, converter), "link", 160)
    patterns.register(_Images(problems, converter), "image", 155)
    patterns.register(_ShortReference(REFERENCE_RE, converter), "short_reference", 130)
    patterns.register(_RawHtml(problems, converter), "html", 90)
    converter.treeprocessors.register(_Guard(problems), "guard", 1)
    return converter


def _distinct(problems: list[Problem]) -> tuple[Problem, ...]:
    """Return each problem once; the tag that ends an element belongs to the one that starts it."""
    tags = [_TAG_NAME.match(each.found) if each.kind == "html" else None for each in problems]
    started = {tag["name"].casefold() for tag in tags if tag and not tag["end"]}
    return tuple(
        dict.fromkeys(
            problem
            for problem, tag in zip(problems, tags, strict=True)
            if not (tag and tag["end"] and tag["name"].casefold() in started)
        )
    )


def _too_deep(text: str) -> Problem | None:
    """Return the first line that starts deeper in lists and quotes than can be converted."""
    for found in _LINE_START.finditer(text):
        markers = len(re.findall(_MARKER, found["markers"]))
        if markers + len(found["indent"].expandtabs(4)) // 4 > _DEEPEST_BLOCKS:
            return Problem("nesting", text[found.start() :].partition("\n")[0].strip())
    return None


def _unbroken(html: str) -> str:
    """Write blank lines as references, because they would end an HTML block of CommonMark."""
    blank = re.compile(r"\n((?:[ \t]*\n)+)")
    return blank.sub(lambda gap: "\n" + gap[1].replace("\n", "&#10;"), html)


class _Bounded(LinkInlineProcessor):
    """Looks for the end of a link only so far, so that hostile text is converted in good time."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802 - the library's name
        depth = 1
        for found in _BRACKET.finditer(data, index, index + _LONGEST_LINK):
            depth += 1 if found[0] == "[" else -1
            if depth == 0:
                return data[index : found.start()], found.end(), True
            if depth > _DEEPEST_WORDS:
                break
        return "", index, False

    def getLink(  # noqa: N802 - the library's name
        self, data: str, index: int
    ) -> tuple[str, str | None, int, bool]:
        return super().getLink(data[: index + _LONGEST_LINK], index)


class _Link(_Bounded):
    """``[words](address)``."""


class _Reference(_Bounded, ReferenceInlineProcessor):
    """``[words][name]``."""


class _ShortReference(_Bounded, ShortReferenceInlineProcessor):
    """``[name]``."""


class _RawHtml(InlineProcessor):
    """Reports a tag and leaves it to be shown as text."""

    def __init__(self, problems: list[Problem], converter: Markdown) -> None:
        super().__init__(_RAW_HTML, converter)
        self._problems = problems

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the library's signature
    ) -> tuple[None, None, None]:
        self._problems.append(Problem("html", _as_written(self.unescape(m.group(1)))))
        return None, None, None


class _Images(InlineProcessor):
    """Reports an image and leaves its Markdown to be shown as text."""

    def __init__(self, problems: list[Problem], converter: Markdown) -> None:
        super().__init__(r"!\[", converter)
        self._problems = problems

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        found = self.unescape(data[m.start(0) : m.start(0) + _LONGEST_LINK])
        written = _as_written(found)
        image = _IMAGE.match(written)
        self._problems.append(Problem("image", (image[0] if image else written)[:_SHOWN]))
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
                self._problems.append(Problem("link", _as_written(address)))
                del element.attrib["href"]


def _as_written(text: str) -> str:
    """Return text with the characters that the library has put marks for."""
    unescaped = re.sub(r"\x02(\d+)\x03", lambda mark: chr(int(mark[1])), text)
    return re.sub(r"[\x02\x03]", "", unescaped)


def _is_allowed(address: str) -> bool:
    # The mail addresses of <name@example.org> reach us as references made by the library.
    if address.startswith("\x02amp\x03#"):
        return True
    written = _as_written(address).strip()
    if _CONTROLS.search(written):
        return False
    try:
        parts = urlsplit(written)
    except ValueError:
        return False
    return parts.scheme.lower() in SCHEMES and bool(
        parts.netloc or parts.scheme.lower() == "mailto"
    )
