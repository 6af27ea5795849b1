"""axe finds nothing on any kind of page, in any language, scheme and width."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from tests.browser.axe import bring_axe
from tests.browser.axe import findings as found_by_axe
from tests.browser.browsing import DESK, PHONE, OpenPage, Scheme
from tests.browser.site_pages import NOT_FOUND, SitePage, in_turn, one_of_each_kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.browser

_SPEAKING_FOR_ALL = frozenset({"zh", "en", "ar"})
"""Languages that stand for the others: Han, Latin and right to left."""

# Groups of pages of about the same size, so that they are examined side by side.
_GROUPS: dict[str, Callable[[SitePage], bool]] = {
    "records": lambda page: page.kind.startswith("page in "),
    "listings": lambda page: page.kind.startswith("listing "),
    "others": lambda page: " " not in page.kind,
}


@pytest.mark.parametrize("scheme", get_args(Scheme))
@pytest.mark.parametrize("group", _GROUPS)
def test_axe_finds_nothing(
    group: str, scheme: Scheme, site: Path, served_site: str, open_page: OpenPage
) -> None:
    pages = list(filter(_GROUPS[group], _looked_at(site)))
    assert pages, f"the site has no {group}"
    findings: list[str] = []
    opened = open_page("about:blank", scheme=scheme)
    is_dark = scheme == "dark"  # which changes colours and nothing else
    for page in pages:
        opened.goto(
            served_site + page.path if page.path == NOT_FOUND else (site / page.path).as_uri()
        )
        bring_axe(opened)
        for width in _widths(page):
            opened.set_viewport_size({"width": width, "height": 800})
            place = f"{page.path} ({scheme}, {width} px wide)"
            findings.extend(
                f"{place}: {finding}" for finding in found_by_axe(opened, colours_only=is_dark)
            )
    assert findings == [], "\n".join(["axe found:", *findings])


def _looked_at(site: Path) -> list[SitePage]:
    """Return each kind of page in the languages that speak for all, and in one of the others."""
    found = one_of_each_kind(site)
    others = [page for page in found if not _speaks_for_all(page)]
    return [*filter(_speaks_for_all, found), *in_turn(others)]


def _speaks_for_all(page: SitePage) -> bool:
    return page.language is None or page.language in _SPEAKING_FOR_ALL


def _widths(page: SitePage) -> tuple[int, ...]:
    """Return the widths to look at; other languages differ in words, which are tight on phones."""
    return (DESK, PHONE) if _speaks_for_all(page) else (PHONE,)


def test_axe_finds_what_is_wrong(tmp_path: Path, open_page: OpenPage) -> None:
    wrong = "<!DOCTYPE html><html><title>A</title><body style='background: #ddd; color: #eee'>Pale"
    (tmp_path / "wrong.html").write_text(wrong, encoding="utf-8")
    opened = open_page((tmp_path / "wrong.html").as_uri())
    bring_axe(opened)
    rules = {finding.split(":")[0] for finding in found_by_axe(opened)}
    assert {"color-contrast", "html-has-lang", "landmark-one-main"} <= rules
