"""The command line: the only place that prints, exits, and reads the clock and the environment."""

from __future__ import annotations

import gc
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.markup import escape

from generator.engine.preview import serve_preview
from generator.errors import GeneratorError
from generator.issues import message
from generator.languages.speaking import language_of_locale, read_voice, spoken_languages
from generator.model.kinds import KINDS
from generator.model.schemas import json_schemas
from generator.pipeline import Checked
from generator.pipeline import build as build_site
from generator.pipeline import check as check_content
from generator.publish.integrity import verify_manifest
from generator.publish.publication import RejectedSiteError
from generator.publish.verify import verify_site
from generator.records.scaffold import scaffold
from generator.reports.formats import FORMATS
from generator.reports.text import text_report
from generator.reports.voice import ENGLISH, Voice
from generator.rules import explanation, rule_codes
from generator.translating import add_language, translation_coverage, update_catalogs
from generator.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.issues import Issue
    from generator.languages.coverage import Coverage

PROBLEMS, WRONG_USE = 1, 2
"""Exit codes: problems in the content; wrong use or environment."""


_VOICE = "generator.voice"
"""Where the context keeps the voice."""


def main() -> None:
    """Run the command line."""
    # Records are many and live to the end; to look through them again and again for garbage
    # would take a tenth of the time of a check.
    gc.set_threshold(20_000, 20, 50)
    framework(prog_name="framework")


class _Commands(click.Group):
    """Commands whose errors are shown in two lines and end with an exit code."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command while its language is known."""
        try:
            return super().invoke(ctx)
        except RejectedSiteError as fault:
            click.echo(text_report(fault.issues, _voice()), nl=False)
            _say(fault)
            sys.exit(PROBLEMS)
        except GeneratorError as fault:
            _say(fault)
            sys.exit(WRONG_USE)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="framework-site")
@click.option(
    "--project",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help="Project folder, the one with mkdocs.yml. Default: this folder.",
)
@click.option(
    "--lang", metavar="TAG", help="Language to speak, such as zh. Default: that of the system."
)
@click.pass_context
def framework(context: click.Context, project: Path, lang: str | None) -> None:
    """Publish a cooperation framework from its records."""
    context.obj = workspace = Workspace(project.resolve())
    voice = read_voice(workspace.locales, lang or language_of_locale(_locale()))
    context.meta[_VOICE] = voice
    if lang and voice is ENGLISH and lang.casefold().split("-")[0] != "en":
        known = ", ".join(spoken_languages(workspace.locales))
        raise click.BadParameter(f"{lang!r} is none of {known}", param_hint="--lang")


@framework.command()
@click.option(
    "--language", "languages", multiple=True, help="Build only this language; may be repeated."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the site. Default: site/ in the project.",
)
@click.pass_obj
def build(workspace: Workspace, languages: Sequence[str], output: Path | None) -> None:
    """Build the site and put it in the place of the last one."""
    console = Console(stderr=True)
    with console.status("Checking the content") as status:
        checked = _checked(workspace)
        if checked.errors:
            status.stop()
            click.echo(text_report(checked.issues, _voice()), nl=False)
            click.echo(_told("The site was not built. The last good site is untouched."), err=True)
            sys.exit(PROBLEMS)
        status.update("Building the site")
        published = build_site(
            workspace,
            checked,
            output=output or workspace.root / "site",
            languages=languages,
            edition_date=_edition_date(),
        )
    warnings = (*checked.issues, *published.issues)
    if warnings:
        click.echo(text_report(warnings, _voice()), nl=False)
    pages = sum(file.path.endswith(".html") for file in published.manifest.files)
    click.echo(_told("{pages} pages in {folder}", pages=pages, folder=published.folder))
    click.echo(_told("Open {path}", path=published.folder / "index.html"))


@framework.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "name", type=click.Choice(tuple(FORMATS)), default="text", show_default=True
)
@click.pass_obj
def check(workspace: Workspace, paths: Sequence[Path], name: str) -> None:
    """Say everything that is wrong with the content, or with the files under PATHS."""
    wanted = [_inside(workspace, path) for path in paths]
    issues = [issue for issue in _checked(workspace).issues if _is_under(issue, wanted)]
    click.echo(FORMATS[name](issues, _voice()), nl=False)
    if any(issue.severity == "error" for issue in issues):
        sys.exit(PROBLEMS)


@framework.command()
@click.option("--language", help="Language to preview. Default: the first of the site.")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve it.")
@click.pass_obj
def serve(workspace: Workspace, language: str | None, address: str) -> None:
    """Show one language while you write; the page reloads when a file changes."""
    click.echo(_told("The preview is at http://{address}/ – stop it with Ctrl+C", address=address))
    serve_preview(workspace.config, language=language, address=address)


