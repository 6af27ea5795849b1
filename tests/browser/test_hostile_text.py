"""A real browser runs nothing that a record says, even where no policy forbids it."""

from __future__ import annotations

import re
import shutil
from itertools import cycle
from typing import TYPE_CHECKING

import pytest

from generator.engine.mkdocs_engine import MkDocsEngine
from generator.pipeline import Checked, prepare
from generator.search.index import search_files
from generator.search.records import site_records
from tests.hostile import PAYLOADS, poisoned_repository
from tests.miniature import PROJECT, SETTINGS, checked, copy_of_mini

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog

pytestmark = pytest.mark.browser

# The policy would hide a failure to escape, and a redirect the page that it stands on.
_HIDING = re.compile(rb"<meta http-equiv=\"(Content-Security-Policy|refresh)\"[^>]*>")


@pytest.fixture(scope="module", params=range(3))
def hostile_site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A site of the miniature records with a hostile text in every field."""
    workspace = copy_of_mini(tmp_path_factory.mktemp("hostile"))
    good = checked(workspace)
    assert good.repository is not None
    payloads = cycle(PAYLOADS)
    for _ in range(request.param * 5):
        next(payloads)
    bad = Checked(poisoned_repository(good.repository, payloads), good.catalogs, ())
    made = prepare(workspace, bad, SETTINGS, languages=["en"])[0]
    site = workspace.root / "site"
    html = MkDocsEngine(PROJECT / "mkdocs.yml").render(made.markdown, made.surroundings)
    for name, page in html.items():
        path = site / "en" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_HIDING.sub(b"", page))
    for name, data in search_files(site_records([(made.edition, made.pages)]), ()).items():
        path = site / "search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    shutil.copytree(workspace.overrides / "assets", site / "assets")
    return site


def test_no_page_runs_what_a_record_says(hostile_site: Path, chromium: Browser) -> None:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    alerts: list[str] = []

    def note(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    for path in sorted(hostile_site.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("window.hacked") is None, path
        assert page.locator("main").count() == 1, path
    assert alerts == []
    context.close()


def test_the_search_shows_hostile_words_as_words(hostile_site: Path, chromium: Browser) -> None:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto((hostile_site / "en" / "search.html").as_uri() + "?q=hacked")
    page.locator(".search-results li").first.wait_for()
    page.locator("input[type=search]").first.fill("script")
    page.locator("[role=option]").first.wait_for()
    assert page.evaluate("window.hacked") is None
    assert page.locator(".search-results script, .suggestions script").count() == 0
    context.close()
