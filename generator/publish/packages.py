"""The site to keep: a ZIP file for each language and one with all, from the very files of the site.

What a package has of its own is little: a first page where it holds one language only, a readme,
the licences and a manifest. Its page of downloads is the one that stands in the site while the
packages are made, since a page cannot tell the checksum of a file that holds the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import filterfalse
from typing import TYPE_CHECKING, Final, Literal

from generator.errors import PublishError
from generator.pages.downloads import FOLDER, SUMS, Package
from generator.publish.archive import ArchiveWriter, Packed, pack, taken_from
from generator.publish.inventory import shown
from generator.publish.manifest import MANIFEST_NAME, Manifest, listed_file, site_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date
    from pathlib import Path

    from generator.model.text import Text
    from generator.publish.archive import Member

PRESENCE: Final = "present.js"
"""Script in each language's folder that a page loads to learn whether the language is there."""
FIRST_PAGE: Final = "index.html"
README: Final = "README.txt"

_ALL: Final = "all"
_PRESENT: Final = "/* This copy of the site holds this language. */\n"
_PUBLISHED_ONLY: Final = frozenset({FOLDER, "offline", "sitemap.xml", "sw.js"})
"""What only a published site needs: the packages themselves, the app's lists and its worker."""
_BATCH: Final = 256
"""Files that are in memory together at the most."""
_THREADS: Final = 2
_LONGEST_NAME: Final = 48
_NO_NAME: Final = "site"
_UNPORTABLE: Final = re.compile(r'[<>:"|?*]|[. ](/|$)')
_RESERVED: Final = re.compile(r"(.*/)?(con|prn|aux|nul|(com|lpt)\d)(\.[^/]*)?(/.*)?", re.IGNORECASE)
"""Names that Windows cannot store."""


@dataclass(frozen=True, slots=True)
class LanguageCopy:
    """What the package of one language has beside the files of the site."""

    tag: str
    first_page: bytes
    """HTML that leads to this language alone."""
    readme: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """What all packages of a site share."""

    name: str
    """First part of their names, ASCII."""
    day: date | None
    """Of the edition, the date of every file; without one they are dated 1980."""
    licences: Mapping[str, bytes]
    """Texts by their names in a package."""


def package_name(titles: Iterable[Text | None]) -> str:
    """Return the first title that can be a file name, in ASCII with hyphens.

    English titles come first, so that the name does not depend on the languages that are built.
    """
    for text in titles:
        for title in _wordings(text):
            letters = filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", title))
            words = "-".join(re.findall(r"[a-z0-9]+", "".join(letters).lower()))
            if re.search("[a-z]{2}", words):
                return words[:_LONGEST_NAME].strip("-")
    return _NO_NAME


def licences(root: Path) -> Mapping[str, bytes]:
    """Return the licences of the project, by names that open with a double click."""
    found = (path for path in sorted(root.glob("LICENSE*")) if path.is_file())
    return {f"{path.name}.txt": path.read_bytes() for path in found}


def write_presence(site: Path, tags: Iterable[str]) -> None:
    """Let each language say that it is there, to pages that are read from a copy."""
    for tag in tags:
        (site / tag / PRESENCE).write_text(_PRESENT, encoding="utf-8", newline="\n")


def kept_files(site: Path) -> tuple[str, ...]:
    """List the files of a site that a copy of it holds, sorted.

    Raises PublishError for a file that some computers could not unpack.
    """
    paths = tuple(path for path in site_files(site) if path.split("/")[0] not in _PUBLISHED_ONLY)
    folded = Counter(path.casefold() for path in paths)
    for path in paths:
        if _UNPORTABLE.search(path) or _RESERVED.fullmatch(path) or folded[path.casefold()] > 1:
            raise PublishError(
                f"'{shown(path)}' cannot be part of a package: some computers cannot store a file "
                "of this name, or not beside the others",
                mend="Give the page or the file another name, then build again.",
            )
    return paths