@framework.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explain a RULE with a wrong and a right example; without RULE list all of them."""
    if rule is None:
        for code in rule_codes():
            click.echo(f"{code:28} {_voice().explanation(explanation(code)).sentence}")
        return
    if rule not in rule_codes():
        raise click.UsageError(
            _told("there is no rule {rule!r}; framework explain lists them all", rule=rule)
        )
    known = _voice().explanation(explanation(rule))
    click.echo(f"{known.code}: {known.sentence}\n\n{known.why}")
    for title, examples in ((_told("Wrong"), known.wrong), (_told("Right"), known.right)):
        for example in examples:
            click.echo(f"\n{title}: {example.path}".rstrip(": ") + "\n")
            click.echo("\n".join(f"    {line}" for line in example.text.splitlines()))


@framework.command()
@click.argument("site", type=click.Path(path_type=Path, exists=True))
def verify(site: Path) -> None:
    """Compare a site, a folder or a ZIP file, with its list of files and its own rules."""
    issues = verify_manifest(site)
    if site.is_dir() and not issues:
        issues = verify_site(site)
    click.echo(text_report(issues, _voice()), nl=False)
    if any(issue.severity == "error" for issue in issues):
        sys.exit(PROBLEMS)


@framework.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("record_id", metavar="ID")
@click.option("--language", default="en", show_default=True, help="Language you write in.")
@click.pass_obj
def new(workspace: Workspace, kind: str, record_id: str, language: str) -> None:
    """Start a record of KIND with the id ID, with every field explained."""
    path = workspace.content / kind / f"{record_id}.yaml"
    name = path.relative_to(workspace.root)
    if path.exists():
        raise click.UsageError(_told("{path} exists already", path=name))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(scaffold(kind, language=language), encoding="utf-8", newline="\n")
    click.echo(_told("{path} is ready to be filled in.", path=name))
    click.echo(_told("Then run: framework check"))


@framework.group()
def translate() -> None:
    """Keep the catalogs of translators up to date."""


@translate.command()
@click.argument("language")
@click.pass_obj
def init(workspace: Workspace, language: str) -> None:
    """Add LANGUAGE to the site, with catalogs to fill in."""
    repository = _checked(workspace).repository
    if repository is None:
        raise click.UsageError(_told("the content cannot be read; run: framework check"))
    added = add_language(workspace, repository, language)
    click.echo(
        _told("{name} ({tag}) is a language of the site now.", name=added.name, tag=added.tag)
    )
    click.echo(_told("Translate locales/{tag}/*.po, then run: framework build", tag=added.tag))


@translate.command()
@click.pass_obj
def update(workspace: Workspace) -> None:
    """Add new texts to the catalogs and mark translations whose source has changed."""
    checked = _checked(workspace)
    if checked.repository is None or checked.errors:
        click.echo(text_report(checked.issues, _voice()), nl=False)
        sys.exit(PROBLEMS)
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


@framework.command()
@click.pass_obj
def coverage(workspace: Workspace) -> None:
    """Say how much of the site readers of each language can read in it."""
    found = _coverage(workspace)
    for language in dict.fromkeys(item.language for item in found):
        own = [item for item in found if item.language == language]
        readable, total = sum(item.readable for item in own), sum(item.total for item in own)
        click.echo(f"{language:8} {_share(readable, total)}  {readable} of {total} texts")


@framework.command()
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
        click.echo(_told("Renew them with: framework schemas"), err=True)
        sys.exit(PROBLEMS)


def _locale() -> str:
    """Return the locale for messages (POSIX.1: the first of these that is not empty)."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return next((os.environ[name] for name in names if os.environ.get(name)), "")


def _voice() -> Voice:
    found = click.get_current_context().meta.get(_VOICE)
    return found if isinstance(found, Voice) else ENGLISH


def _told(template: str, /, **values: object) -> str:
    """Return a sentence of the command line in the user's language."""
    return str(_voice().told(message(template, **values)))


def _checked(workspace: Workspace) -> Checked:
    return check_content(workspace, today=_today())


def _today() -> date:
    return _source_date() or datetime.now(tz=UTC).date()


def _edition_date() -> str:
    """Return the day of this edition: given by the environment, or none at all."""
    day = _source_date()
    return day.isoformat() if day else ""


def _source_date() -> date | None:
    """Return the day of SOURCE_DATE_EPOCH (reproducible-builds.org), when it is set."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given:
        return None
    if not given.isdecimal():
        raise click.UsageError("SOURCE_DATE_EPOCH must be a number of seconds")
    return datetime.fromtimestamp(int(given), tz=UTC).date()


def _inside(workspace: Workspace, path: Path) -> str:
    resolved = path.resolve()
    if not resolved.is_relative_to(workspace.root):
        raise click.UsageError(_told("{path} is not in the project folder", path=path))
    if not resolved.exists():
        raise click.UsageError(_told("there is no file or folder {path}", path=path))
    return resolved.relative_to(workspace.root).as_posix()


def _is_under(issue: Issue, wanted: Sequence[str]) -> bool:
    file = issue.place.file
    return not wanted or any(path in {".", file} or file.startswith(f"{path}/") for path in wanted)


def _coverage(workspace: Workspace) -> tuple[Coverage, ...]:
    checked = _checked(workspace)
    if checked.repository is None:
        click.echo(text_report(checked.issues, _voice()), nl=False)
        sys.exit(PROBLEMS)
    return translation_coverage(checked.repository, checked.catalogs)


def _share(part: int, whole: int) -> str:
    """Return a share in whole per cent, rounded down, so that 100 means all."""
    return f"{100 * part // whole if whole else 100:3} %"


def _say(fault: GeneratorError) -> None:
    console = Console(stderr=True, highlight=False)
    voice = _voice()
    word = escape(voice.severity("error"))
    console.print(f"[red]{word}:[/red] {escape(voice.words(fault.what))}", soft_wrap=True)
    console.print(f"    {escape(voice.words(fault.mend))}", soft_wrap=True)


if __name__ == "__main__":
    main()
