"""How long ``framework build`` takes, beside MkDocs with its default theme on the same Markdown."""

from __future__ import annotations

import re
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from bench.processes import Cost, framework, median, run, total
from bench.project import copy_project, site_languages
from bench.tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADER = (
    "",
    "seconds",
    "CPU s",
    "pages",
    "CPU ms per page",
    "seconds, ratio",
    "CPU per page, ratio",
)
_PLAIN = Template("""\
site_name: Framework
docs_dir: $pages
site_dir: $site
use_directory_urls: false
theme:
  name: material
  language: $language
plugins:
  - search
$extensions""")


def measure_build(folder: Path, *, runs: int) -> str:
    """Build the real content in turn with both, each as a whole process."""
    project = copy_project(folder / "project")
    rounds = [_round(project, folder) for _ in range(runs)]
    first, again, plain = (median(costs) for costs in zip(*rounds, strict=True))
    pages = _pages(folder / "site")
    plain_pages = sum(_pages(plain_site(folder, tag)) for tag in site_languages(project))
    base = (plain, plain_pages)
    return table(
        "Build",
        _HEADER,
        [
            _row("`mkdocs build`, default Material", (plain, plain_pages), base),
            _row("`framework build`, nothing made before", (first, pages), base),
            _row("`framework build`, again without a change", (again, pages), base),
        ],
        [
            "Both make the same pages. `framework build` also reads and checks the records, writes",
            "Markdown, indexes, exports and lists of files, and verifies the site. MkDocs runs",
            f"{len(site_languages(project))} times, once per language, with navigation and search.",
        ],
    )


def build_framework(project: Path, folder: Path) -> Cost:
    """Build the site of a project into ``site`` below the folder."""
    return framework(project, "build", "--output", str(folder / "site"))


def build_plain(project: Path, folder: Path) -> Cost:
    """Let MkDocs alone build the generated Markdown, one site per language."""
    return total([_plain_language(project, folder, tag) for tag in site_languages(project)])


def plain_site(folder: Path, language: str) -> Path:
    """Return where ``build_plain`` puts the site of a language."""
    return folder / "plain" / language


def _round(project: Path, folder: Path) -> tuple[Cost, Cost, Cost]:
    """Build from nothing, build again, and build with MkDocs alone."""
    shutil.rmtree(project / "build", ignore_errors=True)
    shutil.rmtree(folder / "site", ignore_errors=True)
    first = build_framework(project, folder)
    again = build_framework(project, folder)
    return first, again, build_plain(project, folder)


def _plain_language(project: Path, folder: Path, language: str) -> Cost:
    config = folder / f"plain-{language}.yml"
    config.write_text(
        _PLAIN.substitute(
            pages=project / "build" / "pages" / language,
            site=plain_site(folder, language),
            language=_theme_language(language),
            extensions=_extensions(project),
        ),
        encoding="utf-8",
    )
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)])


def _extensions(project: Path) -> str:
    """Return the part of ``mkdocs.yml`` that names the Markdown extensions, the same for both."""
    written = (project / "mkdocs.yml").read_text(encoding="utf-8")
    found = re.search(r"^markdown_extensions:\n(?:[ \t-].*\n|\n)*", written, flags=re.MULTILINE)
    return found[0] if found else ""


def _theme_language(language: str) -> str:
    """Return the language where Material has its words, otherwise English."""
    theme = find_spec("material")
    places: Sequence[str] = (theme.submodule_search_locations or ()) if theme else ()
    words = f"templates/partials/languages/{language}.html"
    return language if any(Path(place, words).is_file() for place in places) else "en"


def _pages(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))


def _row(name: str, measured: tuple[Cost, int], base: tuple[Cost, int]) -> list[str]:
    (cost, pages), (base_cost, base_pages) = measured, base
    per_page, base_per_page = 1000 * cost.cpu / pages, 1000 * base_cost.cpu / base_pages
    return [
        name,
        f"{cost.seconds:.1f}",
        f"{cost.cpu:.1f}",
        str(pages),
        f"{per_page:.1f}",
        f"{cost.seconds / base_cost.seconds:.2f}",
        f"{per_page / base_per_page:.2f}",
    ]
