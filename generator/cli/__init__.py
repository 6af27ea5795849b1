"""The command line: the only place that prints, exits, and reads the clock and the environment."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click

from generator.cli.building import build, serve, verify
from generator.cli.checking import check, explain
from generator.cli.exchange import export, import_
from generator.cli.migrating import migrate
from generator.cli.session import (
    PROBLEMS,
    VOICE,
    WRONG_USE,
    locale_of_messages,
    report,
    say,
    told,
)
from generator.cli.translating import coverage, translate
from generator.cli.writing import new, schemas
from generator.errors import GeneratorError, UsageError
from generator.languages.speaking import language_of_locale, read_voice, spoken_languages
from generator.publish.publication import RejectedSiteError
from generator.reports.voice import ENGLISH
from generator.workspace import Workspace

_COMMANDS = (
    build,
    check,
    coverage,
    explain,
    export,
    import_,
    migrate,
    new,
    schemas,
    serve,
    translate,
    verify,
)


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
            report(fault.issues)
            say(fault)
            sys.exit(PROBLEMS)
        except GeneratorError as fault:
            say(fault)
            sys.exit(WRONG_USE)
        except OSError as fault:
            if fault.filename is None:  # a closed pipe, or no file at all: not the user's to mend
                raise
            say(_refused_file(fault))
            sys.exit(WRONG_USE)


def _refused_file(fault: OSError) -> UsageError:
    """Say which file or folder could not be used, in two lines."""
    path = fault.filename2 or fault.filename
    return UsageError(
        told("{path}: {reason}", path=path, reason=fault.strerror or type(fault).__name__),
        mend=told("look whether the folder is there, has room, and may be written to"),
    )


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
    voice = read_voice(workspace.locales, lang or language_of_locale(locale_of_messages()))
    context.meta[VOICE] = voice
    if lang and voice is ENGLISH and lang.casefold().split("-")[0] != "en":
        known = ", ".join(spoken_languages(workspace.locales))
        raise click.BadParameter(f"{lang!r} is none of {known}", param_hint="--lang")


for _command in _COMMANDS:
    framework.add_command(_command)
