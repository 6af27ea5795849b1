"""Wrong content as a value: where it is, what is wrong, and how to mend it.

Nothing in the core raises or prints for bad content. Readers and checks return issues; only the
command line turns them into text, so that one run reports every problem and every format says
the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Severity = Literal["error", "warning"]

_SLIP = 0.7
"""How alike two words are of which one is a slip of the other."""
_NO_VALUES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A character in a file, as editors count it."""

    file: str
    """Path relative to the project folder, with forward slashes."""
    line: int = 1
    """Counted from 1."""
    column: int = 1
    """Counted from 1, in characters."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence and the values in it, kept apart so that the sentence can be translated."""

    template: str
    """English sentence with ``{name}`` placeholders."""
    values: Mapping[str, str | Message] = field(default_factory=lambda: _NO_VALUES)
    """What is put in: words as they are, or a message that is translated by itself."""

    def __str__(self) -> str:
        return self.template.format_map(self.values)


def message(template: str, /, **values: object) -> Message:
    """Build a message; every value is shown as text, a message among them in its language."""
    shown = {
        key: value if isinstance(value, Message) else str(value) for key, value in values.items()
    }
    return Message(template, MappingProxyType(shown))


def both(first: Message, second: Message) -> Message:
    """Say two things one after the other; each of them can stand alone."""
    return message("{first}; {second}", first=first, second=second)


def sentence(words: str) -> str:
    """Mark words for translators where they do not become a message on the spot."""
    return words


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that is wrong with the content."""

    place: Place
    rule: str
    """Code of the rule that was broken, as ``framework explain`` knows it."""
    message: Message
    """What is wrong, in the contributor's words."""
    hint: Message
    """How to mend it."""
    severity: Severity = "error"

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """Order in which issues are reported: by place, then rule, then words."""
        return (self.place, self.rule, str(self.message))


def sorted_issues(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return the issues in reporting order, each once."""
    unique = {(issue.sort_key, str(issue.hint)): issue for issue in issues}
    return tuple(unique[key] for key in sorted(unique))


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that the given one was most likely meant to be, or None."""
    choices = sorted(known)
    by_folded = {choice.casefold(): choice for choice in reversed(choices)}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def name_meant(words: str, names: Iterable[str]) -> str | None:
    """Return the name that words were most likely meant to be, or None.

    A name that stands in the words as a whole comes first: the short name of a country in its
    official one. Two names that share no more than words such as "Republic of" are not confused.
    """
    known = sorted(names)
    spoken = f" {_plain(words)} "
    within = [name for name in known if _plain(name) and f" {_plain(name)} " in spoken]
    if within:
        return max(within, key=len)
    near = did_you_mean(words, known)
    return near if near and _is_slip(spoken.split(), _plain(near).split()) else None


def _is_slip(written: Sequence[str], name: Sequence[str]) -> bool:
    """Say whether words are those of a name but for slips or left-out words."""
    strange = " ".join(word for word in written if word not in name)
    missing = " ".join(word for word in name if word not in written)
    if not strange or not missing:
        return True
    return SequenceMatcher(None, missing, strange).ratio() >= _SLIP


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
