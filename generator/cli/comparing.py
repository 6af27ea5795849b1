"""Which records differ from a base: a git revision, or a folder with another state of the project.

Git is asked with arguments of our own only, and none of its programs for showing files is started.
"""

from __future__ import annotations

import shutil
import subprocess
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
    from collections.abc import Mapping, Sequence

    from generator.cli.owners import Owners
    from generator.model.kinds import Kind
    from generator.pipeline import Checked
    from generator.records.nodes import Data
    from generator.reports.surroundings import State
    from generator.workspace import Workspace

_SHOWN = ("title", "name", "summary", "description", "seeks", "offers", "status", "note")
"""Fields whose words are shown in full."""
_STATES: Mapping[str, State] = {"A": "new", "D": "removed"}


def changed_records(workspace: Workspace, checked: Checked, base: str) -> tuple[ChangedRecord, ...]:
    """Return the records that are not as in the base, by path."""
    folder = Path(base)
    found = _against_folder(workspace, folder) if folder.is_dir() else _against_git(workspace, base)
    owners = read_owners(workspace.root)
    return tuple(
        _changed(workspace, path, state, (checked, owners)) for path, state in sorted(found.items())
    )


def _changed(
    workspace: Workspace, path: str, state: State, known: tuple[Checked, Owners]
) -> ChangedRecord:
    _, owners = known
    file = workspace.root / path
    data = _data(file) if state != "removed" else {}
    kind = path.split("/")[-2]
    recommended = RECOMMENDED.get(cast("Kind", kind), ()) if data and "moved" not in data else ()
    return ChangedRecord(
        path=path,
        state=state,
        name=_words(data.get("title") or data.get("name")),
        texts=tuple((name, _words(data[name])) for name in _SHOWN if data.get(name)),
        empty=tuple(name for name in recommended if name not in data),
        reviewers=_reviewers(path, data, owners),
    )


def _reviewers(path: str, data: Mapping[str, Data], owners: Owners) -> tuple[str, ...]:
    """Return the owners of a record, and those of the pillars that it names."""
    pillars = data.get("pillars")
    paths = [path]
    if isinstance(pillars, list):
        paths += [f"content/pillars/{pillar}.yaml" for pillar in pillars if isinstance(pillar, str)]
    return tuple(dict.fromkeys(owner for each in paths for owner in owners_of(owners, each)))


def _data(file: Path) -> Mapping[str, Data]:
    if file.is_symlink() or not file.is_file():
        return {}
    text = decode(file.read_bytes()).text
    root = compose(text).root if text is not None else None
    found = data_of(root) if root else None
    return found if isinstance(found, dict) else {}


def _words(value: Data) -> str:
    """Return all words of a value, the texts of a list or of several languages on lines."""
    return "\n".join(str(words) for _, words in leaves(value))


def _against_folder(workspace: Workspace, folder: Path) -> dict[str, State]:
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
    return found


def _files(content: Path) -> dict[str, bytes]:
    paths = [path for kind in KINDS for path in sorted((content / kind).glob("*.yaml"))]
    return {
        path.relative_to(content).as_posix(): path.read_bytes()
        for path in paths
        if path.is_file() and not path.is_symlink()
    }


def _against_git(workspace: Workspace, base: str) -> dict[str, State]:
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
    return {path: state for path, state in found.items() if _is_record(path)}


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
