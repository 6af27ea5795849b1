"""A contributor is asked for a record, in words, and gets a file that passes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.miniature import PROJECT, checked
from tests.unit.cli.terminal import CTRL_C, talk

if TYPE_CHECKING:
    from pathlib import Path

    from generator.workspace import Workspace

_Answers = dict[str, list[str | bytes]]

_ANSWERS: _Answers = {
    "Title": ["Solar roofs for customs offices"],
    "Summary": ["Two offices: one roof."],
    "Kind": ["2"],
    "Pillars": ["Green goods"],
    "Track": ["shared libary", "Shared library of projects"],
    "Lead": ["Betaland, alphaland"],
    "Seeks": ["A roof, please", "A ladder"],
    "Status": ["opne", "open"],
    "Date": ["soon", "2025年3月13日"],
    "Source": ["Framework released in Sampleton"],
    "Quote": ["They will: share."],
    "How firmly": ["will"],
    "Goals": ["7、99", "7、13"],
}


def framework(workspace: Workspace, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", "--project", str(workspace.root), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
    )


def record(workspace: Workspace, id_: str, kind: str = "projects") -> Path:
    return workspace.content / kind / f"{id_}.yaml"


def test_questions_lead_to_a_record_that_passes(mini: Workspace) -> None:
    done = talk(mini, ["new", "project"], _ANSWERS)
    assert done.code == 0, done.shown
    assert "did you mean 'shared-library'?" in done.shown
    assert "'soon' is not a date" in done.shown
    assert "99 is not between 1 and 17" in done.shown
    assert "[solar-roofs-for-customs-offices]" in done.shown
    assert checked(mini).issues == ()
    assert len(re.findall(r"^Status", done.shown, re.MULTILINE)) == 2, "once wrong, once right"
    assert "framework serve --language en" in done.shown
    lines = record(mini, "solar-roofs-for-customs-offices").read_text("utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../../schemas/projects.schema.json"
    for line in ("lead: [XBB, XAA]", "sdgs: [7, 13]", "    on: 2025-03-13", "open_to_join: false"):
        assert line in lines
    assert "  - A roof, please" in lines or "seeks: ['A roof, please', A ladder]" in lines


def test_it_asks_in_chinese_and_for_an_id_where_the_title_gives_none(mini: Workspace) -> None:
    catalog = mini.locales / "zh" / "findings.po"
    catalog.parent.mkdir(parents=True, exist_ok=True)
    catalog.write_text(
        'msgid ""\nmsgstr "Language: zh\\n"\n\nmsgid "{label} (may stay empty)"\n'
        'msgstr "{label}（可不填）"\n\n'
        'msgid "Id: small letters a-z, digits and hyphens"\nmsgstr "编号"\n\n'
        'msgid "{value!r} is not a date"\nmsgstr "{value!r} 不是日期"\n\n'
        'msgid "Participants or organizations that lead it"\nmsgstr "牵头的参加方或机构"\n',
        encoding="utf-8",
    )
    answers: _Answers = {**_ANSWERS, "Title": ["海关屋顶"], "编号": ["Roof", "sample", "roof"]}
    done = talk(mini, ["--lang", "zh", "new", "projects"], answers)
    assert done.code == 0, done.shown
    assert "牵头的参加方或机构" in done.shown
    assert "（可不填）" in done.shown
    assert "[sample-2]" in done.shown
    assert "language: zh\n" in record(mini, "roof").read_text("utf-8")
    assert checked(mini).issues == ()


def test_a_source_that_is_not_there_yet_is_described_on_the_way(mini: Workspace) -> None:
    answers: _Answers = {
        **_ANSWERS,
        "Title": ["Roofs", "Gazette of March"],
        "Source": ["+"],
        "Publisher": ["The Gazette"],
        "Web address": ["gazette.example.org", "https://gazette.example.org/3"],
        "Grade": ["B"],
        "Official": ["no"],
        "Used for": ["The roofs."],
    }
    done = talk(mini, ["new", "project"], answers)
    assert done.code == 0, done.shown
    assert record(mini, "gazette-of-march", "sources").exists()
    assert "source: gazette-of-march\n" in record(mini, "roofs").read_text("utf-8")
    assert checked(mini).issues == ()


def test_what_was_said_before_ctrl_c_can_be_gone_on_with(mini: Workspace) -> None:
    said = {key: _ANSWERS[key] for key in ("Title", "Summary")}
    arguments = ["new", "project", "roofs", "--language", "ar"]
    stopped = talk(mini, arguments, {**said, "Kind": [CTRL_C]})
    assert stopped.code == 1
    assert not record(mini, "roofs").exists()
    assert "framework new projects --from .drafts/projects-1.yaml" in stopped.shown
    draft = mini.root / ".drafts" / "projects-1.yaml"
    rest = {key: each for key, each in _ANSWERS.items() if key not in {"Title", "Summary"}}
    done = talk(mini, ["new", "project", "--from", str(draft)], rest)
    assert done.code == 0, done.shown
    text = record(mini, "roofs").read_text("utf-8")
    assert "title: Solar roofs for customs offices\n" in text
    assert "language: ar\n" in text


def test_a_source_that_was_half_described_is_kept_as_well(mini: Workspace) -> None:
    answers: _Answers = {
        **_ANSWERS,
        "Title": ["Roofs", "Gazette of March"],
        "Source": ["+"],
        "Publisher": ["The Gazette"],
        "Web address": [CTRL_C],
    }
    for asked_later in ("Quote", "How firmly", "Goals"):
        answers.pop(asked_later)
    done = talk(mini, ["new", "project"], answers)
    assert done.code == 1
    drafts = mini.root / ".drafts"
    assert "publisher: The Gazette\n" in (drafts / "sources-1.yaml").read_text("utf-8")
    assert "title: Roofs\n" in (drafts / "projects-1.yaml").read_text("utf-8")
    assert "framework new sources --from .drafts/sources-1.yaml" in done.shown


def test_nothing_is_kept_when_nothing_is_wanted(mini: Workspace) -> None:
    done = talk(mini, ["new", "project"], {"Title": ["Roofs"], "Summary": [CTRL_C], "Keep": ["no"]})
    assert "Nothing was written." in done.shown
    assert not (mini.root / ".drafts").exists()


def test_scripts_say_everything_by_flags(mini: Workspace) -> None:
    done = framework(
        mini, "new", "project", "--title", "Roofs", "--pillar", "Green goods",
        "--lead", "Alphaland", "--set", "kind=project", "--set", "summary=Roofs, and more.",
        "--set", "track=shared-library",
        "--set", "seeks=A roof, please", "--set", "seeks=A ladder", "--set", "status=open",
        "--set", "history.on=13.03.2025", "--set", "history.source=first-report",
        "--set", "history.quote=They will.",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert checked(mini).issues == ()
    assert record(mini, "roofs").exists()


def test_scripts_give_a_file_of_answers(mini: Workspace, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    step = {"on": "2025/3/13", "source": "first-report", "quote": "They will."}
    given = {
        "title": "Roofs", "summary": "Roofs.", "kind": "measure", "pillars": ["Green goods"],
        "track": "shared-library", "lead": ["Alphaland"], "open_to_join": True, "sdgs": [7],
        "status": "open", "history": [step],
    }  # fmt: skip
    answers.write_text(json.dumps(given), encoding="utf-8")
    done = framework(mini, "new", "projects", "my-roofs", "--from", str(answers))
    assert done.returncode == 0, done.stderr
    assert checked(mini).issues == ()
    assert "lead: [XAA]\n" in record(mini, "my-roofs").read_text("utf-8")


def test_a_file_of_answers_says_in_which_language_it_is_written(
    mini: Workspace, tmp_path: Path
) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("language: zh\ntitle: 屋顶\n", encoding="utf-8")
    framework(mini, "new", "project", "roofs", "--from", str(answers))
    assert "language: zh\n" in record(mini, "roofs").read_text("utf-8")
    framework(mini, "new", "project", "attics", "--from", str(answers), "--language", "ar")
    assert "language: ar\n" in record(mini, "attics").read_text("utf-8")


def test_a_language_that_is_none_is_refused(mini: Workspace, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text('{"language": "Chinese!", "title": "Roofs"}', encoding="utf-8")
    for arguments in (["--from", str(answers)], ["--title", "Roofs", "--language", "Chinese!"]):
        done = framework(mini, "new", "project", "roofs", *arguments)
        assert done.returncode == 2
        assert "language: Chinese! cannot be used" in done.stderr
        assert "'Chinese!' is not a language tag" in done.stderr
        assert not record(mini, "roofs").exists()


@pytest.mark.parametrize(
    ("name", "words"), [("titel", "did you mean 'title'?"), ("bogus", "summary")]
)
def test_a_field_that_no_record_has_gets_not_lost_from_a_file_of_answers(
    mini: Workspace, tmp_path: Path, name: str, words: str
) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text(f"summary: Roofs.\n{name}: 5\n", encoding="utf-8")
    done = framework(mini, "new", "project", "roofs", "--from", str(answers))
    assert done.returncode == 2
    assert f"answers.yaml: '{name}' is no field of this kind" in done.stderr
    assert words in done.stderr
    assert not record(mini, "roofs").exists()


def test_what_is_missing_is_said_at_the_end(mini: Workspace) -> None:
    done = framework(mini, "new", "project", "--title", "Roofs")
    assert done.returncode == 0
    assert "What is still missing or wrong:" in done.stdout
    assert "content/projects/roofs.yaml:" in done.stdout


def test_an_id_that_is_taken_is_refused_with_another_one(mini: Workspace) -> None:
    before = record(mini, "sample").read_bytes()
    done = framework(mini, "new", "project", "sample")
    assert done.returncode == 2
    assert "content/projects/sample.yaml exists already" in done.stderr
    assert "such as sample-2" in done.stderr
    assert record(mini, "sample").read_bytes() == before


def test_wrong_use_names_what_was_meant(mini: Workspace) -> None:
    for arguments, words in (
        (["projekt", "x"], "did you mean 'projects'?"),
        (["project", "x", "--set", "tilte=x"], "did you mean 'title'?"),
        (["project", "x", "--pillar", "Gren goods"], "did you mean 'Green goods'?"),
        (["project", "--title", "屋顶"], "needs an id"),
        (["project", "No_Id"], "cannot be an id"),
    ):
        done = framework(mini, "new", *arguments)
        assert done.returncode == 2
        assert words in done.stderr
