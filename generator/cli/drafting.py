"""A new record from questions, flags and files: answered, given an id, examined, written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from generator.cli.answers import Desk, given, understood, value_at, with_value
from generator.cli.asking import AbandonedError, Interview, ask
from generator.cli.questions import questions
from generator.cli.session import stop_with, today, told, voice
from generator.errors import UsageError
from generator.exchange.trial import examined
from generator.issues import did_you_mean
from generator.languages.catalogs import read_catalogs
from generator.languages.record_names import id_finder
from generator.pages.edition import Forge
from generator.pages.editions import editions
from generator.pipeline import check as check_content
from generator.records.limits import LONGEST_NAME
from generator.records.repository import read_repository
from generator.records.scaffold import scaffold
from generator.records.suggested_ids import free_id, suggested_id
from generator.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.cli.questions import Question
    from generator.issues import Issue
    from generator.model.kinds import Kind
    from generator.pages.edition import Edition
    from generator.records.nodes import Data
    from generator.records.repository import Repository
    from generator.workspace import Workspace

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{3}")
_SEEN_ON = ("retrieved", "reviewed_on", "status_checked_on")
"""Fields that say when the contributor looked."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that is ready to be written."""

    kind: Kind
    id: str
    data: dict[str, Data]


@dataclass(frozen=True, slots=True)
class Office:
    """Where records are drafted: the project, the language of the contributor, what is begun."""

    workspace: Workspace
    repository: Repository
    edition: Edition
    id_of: Callable[[str, str], str | None]
    language: str
    """In which the contributor writes."""
    drafts: list[Draft] = field(default_factory=list)
    """Sources that were described on the way."""


def open_office(workspace: Workspace, *, spoken: str, language: str | None) -> Office:
    """Read what questions need; ends with the issues where the content cannot be read.

    ``spoken`` is the language of the questions, ``language`` the one that records are written in.
    """
    repository, found = read_repository(workspace.content, relative_to=workspace.root)
    if repository is None:
        stop_with(found)
    tags = [each.tag for each in repository.languages.languages]
    catalogs = read_catalogs(workspace.locales, tags, relative_to=workspace.root)[0]
    known = editions(repository, catalogs, Forge())
    own = next((tag for tag in (spoken, spoken.split("-", maxsplit=1)[0]) if tag in known), "")
    return Office(
        workspace,
        repository,
        known[own or ("en" if "en" in known else tags[0])],
        id_finder(repository, catalogs),
        language or own or "en",
    )


def answered(
    office: Office, kind: Kind, data: dict[str, Data], sets: Iterable[str]
) -> dict[str, Data]:
    """Return what files and flags answer; raises UsageError for a flag that says nothing."""
    asked = questions(kind, office.edition, voice())
    desk = Desk(kind, office.id_of)
    found: Data = {name: value for name, value in data.items() if name not in {"id", "language"}}
    for question in asked:
        value = value_at(found, question.path)
        answer = given(question, value, desk) if value is not None else None
        if answer is not None and answer.problem is None:
            found = with_value(found, question.path, answer.value)
    for each in sets:
        found = _with_flag(found, each, (asked, desk))
    status, step = value_at(found, ("status",)), value_at(found, ("history", 0))
    if status is not None and isinstance(step, dict) and "status" not in step:
        # The one step there is has led to where the project stands.
        found = with_value(found, ("history", 0), {"status": status, **step})
    return found if isinstance(found, dict) else {}


def interview(office: Office, kind: Kind, data: dict[str, Data]) -> None:
    """Ask for what is not answered yet; answers are added to ``data``."""
    Interview(
        questions(kind, office.edition, voice()),
        Desk(kind, office.id_of),
        data,
        _defaults(office, kind),
        (lambda: _new_source(office)) if kind != "sources" else None,
    ).run()


def asked_id(office: Office, kind: Kind, data: dict[str, Data], wanted: str | None) -> str:
    """Return the id for a record, asking until there is one that is free."""
    taken = taken_ids(office, kind)
    suggestion = free_id(suggested_id(_title(data)), taken) if suggested_id(_title(data)) else ""
    while True:
        words = wanted or ask_for_id(suggestion)
        wanted = None
        problem = _id_problem(kind, words)
        if problem is None and words in taken:
            suggestion = free_id(words, taken)
            problem = told("There is a record {id} already.", id=words)
        if problem is None:
            return words
        click.echo(f"  {visible(problem)}")


def ask_for_id(suggestion: str) -> str:
    """Ask for the id of a record, which becomes the name of its file."""
    click.echo()
    click.echo("  " + told("The id becomes the name of the file and is never changed."))
    label = told("Id: small letters a-z, digits and hyphens")
    prompt = f"{label} [{suggestion}]: " if suggestion else f"{label}: "
    return ask(prompt).strip() or suggestion


