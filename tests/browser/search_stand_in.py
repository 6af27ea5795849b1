"""An engine that answers what a test says, so that the interface can be seen in every state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

FAILING: dict[str, Any] = {"fails": True}
"""An answer that never comes."""

_PUT = """answer => {
  window.searched = [];
  window.siteSearch = {
    load: () => Promise.resolve(),
    search: (text, options) => {
      window.searched.push([text, options]);
      return answer.fails ? Promise.reject(new Error("no index")) : Promise.resolve(answer);
    }
  };
}"""


def stand_in(page: Page, answer: dict[str, Any]) -> None:
    """Let every search of this page have the answer; ``window.searched`` notes what was asked."""
    page.evaluate(_PUT, answer)


def found(*results: dict[str, Any]) -> dict[str, Any]:
    """Return an answer with these results, and nothing beyond them."""
    return {"total": len(results), "results": list(results), "facets": {}, "approximate": False}


def result(title: str, *, lang: str = "en", **more: object) -> dict[str, Any]:
    """Return a result with a title."""
    return {
        "id": title,
        "kind": "projects",
        "lang": lang,
        "title": title,
        "url": "index.html",
        "snippet": f"{title}.",
        "titleMarks": [],
        "snippetMarks": [],
        **more,
    }
