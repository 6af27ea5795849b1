"""Markdown as plain words: what a reader sees of it, for excerpts and for finding."""

from __future__ import annotations

import re

__all__ = ["plain_text"]

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_TAG = re.compile(r"<[^<>]+>")
_MARK = re.compile(r"(?m)^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d+[.)]\s+|```.*$|\|?[-:| ]{3,}\|?$)")
_EMPHASIS = re.compile(
    r"(?<!\w)(\*{1,3}|_{1,3}|`+)(?=\S)(.+?)(?<=\S)\1(?!\w)|(\*\*)(?=\S)(.+?)(?<=\S)\3"
)
_SPACES = re.compile(r"\s+")


def plain_text(markdown: str) -> str:
    """Return Markdown, or plain text, as one line without marks, links and tags."""
    words = _LINK.sub(r"\1", markdown)
    words = _TAG.sub(" ", words)
    words = _MARK.sub(" ", words)
    words = _EMPHASIS.sub(r"\2\4", words)
    return _SPACES.sub(" ", words.replace("|", " ")).strip()
