"""What a page weighs on the line at first view, beside the same page of MkDocs' default theme."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.building import build_framework, build_plain, plain_site
from bench.loading import resources
from bench.project import copy_project, record_ids, site_languages
from bench.tables import table, verdict

if TYPE_CHECKING:
    from pathlib import Path

_MOST_KB = 60.0
_PAGES = (
    ("Home", "index.html"),
    ("Pillar", "pillars/*.html"),
    ("Project library", "projects/index.html"),
    ("Project", "projects/*.html"),
    ("Dashboard", "projects/dashboard.html"),
    ("Form", "new-project.html"),
)
"""Pages by what they are, the heaviest in any language; the star stands for every record."""
_HEADER = (
    "heaviest page",
    "",
    "HTML KB",
    "all KB",
    "requests",
    "default: HTML KB",
    "all but search index KB",
    "all KB",
    "requests",
)
_GZIP_LEVEL = 6
"""The level web servers use where nothing else is set."""


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes and requests of a page at first view, compressed as a server sends them."""

    page: Path
    html: int
    everything: int
    index: int
    """Bytes of a search index that comes with the page; part of everything."""
    requests: int
    """Bytes of requests to other hosts are not counted."""


def measure_weight(folder: Path, *, runs: int) -> str:
    """Build both sites once and weigh the same pages of each; bytes do not change between runs."""
    del runs
    project = copy_project(folder / "project")
    build_framework(project, folder)
    build_plain(project, folder)
    languages = site_languages(project)
    pairs = [
        (name, *_pair(folder, languages, _addresses(project, pattern))) for name, pattern in _PAGES
    ]
    heaviest = max(ours.everything for _, ours, _ in pairs) / 1024
    return table(
        "Page weight",
        _HEADER,
        [
            _row(name, ours.page.relative_to(folder / "site"), ours, plain)
            for name, ours, plain in pairs
        ],
        [
            verdict(
                f"at most {_MOST_KB:.0f} KB at first view, heaviest {heaviest:.1f}",
                is_met=heaviest <= _MOST_KB,
            ),
            "KB of 1,024 bytes after gzip. The default theme loads its search index every time;",
            "its fonts come from another host, which counts as a request, their bytes do not.",
        ],
    )


def weigh(page: Path, root: Path) -> Weight:
    """Weigh a page of the site in a folder with all it loads at first view."""
    loaded = resources(page, root)
    html = _compressed(page)
    sizes = {file: _compressed(file) for file in loaded.files}
    return Weight(
        page=page,
        html=html,
        everything=html + sum(sizes.values()),
        index=sum(size for file, size in sizes.items() if file.name == "search_index.json"),
        requests=1 + len(loaded.files) + len(loaded.foreign),
    )


def _addresses(project: Path, pattern: str) -> list[str]:
    """Return the addresses of the pages of all records of a kind, or of the one page meant."""
    if "*" not in pattern:
        return [pattern]
    kind, _, _ = pattern.partition("/")
    return [pattern.replace("*", record) for record in record_ids(project, kind)]


def _pair(folder: Path, languages: tuple[str, ...], addresses: list[str]) -> tuple[Weight, Weight]:
    """Return the heaviest of our pages and the same page of the default theme."""
    site = folder / "site"
    found = [(weigh(site / tag / address, site), tag) for tag in languages for address in addresses]
    ours, tag = max(found, key=lambda each: each[0].everything)
    plain = plain_site(folder, tag)
    return ours, weigh(plain / ours.page.relative_to(site / tag), plain)


def _row(name: str, address: Path, ours: Weight, plain: Weight) -> list[str]:
    cells = [name, f"`{address.as_posix()}`", _kilobytes(ours.html), _kilobytes(ours.everything)]
    cells += [str(ours.requests), _kilobytes(plain.html)]
    cells += [_kilobytes(plain.everything - plain.index), _kilobytes(plain.everything)]
    return [*cells, str(plain.requests)]


def _kilobytes(size: int) -> str:
    return f"{size / 1024:.1f}"


def _compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), compresslevel=_GZIP_LEVEL, mtime=0))
