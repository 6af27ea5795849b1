"""Readers open the ZIM files in Kiwix: with its checker, its server and its search."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from contextlib import closing
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import pytest

from tests.browser.site_pages import site_languages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser.browsing import OpenPage

pytestmark = pytest.mark.browser

_START_SECONDS = 30
_ALL = "all"
_QUERY = """async (text) => {
  const hits = await window.siteSearch.query(text, {limit: 10});
  return hits.map((hit) => [hit.id, hit.url]);
}"""


@pytest.fixture(scope="module")
def books(site: Path) -> dict[str, Path]:
    """The ZIM files of the site by language, the one with all of them as ``all``."""
    found = {path.stem.rpartition("-")[2]: path for path in (site / "downloads").glob("*.zim")}
    assert found.keys() == {*site_languages(site), _ALL}
    return found


@pytest.fixture(scope="module")
def kiwix(books: dict[str, Path]) -> Iterator[str]:
    """Address of Kiwix' own server with every file, with a slash at its end."""
    port = _free_port()
    command = [_tool("kiwix-serve"), "--address", "127.0.0.1", "--port", str(port)]
    files = [str(books[name]) for name in sorted(books)]
    with subprocess.Popen([*command, *files], stdout=subprocess.DEVNULL) as server:
        address = f"http://localhost:{port}/"
        try:
            _wait_for(address, server)
            yield address
        finally:
            server.terminate()


def test_every_file_passes_the_checks_of_kiwix(books: dict[str, Path]) -> None:
    zimcheck = _tool("zimcheck")
    complaints = []
    for name in sorted(books):
        done = subprocess.run(
            [zimcheck, str(books[name])], capture_output=True, text=True, check=False
        )
        if done.returncode or "Status: Pass" not in done.stdout:
            complaints.append(f"{name}: {done.stdout}{done.stderr}")
    assert complaints == [], "\n".join(complaints)


def test_each_language_opens_with_its_style(
    site: Path, books: dict[str, Path], kiwix: str, open_page: OpenPage
) -> None:
    styles = "[...document.styleSheets].filter(s => s.href.endsWith('/assets/site.css')).length"
    for language in site_languages(site):
        page = open_page(f"{kiwix}{books[language].stem}/")
        assert page.url.endswith(f"/{language}/index.html")
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("h1").inner_text()
        assert page.evaluate(styles) == 1


def test_the_file_with_all_languages_offers_each(
    site: Path, books: dict[str, Path], kiwix: str, open_page: OpenPage
) -> None:
    page = open_page(f"{kiwix}{books[_ALL].stem}/")
    for language in site_languages(site):
        assert page.locator(f'a[hreflang="{language}"]').count() >= 1


def test_a_link_to_a_language_that_is_not_there_says_where_it_is(
    books: dict[str, Path], kiwix: str, open_page: OpenPage
) -> None:
    page = open_page(f"{kiwix}{books['zh'].stem}/")
    address = page.evaluate("document.querySelector('a[hreflang=\"en\"]').href")
    answer = page.goto(address)
    assert answer is not None
    assert answer.ok
    assert page.url.endswith("/zh/downloads.html")


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("zh", "电子提单", "pillars/trade-facilitation"),
        ("zh", "项目库", "projects/explore-open-project-library"),
        ("en", "MLETR", "instruments/mletr"),
        ("ar", "كوت ديفوار", "participants/CIV"),
    ],
)
@pytest.mark.parametrize("every", [False, True])
def test_the_search_of_the_pages_works_inside(  # noqa: PLR0913, PLR0917 - a case and its fixtures
    books: dict[str, Path],
    kiwix: str,
    open_page: OpenPage,
    language: str,
    words: str,
    expected: str,
    every: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    book = books[_ALL if every else language].stem
    page = open_page(f"{kiwix}{book}/{language}/projects/index.html")
    hits = page.evaluate(_QUERY, words)
    answer = page.goto(page.evaluate("url => new URL(url, location).href", _url(hits, expected)))
    assert answer is not None
    assert answer.ok
    assert page.url.endswith(f"/{language}/{expected}.html")


@pytest.mark.parametrize(
    ("book", "words", "expected"),
    [
        ("ar", "ديفوار", "ar/participants/CIV.html"),
        ("en", "MLETR", "en/instruments/mletr.html"),
        ("en", "cote d'ivoire", "en/participants/CIV.html"),
        ("zh", "提单", "zh/pillars/trade-facilitation.html"),
        ("zh", "MLETR", "zh/instruments/mletr.html"),
        (_ALL, "提单", "zh/pillars/trade-facilitation.html"),
    ],
)
def test_the_search_of_kiwix_finds_a_record(
    books: dict[str, Path], kiwix: str, book: str, words: str, expected: str
) -> None:
    asked = urlencode({"content": books[book].stem, "pattern": words, "pageLength": 50})
    assert f"/{expected}" in _read(f"{kiwix}search?{asked}")


@pytest.mark.parametrize(
    ("language", "beginning", "expected"),
    [
        ("en", "China", "en/participants/CHN.html"),
        ("ar", "الصين", "ar/participants/CHN.html"),
        ("zh", "中国", "zh/participants/CHN.html"),
    ],
)
def test_kiwix_completes_titles(
    books: dict[str, Path], kiwix: str, language: str, beginning: str, expected: str
) -> None:
    asked = urlencode({"content": books[language].stem, "term": beginning, "count": 50})
    assert expected in _read(f"{kiwix}suggest?{asked}")


def _url(hits: list[tuple[str, str]], expected: str) -> str:
    """Return the address under which a page was found, by its path below the language."""
    found = [url for _, url in hits if url.endswith(f"{expected}.html")]
    assert found, f"{expected} is not among {hits}"
    return found[0]


def _tool(name: str) -> str:
    program = shutil.which(name)
    if program is None:
        pytest.fail(
            f"{name} is missing: install it (on Debian and Ubuntu: "
            "sudo apt-get install zim-tools kiwix-tools)",
            pytrace=False,
        )
    return program


def _free_port() -> int:
    with closing(socket.socket()) as place:
        place.bind(("127.0.0.1", 0))
        port: int = place.getsockname()[1]
        return port


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers; it says nothing when it is ready."""
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            _read(address)
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("kiwix-serve does not start", pytrace=False)


def _read(address: str) -> str:
    """Return what Kiwix answers; old ones answer with 404 where nothing was found."""
    parts = urlsplit(address)
    with closing(HTTPConnection(parts.netloc, timeout=_START_SECONDS)) as connection:
        connection.request("GET", f"{parts.path}?{parts.query}")
        return connection.getresponse().read().decode()
