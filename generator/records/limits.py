"""How much a record file may hold; far above what people write, far below what does harm."""

from __future__ import annotations

MOST_BYTES = 256 * 1024
"""Bytes of one file."""

LONGEST_LINE = 4_000
"""Characters of one line."""

DEEPEST = 16
"""Lists and fields one within another; the deepest record of the model has 6."""

MOST_BRACKETS = 64
"""Opening brackets in a row that no text needs; refused before the parser sees them."""

MOST_NODES = 20_000
"""Fields, list items and values of one file."""

LONGEST_NAME = 80
"""Characters of a file name before ``.yaml``; file systems and archives everywhere take it."""
