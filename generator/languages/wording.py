"""The words of the interface as they stand in the code and the templates, for translators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.messages.extract import extract_from_dir

from generator.languages.updating import Wanted

if TYPE_CHECKING:
    from pathlib import Path

_METHODS = [("**.py", "python"), ("**.jinja", "jinja2")]
_KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "words": None,
    "noted": None,
    "say": None,
    "plural": (1, 2),
    "forms": (1, 2),
}
"""The functions whose first arguments are interface words."""


def interface_messages(package: Path) -> tuple[Wanted, ...]:
    """Return every interface string of the package, each once, in the order of its words."""
    found: dict[str, tuple[str | None, set[str]]] = {}
    for file, _, message, _, _ in extract_from_dir(str(package), _METHODS, keywords=_KEYWORDS):
        source, plural = (message, None) if isinstance(message, str) else message[:2]
        _, files = found.setdefault(source, (plural, set()))
        files.add(f"{package.name}/{file}")
        if plural:
            found[source] = (plural, files)
    return tuple(
        Wanted(source, plural=plural, where=tuple(sorted(files)))
        for source, (plural, files) in sorted(found.items())
        if any(letter.isalpha() for letter in source.replace("{number}", ""))
    )
