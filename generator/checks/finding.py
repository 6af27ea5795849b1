"""How a check says what it found: at a field of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.issues import Issue, Message, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.records.repository import Records

FieldPath = tuple[str | int, ...]


class Findings:
    """Makes the issues of one rule."""

    def __init__(self, repository: Records, rule: str) -> None:
        self._places = repository.places
        self._rule = rule

    def at(
        self,
        record: tuple[str, str],
        path: FieldPath,
        what: Message,
        hint: Message,
        *,
        severity: Severity = "error",
    ) -> Issue:
        """Return an issue at the value of a field; ``record`` is its kind and id."""
        place = self._places.value(*record, *path)
        return Issue(place, self._rule, what, hint, severity)

    def within(
        self,
        record: tuple[str, str],
        path: FieldPath,
        words: str,
        fault: tuple[str, Message, Message],
    ) -> Issue:
        """Return an issue at some words of a text; the fault is a rule, a sentence and a hint."""
        return Issue(self._places.within(*record, path, words), *fault)


def again(names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield each name that came before, with its place in the list."""
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            yield index, name
        seen.add(name)
