"""Words from contributed files in a form that terminals and XML show as they are."""

from __future__ import annotations

import re

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Control characters, line separators, marks that turn the direction round, and what is none."""


def visible(words: object) -> str:
    """Return the words with characters that act instead of being seen spelt out as escapes."""
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode(), str(words))
