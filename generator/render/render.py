"""One page model to one Markdown file: front matter for the theme, then the body."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from generator.pages.page import plain

if TYPE_CHECKING:
    from jinja2 import Environment

    from generator.languages.interface import Interface
    from generator.pages.components import Link
    from generator.pages.page import Page

_BLANK_LINES = re.compile(r"\n\s*\n")
_CLASSES = {
    "library": "listing",
    "open": "wide",
    "open-to": "wide",
    "matching": "wide",
    "dashboard": "wide dashboard",
    "coverage": "wide",
    "form": "wide",
    "preview": "wide",
    "downloads": "wide",
    "a-z": "wide",
    "glossary": "wide",
    "glossary-part": "wide",
}
"""Classes by which the theme knows pages that need the full width."""
_SEPARATORS = re.compile("[\u0085\u2028\u2029]")


def render_page(page: Page, say: Interface, environment: Environment) -> str:
    """Return the Markdown of a page: the same model, words and templates give the same bytes."""
    template = environment.get_template(f"{page.template}.md.jinja")
    html = template.render(page=page, body=page.body, say=say)
    body = _BLANK_LINES.sub("\n", html.strip())
    for cut in ("side", "body"):
        body = body.replace(f"<!-- {cut} -->", f"\n<!-- {cut} -->\n")
    text = getattr(page.body, "text", "")
    return f"---\n{_front_matter(page)}---\n\n{body}\n" + (f"\n{text}\n" if text else "")


def _front_matter(page: Page) -> str:
    """Return the front matter: JSON values, which YAML reads as they are."""
    fields: dict[str, object] = {
        "title": plain(page.title),
        "description": page.description,
        "kind": page.kind,
        "lang": page.language,
        "dir": page.direction,
        "translations": list(page.translations),
        "canonical_language": page.canonical_language,
        "toc": [{"id": heading.id, "title": heading.title} for heading in page.toc],
        "redirect": _redirect(page),
        "body_lang": _body_language(page),
        "class": _CLASSES.get(page.template, ""),
    }
    lines = (f"{name}: {_json(value)}\n" for name, value in fields.items() if value)
    return "".join(lines)


def _redirect(page: Page) -> str:
    """Return where a moved record went, when it went to one place only."""
    targets: tuple[Link, ...] = getattr(page.body, "targets", ())
    return targets[0].url if len(targets) == 1 else ""


def _body_language(page: Page) -> dict[str, str]:
    """Return language and direction of a text that is not in the page's language."""
    title = page.title
    if not getattr(page.body, "text", "") or isinstance(title, str) or not title.is_fallback:
        return {}
    return {"lang": title.language, "dir": title.direction}


def _json(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return _SEPARATORS.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
