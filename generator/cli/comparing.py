"""Which records differ from a base: a git revision, or a folder with another state of the project.

Git is asked with arguments of our own only, and none of its programs for showing files is started.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from generator.cli.owners import owners_of, read_owners
from generator.errors import UsageError
from generator.model.kinds import KINDS
from generator.model.leaves import leaves
from generator.records.composing import compose
from generator.records.nodes import data_of
from generator.records.reading import decode
from generator.records.recommended import RECOMMENDED
from generator.reports.surroundings import ChangedRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.cli.owners import Owners
    from generator.model.kinds import Kind
    from generator.records.nodes import Data
    from generator.reports.surroundings import State
    from generator.workspace import Workspace

_SHOWN = ("title", "name", "summary", "description", "seeks", "offers", "status", "note")
"""Fields whose words are shown in full."""
_STATES: Mapping[str, State] = {"A": "new", "D": "removed"}


@dataclass(frozen=True, slots=True)
class _Base:
    """What the records are compared with."""

    states: Mapping[str, State]
    """How records differ from it, by path."""
    before: Callable[[str], bytes | None]
    """Returns a record as it was, or None where it was not there."""


def changed_records(workspace: Workspace, base: str) -> tuple[ChangedRecord, ...]:
    """Return the records that are not as in the base, by path."""
    folder = Path(base)
    found = _against_folder(workspace, folder) if folder.is_dir() else _against_git(workspace, base)
    owners = read_owners(workspace.root)
    return tuple(
        _changed(path, state, (found.before(path), _bytes(workspace.root / path)), owners)
        for path, state in sorted(found.states.items())
    )


def _changed(
    path: str, state: State, texts: tuple[bytes | None, bytes | None], owners: Owners
) -> ChangedRecord:
    before, data = map(_data, texts)
    differing = tuple(name for name in {**data, **before} if before.get(name) != data.get(name))
    told = data or before
    kind = path.split("/")[-2]
    recommended = RECOMMENDED.get(cast("Kind", kind), ()) if data and "moved" not in data else ()
    return ChangedRecord(
        path=path,
        state=state,
        name=_words(told.get("title") or told.get("name")),
        texts=tuple(
            (name, _words(data[name])) for name in _SHOWN if data.get(name) and name in differing
        ),
        fields=differing if state == "changed" else (),
        empty=tuple(name for name in recommended if name not in data),
        reviewers=_reviewers(path, told, owners),
    )


def _reviewers(path: str, data: Mapping[str, Data], owners: Owners) -> tuple[str, ...]:
    """Return the owners of a record, and those of the pillars that it names."""
    pillars = data.get("pillars")
    paths = [path]
    if isinstance(pillars, list):
        paths += [f"content/pillars/{pillar}.yaml" for pillar in pillars if isinstance(pillar, str)]
    return tuple(dict.fromkeys(owner for each in paths for owner in owners_of(owners, each)))


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() and not file.is_symlink() else None


def _data(record: bytes | None) -> Mapping[str, Data]:
    text = decode(record).text if record is not None else None
    root = compose(text).root if text is not None else None
    found = data_of(root) if root else None
    return found if isinstance(found, dict) else {}


def _words(value: Data) -> str:
    """Return all words of a value, the texts of a list or of several languages on lines."""
    return "\n".join(str(words) for _, words in leaves(value))


def _against_folder(workspace: Workspace, folder: Path) -> _Base:
    other = folder / "content" if (folder / "content").is_dir() else folder
    before, after = _files(other), _files(workspace.content)
    found: dict[str, State] = {}
    for name in {*before, *after}:
        if before.get(name) != after.get(name):
            state: State = "changed"
            if name not in before:
                state = "new"
            elif name not in after:
                state = "removed"
            found[f"content/{name}"] = state
    return _Base(found, lambda path: before.get(path.removeprefix("content/")))


def _files(content: Path) -> dict[str, bytes]:
    paths = [path for kind in KINDS for path in sorted((content / kind).glob("*.yaml"))]
    return {
        path.relative_to(content).as_posix(): path.read_bytes()
        for path in paths
        if path.is_file() and not path.is_symlink()
    }


def _against_git(workspace: Workspace, base: str) -> _Base:
    revision = _git(
        workspace, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}"
    )
    if revision is None:
        raise UsageError(
            f"there is no folder and no git revision {base}",
            mend="fetch it first, or name another with --base, such as origin/main",
        )
    start = revision.strip()
    # What others have changed meanwhile is none of this proposal.
    start = (_git(workspace, "merge-base", start, "HEAD") or start).strip()
    listed = _git(
        workspace, "diff", "--no-ext-diff", "--no-renames", "--relative", "--name-status", "-z",
        start, "--", "content",
    )  # fmt: skip
    new = _git(workspace, "ls-files", "--others", "--exclude-standard", "-z", "--", "content")
    parts = (listed or "").split("\0")[:-1]
    found = {
        path: _STATES.get(sign, "changed")
        for sign, path in zip(parts[::2], parts[1::2], strict=True)
    }
    found.update(dict.fromkeys((new or "").split("\x00")[:-1], "new"))
    return _Base(
        {path: state for path, state in found.items() if _is_record(path)},
        lambda path: _shown_by_git(workspace, start, path),
    )


def _shown_by_git(workspace: Workspace, revision: str, path: str) -> bytes | None:
    """Return a record as it was in a revision, or None where it was not there."""
    text = _git(workspace, "cat-file", "blob", f"{revision}:./{path}")
    return None if text is None else text.encode("utf-8", "surrogateescape")


def _is_record(path: str) -> bool:
    parts = path.split("/")
    return len(parts) == 3 and parts[1] in KINDS and path.endswith(".yaml")  # noqa: PLR2004


def _git(workspace: Workspace, *arguments: str) -> str | None:
    """Return what git prints, or None where it refuses."""
    program = shutil.which("git")
    if program is None:
        raise UsageError("git is not there", mend="install git, or name a folder with --base")
    command: Sequence[str] = (
        program,
        "-C",
        str(workspace.root),
        "-c",
        "core.fsmonitor=false",
        *arguments,
    )
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - git, our arguments
    if done.returncode:
        return None
    return done.stdout.decode("utf-8", "surrogateescape")
