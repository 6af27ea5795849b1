"""``manifest.json``: every file of a site with its size and SHA-256.

The manifest marks a folder as made by this generator, and lets anyone who holds a copy of the
site check that it is whole and unchanged. It does not list itself.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.errors import PublishError
from generator.issues import Message, message
from generator.publish.inventory import is_safe_path, shown, take_inventory

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MANIFEST_NAME: Final = "manifest.json"
LARGEST_MANIFEST: Final = 256 * 1024 * 1024
"""Bytes; a manifest takes about 130 for each file of the site."""

_FORMAT: Final = 1
_SHA256: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, order=True, slots=True)
class ListedFile:
    """One file of a site, as its manifest describes it."""

    path: str
    """Relative to the site, with forward slashes."""
    sha256: str
    """SHA-256 (FIPS 180-4) of the bytes, 64 lower-case hexadecimal digits."""
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a site, sorted by path."""

    files: tuple[ListedFile, ...]

    def to_bytes(self) -> bytes:
        """Return the one JSON text (RFC 8259, UTF-8) that stands for these files."""
        files = {file.path: {"sha256": file.sha256, "size": file.size} for file in self.files}
        value = {"format": _FORMAT, "files": files}
        text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)
        return f"{text}\n".encode()


def describe_site(site: Path) -> Manifest:
    """Hash every file of the site; raises PublishError for what no site may hold."""
    return Manifest(tuple(listed_file(site, path) for path in site_files(site)))


def site_files(site: Path) -> tuple[str, ...]:
    """List every file of the site but the manifest, sorted; raises PublishError as above."""
    inventory = take_inventory(site)
    for path in (*inventory.others, *inventory.files):
        if path in inventory.others or not is_safe_path(path):
            raise _unpublishable(path)
    return tuple(path for path in inventory.files if path != MANIFEST_NAME)


def write_manifest(site: Path) -> Manifest:
    """Describe the site and write the description into it."""
    manifest = describe_site(site)
    (site / MANIFEST_NAME).write_bytes(manifest.to_bytes())
    return manifest


def read_manifest(data: bytes) -> Manifest | Message:
    """Read a manifest from bytes nobody vouches for; a fault comes back as a sentence."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_closed_mapping)
    except UnicodeDecodeError:
        return message("the manifest is not UTF-8 text")
    except (ValueError, RecursionError):
        return message("the manifest is not JSON, or names a file twice")
    if not isinstance(value, dict) or value.keys() != {"format", "files"}:
        return message("the manifest does not hold exactly 'format' and 'files'")
    if value["format"] != _FORMAT or isinstance(value["format"], bool):
        return message("the manifest has a format that is not {known}", known=_FORMAT)
    if not isinstance(value["files"], dict):
        return message("'files' in the manifest is not a mapping")
    return _read_files(value["files"])


def listed_file(site: Path, path: str) -> ListedFile:
    """Hash one file of the site; raises OSError where it cannot be read."""
    with (site / path).open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return ListedFile(path, digest, stream.tell())


def _read_files(files: dict[str, object]) -> Manifest | Message:
    listed = []
    for path, entry in sorted(files.items()):
        file = _read_entry(path, entry)
        if file is None:
            return message("the manifest has a wrong entry for '{path}'", path=shown(path))
        listed.append(file)
    return Manifest(tuple(listed))


def _read_entry(path: str, entry: object) -> ListedFile | None:
    if not isinstance(entry, dict) or entry.keys() != {"sha256", "size"}:
        return None
    sha256, size = entry["sha256"], entry["size"]
    named = is_safe_path(path) and path != MANIFEST_NAME
    hashed = isinstance(sha256, str) and _SHA256.fullmatch(sha256)
    sized = isinstance(size, int) and not isinstance(size, bool) and size >= 0
    return ListedFile(path, sha256, size) if named and hashed and sized else None


def _closed_mapping(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Build a mapping and refuse a second entry of one name, which readers treat differently."""
    mapping: dict[str, object] = {}
    for key, value in pairs:
        if key in mapping:
            raise ValueError(key)
        mapping[key] = value
    return mapping


def _unpublishable(path: str) -> PublishError:
    return PublishError(
        f"'{shown(path)}' cannot be part of a site: it is not a plain file, or its name holds "
        "a backslash, a colon after one letter, a control character or bytes that are not UTF-8",
        mend="Write a plain file with a plain name in its place, then build again.",
    )
