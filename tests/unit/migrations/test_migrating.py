"""Records for an older model become records for a newer one, and lose nothing on the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from generator.cli.migrating import migrate, migrate_content
from generator.errors import UsageError
from generator.migrations.plan import planned
from generator.migrations.rewriting import Text, migrated_record
from generator.migrations.steps import STEPS, Move, Rename, Step
from generator.model.framework import MODEL
from tests.miniature import checked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.records.nodes import Data
    from generator.workspace import Workspace


def _divide(kind: str, fields: Mapping[str, Data]) -> Mapping[str, Data]:
    """Divide ``summary: A; b`` into two fields."""
    summary = fields.get("summary")
    if kind != "projects" or not isinstance(summary, str) or "; " not in summary:
        return fields
    first, _, rest = summary.partition("; ")
    return {**fields, "summary": first, "details": rest}


_STEP = Step(
    2,
    renames=(
        Rename("projects", ("history", "note"), "remark"),
        Rename("projects", ("title",), "name"),
    ),
    moves=(Move("projects", ("funding", "source"), ("sources", "funding")),),
    change=_divide,
)  # fmt: skip
_RECORD = """\
# the record
language: en
title: "Roofs"  # agreed
summary: Many; with panels
history:
  # the first
  - status: open
    note: 'Early'
  - {status: active, note: Late}
funding:
  amount: 12
  source: gazette
"""
_AFTER = """\
# the record
language: en
name: "Roofs"  # agreed
summary: Many
history:
  # the first
  - status: open
    remark: 'Early'
  - {status: active, remark: Late}
funding:
  amount: 12
sources:
  funding: gazette
details: with panels
"""
_CATALOG = """\
msgid ""
msgstr "Language: zh\\n"

# a remark
msgctxt "sample:history.0.note"
msgid "Early"
msgstr "早"

msgctxt "sample:title"
msgid "Roofs"
msgstr "屋顶"
"""


def test_fields_are_renamed_moved_and_divided_and_comments_stay() -> None:
    assert migrated_record(Text("projects", _RECORD), [_STEP]) == _AFTER
    assert migrated_record(Text("sources", _RECORD), [_STEP]) == _RECORD


def test_steps_are_carried_out_once_in_the_order_of_their_numbers() -> None:
    later = Step(3, renames=(Rename("projects", ("name",), "label"),))
    text = migrated_record(Text("projects", _RECORD), [_STEP, later])
    assert 'label: "Roofs"  # agreed\n' in text


def test_numbers_of_steps_lead_to_the_model_of_today() -> None:
    assert [step.number for step in STEPS] == list(range(2, MODEL + 1))


@pytest.fixture
def content(mini: Workspace) -> Workspace:
    (mini.content / "projects" / "old.yaml").write_text(_RECORD, encoding="utf-8")
    catalog = mini.locales / "zh" / "projects.po"
    catalog.parent.mkdir(parents=True, exist_ok=True)
    catalog.write_text(_CATALOG, encoding="utf-8")
    return mini


@click.command()
@click.option("--dry-run", is_flag=True)
@click.pass_obj
def _sample(workspace: Workspace, *, dry_run: bool) -> None:
    migrate_content(workspace, [_STEP], dry_run=dry_run)


def _state(workspace: Workspace) -> dict[str, bytes]:
    paths = [*workspace.content.rglob("*"), *workspace.locales.rglob("*")]
    return {str(path): path.read_bytes() for path in paths if path.is_file()}


def test_dry_run_shows_everything_and_writes_nothing(content: Workspace) -> None:
    before = _state(content)
    done = CliRunner().invoke(_sample, ["--dry-run"], obj=content)
    assert (done.exit_code, _state(content)) == (0, before)
    for line in ('-title: "Roofs"  # agreed', "+model: 2", '+msgctxt "sample:name"'):
        assert line in done.output.splitlines()


def test_records_catalogs_and_the_number_of_the_model_change_together(content: Workspace) -> None:
    assert CliRunner().invoke(_sample, obj=content).exit_code == 0
    assert (content.content / "projects" / "old.yaml").read_text("utf-8") == _AFTER
    catalog = (content.locales / "zh" / "projects.po").read_text("utf-8")
    assert 'msgctxt "sample:history.0.remark"\nmsgid "Early"\nmsgstr "早"\n' in catalog
    assert "# a remark\n" in catalog
    again = planned(content, [_STEP])
    assert (again.version, again.records, again.catalogs) == (2, {}, {})


@pytest.mark.parametrize("refused", ["old.yaml", "framework.yaml", "projects.po"])
def test_nothing_has_changed_where_a_file_cannot_be_written(
    content: Workspace, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    before, replace, left = _state(content), Path.replace, [refused]

    def refusing(self: Path, target: Path) -> Path:
        if target.name in left:
            left.clear()
            raise OSError("the disk is full")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    assert isinstance(CliRunner().invoke(_sample, obj=content).exception, OSError)
    assert _state(content) == before


def test_content_of_today_needs_nothing(mini: Workspace) -> None:
    before = _state(mini)
    done = CliRunner().invoke(migrate, obj=mini)
    assert (done.exit_code, _state(mini)) == (0, before)
    assert "(1)" in done.output


def test_content_of_a_newer_program_is_refused(mini: Workspace) -> None:
    framework = mini.content / "framework.yaml"
    framework.write_text(f"model: {MODEL + 1}\n{framework.read_text('utf-8')}", encoding="utf-8")
    with pytest.raises(UsageError, match="this program knows"):
        planned(mini)
    (found,) = checked(mini).issues
    assert (found.rule, found.place.line) == ("value-range", 1)