def is_of_language(path: str, others: AbstractSet[str]) -> bool:
    """Tell whether a file does not lie in a folder of one of the other languages."""
    return others.isdisjoint(path.split("/")[:-1])


def is_unpacked(folder: Path) -> bool:
    """Tell whether a folder is an unpacked package: only there does a readme lie beside a site.

    Its links to other languages may lead nowhere, so the rules for links do not hold in it.
    """
    return (folder / README).is_file()


def write_packages(
    site: Path, imprint: Imprint, copies: Sequence[LanguageCopy]
) -> tuple[Package, ...]:
    """Write the packages of a site that is complete but for them, the one of all languages last.

    A site in one language has one package. Raises PublishError as ``kept_files`` does.
    """
    (site / FOLDER).mkdir(exist_ok=True)
    tags = [copy.tag for copy in copies]
    whole = tags[0] if len(tags) == 1 else ""
    readmes = "\n\n".join(copy.readme for copy in copies)
    path = _path(imprint, whole)
    members = _write(site / path, imprint, {README: readmes.encode()}, _packed(site))
    if not whole:
        for copy in copies:
            others = frozenset(tags) - {copy.tag}
            kept = [member for member in members if is_of_language(member.file.path, others)]
            _write_part(site, imprint, copy, kept)
    return tuple(
        finished(site, _path(imprint, tag), kind="zip", language=tag)
        for tag in dict.fromkeys((*tags, whole))
    )


def finished(site: Path, path: str, *, kind: Literal["zip", "zim"], language: str) -> Package:
    """Measure a package that lies in the site; ``language`` is empty where it holds all."""
    file = listed_file(site, path)
    return Package(kind, language, path, file.size, file.sha256)


def write_sums(site: Path, packages: Iterable[Package]) -> None:
    """Write the checksums as ``sha256sum`` prints and reads them."""
    lines = (f"{package.sha256}  {package.path.rpartition('/')[2]}\n" for package in packages)
    (site / FOLDER / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def _wordings(text: Text | None) -> Iterator[str]:
    """Yield a text in every language that its author gave, English first."""
    if text is None:
        return
    if text.own is not None:
        yield text.own.text
    for tag in sorted(text.versions, key=lambda tag: (tag != "en", tag)):
        yield text.versions[tag].text


def _path(imprint: Imprint, tag: str) -> str:
    return f"{FOLDER}/{imprint.name}-{tag or _ALL}.zip"


def _packed(site: Path) -> Iterator[Packed]:
    """Compress the files side by side, a few at a time, and yield them in their order."""
    paths = kept_files(site)

    def packed(path: str) -> Packed:
        return pack(path, (site / path).read_bytes())

    with ThreadPoolExecutor(_THREADS) as pool:
        for start in range(0, len(paths), _BATCH):
            yield from pool.map(packed, paths[start : start + _BATCH])


def _write_part(
    site: Path, imprint: Imprint, copy: LanguageCopy, members: Iterable[Member]
) -> None:
    """Write the package of one language from bytes that the one of all has compressed."""
    own = {FIRST_PAGE: copy.first_page, README: copy.readme.encode()}
    with (site / _path(imprint, "")).open("rb") as whole:
        files = (taken_from(whole, member) for member in members)
        _write(site / _path(imprint, copy.tag), imprint, own, files)


def _write(
    target: Path, imprint: Imprint, own: Mapping[str, bytes], files: Iterable[Packed]
) -> list[Member]:
    """Write a package: its own files, then those of the site that it has no other one for."""
    own = {**imprint.licences, **own}
    with target.open("wb") as stream:
        writer = ArchiveWriter(stream, target.stem, imprint.day)
        members = [writer.add(pack(path, content)) for path, content in sorted(own.items())]
        members += [writer.add(packed) for packed in files if packed.file.path not in own]
        manifest = Manifest(tuple(sorted(member.file for member in members)))
        writer.add(pack(MANIFEST_NAME, manifest.to_bytes()))
        writer.finish()
    return members