def given_id(office: Office, kind: Kind, data: dict[str, Data], wanted: str | None) -> str:
    """Return the id for a record without asking; raises UsageError where there is none."""
    taken = taken_ids(office, kind)
    chosen = wanted or suggested_id(_title(data))
    problem = _id_problem(kind, chosen) if chosen else told("The record needs an id.")
    if problem is not None:
        raise UsageError(problem.rstrip("."), mend=told("write it behind the kind of record"))
    if chosen in taken:
        path = path_of(office, Draft(kind, chosen, data))
        raise UsageError(
            told("{path} exists already", path=path),
            mend=told("choose another id, such as {id}", id=free_id(chosen, taken)),
        )
    return chosen


def taken_ids(office: Office, kind: Kind) -> frozenset[str]:
    """Return the ids that no new record of a kind can have, however they are capitalised."""
    repository = office.repository
    ids = {*repository.records(kind), *repository.moved.get(kind, {})}
    ids |= {id_ for each, id_ in repository.broken if each == kind}
    ids |= {path.stem for path in (office.workspace.content / kind).glob("*.yaml")}
    return frozenset(ids | {draft.id for draft in office.drafts if draft.kind == kind})


def path_of(office: Office, draft: Draft) -> str:
    """Return the file of a record, relative to the project folder."""
    path = office.workspace.content / draft.kind / f"{draft.id}.yaml"
    return path.relative_to(office.workspace.root).as_posix()


def write_drafts(office: Office, drafts: Sequence[Draft]) -> tuple[Issue, ...]:
    """Write new files and return what is wrong with them; raises UsageError where one is there."""
    texts = {
        path_of(office, draft): scaffold(
            draft.kind, language=office.language, values=draft.data, spoken=voice().words
        )
        for draft in drafts
    }
    issues = examined(
        office.workspace, texts, lambda trial: check_content(trial, today=today()).issues
    )
    for name, text in texts.items():
        path = office.workspace.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError as fault:
            raise UsageError(
                told("{path} exists already", path=name), mend=told("choose another id")
            ) from fault
    return tuple(issue for issue in issues if issue.place.file in texts)


def _with_flag(data: Data, flag: str, known: tuple[tuple[Question, ...], Desk]) -> Data:
    """Return the data with what a flag such as ``history.on=2026-03-01`` says."""
    asked, desk = known
    key, sign, words = flag.partition("=")
    by_key = {question.key: question for question in asked}
    question = by_key.get(key.strip())
    if question is None or not sign:
        meant = did_you_mean(key, by_key)
        hint = told("did you mean {meant!r}?", meant=meant) if meant else ", ".join(by_key)
        raise UsageError(told("{flag} sets no field of this kind", flag=flag), mend=hint)
    answer = understood(question, words, desk)
    if answer.problem is not None:
        raise UsageError(
            told("{flag} cannot be used", flag=flag), mend=str(voice().told(answer.problem))
        )
    value, before = answer.value, value_at(data, question.path)
    if question.is_of_texts and isinstance(before, list) and isinstance(value, list):
        value = [*before, *value]
    return with_value(data, question.path, value)


def _defaults(office: Office, kind: Kind) -> dict[str, str]:
    """Return what an empty answer means, by question."""
    defaults = dict.fromkeys(_SEEN_ON, today().isoformat())
    if kind == "projects":
        defaults["open_to_join"] = "false"
    numbers = [getattr(record, "number", 0) for record in office.repository.records(kind).values()]
    defaults["number"] = str(max(numbers, default=0) + 1)
    return defaults


def _new_source(office: Office) -> str | None:
    """Ask for a source that is not there yet, and return its id."""
    click.echo("\n" + told("A new source:"))
    data: dict[str, Data] = {}
    try:
        interview(office, "sources", data)
        id_ = asked_id(office, "sources", data, None)
    except AbandonedError:
        if data:
            office.drafts.append(Draft("sources", "", data))
        raise
    office.drafts.append(Draft("sources", id_, data))
    click.echo("\n" + told("Back to the record:"))
    return id_


def _id_problem(kind: Kind, words: str) -> str | None:
    if len(words) > LONGEST_NAME:
        return told(
            "The id has {length} characters; {most} are allowed.",
            length=len(words),
            most=LONGEST_NAME,
        )
    if _ID.fullmatch(words) or (kind == "participants" and _COUNTRY.fullmatch(words)):
        return None
    return told(
        "{words!r} cannot be an id: small letters a-z, digits and single hyphens.", words=words
    )


def _title(data: dict[str, Data]) -> str:
    title: Data = data.get("title") or data.get("name") or ""
    if isinstance(title, dict):
        title = title.get("en") or next(iter(title.values()), "")
    return title if isinstance(title, str) else ""
