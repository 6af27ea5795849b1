"""What every command needs: the user's language, the checked content, the day, exit codes."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NoReturn

import click
from rich.console import Console
from rich.markup import escape

from generator.issues import message
from generator.pipeline import Checked
from generator.pipeline import check as check_content
from generator.reports.text import text_report
from generator.reports.voice import ENGLISH, Voice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.errors import GeneratorError
    from generator.issues import Issue
    from generator.workspace import Workspace

PROBLEMS, WRONG_USE = 1, 2
"""Exit codes: problems in the content; wrong use or environment."""

VOICE = "generator.voice"
"""Where the context keeps the voice."""


def voice() -> Voice:
    """Return the language in which this user is told things."""
    found = click.get_current_context().meta.get(VOICE)
    return found if isinstance(found, Voice) else ENGLISH


def told(template: str, /, **values: object) -> str:
    """Return a sentence of the command line in the user's language."""
    return str(voice().told(message(template, **values)))


def report(issues: Iterable[Issue]) -> None:
    """Print issues as text."""
    click.echo(text_report(tuple(issues), voice()), nl=False)


def has_errors(issues: Iterable[Issue]) -> bool:
    """Say whether any of the issues keeps the site from being built."""
    return any(issue.severity == "error" for issue in issues)


def stop_with(issues: Iterable[Issue]) -> NoReturn:
    """Print issues and end with the exit code for problems in the content."""
    report(issues)
    sys.exit(PROBLEMS)


def checked_content(workspace: Workspace) -> Checked:
    """Read and check the content of a project, as of today."""
    return check_content(workspace, today=today())


def today() -> date:
    """Return the day that checks take for today: FRAMEWORK_TODAY, else that of the clock (UTC).

    It is not the day of the edition: what was published last year is dated after it.
    """
    given = os.environ.get("FRAMEWORK_TODAY", "")
    try:
        return date.fromisoformat(given) if given else datetime.now(tz=UTC).date()
    except ValueError:
        problem = told("FRAMEWORK_TODAY must be a day such as 2026-01-31")
        raise click.UsageError(problem) from None


def edition_date() -> str:
    """Return the day of this edition: given by the environment, or none at all."""
    day = _source_date()
    return day.isoformat() if day else ""


def _source_date() -> date | None:
    """Return the day of SOURCE_DATE_EPOCH (reproducible-builds.org), when it is set."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given:
        return None
    try:
        return datetime.fromtimestamp(int(given), tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        problem = told("SOURCE_DATE_EPOCH must be a number of seconds")
        raise click.UsageError(problem) from None


def say(fault: GeneratorError) -> None:
    """Print in two lines what went wrong and how to mend it."""
    console = Console(stderr=True, highlight=False)
    spoken = voice()
    word = escape(spoken.severity("error"))
    console.print(f"[red]{word}:[/red] {escape(spoken.words(fault.what))}", soft_wrap=True)
    console.print(f"    {escape(spoken.words(fault.mend))}", soft_wrap=True)


def locale_of_messages() -> str:
    """Return the locale for messages (POSIX.1: the first of these that is not empty)."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return next((os.environ[name] for name in names if os.environ.get(name)), "")
