"""What a catalog says of each translation, and what is reported about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.issues import Place
from generator.languages.catalogs import EMPTY, Catalog, read_catalog, read_catalogs
from generator.rules import explanation

if TYPE_CHECKING:
    from pathlib import Path

    from generator.issues import Issue

_HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n{more}\n'


def _read(body: str, *, more: str = "", language: str = "ru") -> tuple[Catalog, tuple[Issue, ...]]:
    data = (_HEADER.format(more=more) + body).encode()
    return read_catalog(data, name="locales/ru/site.po", language=language)


def _catalog(body: str) -> Catalog:
    catalog, issues = _read(body)
    assert issues == ()
    return catalog


def test_record_texts_are_found_by_context_and_interface_words_by_themselves() -> None:
    catalog = _catalog(
        'msgctxt "sample:title"\nmsgid "Projects"\nmsgstr "А"\n\nmsgid "Projects"\nmsgstr "Б"\n'
    )
    assert catalog.by_context["sample:title"].text == "А"
    assert catalog.by_context["sample:title"].source == "Projects"
    assert catalog.by_source["Projects"].text == "Б"


@pytest.mark.parametrize(
    ("notes", "state"),
    [
        ("", "machine"),
        ("# state: reviewed\n", "reviewed"),
        ("# Who wrote this?\n# state: reviewed\n", "reviewed"),
        ("# state: reviewed by nobody\n", "machine"),
        ("#. state: reviewed\n", "machine"),
        ("#, fuzzy\n", "outdated"),
        ("# state: reviewed\n#, python-brace-format, fuzzy\n", "outdated"),
    ],
)
def test_the_state_of_a_translation_is_read_from_its_notes(notes: str, state: str) -> None:
    assert _catalog(f'{notes}msgid "a"\nmsgstr "b"\n').by_source["a"].state == state


@pytest.mark.parametrize(
    "body",
    [
        'msgid "a"\nmsgstr ""\n',
        '#~ msgid "a"\n#~ msgstr "b"\n',
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n',
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] ""\nmsgstr[2] "c"\n',
    ],
)
def test_what_is_not_translated_or_obsolete_is_left_out(body: str) -> None:
    assert _catalog(body).by_source == {}


def test_counted_texts_have_all_their_forms() -> None:
    body = 'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "x"\nmsgstr[1] "y"\nmsgstr[2] "z"\n'
    assert _catalog(body).by_source["a"].plurals == ("x", "y", "z")


def test_dates_and_names_of_the_header_may_have_any_form() -> None:
    data = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"PO-Revision-Date: yesterday\\n"\n"Language: Russian\\n"\n\nmsgid "a"\nmsgstr "Ж文"\n'
    )
    catalog, issues = read_catalog(data.encode(), name="x.po", language="ru")
    assert (catalog.by_source["a"].text, issues) == ("Ж文", ())


@pytest.mark.parametrize(
    ("more", "body", "line"),
    [
        ("", 'msgid "a"\nmsgstr "b\n', 6),
        ("", 'msgid "a"\n', 6),
        ('"Plural-Forms: nplurals=2; plural=__import__(1);\\n"', "", 4),
        ('"Plural-Forms: nplurals=2; plural=1/(n-7);\\n"', "", 4),
        ('"Plural-Forms: nplurals=2; plural=-1;\\n"', "", 4),
        ('"Plural-Forms: two\\n"', "", 4),
    ],
)
def test_a_broken_catalog_is_left_out_and_reported(more: str, body: str, line: int) -> None:
    catalog, (issue,) = _read(body, more=more)
    assert catalog == EMPTY
    assert (issue.rule, issue.place) == ("catalog-syntax", Place("locales/ru/site.po", line, 1))


def test_words_that_are_no_utf_8_are_reported() -> None:
    data = _HEADER.format(more="").encode() + 'msgid "a"\nmsgstr "Ж"\n'.encode("cp1251")
    catalog, (issue,) = read_catalog(data, name="x.po", language="ru")
    assert (catalog, issue.rule, issue.place.line) == (EMPTY, "catalog-syntax", 6)


def test_a_text_that_stands_there_twice_is_reported_where_it_is_repeated() -> None:
    _, (issue,) = _read('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n')
    assert (issue.rule, issue.place.line) == ("catalog-syntax", 8)
    assert "already" in str(issue.message)


_COUNTED = (
    'msgid "{{count}} project in {{place}}"\nmsgid_plural "{{count}} projects in {{place}}"\n'
)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ('msgid "As of {date}"\nmsgstr "От"\n', "{date}"),
        ('msgid "As of {date}"\nmsgstr "От {дата}"\n', "{date}, {дата}"),
        ('msgid "As of {date}"\nmsgstr "От {Date}"\n', "{Date}, {date}"),
        ('msgid "As of {date}"\nmsgstr "От { date}"\n', "{ date}, {date}"),
        ('msgid "As of {date}"\nmsgstr "От {date} {}"\n', "{}"),
        ('msgid "As of {date}"\nmsgstr "От {date.__class__}"\n', "{date.__class__}, {date}"),
        ('msgid "As of {date}"\nmsgstr "От {date[0]}"\n', "{date[0]}, {date}"),
        ('msgid "As of {date}"\nmsgstr "От {date!r}"\n', "{date!r}, {date}"),
        ('msgid "As of {date}"\nmsgstr "От {date:>99999999}"\n', "{date:>99999999}, {date}"),
        ('msgid "As of {date}"\nmsgstr "От {date"\n', "{date}"),
        ('msgid "As of {date}"\nmsgstr "От {date}}"\n', "{date}"),
        ('msgid "Projects"\nmsgstr "{0}"\n', "{0}"),
        (
            _COUNTED.replace("{{", "{").replace("}}", "}")
            + 'msgstr[0] "в {place}"\nmsgstr[1] "{count} {place}"\nmsgstr[2] "в {place}"\n',
            "{count}",
        ),
        (
            _COUNTED.replace("{{", "{").replace("}}", "}")
            + 'msgstr[0] "{count}"\nmsgstr[1] "{count} {place}"\nmsgstr[2] "{count} {place}"\n',
            "{place}",
        ),
    ],
)
def test_lost_and_foreign_words_in_braces_are_reported(body: str, names: str) -> None:
    _, (issue,) = _read(f"# remark\n{body}")
    assert (issue.rule, issue.place.line) == ("catalog-placeholder", 6)
    assert str(issue.message).endswith(f": {names}")


@pytest.mark.parametrize(
    "body",
    [
        'msgid "{a} of {b}"\nmsgstr "{b}: {a}, {a}"\n',
        'msgid "As of {date}"\nmsgstr ""\n',
        '#, fuzzy\nmsgid "As of {date}"\nmsgstr "От"\n',
        '#~ msgid "As of {date}"\n#~ msgstr "От"\n',
        'msgctxt "sample:title"\nmsgid "As of {date}"\nmsgstr "От {"\n',
        (
            'msgid "One"\nmsgid_plural "{count}"\nmsgstr[0] "один"\nmsgstr[1] "{count}"\n'
            'msgstr[2] "{count}"\n'
        ),
    ],
)
def test_braces_that_break_nothing_are_not_reported(body: str) -> None:
    assert _read(body)[1] == ()


@pytest.mark.parametrize("code", ["catalog-placeholder", "catalog-syntax"])
def test_the_examples_of_the_rules_are_true(code: str) -> None:
    rule = explanation(code)
    for example in rule.wrong:
        _, issues = read_catalog(example.text.encode(), name=example.path, language="zh")
        assert {(issue.rule, issue.place.file) for issue in issues} == {(code, example.path)}
    for example in rule.right:
        catalog, issues = read_catalog(example.text.encode(), name=example.path, language="zh")
        assert issues == ()
        assert catalog.by_source


def test_the_catalogs_of_all_languages_are_read_and_broken_ones_are_empty(tmp_path: Path) -> None:
    files = {
        "ru/projects.po": 'msgctxt "a:title"\nmsgid "A"\nmsgstr "Р"\n',
        "ru/site.po": 'msgid "A"\nmsgstr "broken\n',
        "zh/projects.po": 'msgctxt "a:title"\nmsgid "A"\nmsgstr "项"\n',
        "fr/projects.po": 'msgctxt "a:title"\nmsgid "A"\nmsgstr "F"\n',
        "zh/notes.txt": "no catalog",
    }
    for name, text in files.items():
        (tmp_path / "locales" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "locales" / name).write_text(text, encoding="utf-8")
    catalogs, issues = read_catalogs(tmp_path / "locales", ["zh", "ru", "ar"], relative_to=tmp_path)
    assert catalogs.catalog("ru", "projects").by_context["a:title"].text == "Р"
    assert catalogs.catalog("zh", "projects").by_context["a:title"].text == "项"
    assert catalogs.catalog("ru", "site") == EMPTY
    assert catalogs.catalog("fr", "projects") == EMPTY
    assert catalogs.catalog("ar", "projects") == EMPTY
    assert [issue.place for issue in issues] == [Place("locales/ru/site.po", 2, 1)]


def test_a_counted_message_needs_every_form_of_the_language() -> None:
    header = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 ? 1 : 2);\\n"\n\n'
    )
    body = (
        'msgid "{count} project"\nmsgid_plural "{count} projects"\n'
        'msgstr[0] "{count} проект"\nmsgstr[1] "{count} проекта"\n'
    )
    _, (issue,) = read_catalog((header + body).encode(), name="site.po", language="ru")
    assert (issue.rule, issue.place.line) == ("catalog-syntax", 6)
    assert "has 2 plural forms, the language 3" in str(issue.message)
    whole = header + body + 'msgstr[2] "{count} проектов"\n'
    assert read_catalog(whole.encode(), name="site.po", language="ru")[1] == ()


def test_a_catalog_in_another_charset_is_refused() -> None:
    text = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=KOI8-R\\n"\n'
    catalog, (issue,) = read_catalog(text.encode(), name="site.po", language="ru")
    assert (catalog, issue.rule, issue.place.line) == (EMPTY, "catalog-syntax", 3)
    assert "KOI8-R" in str(issue.message)
