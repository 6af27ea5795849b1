"""The theme's templates print what they are given as text, whatever it says."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

_OVERRIDES = Path(__file__).parents[2] / "overrides"
_ICONS = str(files("material") / "templates")
_HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;"
_PAGE_WORDS = (
    "skip_to_content",
    "menu",
    "close",
    "primary_navigation",
    "languages",
    "search",
    "search_placeholder",
    "search_found",
    "search_nothing",
    "search_no_script",
    "search_searching",
    "search_failed",
    "search_results_none",
    "scheme_auto",
    "scheme_light",
    "scheme_dark",
    "on_this_page",
    "back_to_top",
    "footer_navigation",
    "old_copy",
    "edition",
    "not_found_title",
    "not_found_text",
    "not_found_home",
)


def _site(text: str) -> dict[str, Any]:
    return {
        "name": text,
        "short_name": text,
        "lang": "en",
        "dir": "ltr",
        "languages": [{"tag": "en", "name": text, "dir": "ltr"}],
        "navigation": [{"label": text, "url": text, "kind": "projects"}],
        "footer_links": [{"label": text, "url": text}],
        "footer": {"text": text, "licence": text},
        "words": dict.fromkeys(_PAGE_WORDS, text)
        | {"kinds": {"projects": text}, "search_results": {"other": text}},
        "address": "https://example.org",
        "edition": text,
    }


def _meta(text: str, kind: str) -> dict[str, Any]:
    return {
        "title": text,
        "description": text,
        "kind": kind,
        "class": text,
        "toc": [{"id": "a", "title": text}, {"id": "b", "title": text}],
        "translations": [text],
        "canonical_language": text,
    }


def _render(template: str, variables: dict[str, Any]) -> str:
    environment = Environment(  # noqa: S701 - as MkDocs makes it, so that the templates must escape
        loader=FileSystemLoader([_OVERRIDES, _ICONS])
    )
    return environment.get_template(template).render({"base_url": ".."} | variables)


def _page(text: str, kind: str) -> str:
    page = SimpleNamespace(
        meta=_meta(text, kind), title=text, url="x.html", content="<h1>A</h1>", toc=()
    )
    return _render("main.html", {"page": page, "config": _config(text)})


def _config(text: str) -> SimpleNamespace:
    return SimpleNamespace(extra=SimpleNamespace(site=_site(text)))


@pytest.mark.parametrize("kind", ["home", "projects", "search", "docs"])
def test_hostile_text_stays_text(kind: str) -> None:
    html = _page(_HOSTILE, kind)
    assert "alert(1)" in html
    assert "<script>" not in html
    assert "<img src=x" not in html
    assert "onerror=alert(1)&gt;" in html


def test_hostile_text_stays_text_where_no_page_is_found() -> None:
    html = _render("404.html", {"page": None, "config": _config(_HOSTILE)})
    assert "<script>" not in html
    assert "<img src=x" not in html


def test_chooser_shows_hostile_text_as_text() -> None:
    language = dict.fromkeys(("name", "title", "tagline", "url"), _HOSTILE)
    variables = {
        "languages": [language | {"tag": "en", "dir": "ltr"}],
        "assets": "assets",
        "name": _HOSTILE,
        "address": "https://example.org",
    }
    html = _render("chooser.html", variables)
    assert "<script>" not in html
    assert "<img src=x" not in html


@pytest.mark.parametrize("kind", ["home", "projects", "search", "docs"])
def test_page_needs_no_exception_from_a_strict_policy(kind: str) -> None:
    html = _page("A", kind)
    assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:", html) == []
    assert all(" src=" in tag for tag in re.findall(r"<script[^>]*>", html))


def test_page_is_cut_at_its_marks() -> None:
    content = "<h1>A</h1>\n<!-- side -->\n<p>facts</p>\n<!-- body -->\n<p>text</p>"
    page = SimpleNamespace(
        meta={"kind": "projects"}, title="A", url="projects/x.html", content=content, toc=()
    )
    html = _render("main.html", {"page": page, "config": _config("A")})
    head, side, body = (html.index(text) for text in ("<h1>", "<p>facts", "<p>text"))
    assert html.index('class="page-head"') < head < html.index('class="page-side"')
    assert html.index('class="page-side"') < side < html.index('class="page-body"') < body


def test_page_that_any_address_leads_to_stays_on_this_host() -> None:
    variables = {"page": None, "config": _config("A"), "base_url": "/"}
    assert re.findall(r'(?:href|src|action)="//', _render("404.html", variables)) == []
