"""axe finds nothing on any kind of page, in any language, scheme and width."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from tests.browser.axe import bring_axe
from tests.browser.axe import findings as found_by_axe
from tests.browser.browsing import DESK, PHONE, OpenPage, Scheme
from tests.browser.site_pages import NOT_FOUND, SitePage, one_of_each_kind

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
    pages = list(filter(_GROUPS[group], one_of_each_kind(site)))
    assert pages, f"the site has no {group}"
    findings: list[str] = []
    opened = open_page("about:blank", scheme=scheme)
    is_dark = scheme == "dark"  # which changes colours and nothing else
    for page in pages:
        if not (widths := _widths(page, scheme)):
            continue
        opened.goto(
            served_site + page.path if page.path == NOT_FOUND else (site / page.path).as_uri()
        )
        bring_axe(opened)
        for width in widths:
            opened.set_viewport_size({"width": width, "height": 800})
            place = f"{page.path} ({scheme}, {width} px wide)"
            findings.extend(
                f"{place}: {finding}" for finding in found_by_axe(opened, colours_only=is_dark)
            )
    assert findings == [], "\n".join(["axe found:", *findings])


def _widths(page: SitePage, scheme: Scheme) -> tuple[int, ...]:
    """Return the widths to look at; languages differ in words alone, which are tight on phones."""
    if page.language is None or page.language in _SPEAKING_FOR_ALL:
        return (DESK, PHONE)
    return (PHONE,) if scheme == "light" else ()


def test_axe_finds_what_is_wrong(tmp_path: Path, open_page: OpenPage) -> None:
    wrong = "<!DOCTYPE html><html><title>A</title><body style='background: #ddd; color: #eee'>Pale"
    (tmp_path / "wrong.html").write_text(wrong, encoding="utf-8")
    opened = open_page((tmp_path / "wrong.html").as_uri())
    bring_axe(opened)
    rules = {finding.split(":")[0] for finding in found_by_axe(opened)}
    assert {"color-contrast", "html-has-lang", "landmark-one-main"} <= rules
