"""What axe finds wrong on a page as it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

_AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_COLOURS = ("color-contrast", "link-in-text-block")
_RUN = """
    runOnly => axe.run(document, {resultTypes: ["violations"], runOnly})
        .then(found => found.violations)
"""


def bring_axe(page: Page) -> None:
    """Load axe into a page."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))


def findings(page: Page, *, colours_only: bool = False) -> Iterator[str]:
    """Say which rule each faulty element breaks, where it is, and how axe explains it."""
    colours = {"type": "rule", "values": list(_COLOURS)}
    everything = {"type": "tag", "values": list(_TAGS)}
    violations: list[dict[str, Any]] = page.evaluate(_RUN, colours if colours_only else everything)
    for violation in violations:
        for node in violation["nodes"]:
            target = " ".join(map(str, node["target"]))
            yield f"{violation['id']}: {target}: {node['failureSummary']}\n    {node['html']}"
