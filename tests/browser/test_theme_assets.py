"""The theme's files are light, and their colours can be told apart."""

from __future__ import annotations

import gzip
import re
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.publish.assets import write_assets

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_ASSETS = Path(__file__).parents[2] / "overrides" / "assets"
_STYLES = (_ASSETS / "site.css").read_text(encoding="utf-8")
_KILOBYTE = 1024
# Each rule as the browser understands it; it keeps the spaces of own properties as written.
_RULES = """text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const bare = text => text.replace(/\\s+/g, "").replace(/;}/g, "}");
    return Array.from(sheet.cssRules, rule => bare(rule.cssText));
}"""

_TEXTS = ("ink", "soft", "link", "digital", "green", "warn", "stop", "join-text")
_TEXT_PAIRS = (
    *product(_TEXTS, ("paper", "sunk")),
    *product(("ink", "soft", "link"), ("deep",)),
    *product(("ink", "soft"), ("digital-tint", "green-tint")),
    ("digital", "digital-tint"),
    ("green", "green-tint"),
    *product(("ink", "link", "warn"), ("warn-tint",)),
    *product(("ink", "link", "stop"), ("stop-tint",)),
    ("join-ink", "join"),
    ("paper", "ink"),
    ("paper", "soft"),
)
_LINE_PAIRS = (
    *product(("edge", "digital-line", "green-line", "focus"), ("paper", "sunk")),
    ("edge", "deep"),
    ("digital-line", "digital-tint"),
    ("green-line", "green-tint"),
    *product(("focus",), ("digital-tint", "green-tint", "deep")),
    ("join-ink", "join"),
)
_SCHEMES = {
    "light": ":root {",
    "dark by the system": ':root:not([data-scheme="light"]) {',
    "dark by choice": ':root[data-scheme="dark"] {',
}


def test_styles_and_scripts_stay_light() -> None:
    styles = _weight("site.css")
    every_page = sum(map(_weight, ("early.js", "site.js")))
    filters_or_results = max(map(_weight, ("library.js", "search-page.js")))
    assert styles <= 12 * _KILOBYTE
    assert every_page + filters_or_results <= 6 * _KILOBYTE


def test_theme_asks_no_other_host() -> None:
    for path in sorted(path for path in _ASSETS.iterdir() if path.suffix != ".png"):
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert re.findall(r"https?://|url\(\s*[\"']?//|@import", text) == [], path.name


@pytest.mark.parametrize("scheme", _SCHEMES)
def test_words_and_lines_stand_out(scheme: str) -> None:
    colours = _colours(scheme)
    weak = [
        f"{front} on {back}: {ratio:.2f}"
        for pairs, least in ((_TEXT_PAIRS, 4.5), (_LINE_PAIRS, 3.0))
        for front, back in pairs
        if (ratio := _contrast(colours[front], colours[back])) < least
    ]
    assert weak == []


def test_dark_is_the_same_however_it_is_chosen() -> None:
    assert _colours("dark by the system") == _colours("dark by choice")


def test_styles_know_no_left_or_right() -> None:
    """Right-to-left pages come free only as long as nothing is said of a side."""
    physical = re.findall(
        r"^\s*(?:(?:margin|padding|border)-(?:left|right)|left|right|float:\s*(?:left|right)"
        r"|text-align:\s*(?:left|right))\b.*",
        _STYLES,
        re.MULTILINE,
    )
    assert physical == []


def _weight(name: str) -> int:
    return len(gzip.compress((_ASSETS / name).read_bytes(), 9, mtime=0))


def _colours(scheme: str) -> dict[str, str]:
    start = _STYLES.index(_SCHEMES[scheme])
    block = _STYLES[start : _STYLES.index("}", start)]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block))


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


@pytest.mark.browser
@pytest.mark.parametrize("name", sorted(path.name for path in _ASSETS.glob("*.css")))
def test_published_styles_mean_the_same(name: str, chromium: Browser, tmp_path: Path) -> None:
    write_assets(_ASSETS, tmp_path / "assets")
    page = chromium.new_page()
    source, lean = (
        page.evaluate(_RULES, (folder / name).read_text(encoding="utf-8"))
        for folder in (_ASSETS, tmp_path / "assets")
    )
    page.close()
    assert len(source) > 1
    assert source == lean
