"""Translations that lose or smuggle something are found where they stand; good ones pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.rules import explanation
from tests.miniature import checked

if TYPE_CHECKING:
    from generator.issues import Issue
    from generator.workspace import Workspace

_HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
_DESCRIPTION = (
    "The offices agree on **one form** first.\\n\\n- Test with ten firms\\n- Open it for all firms"
)


def change_text(mini: Workspace, before: str, after: str) -> None:
    record = mini.content / "projects" / "sample.yaml"
    text = record.read_text(encoding="utf-8")
    assert before in text
    record.write_text(text.replace(before, after), encoding="utf-8")


def issues_of(
    mini: Workspace, *messages: tuple[str, str, str], language: str = "zh"
) -> list[Issue]:
    """Put messages (field, source, translation) into a catalog and return what is wrong with it."""
    catalog = mini.locales / language / "projects.po"
    catalog.parent.mkdir(parents=True, exist_ok=True)
    blocks = (
        f'msgctxt "sample:{field}"\nmsgid "{source}"\nmsgstr "{text}"\n'
        for field, source, text in messages
    )
    catalog.write_text(_HEAD + "\n".join(blocks), encoding="utf-8")
    return [issue for issue in checked(mini).issues if issue.place.file.startswith("locales/")]


def test_a_good_translation_passes(mini: Workspace) -> None:
    title = ("title", "Electronic certificates of origin", "电子原产地证书")
    description = ("description", _DESCRIPTION, "各局先商定**一种表格**。\\n\\n- 由十家企业试用")
    assert issues_of(mini, title, description) == []


def test_the_line_of_the_message_is_named(mini: Workspace) -> None:
    change_text(mini, "A third customs office", "A third customs office by 2027")
    good = ("title", "Electronic certificates of origin", "电子原产地证书")
    bad = ("seeks.0", "A third customs office by 2027", "第三个海关")
    (issue,) = issues_of(mini, good, bad)
    assert (str(issue.place), issue.rule) == ("locales/zh/projects.po:9:1", "translation-number")
    assert "2027" in str(issue.message)


@pytest.mark.parametrize("text", ["截至2027年的第三个海关", "截至٢٠٢٧年", "截至2,027年"])
def test_digits_of_other_scripts_and_separators_are_the_same_number(
    mini: Workspace, text: str
) -> None:
    change_text(mini, "A third customs office", "A third customs office by 2027")
    assert issues_of(mini, ("seeks.0", "A third customs office by 2027", text)) == []


def test_small_numbers_names_and_ordinals_may_be_written_out(mini: Workspace) -> None:
    source = "3 customs offices of the G20 by the 31st of December"
    change_text(mini, "A third customs office", source)
    assert issues_of(mini, ("seeks.0", source, "十二月前二十国集团的三个海关")) == []


def test_a_lost_link_is_found(mini: Workspace) -> None:
    change_text(mini, "- Test with ten firms", "- Read https://office.example.org/form")
    source = _DESCRIPTION.replace("Test with ten firms", "Read https://office.example.org/form")
    (issue,) = issues_of(mini, ("description", source, "各局先商定**一种表格**。"))
    assert issue.rule == "translation-link"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "Customs offices of two participants exchange certificates on line."),
        ("ar", "Customs offices of two participants exchange certificates on line."),
        ("ar", "两个参与方的海关交换无纸化原产地证书，不再使用纸张。"),
    ],
)
def test_a_text_left_in_another_script_is_found(mini: Workspace, language: str, text: str) -> None:
    source = "Customs offices of two participants exchange certificates of origin without paper."
    (issue,) = issues_of(mini, ("summary", source, text), language=language)
    assert issue.rule == "translation-script"


def test_names_of_the_text_may_stay_in_their_script(mini: Workspace) -> None:
    change_text(mini, "A third customs office", "UN/CEFACT Buy-Ship-Pay model")
    source = "UN/CEFACT Buy-Ship-Pay model"
    assert issues_of(mini, ("seeks.0", source, "UN/CEFACT Buy-Ship-Pay模型")) == []


@pytest.mark.parametrize(
    "text",
    [
        "<b>电子</b>原产地证书",
        "电子<script>alert(1)</script>原产地证书",
        "[电子原产地证书](javascript:alert(1))",
    ],
)
def test_markup_in_a_plain_text_is_found(mini: Workspace, text: str) -> None:
    issues = issues_of(mini, ("title", "Electronic certificates of origin", text))
    assert "translation-markup" in {issue.rule for issue in issues}


def test_an_image_in_a_markdown_text_is_found(mini: Workspace) -> None:
    text = "各局先商定**一种表格**。![图](https://example.org/x.png)"
    issues = issues_of(mini, ("description", _DESCRIPTION, text))
    assert "translation-markup" in {issue.rule for issue in issues}


def test_a_reference_to_a_hidden_character_is_named(mini: Workspace) -> None:
    text = "各局先商定&#x202e;**一种表格**。"
    (issue,) = issues_of(mini, ("description", _DESCRIPTION, text))
    assert issue.rule == "character-hidden"
    assert "U+202E" in str(issue.message)


def test_a_hidden_character_is_named(mini: Workspace) -> None:
    (issue,) = issues_of(
        mini, ("title", "Electronic certificates of origin", "电子\u202e原产地证书")
    )
    assert issue.rule == "character-hidden"
    assert "U+202E" in str(issue.message)


def test_a_translation_without_a_text_is_a_warning(mini: Workspace) -> None:
    (issue,) = issues_of(mini, ("subtitle", "Electronic certificates", "电子证书"))
    assert (issue.rule, issue.severity) == ("translation-orphan", "warning")


def test_all_texts_of_a_record_that_are_gone_are_one_warning(mini: Workspace) -> None:
    gone = [(field, "Certificates", "证书") for field in ("subtitle", "motto")]
    issues_of(mini, *gone, language="ar")
    title = ("title", "Electronic certificates of origin", "电子原产地证书")
    issues = issues_of(mini, *gone, title)
    (issue,) = (each for each in issues if each.rule == "translation-orphan")
    assert str(issue.message).endswith("'sample' whose texts are gone, in all languages: 4")


def test_translations_of_a_record_that_cannot_be_read_are_left_alone(mini: Workspace) -> None:
    change_text(mini, "track: shared-library", "trakc: shared-library")
    assert issues_of(mini, ("title", "Electronic certificates of origin", "电子原产地证书")) == []


def test_an_outdated_translation_is_not_compared_with_the_new_text(mini: Workspace) -> None:
    assert issues_of(mini, ("title", "Certificates of 2019", "证书")) == []


def test_a_term_of_the_glossary_must_be_used(mini: Workspace) -> None:
    (mini.content / "glossary.yaml").write_text(
        "language: en\nconcepts:\n  - id: certificate-of-origin\n    labels:\n"
        "      en: [certificate of origin, certificates of origin]\n      zh: [原产地证书]\n",
        encoding="utf-8",
    )
    source = "Electronic certificates of origin"
    (issue,) = issues_of(mini, ("title", source, "电子产地证明"))
    assert (issue.rule, issue.severity) == ("translation-term", "warning")
    assert "原产地证书" in str(issue.hint)
    assert issues_of(mini, ("title", source, "电子原产地证书")) == []


@pytest.mark.parametrize("rule", ["translation-orphan", "translation-script", "translation-markup"])
def test_explained_examples_are_true(mini: Workspace, rule: str) -> None:
    catalog = mini.locales / "zh" / "projects.po"
    catalog.parent.mkdir(parents=True)
    for examples, is_wrong in ((explanation(rule).wrong, True), (explanation(rule).right, False)):
        for example in examples:
            catalog.write_text(example.text, encoding="utf-8")
            assert (rule in {issue.rule for issue in checked(mini).issues}) is is_wrong
