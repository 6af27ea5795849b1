"""What a report can show beside the issues: source lines, pages of rules, changed records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from generator.issues import sentence
from generator.rules import rule_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.issues import Issue, Place
    from generator.reports.voice import Voice

State = Literal["new", "changed", "removed"]

STATES: dict[State, str] = {
    "new": sentence("New"),
    "changed": sentence("Changed"),
    "removed": sentence("Removed"),
}
"""What is said of a record that is not as it was."""


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A record that differs from the one that readers see today."""

    path: str
    state: State
    name: str
    """Title or name; empty where none can be read."""
    texts: tuple[tuple[str, str], ...] = ()
    """What it says, of a changed one what it says anew: names of fields and their words."""
    fields: tuple[str, ...] = ()
    """Fields that say something else than before; none of a record that is new or removed."""
    empty: tuple[str, ...] = ()
    """Fields that readers would miss and that are not filled in."""
    reviewers: tuple[str, ...] = ()
    """Who is asked to look at it, as the list of code owners names them."""


def _no_line(_place: Place) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known beside the issues; without any of it a report shows the issues alone."""

    line_of: Callable[[Place], str | None] = _no_line
    """Returns the line of a file on which a place is."""
    rules: str = ""
    """Address of the folder with a page for each rule, ending with a slash; or nothing."""
    is_coloured: bool = False
    """Whether text may hold the colour codes of terminals (ECMA-48)."""
    changes: tuple[ChangedRecord, ...] | None = None
    """Records that differ from a base; None where nothing was compared."""

    def page_of(self, rule: str) -> str:
        """Return the address of the page of a rule, or nothing."""
        return f"{self.rules}{rule}.html" if self.rules and rule in rule_codes() else ""


ALONE = Surroundings()


class Report(Protocol):
    """Turns issues into text."""

    def __call__(
        self, issues: Sequence[Issue], voice: Voice = ..., around: Surroundings = ...
    ) -> str:
        """Return the whole report; it is empty or ends with a line feed."""
