"""What an import would change: files as they are and as they would be, and what is wrong with them.

Nothing is written here. The records are examined as if they were there already, in a copy of the
project, with the rules and words of every other check; what is found is named by its cell.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.exchange.completing import completed, named_records
from generator.exchange.incoming import records_from
from generator.exchange.locating import in_cell
from generator.exchange.outgoing import fingerprint, tables_from
from generator.exchange.record_files import changed_file, new_file, written_data
from generator.exchange.refusals import no_id, taken, twice
from generator.exchange.trial import examined
from generator.issues import Issue, Place, message, sorted_issues

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from generator.exchange.incoming import Draft
    from generator.exchange.lexicon import Headings
    from generator.exchange.tables import Tables
    from generator.model.kinds import Kind
    from generator.records.repository import Repository
    from generator.workspace import Workspace

_ID = re.compile(r"[A-Za-z0-9-]{1,80}")
"""What may become the name of a file; whether it is a right id is a question of the rules."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A record that came in: in tables, or as a file of its own."""

    kind: Kind
    id: str
    place: Place
    draft: Draft | None = None
    text: str = ""
    """Text of the file, where it came as one."""
    called: Headings | None = None
    """What columns are called where it came in tables."""


@dataclass(frozen=True, slots=True)
class Change:
    """A record file that would be written."""

    arrival: Arrival
    path: str
    """Relative to the project folder, with forward slashes."""
    before: str | None
    """None where there is no such file yet."""
    after: str

    def diff(self) -> str:
        """Return what changes, as a unified diff."""
        return "".join(
            line if line.endswith("\n") else f"{line}\n"
            for line in difflib.unified_diff(
                (self.before or "").splitlines(keepends=True),
                self.after.splitlines(keepends=True),
                "/dev/null" if self.before is None else f"a/{self.path}",
                f"b/{self.path}",
            )
        )


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything that an import would write, and everything that is wrong with it."""

    changes: tuple[Change, ...]
    issues: tuple[Issue, ...]
    same: int = 0
    """Records that came in and change nothing."""

    @property
    def can_be_written(self) -> bool:
        """Whether nothing is wrong that a check would refuse."""
        return not any(issue.severity == "error" for issue in self.issues)


Examine = Callable[["Workspace"], "Sequence[Issue]"]
"""Says what is wrong with the content of a project."""


@dataclass(slots=True)
class _Sorting:
    """Arrivals while it is found out what each of them would do."""

    changes: dict[tuple[str, str], Change] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    same: int = 0


def arrivals_from(
    tables: Tables, workspace: Workspace, repository: Repository
) -> tuple[tuple[Arrival, ...], tuple[Issue, ...]]:
    """Return the records of tables, completed from today's, and what is wrong with rows."""
    texts = {
        (kind, id_): text
        for kind, id_ in sorted(named_records(tables))
        if _ID.fullmatch(id_) and (text := _text(workspace, kind, id_)) is not None
    }
    sound = {key: text for key, text in texts.items() if key not in repository.broken}
    existing = tables_from({key: written_data(text) for key, text in sound.items()})
    drafts, issues = records_from(completed(tables, existing))
    found: list[Issue] = list(issues)
    arrivals = []
    for draft in drafts:
        key = (draft.kind, draft.id)
        issue = _broken(draft, repository) or _stale(draft, tables, texts.get(key))
        if issue is not None:
            found.append(issue)
        elif not _is_untouched(draft, tables):
            arrivals.append(Arrival(draft.kind, draft.id, draft.place, draft))
    return tuple(arrivals), tuple(found)


def propose(
    workspace: Workspace,
    arrivals: Iterable[Arrival],
    *,
    known: Sequence[Issue],
    examine: Examine,
    replaces: bool = False,
) -> Proposal:
    """Return what the records would change; ``known`` is what is wrong with the content today.

    ``replaces`` lets records that came as files take the place of those with the same id.
    """
    sorting = _Sorting()
    for arrival in arrivals:
        _sort(workspace, arrival, sorting, replaces=replaces)
    changes = tuple(change for _, change in sorted(sorting.changes.items()))
    found = examined(workspace, {change.path: change.after for change in changes}, examine)
    by_path = {change.path: change for change in changes}
    old = {_identity(issue) for issue in known}
    for issue in found:
        change = by_path.get(issue.place.file)
        if change is not None:
            sorting.issues.append(_where_it_came_from(issue, change))
        elif _identity(issue) not in old:
            sorting.issues.append(issue)
    return Proposal(changes, sorted_issues(sorting.issues), sorting.same)


