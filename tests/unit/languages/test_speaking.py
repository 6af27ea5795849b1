"""Findings and rules in the user's language; what is missing or wrong is told in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.issues import Issue, Place, both, message
from generator.languages.speaking import language_of_locale, read_voice, spoken_languages
from generator.reports.formats import FORMATS
from generator.reports.text import text_report
from generator.reports.voice import ENGLISH, Voice
from generator.rules import explanation

if TYPE_CHECKING:
    from pathlib import Path

_HEADER = """
msgid ""
msgstr ""
"Language: ru\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\\n"
"""
_FINDINGS = """
msgid "{value!r} is not an id"
msgstr "{value!r} — не код"

msgid "write a tag"
msgstr "укажите код языка"

#, fuzzy
msgid "write one colon only"
msgstr "что-то устаревшее"

msgid "the text has {length} characters"
msgstr "в тексте {длина} знаков"

msgid "{first}; {second}"
msgstr "{first}. {second}"

msgid "error"
msgstr "ошибка"

msgid "{errors} in {files}."
msgstr "{errors}, файлов: {files}."

msgid "{count} error"
msgid_plural "{count} errors"
msgstr[0] "{count} ошибка"
msgstr[1] "{count} ошибки"
msgstr[2] "{count} ошибок"

msgid "{count} file"
msgid_plural "{count} files"
msgstr[0] "{count}"
msgstr[1] "{count}"
msgstr[2] "{count}"
"""
_RULES = """
msgctxt "date-order:sentence"
msgid "%s"
msgstr "Даты идут по порядку."

msgctxt "date-order:why.0"
msgid "Words that the rule had before."
msgstr "Прежние слова."
"""


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    folder = tmp_path / "locales"
    (folder / "ru").mkdir(parents=True)
    rules = _RULES % explanation("date-order").sentence
    (folder / "ru" / "findings.po").write_text(_HEADER + _FINDINGS, encoding="utf-8")
    (folder / "ru" / "rules.po").write_text(_HEADER + rules, encoding="utf-8")
    return folder


@pytest.fixture
def voice(locales: Path) -> Voice:
    return read_voice(locales, "ru")


def _issue(number: int = 1) -> Issue:
    what = message("{value!r} is not an id", value="a b")
    return Issue(Place("a.yaml", number), "value-format", what, message("write a tag"))


def test_sentence_is_told_with_its_values(voice: Voice) -> None:
    told = voice.issue(_issue())
    assert (str(told.message), str(told.hint)) == ("'a b' — не код", "укажите код языка")


def test_messages_within_a_message_are_told_as_well(voice: Voice) -> None:
    told = voice.told(both(message("write a tag"), message("nobody translated this")))
    assert str(told) == "укажите код языка. nobody translated this"


def test_outdated_and_unusable_translations_are_told_in_english(voice: Voice) -> None:
    outdated = message("write one colon only")
    broken = message("the text has {length} characters", length=7)
    assert [str(voice.told(each)) for each in (outdated, broken)] == [str(outdated), str(broken)]


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 ошибка"), (2, "2 ошибки"), (5, "5 ошибок"), (21, "21 ошибка")]
)
def test_count_takes_the_form_of_the_language(voice: Voice, count: int, words: str) -> None:
    report = text_report([_issue(number) for number in range(count)], voice)
    assert report.splitlines()[-1] == f"{words}, файлов: 1."
    assert report.startswith("a.yaml:0:1: ошибка: ")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_speaks_and_keeps_the_code(voice: Voice, name: str) -> None:
    report = FORMATS[name]([_issue()], voice)
    assert "не код" in report
    assert "value-format" in report


def test_gitlab_knows_an_issue_again_in_every_language(voice: Voice) -> None:
    reports = [FORMATS["gitlab"]([_issue()], each) for each in (voice, ENGLISH)]
    prints = [[line for line in report.splitlines() if "fingerprint" in line] for report in reports]
    assert prints[0] == prints[1] != []


def test_rule_is_explained_and_changed_paragraphs_are_in_english(voice: Voice) -> None:
    rule = explanation("date-order")
    told = voice.explanation(rule)
    assert told.sentence == "Даты идут по порядку."
    assert (told.why, told.wrong, told.code) == (rule.why, rule.wrong, rule.code)
    assert "Даты идут по порядку." in FORMATS["sarif"](
        [Issue(Place("a"), "date-order", message("x"), message("y"))], voice
    )


@pytest.mark.parametrize("tag", ["ru-RU", "RU", "ru-Cyrl-RU"])
def test_variant_of_a_language_speaks_like_the_language(locales: Path, tag: str) -> None:
    assert read_voice(locales, tag).severity("error") == "ошибка"


@pytest.mark.parametrize("tag", ["en", "xx", "", "..", "../ru"])
def test_other_languages_are_told_in_english(locales: Path, tag: str) -> None:
    assert read_voice(locales, tag) is ENGLISH


def test_broken_catalog_is_told_in_english(locales: Path) -> None:
    (locales / "ru" / "findings.po").write_text('msgid "a', encoding="utf-8")
    assert str(read_voice(locales, "ru").issue(_issue()).hint) == "write a tag"
    assert spoken_languages(locales) == ("en", "ru")


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("pt_BR.UTF-8", "pt-BR"),
        ("ru_RU.KOI8-R", "ru-RU"),
        ("sr_RS@latin", "sr-RS"),
        ("fa", "fa"),
        ("C", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("", "en"),
    ],
)
def test_language_is_read_from_a_locale(name: str, tag: str) -> None:
    assert language_of_locale(name) == tag
