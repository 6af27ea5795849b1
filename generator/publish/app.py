"""The installable app: a manifest per language, the service worker, and lists of what to keep.

The lists must be made last, when no byte of the site changes any more. A language's list names
everything that reading the language takes: its own pages, the assets, the search.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.errors import PublishError
from generator.publish.assets import lean_script
from generator.publish.manifest import listed_file, site_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.publish.manifest import ListedFile

APP_MANIFEST: Final = "app.webmanifest"
"""Name of a language's manifest in its folder (W3C Web Application Manifest)."""
WORKER: Final = "sw.js"
LISTS: Final = "offline"
"""Folder of the lists in the site."""

_SHARED: Final = ("assets", "search", "index.html")
"""What every language needs: names in the root of the site."""
_SEARCH: Final = "search"
_VERSION: Final = "version.json"
_GAP: Final = "const SITE = {};"
_HASH_LENGTH: Final = 16
"""Hexadecimal digits of a SHA-256: enough to tell editions apart, not to withstand an attack."""


@dataclass(frozen=True, slots=True)
class AppLanguage:
    """What the app needs to know of a language."""

    tag: str
    name: str
    """In its own words."""
    direction: str
    site_name: str
    short_name: str
    """Shown below the icon."""
    description: str
    words: Mapping[str, str]
    """Of the page for what is not on the device: title, text, again, pages, none, edition."""


def write_app_manifests(site: Path, overrides: Path, languages: Iterable[AppLanguage]) -> None:
    """Let each language be installed under its own name; the look comes from the theme."""
    look = json.loads((overrides / APP_MANIFEST).read_text(encoding="utf-8"))
    for language in languages:
        manifest = {
            "name": language.site_name,
            "short_name": language.short_name,
            "description": language.description,
            "lang": language.tag,
            "dir": language.direction,
            **look,
        }
        _write(site / language.tag / APP_MANIFEST, _json(manifest))


def write_app(
    site: Path, overrides: Path, languages: Sequence[AppLanguage], *, edition_date: str = ""
) -> None:
    """Write the worker and its lists into a site that is otherwise complete.

    ``edition_date`` is an ISO 8601 day or nothing.
    """
    tags = {language.tag for language in languages}
    tops = {*tags, *_SHARED}
    files = [listed_file(site, path) for path in site_files(site) if path.partition("/")[0] in tops]
    version = _version(files)
    lists = {tag: _list(files, tag, tags, version) for tag in sorted(tags)}
    for tag, text in lists.items():
        _write(site / LISTS / f"{tag}.json", text)
    edition = {
        "version": version,
        "date": edition_date,
        "fixed": _fixed_folders(files),
        "languages": {
            language.tag: {
                "name": language.name,
                "dir": language.direction,
                "bytes": sum(file.size for file in _files_of(files, language.tag, tags)),
            }
            for language in languages
        },
    }
    _write(site / LISTS / _VERSION, _json(edition))
    _write(site / WORKER, _worker(overrides, languages))


def write_retired_worker(site: Path, overrides: Path) -> None:
    """Publish a worker that removes what was kept and itself, for a site that gives the app up."""
    _write(site / WORKER, (overrides / "sw-retired.js").read_text(encoding="utf-8"))


def _files_of(files: Iterable[ListedFile], tag: str, tags: set[str]) -> Iterable[ListedFile]:
    others = tags - {tag}
    return (file for file in files if file.path.partition("/")[0] not in others)


def _list(files: Iterable[ListedFile], tag: str, tags: set[str], version: str) -> str:
    own = {
        file.path: [file.size, file.sha256[:_HASH_LENGTH]] for file in _files_of(files, tag, tags)
    }
    return _json({"version": version, "files": own})


def _version(files: Iterable[ListedFile]) -> str:
    """Name the edition by everything that can be kept of it."""
    text = "".join(f"{file.sha256} {file.path}\n" for file in files)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_HASH_LENGTH]


def _fixed_folders(files: Iterable[ListedFile]) -> list[str]:
    """Return the folders whose name changes with their files: those of the search index."""
    parts = (file.path.split("/") for file in files)
    return sorted({f"{_SEARCH}/{part[1]}/" for part in parts if part[0] == _SEARCH and part[2:]})


def _worker(overrides: Path, languages: Iterable[AppLanguage]) -> str:
    source = (overrides / WORKER).read_text(encoding="utf-8")
    if source.count(_GAP) != 1:
        raise PublishError(
            f"overrides/{WORKER} does not hold the line '{_GAP}' exactly once",
            mend="put the line back; the words of the languages are put in there",
        )
    told = {
        "page": (overrides / "offline.html").read_text(encoding="utf-8"),
        "languages": {
            language.tag: {
                "name": language.name,
                "dir": language.direction,
                "site": language.short_name,
                "words": dict(language.words),
            }
            for language in languages
        },
    }
    # JSON is JavaScript since ECMAScript 2019.
    return lean_script(source.replace(_GAP, f"const SITE = {_json(told)};"))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{text.rstrip()}\n", encoding="utf-8", newline="\n")
