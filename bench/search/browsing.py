"""Asks an engine in Chromium, as readers do: over http, on a slow line, from a folder."""

from __future__ import annotations

import re
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench.search.serving import serving
from setup.chromium import find_chromium, playwright_driver

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, Page

    from bench.search.engines import Engine
    from bench.search.judging import Judged
    from bench.search.serving import Served

_SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 kbit/s and 400 ms, in the units of Chromium's protocol."""
_PATIENCE = 600_000
"""Milliseconds after which a page is given up."""
_FIRST, _WARM, _BYTES = 15, 50, 40
"""How many queries are asked first on a page, on a page that is warm, and to count bytes."""
_HEAVY = 1 << 19
"""Bytes for a first result from which a second look would tell nothing new."""
_ASK = """async (text) => {
  const started = performance.now();
  const ids = await window.ask(text);
  return [ids, performance.now() - started];
}"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What an engine did in the browser."""

    ids: tuple[tuple[str, ...], ...]
    """The first ten records of each query, over http."""
    first_bytes: tuple[int, ...]
    """Compressed bytes of the index up to the first result, for some queries, sorted."""
    program_bytes: int
    """Compressed bytes of the code that is loaded for the first query."""
    slow_seconds: float
    """Median until the first result at 400 kbit/s and 400 ms, with all code."""
    folder_seconds: float | None
    """Median until the first result of a page opened from a folder; None where it does not run."""
    folder_ids: tuple[tuple[str, ...], ...]
    """The first ten records of each query of a page opened from a folder, of our search only."""
    warm: tuple[float, ...]
    """Milliseconds of queries on a warm page, sorted."""
    heap: float
    """MB of JavaScript's heap after that."""
    process: float | None
    """MB that the page's process has taken for itself after that, None where it is not known."""


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start a Chromium that tells exact times and memory."""
    program = find_chromium(with_window=True)
    if program is None:
        raise FileNotFoundError("no Chromium starts on this machine: run setup/browser")
    arguments = ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info", "--disable-quic"]
    with playwright_driver() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


def watch(browser: Browser, engine: Engine, judged: Sequence[Judged]) -> Seen:
    """Ask an engine everything and measure it."""
    few = _spread(judged, _FIRST)
    with serving(engine.folder) as (address, served):
        ids = _all(browser, address, engine, judged)
        sizes = sorted(_sizes(browser, address, served, engine, judged))
        slow = few[:1] if sizes[0][0] > _HEAVY else few
        slow_seconds = median(_first(browser, address, engine, each, slow=True) for each in slow)
        warm, heap, process = _warm(browser, address, _spread(judged, _WARM))
    folder = f"{engine.folder.as_uri()}/index.html"
    runs = engine.runs_from_folder
    return Seen(
        ids=ids,
        first_bytes=tuple(index for index, _ in sizes),
        program_bytes=max(program for _, program in sizes),
        slow_seconds=slow_seconds,
        folder_seconds=_median(browser, folder, engine, few) if runs else None,
        folder_ids=_all(browser, folder, engine, judged) if engine.is_ours else (),
        warm=warm,
        heap=heap,
        process=process,
    )


def _all(
    browser: Browser, address: str, engine: Engine, judged: Sequence[Judged]
) -> tuple[tuple[str, ...], ...]:
    """Ask every query, those on a page of one language one after the other."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(judged):
        places[engine.page_language(each.query.language)].append(place)
    found: dict[int, tuple[str, ...]] = {}
    for language, listed in places.items():
        with _page(browser, address, language) as page:
            for place in listed:
                ids, _ = page.evaluate(_ASK, judged[place].query.text)
                found[place] = tuple(ids)
    return tuple(found[place] for place in range(len(judged)))


def _sizes(
    browser: Browser, address: str, served: Served, engine: Engine, judged: Sequence[Judged]
) -> Iterator[tuple[int, int]]:
    """Yield the bytes of index and of code for a first query; of one only where they are many."""
    for each in _spread(judged, _BYTES):
        with _page(browser, address, engine.page_language(each.query.language)) as page:
            served.asked.clear()
            page.evaluate(_ASK, each.query.text)
            asked = tuple(served.asked)
        program = sum(served.size(name) for name in asked if engine.is_program(name))
        index = sum(served.size(name) for name in asked) - program
        yield index, program
        if index > _HEAVY:
            return


def _first(
    browser: Browser, address: str, engine: Engine, judged: Judged, *, slow: bool = False
) -> float:
    """Return the seconds until the first result on a page that has loaded nothing yet."""
    with _page(browser, address, engine.page_language(judged.query.language)) as page:
        if slow:
            session = page.context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", _SLOW)
        _, milliseconds = page.evaluate(_ASK, judged.query.text)
    return float(milliseconds) / 1000


def _median(browser: Browser, address: str, engine: Engine, judged: Sequence[Judged]) -> float:
    return median(_first(browser, address, engine, each) for each in judged)


def _warm(
    browser: Browser, address: str, judged: Sequence[Judged]
) -> tuple[tuple[float, ...], float, float | None]:
    """Ask everything twice on one page and time the second time; then look at its memory."""
    with _page(browser, address, "en") as page:
        for each in judged:
            page.evaluate(_ASK, each.query.text)
        times = sorted(float(page.evaluate(_ASK, each.query.text)[1]) for each in judged)
        session = page.context.new_cdp_session(page)
        session.send("HeapProfiler.collectGarbage")
        heap = page.evaluate("performance.memory.usedJSHeapSize")
        return tuple(times), float(heap) / 1e6, _private(browser)


def _private(browser: Browser) -> float | None:
    """Return the memory of the largest page process that it shares with no other, in MB."""
    session = browser.new_browser_cdp_session()
    listed = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    found = []
    for each in listed:
        usage = Path(f"/proc/{each['id']}/smaps_rollup")
        if each["type"] == "renderer" and usage.is_file():
            kilobytes = re.findall(r"^Private_\w+:\s+(\d+)", usage.read_text(), re.MULTILINE)
            found.append(sum(map(int, kilobytes)) / 1024)
    return max(found, default=None)


@contextmanager
def _page(browser: Browser, address: str, language: str) -> Iterator[Page]:
    """Open an engine's page in a new profile, in the language that such a reader has."""
    context = browser.new_context(offline=address.startswith("file:"))
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    page.goto(f"{address}?{language}")
    yield page
    context.close()


def _spread(judged: Sequence[Judged], count: int) -> list[Judged]:
    """Return so many queries from all over the list."""
    step = max(1, len(judged) // count)
    return list(judged[::step])[:count]
