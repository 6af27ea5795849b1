"""Commands that write records, and the schemas that editors complete them with."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.answers import language_tag, read_answers
from generator.cli.asking import AbandonedError, agrees
from generator.cli.drafting import (
    Draft,
    answered,
    asked_id,
    given_id,
    interview,
    open_office,
    path_of,
    write_drafts,
)
from generator.cli.session import PROBLEMS, has_errors, locale_of_messages, report, told
from generator.issues import did_you_mean
from generator.languages.speaking import language_of_locale
from generator.model.kinds import KINDS
from generator.model.schemas import json_schemas
from generator.records.editing import record_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.cli.drafting import Office
    from generator.model.kinds import Kind
    from generator.records.nodes import Data
    from generator.workspace import Workspace


class _Kind(click.ParamType["Kind"]):
    """A kind of record, in the singular or the plural."""

    name = "kind"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Kind:
        """Return the folder of the kind."""
        word = value.casefold()
        found = next((kind for kind in KINDS if word in {kind, kind[:-1]}), None)
        if found is None:
            meant = did_you_mean(word, KINDS)
            hint = told("did you mean {meant!r}?", meant=meant) if meant else ", ".join(KINDS)
            self.fail(
                told("there is no kind of record {word!r}; {hint}", word=value, hint=hint),
                param,
                ctx,
            )
        return found


_DRAFTS = ".drafts"
"""Folder for drafts, which nothing removes but their author; ``build`` is emptied now and then."""
_SETS = "generator.sets"
"""Where the context keeps what options say about fields, as ``field=value``."""


def _collect(context: click.Context, option: click.Parameter, value: Sequence[str]) -> None:
    """Keep what an option says about the field that it is named after."""
    sets = context.meta.setdefault(_SETS, [])
    if option.name == "set":
        sets += value
    elif value:
        sets.append(f"{option.name}={', '.join(value)}")


def _sets(
    *names: str, meaning: str, metavar: str | None = None
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return an option whose values go to the fields of the record."""
    return click.option(
        *names,
        multiple=True,
        callback=_collect,
        expose_value=False,
        help=meaning,
        metavar=metavar,
    )


@click.command()
@click.argument("kind", type=_Kind())
@click.argument("record_id", metavar="ID", required=False)
@click.option(
    "--language", help="Language you write in. Default: that of the answers, or of the questions."
)
@click.option(
    "--from",
    "answers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="JSON or YAML file with answers, such as a draft.",
)
@_sets("--title", meaning="Title or name of the record.")
@_sets("--pillar", "pillars", meaning="A pillar, by id or title; may be repeated.")
@_sets("--lead", meaning="Who leads, by id or name; may be repeated.")
@_sets("--set", metavar="FIELD=VALUE", meaning="Any other field, such as history.on=2026-03-01.")
@click.option("--yes", "is_silent", is_flag=True, help="Ask nothing.")
@click.pass_obj
def new(
    workspace: Workspace,
    kind: Kind,
    record_id: str | None,
    *,
    language: str | None,
    answers: Path | None,
    is_silent: bool,
) -> None:
    """Start a record of KIND: asks for it on a terminal, and says what is still missing."""
    context = click.get_current_context()
    spoken = context.find_root().params.get("lang")
    known = read_answers(answers, kind) if answers else {}
    office = open_office(
        workspace,
        spoken=spoken or language_of_locale(locale_of_messages()),
        language=language_tag(language or known.get("language"), kind),
    )
    data = answered(office, kind, known, _fields(kind, context.meta[_SETS]))
    wanted = record_id or _word(known.get("id"))
    if is_silent or not (sys.stdin.isatty() and sys.stdout.isatty()):
        draft = Draft(kind, given_id(office, kind, data, wanted), data)
    else:
        draft = _asked(office, kind, data, wanted)
    _written(office, draft)


def _fields(kind: Kind, sets: Sequence[str]) -> list[str]:
    """Return what options say about fields; parties have a name where others have a title."""
    if kind not in {"participants", "organizations"}:
        return list(sets)
    return [f"name={each[6:]}" if each.startswith("title=") else each for each in sets]


def _asked(office: Office, kind: Kind, data: dict[str, Data], wanted: str | None) -> Draft:
    """Ask for a record; what was said is offered to be kept when the contributor stops."""
    click.echo(told("An empty answer takes what stands in brackets, or leaves the field out."))
    click.echo(told("Ctrl+C stops; what you have said so far can be kept."))
    try:
        interview(office, kind, data)
        return Draft(kind, asked_id(office, kind, data, wanted), data)
    except AbandonedError:
        _keep(office, Draft(kind, wanted or "", data))
        sys.exit(PROBLEMS)


def _written(office: Office, draft: Draft) -> None:
    drafts = [*office.drafts, draft]
    issues = write_drafts(office, drafts)
    click.echo()
    for each in drafts:
        click.echo(told("{path} is written.", path=path_of(office, each)))
    if issues:
        click.echo(told("What is still missing or wrong:") if has_errors(issues) else "")
        report(issues)
    if has_errors(issues):
        click.echo(told("{path} is ready to be filled in.", path=path_of(office, draft)))
        click.echo(told("Then run: framework check"))
    else:
        click.echo(told("To see its page: framework serve --language {tag}", tag=office.language))


def _keep(office: Office, draft: Draft) -> None:
    """Offer to keep a draft and the sources described for it; in doubt they are kept."""
    if not draft.data and not office.drafts:
        click.echo(told("Nothing was written."))
        return
    try:
        is_kept = agrees(told("Keep what you have said so far?"))
    except AbandonedError:
        is_kept = True
    if not is_kept:
        click.echo(told("Nothing was written."))
        return
    for each in [*office.drafts, draft]:
        path = _draft_file(office, each)
        values: dict[str, Data] = {"id": each.id} if each.id else {}
        values |= {"language": office.language, **each.data}
        path.write_text(record_text(values), encoding="utf-8", newline="\n")
        shown = path.relative_to(office.workspace.root).as_posix()
        click.echo(
            told(
                "{path} keeps it. To go on: framework new {kind} --from {path}",
                path=shown,
                kind=each.kind,
            )
        )


def _draft_file(office: Office, draft: Draft) -> Path:
    """Return a new file for a draft, beside those that are there."""
    folder = office.workspace.root / _DRAFTS
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (folder / f"{draft.kind}-{number}.yaml").exists():
        number += 1
    return folder / f"{draft.kind}-{number}.yaml"


def _word(value: Data) -> str | None:
    return value if isinstance(value, str) else None


@click.command()
@click.option("--check", "is_check", is_flag=True, help="Only say whether they are up to date.")
@click.pass_obj
def schemas(workspace: Workspace, *, is_check: bool) -> None:
    """Renew the JSON Schemas that editors use, from the model."""
    folder = workspace.root / "schemas"
    stale = []
    for name, text in json_schemas().items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path)
            if not is_check:
                folder.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
    for path in stale:
        click.echo(path.relative_to(workspace.root))
    if stale and is_check:
        click.echo(told("Renew them with: framework schemas"), err=True)
        sys.exit(PROBLEMS)
