"""Write ZIP files whose every byte follows from their contents (PKWARE APPNOTE 6.3.10).

A file is compressed once, and its compressed bytes can go into several archives, which the
standard library cannot do. Names are UTF-8, dates are fixed, and there are no entries for folders.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.errors import PublishError
from generator.publish.inventory import shown
from generator.publish.manifest import ListedFile

if TYPE_CHECKING:
    from datetime import date
    from typing import BinaryIO

_LEVEL: Final = 9
_STORED, _DEFLATED = 0, 8
_UTF8_NAME: Final = 0x0800
_PLAIN, _LARGE = 20, 45
"""Versions of the format that a reader needs: for deflate, and for ZIP64."""
_UNIX: Final = 3 << 8
_MODE: Final = 0o100644 << 16
_FIRST_DAY: Final = (1 << 5) | 1
"""1 January 1980, the oldest day that the format knows (4.4.6)."""
_MOST_BYTES: Final = 0xFFFFFFFF
_MOST_FILES: Final = 0xFFFF

_LOCAL: Final = struct.Struct("<4s5H3I2H")
_CENTRAL: Final = struct.Struct("<4s6H3I5H2I")
_LARGE_OFFSET: Final = struct.Struct("<HHQ")
_LARGE_END: Final = struct.Struct("<4sQ2H2I4Q")
_LOCATOR: Final = struct.Struct("<4sIQI")
_END: Final = struct.Struct("<4s4H2IH")


@dataclass(frozen=True, slots=True)
class Packed:
    """A file as it goes into an archive."""

    file: ListedFile
    """Before compression; the path is relative to the top folder of the archive."""
    crc: int
    method: int
    data: bytes
    """Compressed, or as it is where that is shorter."""


@dataclass(frozen=True, slots=True)
class Member:
    """Where the bytes of a packed file lie in an archive."""

    file: ListedFile
    crc: int
    method: int
    offset: int
    """From the start of the archive."""
    length: int


def pack(path: str, content: bytes) -> Packed:
    """Compress a file; raises PublishError for one of 4 GiB or more."""
    if len(content) >= _MOST_BYTES:
        raise PublishError(
            f"'{shown(path)}' has {len(content)} bytes, too many for a ZIP file",
            mend="Divide the file.",
        )
    deflater = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    deflated = deflater.compress(content) + deflater.flush()
    listed = ListedFile(path, hashlib.sha256(content).hexdigest(), len(content))
    if len(deflated) < len(content):
        return Packed(listed, zlib.crc32(content), _DEFLATED, deflated)
    return Packed(listed, zlib.crc32(content), _STORED, content)


def taken_from(archive: BinaryIO, member: Member) -> Packed:
    """Return a packed file out of an archive, without unpacking it."""
    archive.seek(member.offset)
    data = archive.read(member.length)
    return Packed(member.file, member.crc, member.method, data)


class ArchiveWriter:
    """Writes packed files one after the other; ``finish`` makes an archive of them."""

    def __init__(self, stream: BinaryIO, folder: str, day: date | None) -> None:
        """Put all files into one top folder, dated with the day, or with 1980 where none is."""
        self._stream = stream
        self._folder = folder
        self._day = _FIRST_DAY if day is None else _dos_day(day)
        self._directory: list[bytes] = []

    def add(self, packed: Packed) -> Member:
        """Append a file and return where it lies."""
        start = self._stream.tell()
        name = f"{self._folder}/{packed.file.path}".encode()
        sizes = (packed.crc, len(packed.data), packed.file.size)
        described = (_UTF8_NAME, packed.method, 0, self._day, *sizes, len(name))
        self._stream.write(_LOCAL.pack(b"PK\x03\x04", _PLAIN, *described, 0) + name)
        offset = self._stream.tell()
        self._stream.write(packed.data)
        self._directory.append(_entry(described, name, start))
        return Member(packed.file, packed.crc, packed.method, offset, len(packed.data))

    def finish(self) -> None:
        """Write the directory at the end."""
        start = self._stream.tell()
        directory = b"".join(self._directory)
        self._stream.write(directory + _ending(len(self._directory), len(directory), start))


def _dos_day(day: date) -> int:
    """Return a day as the format writes it; days before 1980 are its first one."""
    return max((day.year - 1980) << 9 | day.month << 5 | day.day, _FIRST_DAY)


def _entry(described: tuple[int, ...], name: bytes, offset: int) -> bytes:
    """Return the entry of the directory (4.3.12), with its offset in ZIP64 where it must be."""
    is_large = offset >= _MOST_BYTES
    extra = _LARGE_OFFSET.pack(1, 8, offset) if is_large else b""
    version = _LARGE if is_large else _PLAIN
    fixed = _CENTRAL.pack(
        b"PK\x01\x02",
        *(_UNIX | version, version, *described),
        *(len(extra), 0, 0, 0, _MODE),
        min(offset, _MOST_BYTES),
    )
    return fixed + name + extra


def _ending(files: int, size: int, start: int) -> bytes:
    """Return the end of the archive (4.3.14 to 4.3.16)."""
    large = b""
    if files >= _MOST_FILES or start + size >= _MOST_BYTES:
        versions = (_UNIX | _LARGE, _LARGE)
        large = _LARGE_END.pack(b"PK\x06\x06", 44, *versions, 0, 0, files, files, size, start)
        large += _LOCATOR.pack(b"PK\x06\x07", 0, start + size, 1)
    counted = min(files, _MOST_FILES)
    limits = (min(size, _MOST_BYTES), min(start, _MOST_BYTES))
    return large + _END.pack(b"PK\x05\x06", 0, 0, counted, counted, *limits, 0)
