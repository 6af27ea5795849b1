"""The sitemap for search engines (sitemaps.org 0.9), with the translations of each page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.pages.page import Page

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
_LEFT_OUT = frozenset({"search", "notfound"})


def sitemap(pages: Iterable[Page], address: str) -> str:
    """Return the sitemap of all pages that are really in their language.

    ``address`` is the absolute address of the site's root, without a slash at its end.
    """
    listed = sorted(
        (
            page
            for page in pages
            if page.kind not in _LEFT_OUT and page.language in page.translations
        ),
        key=lambda page: (page.path, page.language),
    )
    return _HEAD + "".join(_entry(page, address) for page in listed) + "</urlset>\n"


def _entry(page: Page, address: str) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(tag)} '
        f"href={quoteattr(f'{address}/{tag}/{page.url}')}/>"
        for tag in page.translations
    )
    return f"<url><loc>{escape(f'{address}/{page.language}/{page.url}')}</loc>{links}</url>\n"
