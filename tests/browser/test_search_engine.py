"""The search works in a real browser, from a folder with the network off and from a server."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from tests.unit.search.engine import PROJECT, write_index
from tests.unit.search.samples import CONCEPTS, RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; object-src 'none'">
<title>Page</title><script src="../assets/site.js" defer></script></head>
<body><form class="search" action="search.html" data-root=".." data-search="../search/root.js">
<input type="search"></form></body></html>"""
_QUERIES = {
    "lading": "lading",
    "electrnoic": "lading",
    "電子提單": "lading",
    "หมายการ": "mark",
    "អេឡិច": "khmer",
    "تجارة": "customs",
    "kenia": "solar",
    "nasosy": "pump",
    "무역에서": "korea",
}
_ASK = "text => window.siteSearch.query(text, {limit: 10}).then(found => found.map(one => one.id))"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        pass


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one page, with an index."""
    site = tmp_path_factory.mktemp("engine")
    (site / "en").mkdir()
    (site / "en" / "page.html").write_text(_PAGE, encoding="utf-8")
    shutil.copytree(PROJECT / "overrides" / "assets", site / "assets")
    write_index(site / "search", RECORDS, CONCEPTS)
    return site


@pytest.fixture(params=["file", "http"])
def page(request: pytest.FixtureRequest, folder: Path, chromium: Browser) -> Iterator[Page]:
    """The page, opened from the folder with the network off, or from a server."""
    with ThreadingHTTPServer(("localhost", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        is_file = request.param == "file"
        context = chromium.new_context(offline=is_file)
        opened = context.new_page()
        root = folder.as_uri() if is_file else f"http://localhost:{server.server_port}"
        opened.goto(f"{root}/en/page.html")
        yield opened
        context.close()
        server.shutdown()
        thread.join()


def test_words_of_many_scripts_find_their_records(page: Page) -> None:
    found: dict[str, Any] = {text: page.evaluate(_ASK, text) for text in _QUERIES}
    assert {text: _QUERIES[text] in ids for text, ids in found.items()} == dict.fromkeys(
        _QUERIES, True
    )


def test_an_address_leads_to_the_page_of_the_language(page: Page) -> None:
    address = page.evaluate(
        "siteSearch.query('lading').then(found => new URL(found[0].url, location.href).pathname)"
    )
    assert address.endswith("/en/projects/lading.html")


def test_nothing_of_the_search_is_loaded_before_it_is_used(page: Page) -> None:
    loaded = "performance.getEntriesByType('resource').map(one => one.name)"
    assert not [name for name in page.evaluate(loaded) if "/search" in name]


def test_a_search_that_could_not_be_loaded_is_tried_again(folder: Path, chromium: Browser) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto((folder / "en" / "page.html").as_uri())
    engine = folder / "assets" / "search.js"
    away = engine.rename(engine.with_suffix(".away"))
    failed = page.evaluate(f"({_ASK})('lading').catch(() => 'failed')")
    away.rename(engine)
    assert failed == "failed"
    assert "lading" in page.evaluate(_ASK, "lading")
    context.close()