def _where_it_came_from(issue: Issue, change: Change) -> Issue:
    """Return an issue of a record file at the cell, or at the line of the file that came in."""
    arrival = change.arrival
    if arrival.draft is not None:
        return in_cell(issue, change.after, arrival.draft, arrival.called)
    return replace(issue, place=replace(issue.place, file=arrival.place.file))


def _identity(issue: Issue) -> tuple[str, str, str]:
    return (issue.place.file, issue.rule, str(issue.message))


def _sort(workspace: Workspace, arrival: Arrival, sorting: _Sorting, *, replaces: bool) -> None:
    """Find out what a record would change.

    Tables change the fields of a record that is there. A file is a whole record: it takes no
    other's place unasked.
    """
    if not _ID.fullmatch(arrival.id):
        sorting.issues.append(no_id(arrival.place, arrival.id, is_file=arrival.draft is None))
        return
    before = _text(workspace, arrival.kind, arrival.id)
    if arrival.draft is None and before is not None and not replaces:
        if _lines(before) == _lines(arrival.text):
            sorting.same += 1
        else:
            sorting.issues.append(taken(arrival.place, arrival.id, before))
        return
    name = _path(workspace, arrival.kind, arrival.id).relative_to(workspace.root).as_posix()
    after = _after(arrival, before)
    other = sorting.changes.get((arrival.kind, arrival.id))
    if other is not None and other.after != after:
        sorting.issues.append(twice(arrival.place, arrival.id, other.arrival.place))
    elif after == before:
        sorting.same += 1
    else:
        sorting.changes[(arrival.kind, arrival.id)] = Change(arrival, name, before, after)


def _path(workspace: Workspace, kind: Kind, id_: str) -> Path:
    return workspace.content / kind / f"{id_}.yaml"


def _text(workspace: Workspace, kind: Kind, id_: str) -> str | None:
    """Return the text of a record file to the byte, or None where there is none."""
    path = _path(workspace, kind, id_)
    return path.read_bytes().decode("utf-8", "surrogateescape") if path.is_file() else None


def _lines(text: str) -> str:
    """Return a text without the difference that systems make between ends of lines."""
    return text.replace("\r\n", "\n")


def _after(arrival: Arrival, before: str | None) -> str:
    if arrival.draft is None:
        return arrival.text
    if before is None:
        return new_file(arrival.kind, arrival.draft.data)
    return changed_file(arrival.kind, before, arrival.draft.data)


def _broken(draft: Draft, repository: Repository) -> Issue | None:
    """Say that a record cannot be changed because its file cannot be read."""
    if (draft.kind, draft.id) not in repository.broken:
        return None
    return Issue(
        draft.place,
        "row-key",
        message("the file of the record {id!r} has errors of its own", id=draft.id),
        message("mend it first; to see what is wrong, run: framework check"),
    )


def _stale(draft: Draft, tables: Tables, text: str | None) -> Issue | None:
    """Say that somebody else has made or changed the record since the book was exported."""
    if not tables.fingerprints or text is None or _is_untouched(draft, tables):
        return None
    today = fingerprint(draft.kind, written_data(text))
    if fingerprint(draft.kind, draft.data) == today:
        return None
    noted = tables.fingerprints.get((draft.kind, draft.id))
    if noted is None:
        return Issue(
            draft.place,
            "row-key",
            message("there is a record {id!r} already", id=draft.id),
            message("choose another id; to change that record, export the records once more"),
        )
    if noted == today:
        return None
    return Issue(
        draft.place,
        "row-key",
        message("the record {id!r} has changed since this file was exported", id=draft.id),
        message("export the records once more and make the changes there"),
    )


def _is_untouched(draft: Draft, tables: Tables) -> bool:
    noted = tables.fingerprints.get((draft.kind, draft.id))
    return noted is not None and noted == fingerprint(draft.kind, draft.data)
