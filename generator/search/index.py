"""One index file per language: a script that hands its records to the search in the page.

A script and not JSON, because a page opened from a folder may load scripts but not data.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A page as the search knows it."""

    id: str
    """Path of the page below the language."""
    kind: str
    lang: str
    title: str
    url: str
    """Address relative to the site's root."""
    summary: str
    text: str


def index_script(records: Iterable[SearchRecord]) -> str:
    """Return the script of one language, records in the order of their ids."""
    ordered = sorted(records, key=lambda record: record.id)
    data = {"records": [asdict(record) for record in ordered]}
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Line separators are ends of line in old JavaScript, and "</" would close an inline script.
    safe = written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
    return f"siteSearchIndex({safe});\n"
