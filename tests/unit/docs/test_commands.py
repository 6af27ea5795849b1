"""The documents name every command and option of the program, and none that it does not have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
import pytest

from generator.cli import framework
from generator.reports.formats import FORMATS
from tests.command_lines import runs, unknown
from tests.unit.docs.reading import PROJECT, code, document, headings, rows, section

if TYPE_CHECKING:
    from collections.abc import Iterator


def _commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield everything that can be run, with the words that run it."""
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            yield from _commands(command.commands[name], f"{path} {name}")
    else:
        yield path, command


_COMMANDS = dict(_commands(framework, "framework"))
_WITH_GROUP = {"framework": framework, **_COMMANDS}


def test_every_command_has_a_section() -> None:
    written = {title for title in headings(document("commands")) if title.startswith("framework")}
    assert written == set(_WITH_GROUP)


@pytest.mark.parametrize("path", _WITH_GROUP)
def test_section_has_every_argument_and_option(path: str) -> None:
    command = _WITH_GROUP[path]
    expected = {name for parameter in command.params for name in _names(parameter)}
    if path == "framework":
        expected |= set(framework.context_settings["help_option_names"])
    table = rows(section(document("commands"), path))
    assert {name for row in table for name in code(row[0])} == expected


def test_every_format_of_reports_is_named() -> None:
    table = rows(section(document("commands"), "framework check"))
    meaning = next(row[1] for row in table if row[0] == "`--format`")
    assert set(FORMATS) <= set(code(meaning))


def test_readme_lists_every_command() -> None:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    written = [code(row[0])[0] for row in rows(section(text, "Commands"))]
    assert sorted(written) == sorted(_COMMANDS)


def test_every_target_of_make_is_listed() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE)
    written = [code(row[0])[0] for row in rows(section(document("commands"), "make"))]
    assert sorted(written) == sorted(f"make {target}" for target in targets)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CONTRIBUTING.zh.md"])
def test_commands_in_examples_exist(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    lines = re.findall(r"\.venv/bin/framework [^`\n]+", text)
    assert [line for line in lines if any(map(unknown, runs(line)))] == []


def _names(parameter: click.Parameter) -> tuple[str, ...]:
    """Return the names of an option, or that of an argument as the help shows it."""
    if isinstance(parameter, click.Argument):
        return (parameter.metavar or str(parameter.name).upper(),)
    return tuple(parameter.opts)
