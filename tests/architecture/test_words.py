"""The generator knows nothing about the framework it publishes, so that another one can use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from tests.architecture.sources import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Names that the records spell in other ways as well.
_ALWAYS = frozenset(
    [
        "数字经济",
        "绿色发展",
        "一带一路",
        "商务部",
        "Digital Economy",
        "Green Development",
        "Belt and Road",
        "MOFCOM",
        "UNCTAD",
    ]
)
_TEXTS = ("framework.yaml", "pillars/*.yaml", "tracks/*.yaml", "participants/*.yaml")
# Shorter names are ordinary words in some language.
_TELLING_LENGTH = {True: 9, False: 4}


def test_generator_has_no_words_of_the_framework() -> None:
    words = sorted(_ALWAYS | set(_titles()))
    found = [
        f"{file.relative_to(PROJECT)}:{number}: {word}"
        for file in _texts()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        for word in words
        if word in line
    ]
    assert found == [], "\n".join(["these belong into content/ or locales/:", *found])


def _texts() -> Iterator[Path]:
    endings = {".html", ".jinja", ".json", ".md", ".po", ".py"}
    for file in sorted((PROJECT / "generator").rglob("*")):
        if file.suffix in endings:
            yield file


def _titles() -> Iterator[str]:
    """Yield the names that the records bear, where they are long enough to be theirs alone."""
    for pattern in _TEXTS:
        for file in sorted((PROJECT / "content").glob(pattern)):
            record = yaml.safe_load(file.read_text(encoding="utf-8"))
            for field in ("title", "name"):
                yield from filter(_is_telling, _strings(record.get(field)))


def _strings(text: object) -> Iterator[str]:
    """Yield the strings of a text, which is a string or a mapping from language to text."""
    if isinstance(text, str):
        yield text
    elif isinstance(text, dict):
        for language, value in text.items():
            if language not in {"status", "source"}:
                yield from _strings(value)


def _is_telling(name: str) -> bool:
    return len(name) >= _TELLING_LENGTH[name.isascii()]
