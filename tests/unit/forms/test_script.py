"""The data of the page is complete, safe to load, and says what the generator says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import generator
from generator.forms.hand_over import HandOver, hand_over_of
from generator.forms.messages import CHARACTERS, FILES
from generator.forms.model_messages import HINTS, RECORDS, VALUES
from generator.forms.script import forms_scripts
from generator.forms.syntax_messages import SYNTAX
from generator.languages.wording import finding_messages
from generator.model.library import Project
from generator.model.parties import Source
from generator.pages.contribute import contribute_pages
from generator.pages.form_words import PROJECT_FIELDS, SOURCE_FIELDS
from generator.records.fields import names_of, takes_at
from generator.records.interpreting import interpret
from generator.reports.voice import ENGLISH, Voice
from generator.rules import rule_codes
from tests.unit.forms.page_checks import ask_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.base import Model
    from generator.pages.edition import Edition

_TABLES = (FILES, CHARACTERS, SYNTAX, VALUES, RECORDS)


def test_page_says_sentences_of_the_generator_only() -> None:
    said = {wanted.source for wanted in finding_messages(Path(generator.__file__).parent)}
    own = {words for table in _TABLES for each in table.values() for words in each[1:] if words}
    assert own | set(HINTS.values()) <= said


def test_page_knows_rules_of_the_generator_only() -> None:
    assert {each.rule for table in _TABLES for each in table.values()} <= set(rule_codes())


def test_findings_are_told_in_the_language_of_the_page(edition: Edition) -> None:
    voice = Voice(sentences={"shorten the name": "kürzen Sie den Namen"})
    assert "kürzen Sie den Namen" in forms_scripts(edition, voice, HandOver())["forms/rules.js"]


def test_script_cannot_be_broken_out_of(edition: Edition) -> None:
    hand_over = HandOver(mail="</script>\u2028@example.org")
    script = forms_scripts(edition, ENGLISH, hand_over)["forms/rules.js"]
    assert "</script>" not in script
    assert "\u2028" not in script
    text = script.removeprefix("siteForms(").removesuffix(");\n")
    assert json.loads(text)["hand"]["mail"] == hand_over.mail


@pytest.mark.parametrize(("model", "words"), [(Project, PROJECT_FIELDS), (Source, SOURCE_FIELDS)])
def test_every_field_of_the_model_has_its_place_in_the_form(
    model: type[Model], words: Mapping[str, object]
) -> None:
    wanted = set()
    for name in names_of(model):
        if name in {"id", "status"}:  # asked for apart; follows from the history
            continue
        wanted.add(name)
        takes = takes_at(model, (name,))
        item = takes.item if takes and takes.form == "list" else takes
        if item and item.form == "fields" and item.model:
            wanted |= {f"{name}.{inner}" for inner in names_of(item.model)}
    assert set(words) == wanted


def test_form_shows_every_field_once(edition: Edition) -> None:
    page = next(page for page in contribute_pages(edition) if page.path == "new-project")
    sections = page.body.sections  # type: ignore[attr-defined]  # the body of a form
    shown = [field.name for section in sections for field in section.fields]
    tops = [name for name in PROJECT_FIELDS if "." not in name]
    assert sorted(shown) == sorted([*tops, "id", "sources"])


_HARD = (
    "yes",
    "null",
    "~",
    "12:30:00",
    "1_000",
    "- dash",
    "a: b",
    "a:",
    "a #b",
    "'quoted'",
    '"quoted"',
    "[a]",
    "{a}",
    "*a",
    "&a",
    "!a",
    "|",
    "> a",
    "%a",
    "@a",
    "`a`",
    "a: 'b' #c",
    "？",
    "项目：绿色",
    "key：value",
    "名称: 值",
    "مشروع: أول",
    "\\n",
    "...",
    "---",
    "# a",
    "a\u00a0b",
    "١٢٣",
    "-",
    "?",
    "? a",
    ":a",
    ",a",
    "é",
    "0x1F",
    "<b>",
    "title",
    "a  b",
)


def test_what_is_written_is_read_as_it_was(data: Mapping[str, object]) -> None:
    records = [_record(words) for words in _HARD]
    records += [_record(f"{words}\n\n  {words}\n{words}", name="description") for words in _HARD]
    answers = ask_page(data, write=[("projects", record) for record in records])
    for record, text in zip(records, answers.written, strict=True):
        read = interpret(text, kind="projects", record_id="sample")
        assert read.findings == (), text
        written = read.record.model_dump() if read.record else {}
        assert written["title"] == record["title"]
        assert written["seeks"] == (record["title"], "other")
        assert written["history"][0]["quote"] == record["title"]
        if "description" in record:
            assert str(written["description"]).strip() == str(record["description"]).strip()


def _record(words: str, *, name: str = "summary") -> dict[str, object]:
    title = " ".join(words.split())
    record: dict[str, object] = {
        "language": "en",
        "kind": "project",
        "title": title,
        "summary": "Some words.",
        "pillars": "all",
        "track": "shared-library",
        "lead": ["XAA"],
        "seeks": [title, "other"],
        "status": "announced",
        "history": [
            {"status": "announced", "on": "2020", "source": "first-report", "quote": title}
        ],
        "links": [{"label": title, "address": "https://example.org/a#b"}],
    }
    record[name] = words
    return record


@pytest.mark.parametrize(
    ("address", "start"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/new/main?filename={path}&value={text}"),
        ("https://gitlab.example.org/a/b/", "https://gitlab.example.org/a/b/-/new/main?file_name="),
        ("https://gitee.com/a/b", "https://gitee.com/a/b/new/main/{folder}"),
    ],
)
def test_new_files_are_opened_on_the_forge(address: str, start: str) -> None:
    hand_over = hand_over_of(address, branch="main")
    assert hand_over.new_file.startswith(start)
    assert hand_over.edit.endswith("/main/{path}")


def test_only_gitee_needs_the_name_of_a_new_file_to_be_written() -> None:
    hosts = ("github.com", "gitlab.com", "gitee.com")
    ways = [hand_over_of(f"https://{host}/a/b", branch="main") for host in hosts]
    assert [(way.takes_text, way.takes_name) for way in ways] == [
        (True, True),
        (False, True),
        (False, False),
    ]


def test_unknown_forge_opens_nothing() -> None:
    hand_over = hand_over_of("https://example.org/a/b", branch="main", mail="a@example.org")
    assert hand_over == HandOver(mail="a@example.org")
