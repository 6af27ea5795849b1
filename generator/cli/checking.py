"""Commands that say what is wrong with the content, and why it is wrong."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.session import PROBLEMS, checked_content, has_errors, told, voice
from generator.reports.formats import FORMATS
from generator.rules import explanation, rule_codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.issues import Issue
    from generator.workspace import Workspace


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "name", type=click.Choice(tuple(FORMATS)), default="text", show_default=True
)
@click.pass_obj
def check(workspace: Workspace, paths: Sequence[Path], name: str) -> None:
    """Say everything that is wrong with the content, or with the files under PATHS."""
    wanted = [_inside(workspace, path) for path in paths]
    issues = [issue for issue in checked_content(workspace).issues if _is_under(issue, wanted)]
    click.echo(FORMATS[name](issues, voice()), nl=False)
    if has_errors(issues):
        sys.exit(PROBLEMS)


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explain a RULE with a wrong and a right example; without RULE list all of them."""
    if rule is None:
        for code in rule_codes():
            click.echo(f"{code:28} {voice().explanation(explanation(code)).sentence}")
        return
    if rule not in rule_codes():
        raise click.UsageError(
            told("there is no rule {rule!r}; framework explain lists them all", rule=rule)
        )
    known = voice().explanation(explanation(rule))
    click.echo(f"{known.code}: {known.sentence}\n\n{known.why}")
    for title, examples in ((told("Wrong"), known.wrong), (told("Right"), known.right)):
        for example in examples:
            click.echo(f"\n{title}: {example.path}".rstrip(": ") + "\n")
            click.echo("\n".join(f"    {line}" for line in example.text.splitlines()))


def _inside(workspace: Workspace, path: Path) -> str:
    resolved = path.resolve()
    if not resolved.is_relative_to(workspace.root):
        raise click.UsageError(told("{path} is not in the project folder", path=path))
    if not resolved.exists():
        raise click.UsageError(told("there is no file or folder {path}", path=path))
    return resolved.relative_to(workspace.root).as_posix()


def _is_under(issue: Issue, wanted: Sequence[str]) -> bool:
    file = issue.place.file
    return not wanted or any(path in {".", file} or file.startswith(f"{path}/") for path in wanted)
