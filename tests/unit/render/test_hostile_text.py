"""Whatever a record says, its words stay words on every page."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import repeat
from pathlib import Path

import pytest

from generator.engine.mkdocs_engine import MkDocsEngine
from generator.pipeline import Checked, prepare
from tests.hostile import PAYLOADS, poisoned_repository
from tests.miniature import PROJECT, SETTINGS, checked, copy_of_mini

_FORMS = "words.js"
"""The words of the forms, in the folder of the language."""
_OWN_SCRIPTS = {_FORMS, *(path.name for path in (PROJECT / "overrides" / "assets").glob("*.js"))}
_FRAMES = frozenset({"iframe", "object", "embed", "base"})
_RUNNING_SCHEMES = ("javascript:", "data:", "vbscript:")


class Danger(HTMLParser):
    """Collects whatever could run or fetch something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        source = dict(attrs).get("src") or ""
        is_foreign_script = tag == "script" and Path(source).name not in _OWN_SCRIPTS
        is_foreign_image = tag == "img" and not source.endswith("assets/mark.svg")
        if is_foreign_script or is_foreign_image or tag in _FRAMES:
            self.found.append(f"{tag} {attrs}")
        for name, value in attrs:
            runs = (value or "").strip().lower().startswith(_RUNNING_SCHEMES)
            if name.startswith("on") or name == "style" or runs:
                self.found.append(f"{tag} {name}={value}")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_text_adds_nothing_that_runs(tmp_path: Path, payload: str) -> None:
    workspace = copy_of_mini(tmp_path)
    good = checked(workspace)
    assert good.repository is not None
    bad = Checked(poisoned_repository(good.repository, repeat(payload)), good.catalogs, ())
    made = prepare(workspace, bad, SETTINGS, languages=["en"])[0]
    html = MkDocsEngine(PROJECT / "mkdocs.yml").render(made.markdown, made.surroundings)
    assert len(html) == len(made.pages)
    for name, page in html.items():
        danger = Danger()
        danger.feed(page.decode("utf-8"))
        assert danger.found == [], name
