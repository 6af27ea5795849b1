"""Commands for translators: catalogs and how complete they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.chasing import FORMATS, print_silent_projects
from generator.cli.session import checked_content, stop_with, told
from generator.translating import add_language, translation_coverage, update_catalogs

if TYPE_CHECKING:
    from generator.languages.coverage import Coverage
    from generator.workspace import Workspace

_MONTHS = 12
"""Months without news after which a project is asked for them."""


@click.group()
def translate() -> None:
    """Keep the catalogs of translators up to date."""


@translate.command()
@click.argument("language")
@click.pass_obj
def init(workspace: Workspace, language: str) -> None:
    """Add LANGUAGE to the site, with catalogs to fill in."""
    repository = checked_content(workspace).repository
    if repository is None:
        raise click.UsageError(told("the content cannot be read; run: framework check"))
    added = add_language(workspace, repository, language)
    click.echo(
        told("{name} ({tag}) is a language of the site now.", name=added.name, tag=added.tag)
    )
    click.echo(told("Translate locales/{tag}/*.po, then run: framework build", tag=added.tag))


@translate.command()
@click.pass_obj
def update(workspace: Workspace) -> None:
    """Add new texts to the catalogs and mark translations whose source has changed."""
    checked = checked_content(workspace)
    if checked.repository is None or checked.errors:
        stop_with(checked.issues)
    for path in update_catalogs(workspace, checked.repository):
        click.echo(path.relative_to(workspace.root))


@translate.command()
@click.pass_obj
def status(workspace: Workspace) -> None:
    """Say how much of each catalog is translated, and what state it is in."""
    for item in _coverage(workspace):
        states = ", ".join(f"{count} {state}" for state, count in sorted(item.states.items()))
        click.echo(
            f"{item.language:8} {item.catalog:16} {_share(item.readable, item.total)}  {states}"
        )


@click.command()
@click.option("--stale", is_flag=True, help="List the projects that owe news instead.")
@click.option(
    "--months", type=click.IntRange(min=1), help="With --stale: months of silence. Default: 12."
)
@click.option("--format", "form", type=click.Choice(FORMATS), help="With --stale: default is text.")
@click.pass_obj
def coverage(workspace: Workspace, *, stale: bool, months: int | None, form: str | None) -> None:
    """Say how much of the site readers of each language can read in it."""
    if stale:
        print_silent_projects(workspace, months or _MONTHS, form or FORMATS[0])
        return
    if months or form:
        raise click.UsageError(told("--months and --format are for --stale"))
    found = _coverage(workspace)
    for language in dict.fromkeys(item.language for item in found):
        own = [item for item in found if item.language == language]
        readable, total = sum(item.readable for item in own), sum(item.total for item in own)
        click.echo(f"{language:8} {_share(readable, total)}  {readable} of {total} texts")


def _coverage(workspace: Workspace) -> tuple[Coverage, ...]:
    checked = checked_content(workspace)
    if checked.repository is None:
        stop_with(checked.issues)
    return translation_coverage(checked.repository, checked.catalogs)


def _share(part: int, whole: int) -> str:
    """Return a share in whole per cent, rounded down, so that 100 means all."""
    return f"{100 * part // whole if whole else 100:3} %"
