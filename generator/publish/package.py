"""Read a site out of a ZIP file that nobody vouches for, without unpacking it to disk."""

from __future__ import annotations

import hashlib
import stat
import zlib
from collections import Counter
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from generator.issues import Issue, Message, Place, message
from generator.publish.inventory import is_safe_path, shown
from generator.publish.manifest import LARGEST_MANIFEST, MANIFEST_NAME, ListedFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_LARGEST_GROWTH: Final = 100
"""Times its own size that a package may expand to; pages of a site reach about 20."""
_SMALL: Final = 64 * 1024 * 1024
"""Bytes that a package may always expand to, however small it is."""
_CHUNK: Final = 1024 * 1024
_ENCRYPTED: Final = 0x1
_ZIP_FAULTS: Final = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    zlib.error,
)
"""What zipfile raises for a damaged or hostile file; it documents only the first."""


@dataclass(frozen=True, slots=True)
class PackageContents:
    """The site inside a package, or why it cannot be read."""

    manifest: bytes | None = None
    files: Mapping[str, ListedFile] = field(default_factory=lambda: MappingProxyType({}))
    """Files by their path relative to the folder that holds the manifest."""
    issues: tuple[Issue, ...] = ()


def package_contents(package: Path) -> PackageContents:
    """Hash every file in a ZIP file (APPNOTE 6.3, stored or deflated entries)."""
    with package.open("rb") as stream:
        largest = max(_SMALL, _LARGEST_GROWTH * package.stat().st_size)
        try:
            with ZipFile(stream) as archive:
                entries = archive.infolist()
                issues = tuple(_entry_issues(entries, largest))
                return PackageContents(issues=issues) if issues else _read(archive, entries)
        except _ZIP_FAULTS:
            fault = message("the package is damaged, or is not a ZIP file")
            return PackageContents(issues=(_issue(package.name, fault),))


def _entry_issues(entries: list[ZipInfo], largest: int) -> Iterator[Issue]:
    """Yield what makes a package unsafe to read or to unpack, from its directory alone."""
    if sum(entry.file_size for entry in entries) > largest:
        yield _issue("", message("the package expands to more than {n} bytes", n=largest))
    for name, count in Counter(entry.filename for entry in entries).items():
        if count > 1:
            yield _issue(name, message("the package holds this name {n} times", n=count))
    for entry in entries:
        fault = _entry_fault(entry)
        if fault is not None:
            yield _issue(entry.filename, fault)


def _entry_fault(entry: ZipInfo) -> Message | None:
    if not is_safe_path(entry.filename.removesuffix("/")):
        return message("the name leads out of the package or is not plain")
    if stat.S_IFMT(entry.external_attr >> 16) not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return message("the entry is not a plain file")
    if entry.flag_bits & _ENCRYPTED:
        return message("the entry is encrypted")
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        return message("the entry is compressed in a way that not every reader knows")
    return None


def _read(archive: ZipFile, entries: list[ZipInfo]) -> PackageContents:
    files = [entry for entry in entries if not entry.is_dir()]
    prefix = _site_prefix(files)
    if prefix is None:
        return PackageContents()
    manifest = archive.getinfo(prefix + MANIFEST_NAME)
    if manifest.file_size > LARGEST_MANIFEST:
        fault = message("the manifest is larger than any site needs")
        return PackageContents(issues=(_issue(manifest.filename, fault),))
    hashed = (
        _hashed(archive, entry, _site_path(entry.filename, prefix))
        for entry in sorted(files, key=lambda entry: entry.filename)
    )
    by_path = {file.path: file for file in hashed}
    return PackageContents(archive.read(manifest), MappingProxyType(by_path))


def _site_prefix(files: list[ZipInfo]) -> str | None:
    """Return the folder of the manifest: the package itself, or its only top folder."""
    names = {entry.filename for entry in files}
    if MANIFEST_NAME in names:
        return ""
    tops = sorted({f"{name.split('/')[0]}/" for name in names})
    holding = [top for top in tops if top + MANIFEST_NAME in names]
    return holding[0] if len(holding) == 1 else None


def _site_path(name: str, prefix: str) -> str:
    """Return the path in the site; what lies beside the site keeps a name no site can hold."""
    return name[len(prefix) :] if name.startswith(prefix) else f"../{name}"


def _hashed(archive: ZipFile, entry: ZipInfo, path: str) -> ListedFile:
    digest = hashlib.sha256()
    size = 0
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return ListedFile(path, digest.hexdigest(), size)


def _issue(name: str, what: Message) -> Issue:
    hint = message("do not unpack it; get a fresh copy from where it is published")
    return Issue(Place(shown(name)), "site-package-broken", what, hint)
