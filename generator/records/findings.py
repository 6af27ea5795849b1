"""What is wrong in a text, before it is known which file the text came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.issues import Issue, Message, Place, message

_LONGEST_SHOWN = 60


class Spot(NamedTuple):
    """A character of a text, counted from 1 as editors do."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """An issue that still lacks its file."""

    spot: Spot
    rule: str
    message: Message
    hint: Message

    def issue(self, file: str) -> Issue:
        """Return the issue for the file with this path."""
        return Issue(Place(file, *self.spot), self.rule, self.message, self.hint)


def finding(
    spot: Spot, rule: str, what: str | Message, hint: str | Message, **values: object
) -> Finding:
    """Build a finding; a sentence and a hint that are templates share the values."""
    said = what if isinstance(what, Message) else message(what, **values)
    mend = hint if isinstance(hint, Message) else message(hint, **values)
    return Finding(spot, rule, said, mend)


def shown(text: str) -> str:
    """Return the text on one line and short enough for a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1].rstrip() + "…"
