"""Which files of a project change when its records are rewritten for today's model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import UsageError
from generator.migrations.rewriting import (
    FRAMEWORK,
    Text,
    migrated_catalog,
    migrated_record,
    version_of,
)
from generator.migrations.steps import STEPS
from generator.model.framework import MODEL
from generator.records.reading import read_text
from generator.records.walk import walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.migrations.steps import Step
    from generator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Plan:
    """New texts of files, by path relative to the project folder."""

    version: int
    """Number of the model that the records are written for today."""
    records: dict[str, str]
    catalogs: dict[str, str]


def planned(workspace: Workspace, steps: Sequence[Step] = STEPS) -> Plan:
    """Return what the steps that are still to come would change.

    Raises UsageError where the record of the framework cannot be read, or is newer than we are.
    """
    path = workspace.content / f"{FRAMEWORK}.yaml"
    text = read_text(path).text if path.is_file() else None
    if text is None:
        raise UsageError("content/framework.yaml cannot be read", mend="run: framework check")
    version = version_of(text)
    newest = max((step.number for step in steps), default=MODEL)
    if version > newest:
        raise UsageError(
            f"the records are written for model {version}, and this program knows {newest}",
            mend="install the newer program",
        )
    due = sorted((step for step in steps if step.number > version), key=lambda step: step.number)
    return Plan(version, _records(workspace, due), _catalogs(workspace, due))


def _records(workspace: Workspace, steps: Sequence[Step]) -> dict[str, str]:
    found: dict[str, str] = {}
    for file in walk(workspace.content).files if steps else ():
        text = read_text(file.path).text
        after = migrated_record(Text(file.kind, text), steps) if text is not None else None
        if after is not None and after != text:
            found[file.path.relative_to(workspace.root).as_posix()] = after
    return found


def _catalogs(workspace: Workspace, steps: Sequence[Step]) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(workspace.locales.glob("*/*.po")) if steps else ():
        data = path.read_bytes()
        after = migrated_catalog(path.stem, data, steps)
        if after != data:
            found[path.relative_to(workspace.root).as_posix()] = after.decode("utf-8")
    return found
