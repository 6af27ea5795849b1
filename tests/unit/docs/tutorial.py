"""The exercise of the contributing guides, done as its readers do it.

Run ``.venv/bin/python -m tests.unit.docs.tutorial`` to put into the guides what the program says.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from generator.cli import framework
from tests.unit.docs.reading import PROJECT, code, rows, section

RECORD = "content/projects/explore-open-project-library.yaml"
_SHOWN = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_DAY = "2026-12-31"
"""31 December 2026, in seconds: the check never asks the clock."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A contributing guide with an exercise in it."""

    file: str
    title: str
    language: str
    spoilt: str
    """The record that fails on purpose."""

    @property
    def text(self) -> str:
        return (PROJECT / self.file).read_text(encoding="utf-8")

    @property
    def shown(self) -> tuple[str, ...]:
        """What the guide says the program answers, in order."""
        return tuple(_SHOWN.findall(section(self.text, self.title)))

    @property
    def mended_lines(self) -> dict[int, str]:
        """The lines that the guide tells the reader to write, without indentation."""
        return {
            int(line): code(words)[0] for line, words, _ in rows(section(self.text, self.title))
        }


GUIDES = (
    Guide("CONTRIBUTING.md", "An exercise", "en", "tests/tutorial/six-faults.yaml"),
    Guide("CONTRIBUTING.zh.md", "练习", "zh", "tests/tutorial/six-faults.zh.yaml"),
)


class Desk:
    """A copy of the project with the spoilt record in it."""

    def __init__(self, guide: Guide, folder: Path) -> None:
        self._guide = guide
        self._folder = folder
        for name in ("content", "locales"):
            shutil.copytree(PROJECT / name, folder / name)
        shutil.copy(PROJECT / "mkdocs.yml", folder)
        shutil.copy(PROJECT / guide.spoilt, self.record)

    @property
    def record(self) -> Path:
        return self._folder / RECORD

    def check(self, *options: str) -> tuple[int, str]:
        """Return the exit code and what the program says about the record."""
        words = ["--lang", self._guide.language, "--project", str(self._folder)]
        result = CliRunner().invoke(
            framework, [*words, "check", *options, str(self.record)],
            env={"FRAMEWORK_TODAY": _DAY},
        )  # fmt: skip
        return result.exit_code, result.stdout

    def mend(self) -> None:
        """Write the lines that the guide gives, and nothing else."""
        lines = self.record.read_text(encoding="utf-8").splitlines()
        for number, words in self._guide.mended_lines.items():
            old = lines[number - 1]
            lines[number - 1] = old[: len(old) - len(old.lstrip(" -"))] + words
        self.record.write_text("\n".join([*lines, ""]), encoding="utf-8")


def answers(guide: Guide, folder: Path) -> tuple[str, str]:
    """Return what the program says before and after mending."""
    desk = Desk(guide, folder)
    _, before = desk.check()
    desk.mend()
    return before, desk.check()[1]


def _renew(guide: Guide) -> None:
    with tempfile.TemporaryDirectory() as folder:
        said = iter(answers(guide, Path(folder) / "desk"))
    part = section(guide.text, guide.title)
    renewed = _SHOWN.sub(lambda _: f"```text\n{next(said)}```", part)
    (PROJECT / guide.file).write_text(guide.text.replace(part, renewed), encoding="utf-8")


if __name__ == "__main__":
    for each in GUIDES:
        _renew(each)
