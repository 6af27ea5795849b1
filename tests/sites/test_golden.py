"""The Markdown of the miniature site is the Markdown that was last looked at and accepted.

A wanted change is accepted with ``python -m tests.sites.test_golden`` and reviewed as a diff.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.miniature import copy_of_mini, prepared

if TYPE_CHECKING:
    from generator.filling import LanguagePages

_GOLDEN = Path(__file__).parent / "mini" / "expected"
_LANGUAGES = ("ar", "en")


@pytest.mark.parametrize("language", _LANGUAGES)
def test_markdown_is_what_was_accepted(mini_pages: dict[str, LanguagePages], language: str) -> None:
    made = {page.path: page.markdown for page in mini_pages[language].markdown}
    folder = _GOLDEN / language
    accepted = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.md")
    }
    changed = sorted(path for path in made if made[path] != accepted.get(path))
    gone = sorted(accepted.keys() - made.keys())
    assert (changed, gone) == ([], []), "accept with: python -m tests.sites.test_golden"


def _accept() -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = prepared(copy_of_mini(Path(folder)))
    shutil.rmtree(_GOLDEN, ignore_errors=True)
    for language in _LANGUAGES:
        for page in made[language].markdown:
            path = _GOLDEN / language / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.markdown, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _accept()
