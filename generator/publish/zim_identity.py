"""Give a ZIM file an identity that follows from its content.

libzim draws a new UUID for each file, and Xapian one for each index inside. They are the only
bytes that differ between two runs. Here they are replaced by a UUID made of the hash of
everything else (version 8, RFC 9562), and the checksum at the end of the file is made anew.

Layout: https://wiki.openzim.org/wiki/ZIM_file_format; all numbers are little-endian. An index is
a Xapian database in one file, which begins with a name, a version of two bytes, and its UUID
(``backends/glass/glass_version.cc`` of Xapian 1.4).
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, BinaryIO, Final
from uuid import UUID

from generator.errors import PublishError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MAGIC: Final = 72173914
_HEADER: Final = struct.Struct("<I20xI4xQ8xQ16xQ")
"""Magic number, count of entries, places of entry list, cluster list and checksum."""
_UUID_AT: Final = 8
_UUID_LENGTH: Final = 16

_POINTER: Final = struct.Struct("<Q")
_ENTRY: Final = struct.Struct("<HBcIII")
"""Media type, length of extra data, namespace, revision, cluster, number in the cluster."""
_INDEXES: Final = b"X"
"""Namespace of search indexes and listings; it sorts last."""

_COMPRESSION: Final = 0x0F
_UNCOMPRESSED: Final = frozenset({0, 1})
_WIDE_OFFSETS: Final = 0x10

_XAPIAN: Final = b"\x0f\x0dXapian Glass"
_XAPIAN_UUID_AT: Final = len(_XAPIAN) + 2
_CHUNK: Final = 1024 * 1024


def settle_identity(file: Path) -> None:
    """Replace every drawn UUID in a ZIM file by one that its content determines.

    Raises PublishError where the file is not laid out as the specification says.
    """
    with file.open("r+b") as stream:
        layout = _read_layout(stream)
        places = [_UUID_AT, *_index_uuids(stream, layout)]
        _write_at(stream, places, bytes(_UUID_LENGTH))
        digest = _hashed(stream, layout.checksum_at, hashlib.sha256())
        _write_at(stream, places, _uuid(digest))
        checksum = _hashed(stream, layout.checksum_at, hashlib.md5(usedforsecurity=False))
        _write_at(stream, [layout.checksum_at], checksum)


@dataclass(frozen=True, slots=True)
class _Layout:
    entries: int
    entries_at: int
    clusters_at: int
    checksum_at: int


def _read_layout(stream: BinaryIO) -> _Layout:
    magic, *numbers = _HEADER.unpack(_read_at(stream, 0, _HEADER.size))
    layout = _Layout(*numbers)
    if magic != _MAGIC or stream.seek(0, 2) != layout.checksum_at + _UUID_LENGTH:
        raise _unknown()
    return layout


def _index_uuids(stream: BinaryIO, layout: _Layout) -> Iterator[int]:
    """Yield where the UUID of each Xapian index stands."""
    for cluster, number in _index_entries(stream, layout):
        start = _content_at(stream, layout, cluster, number)
        if start and _read_at(stream, start, len(_XAPIAN)) == _XAPIAN:
            yield start + _XAPIAN_UUID_AT


def _index_entries(stream: BinaryIO, layout: _Layout) -> Iterator[tuple[int, int]]:
    """Yield cluster and number of everything in the namespace of indexes, the last one first."""
    pointers = (layout.entries_at + 8 * index for index in reversed(range(layout.entries)))
    entries = (
        _ENTRY.unpack(_read_at(stream, _number_at(stream, pointer), _ENTRY.size))
        for pointer in pointers
    )
    for _, _, _, _, cluster, number in takewhile(lambda entry: entry[2] == _INDEXES, entries):
        yield cluster, number


def _content_at(stream: BinaryIO, layout: _Layout, cluster: int, number: int) -> int:
    """Return where the content of an entry begins, or 0 where it is compressed."""
    start = _number_at(stream, layout.clusters_at + 8 * cluster)
    information = _read_at(stream, start, 1)[0]
    if information & _COMPRESSION not in _UNCOMPRESSED:
        return 0
    width = 8 if information & _WIDE_OFFSETS else 4
    offset = _read_at(stream, start + 1 + width * number, width)
    return start + 1 + int.from_bytes(offset, "little")


def _hashed(stream: BinaryIO, end: int, digest: hashlib._Hash) -> bytes:
    """Return the digest of everything before ``end``."""
    stream.seek(0)
    left = end
    while left:
        chunk = stream.read(min(left, _CHUNK))
        if not chunk:
            raise _unknown()
        digest.update(chunk)
        left -= len(chunk)
    return digest.digest()


def _uuid(digest: bytes) -> bytes:
    """Return a UUID of version 8: bits of the digest, and who may read them (RFC 9562, 5.8)."""
    number = int.from_bytes(digest[:_UUID_LENGTH], "big")
    number = number & ~(0xF << 76) | 0x8 << 76
    number = number & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=number).bytes


def _number_at(stream: BinaryIO, place: int) -> int:
    number: int = _POINTER.unpack(_read_at(stream, place, _POINTER.size))[0]
    return number


def _read_at(stream: BinaryIO, place: int, length: int) -> bytes:
    stream.seek(place)
    data = stream.read(length)
    if len(data) != length:
        raise _unknown()
    return data


def _write_at(stream: BinaryIO, places: list[int], data: bytes) -> None:
    for place in places:
        stream.seek(place)
        stream.write(data)


def _unknown() -> PublishError:
    return PublishError(
        "a ZIM file is not laid out as expected, so that it cannot be made reproducible",
        mend="Install the version of libzim that requirements.txt names.",
    )
