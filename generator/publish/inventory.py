"""What lies in a folder, without following a link or trusting a name."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_UNSAFE_SEGMENTS: Final = frozenset({"", ".", ".."})
_UNSAFE_CHARACTERS: Final = re.compile(r"[\x00-\x1f\x7f\\]")
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Inventory:
    """Everything below a folder, as sorted paths relative to it, with forward slashes."""

    files: tuple[str, ...]
    folders: tuple[str, ...]
    others: tuple[str, ...]
    """Symbolic links, sockets, devices: nothing that a site may hold."""


def take_inventory(folder: Path) -> Inventory:
    """List everything below a folder; raises OSError where it cannot be read."""
    found: dict[str, list[str]] = {"file": [], "folder": [], "other": []}
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(folder / prefix) as entries:
            for entry in entries:
                kind = _kind(entry)
                found[kind].append(prefix + entry.name)
                if kind == "folder":
                    waiting.append(f"{prefix}{entry.name}/")
    return Inventory(*(tuple(sorted(found[kind])) for kind in ("file", "folder", "other")))


def is_safe_path(path: str) -> bool:
    """Tell whether a path stays below the folder it is relative to, on every system."""
    return (
        not _UNSAFE_CHARACTERS.search(path)
        and not _DRIVE.match(path)
        and _UNSAFE_SEGMENTS.isdisjoint(path.split("/"))
        and _is_unicode(path)
    )


def shown(text: str) -> str:
    """Return the text with everything escaped that could forge or break a line of a report."""
    printable = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", printable)


def _kind(entry: os.DirEntry[str]) -> str:
    if entry.is_file(follow_symlinks=False):
        return "file"
    return "folder" if entry.is_dir(follow_symlinks=False) else "other"


def _is_unicode(path: str) -> bool:
    """Tell whether the name can be written as UTF-8, so that every reader sees the same one."""
    return not any("\ud800" <= character <= "\udfff" for character in path)
