"""Mend records: files are mended, examined in a copy of the project, and kept where better."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from generator.cli.replacing import change_of, show, undo, write
from generator.cli.session import today, told, voice
from generator.exchange.trial import examined
from generator.languages.record_names import id_finder
from generator.pipeline import check as check_content
from generator.records.composing import compose
from generator.records.findings import Finding, Spot
from generator.records.mending import FIXABLE, Patient, mend, mend_references, tidied
from generator.records.reading import read_text
from generator.records.walk import walk
from generator.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.exchange.proposal import Change
    from generator.issues import Issue
    from generator.pipeline import Checked
    from generator.records.walk import RecordFile
    from generator.workspace import Workspace

_MOST_ROUNDS = 4
"""A file that can be read after one round may have names that only then can be looked up."""


@dataclass(frozen=True, slots=True)
class _Ward:
    """A record file on its way to be mended."""

    path: str
    """Relative to the project folder."""
    patient: Patient
    original: str
    text: str
    findings: tuple[Finding, ...] = ()
    """What was mended."""


@dataclass(frozen=True, slots=True)
class Healing:
    """What mending would change, and what is wrong with the content afterwards."""

    changes: tuple[Change, ...]
    mended: tuple[Issue, ...]
    issues: tuple[Issue, ...]


def fix(
    workspace: Workspace,
    checked: Checked,
    is_wanted: Callable[[str], bool],
    *,
    dry_run: bool,
    err: bool,
) -> tuple[Issue, ...]:
    """Mend record files, say how, and return what is wrong with the content afterwards.

    With ``dry_run`` nothing is written; with ``err`` everything is said on standard error.
    """
    undo(workspace)
    healing = healed(workspace, checked, is_wanted)
    show(healing.changes, err=err)
    for issue in healing.mended:
        spoken = voice().issue(issue)
        words = told("mended: {what}", what=spoken.message)
        click.echo(visible(f"{issue.place}: {words} [{issue.rule}]"), err=err)
    if not healing.changes:
        click.echo(told("There is nothing that can be mended safely."), err=err)
    elif dry_run:
        click.echo(told("Nothing was written."), err=err)
    else:
        write(workspace, healing.changes)
    return healing.issues


def healed(workspace: Workspace, checked: Checked, is_wanted: Callable[[str], bool]) -> Healing:
    """Return what can be mended in the record files that are wanted; nothing is written."""
    wards = [ward for ward in _wards(workspace, checked) if is_wanted(ward.path)]
    issues: Sequence[Issue] = checked.issues
    for _ in range(_MOST_ROUNDS):
        treated = [_treated(ward, issues) for ward in wards]
        if treated == wards:
            break
        wards, issues = treated, _examined(workspace, treated)
    sound = [ward for ward in wards if _is_better(ward, checked.issues, issues)]
    if len(sound) < sum(ward.text != ward.original for ward in wards):
        issues = _examined(workspace, sound)
    return Healing(
        tuple(change_of(workspace, ward.path, ward.text) for ward in sound),
        tuple(found.issue(ward.path) for ward in sound for found in ward.findings),
        tuple(issues) if sound else checked.issues,
    )


def _wards(workspace: Workspace, checked: Checked) -> list[_Ward]:
    repository = checked.repository
    id_of = id_finder(repository, checked.catalogs) if repository else _nobody
    found = []
    for file in walk(workspace.content).files:
        text = read_text(file.path).text
        if text is not None:
            patient = Patient(file.kind, file.record_id, id_of)
            found.append(_Ward(_shown(workspace, file), patient, text, text))
    return found


def _nobody(_field: str, _words: str) -> None:
    return None


def _shown(workspace: Workspace, file: RecordFile) -> str:
    return file.path.relative_to(workspace.root).as_posix()


def _treated(ward: _Ward, issues: Sequence[Issue]) -> _Ward:
    """Return the file after one round; the issues are those of its text as it is."""
    named = mend_references(ward.text, ward.patient, _between_records(ward, issues))
    mended = mend(named.text, ward.patient)
    text = tidied(mended.text, ward.patient.kind)
    return replace(ward, text=text, findings=(*ward.findings, *named.findings, *mended.findings))


def _between_records(ward: _Ward, issues: Sequence[Issue]) -> list[Finding]:
    """Return what checks between records have found in a file, of what can be mended."""
    return [
        Finding(Spot(issue.place.line, issue.place.column), issue.rule, issue.message, issue.hint)
        for issue in issues
        if issue.place.file == ward.path
        and issue.rule in FIXABLE & {"reference-unknown", "country-code"}
    ]


def _examined(workspace: Workspace, wards: Sequence[_Ward]) -> Sequence[Issue]:
    texts: Mapping[str, str] = {
        ward.path: ward.text for ward in wards if ward.text != ward.original
    }
    return examined(workspace, texts, lambda trial: check_content(trial, today=today()).issues)


def _is_better(ward: _Ward, before: Sequence[Issue], after: Sequence[Issue]) -> bool:
    """Say whether a file has fewer errors than before, or as few and is only tidier.

    A text that could not be read as a record hides its errors, so one that can be is better.
    """
    if ward.text == ward.original:
        return False
    old, new = _rank(ward.original, ward.path, before), _rank(ward.text, ward.path, after)
    return new < old if ward.findings else new <= old


def _rank(text: str, path: str, issues: Sequence[Issue]) -> tuple[bool, int]:
    errors = sum(issue.place.file == path and issue.severity == "error" for issue in issues)
    return (compose(text).root is None, errors)
