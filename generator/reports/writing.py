"""Reports as JSON in Unicode, also where the name of a file is no Unicode."""

from __future__ import annotations

import json
import re

_HALF = re.compile(r"[\ud800-\udfff]")
"""Half a pair of UTF-16: what Python makes of a byte in a name that is no UTF-8 (PEP 383)."""


def unicode_text(words: str) -> str:
    """Return words that can be written in UTF-8; what cannot is spelt out as an escape."""
    return _HALF.sub(lambda found: f"\\u{ord(found[0]):04x}", words)


def as_json(value: object) -> str:
    """Return a value as JSON for programs, on lines of its own, with the letters as they are."""
    written = json.dumps(value, ensure_ascii=False, indent=2)
    # Of what is spelt out, the backslash is part of the text, so that no parser makes it half a
    # pair again: strict ones refuse the whole report then (RFC 8259, section 8.2).
    return _HALF.sub(lambda found: f"\\\\u{ord(found[0]):04x}", written) + "\n"
