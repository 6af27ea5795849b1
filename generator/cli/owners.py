"""Who looks after which files: the CODEOWNERS file of GitHub and GitLab."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.records.reading import read_text

if TYPE_CHECKING:
    from pathlib import Path

Owners = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
"""Patterns of paths with who owns them; the last one that fits counts."""

_PLACES = (".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
_PARTS = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_MEANINGS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def read_owners(root: Path) -> Owners:
    """Read the first file of owners that is there; none where there is none."""
    path = next((root / place for place in _PLACES if (root / place).is_file()), None)
    text = read_text(path).text if path else None
    found = []
    for line in (text or "").splitlines():
        words = line.partition(" #")[0].split()
        if words and not words[0].startswith(("#", "[", "^[")):
            found.append((_pattern(words[0]), tuple(words[1:])))
    return tuple(found)


def owners_of(owners: Owners, path: str) -> tuple[str, ...]:
    """Return who owns a file; a path is relative to the folder of the project."""
    return next((names for pattern, names in reversed(owners) if pattern.fullmatch(path)), ())


def _pattern(written: str) -> re.Pattern[str]:
    """Return a pattern as ``.gitignore`` means it: anchored where it has a slash inside."""
    is_anchored = "/" in written.rstrip("/")
    body = written.strip("/") if is_anchored else written.rstrip("/")
    regex = "".join(_MEANINGS.get(part, re.escape(part)) for part in _PARTS.findall(body))
    return re.compile(("" if is_anchored else "(?:.*/)?") + regex + "(?:/.*)?")
