"""Commands that say what is wrong with the content, and why it is wrong."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.fixing import fix
from generator.cli.session import PROBLEMS, checked_content, has_errors, told, voice
from generator.cli.surveying import surroundings
from generator.errors import UsageError
from generator.issues import did_you_mean
from generator.records.mending import FIXABLE
from generator.reports.formats import FORMATS
from generator.rules import explanation, rule_codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.workspace import Workspace


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "name", type=click.Choice(tuple(FORMATS)), default="text", show_default=True
)
@click.option("--fix", "is_fix", is_flag=True, help="Mend what can be mended safely.")
@click.option("--dry-run", is_flag=True, help="With --fix: only show what would be mended.")
@click.option("--base", help="Git revision or folder to compare with, for --format markdown.")
@click.pass_obj
def check(
    workspace: Workspace,
    paths: Sequence[Path],
    name: str,
    *,
    is_fix: bool,
    dry_run: bool,
    base: str | None,
) -> None:
    """Say everything that is wrong with the content, or with the files under PATHS."""
    if (dry_run and not is_fix) or (base and name != "markdown"):
        raise click.UsageError(told("--dry-run goes with --fix, and --base with --format markdown"))
    wanted = [_inside(workspace, path) for path in paths]
    checked = checked_content(workspace)
    issues = checked.issues
    if is_fix:
        issues = fix(
            workspace,
            checked,
            lambda path: _is_under(path, wanted),
            dry_run=dry_run,
            err=name != "text",
        )
    own = [issue for issue in issues if _is_under(issue.place.file, wanted)]
    around = surroundings(workspace, checked, form=name, base=base)
    click.echo(FORMATS[name](own, voice(), around), nl=False, color=around.is_coloured or None)
    if _has_reader(name) and not is_fix and any(issue.rule in FIXABLE for issue in own):
        click.echo(told("What can be mended safely is mended by: framework check --fix"))
    if has_errors(own):
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
        meant = did_you_mean(rule, rule_codes())
        problem = told("there is no rule {rule!r}", rule=rule)
        hint = (
            told("did you mean {meant!r}?", meant=meant)
            if meant
            else told("framework explain lists them all")
        )
        raise UsageError(problem, mend=hint)
    known = voice().explanation(explanation(rule))
    click.echo(f"{known.code}: {known.sentence}\n\n{known.why}")
    for title, examples in ((told("Wrong"), known.wrong), (told("Right"), known.right)):
        for example in examples:
            click.echo(f"\n{title}: {example.path}".rstrip(": ") + "\n")
            click.echo("\n".join(f"    {line}" for line in example.text.splitlines()))


def _has_reader(name: str) -> bool:
    """Say whether a person reads the report, who can be told what to do next."""
    return name == "text" and sys.stdout.isatty()


def _inside(workspace: Workspace, path: Path) -> str:
    resolved = path.resolve()
    if not resolved.is_relative_to(workspace.root):
        raise click.UsageError(told("{path} is not in the project folder", path=path))
    if not resolved.exists():
        raise click.UsageError(told("there is no file or folder {path}", path=path))
    return resolved.relative_to(workspace.root).as_posix()


def _is_under(file: str, wanted: Sequence[str]) -> bool:
    return not wanted or any(path in {".", file} or file.startswith(f"{path}/") for path in wanted)
