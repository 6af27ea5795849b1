"""Search engines made ready to be asked: each a folder with a page that answers `ask(text)`."""

from __future__ import annotations

import json
import platform
import shutil
import time
from dataclasses import asdict, dataclass
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from bench.processes import PROJECT, run
from bench.search.node_runner import ENGINE, page_language, write_index
from bench.search.vocabulary import concepts
from generator.publish.assets import lean_script
from generator.search.index import search_files
from setup.node import NODE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench.search.corpus import Entry

_HERE = Path(__file__).parent
_PAGES = _HERE / "pages"
_LUNR = frozenset({"ar", "es", "fr", "he", "hi", "ja", "ko", "pt", "ru", "th", "tr", "vi", "zh"})
"""Languages of the corpus that Material's search has words for, beside English."""
_SEPARATOR = r"[\s\-,:!=\[\]()\"/。，、《》]+"


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine in a folder of its own."""

    name: str
    folder: Path
    seconds: float
    """CPU seconds that its index took."""
    program: tuple[str, ...]
    """Names of files that are code and not index; what ends in a slash is a folder."""
    runs_from_folder: bool = False
    """Whether its page can be opened by a double click."""
    is_split: bool = False
    """Whether a page searches only what is in its own language."""
    is_ours: bool = False

    def page_language(self, language: str) -> str:
        """Return the language of the page that a reader of a language searches from."""
        if self.is_ours:
            return page_language(language)
        return language if self.is_split else "en"

    def is_program(self, name: str) -> bool:
        """Tell whether a file below the folder is code."""
        return name == "index.html" or any(
            name == each or (each.endswith("/") and name.startswith(each))
            for each in ("language.js", "scripts.js", *self.program)
        )


def ours(entries: Sequence[Entry], folder: Path) -> Engine:
    """Make the site's own search ready."""
    _page("ours", folder)
    started = time.process_time()
    files = search_files([entry.record for entry in entries], concepts())
    seconds = time.process_time() - started
    write_index(files, folder / "search")
    for script in ENGINE:
        lean = lean_script(script.read_text(encoding="utf-8"))
        (folder / script.name).write_text(lean, encoding="utf-8")
    code = tuple(script.name for script in ENGINE)
    (folder / "scripts.js").write_text(f"const scripts = {json.dumps(code)};\n", encoding="utf-8")
    return Engine("this project", folder, seconds, code, runs_from_folder=True, is_ours=True)


def minisearch(entries: Sequence[Entry], folder: Path) -> Engine:
    """Make MiniSearch ready, with the browser's own segmenter and its index as a script."""
    library = folder.parent / "node_modules" / "minisearch" / "dist"
    _page("minisearch", folder)
    shutil.copy2(library / "umd" / "index.js", folder / "minisearch.js")
    shutil.copy2(_PAGES / "minisearch-settings.js", folder / "settings.js")
    records = folder.parent / "records.json"
    listed = [{"id": each.record.id, **_text(each)} for each in entries]
    records.write_text(json.dumps(listed), encoding="utf-8")
    cost = run(
        [
            str(NODE),
            str(_PAGES / "minisearch-index.js"),
            str(library / "cjs" / "index.cjs"),
            str(folder / "settings.js"),
            str(records),
            str(folder / "index.js"),
        ]
    )
    program = ("minisearch.js", "settings.js")
    return Engine("MiniSearch", folder, cost.cpu, program, runs_from_folder=True)


def pagefind(entries: Sequence[Entry], folder: Path) -> Engine:
    """Make Pagefind ready; it makes one index for each language out of pages."""
    machine = {"x86_64": "x64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    package = folder.parent / "node_modules" / "@pagefind" / f"linux-{machine}"
    program = package / "bin" / "pagefind_extended"
    if not program.is_file():
        raise FileNotFoundError(f"there is no Pagefind for {platform.system()} {machine}")
    _page("pagefind", folder)
    site = folder.parent / "pagefind-pages"
    for entry in entries:
        path = site / entry.language / f"{entry.record.id}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_html(entry), encoding="utf-8")
    cost = run([str(program), "--site", str(site), "--output-path", str(folder / "pagefind")])
    code = tuple(
        path.relative_to(folder).as_posix()
        for path in sorted((folder / "pagefind").glob("*"))
        if path.suffix in {".js", ".css", ".pagefind"} and not path.stem.startswith("pagefind.")
    )
    return Engine("Pagefind", folder, cost.cpu, code, is_split=True)


def material(entries: Sequence[Entry], folder: Path) -> Engine:
    """Make the worker of Material's search ready, with an index as its plugin writes it."""
    theme = find_spec("material")

    _page("material", folder)
    places = (theme.submodule_search_locations if theme else None) or ["."]
    scripts = Path(places[0]) / "templates" / "assets" / "javascripts"
    shutil.copytree(scripts / "lunr", folder / "assets" / "lunr")
    worker = next((scripts / "workers").glob("search.*.min.js"))
    (folder / "assets" / "workers").mkdir()
    shutil.copy2(worker, folder / "assets" / "workers" / "search.js")
    started = time.process_time()
    fields = {"title": {"boost": 1e3}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}}
    config = {
        "lang": ["en", *sorted(_LUNR)],
        "separator": _SEPARATOR,
        "pipeline": ["stemmer", "stopWordFilter", "trimmer"],
        "fields": fields,
    }
    docs = [
        {"location": f"{each.record.path}.html", "title": text["title"], "text": _plain(text)}
        for each in entries
        for text in [_text(each)]
    ]
    written = json.dumps({"config": config, "docs": docs}, separators=(",", ":"))
    (folder / "search_index.json").write_text(written, encoding="utf-8")
    seconds = time.process_time() - started
    return Engine("Material's search", folder, seconds, ("assets/",))


ENGINES: tuple[Callable[[Sequence[Entry], Path], Engine], ...] = (
    ours, minisearch, pagefind, material,
)  # fmt: skip


def install_peers(folder: Path) -> None:
    """Fetch the packages of the other engines into `node_modules` below a folder, as locked."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy2(_HERE / name, folder / name)
    shutil.copy2(PROJECT / ".npmrc", folder / ".npmrc")
    npm = Path(str(NODE)).parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    run([str(NODE), str(npm), "ci", "--prefix", str(folder), "--loglevel=error"])


def _page(name: str, folder: Path) -> None:
    folder.mkdir(parents=True)
    shutil.copy2(_PAGES / f"{name}.html", folder / "index.html")
    shutil.copy2(_PAGES / "language.js", folder / "language.js")


def _text(entry: Entry) -> dict[str, str]:
    said = asdict(entry.record.texts[0])
    return {
        "title": said["title"],
        "summary": said["summary"],
        "body": said["body"],
        "lang": said["language"],
    }


def _plain(text: dict[str, str]) -> str:
    return f"<p>{escape(text['summary'])}</p> <p>{escape(text['body'])}</p>"


def _html(entry: Entry) -> str:
    text = _text(entry)
    return (
        f'<!doctype html><html lang="{text["lang"]}"><meta charset="utf-8">'
        f"<title>{escape(text['title'])}</title><body data-pagefind-body>"
        f"<h1>{escape(text['title'])}</h1>{_plain(text)}</body></html>"
    )
