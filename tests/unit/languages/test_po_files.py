"""Catalog files come back as they were, and files that are none are refused at the right line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.languages.po_files import (
    PoFault,
    PoFile,
    customary_plurals,
    read_po_file,
    write_po_file,
)

FULL = """\
# Translated by volunteers.
#
# Second remark.
msgid ""
msgstr ""
"Project-Id-Version: sample 1\\n"
"Language: ru\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\\n"
"Last-Translator: Li Na <li@example.org>\\n"

# state: reviewed
# A second remark: with "quotes", and \\\\ too
#. Said of projects.
#: generator/pages/a.py generator/pages/b.py
#, fuzzy, python-brace-format
#| msgid "{count} projects\\tbefore"
#| msgid_plural "A long text that is wrapped because it has more characters than one line can hold"
msgid "{count} project"
msgid_plural "{count} projects"
msgstr[0] "{count} проект"
msgstr[1] "{count} проекта"
msgstr[2] "{count} \\"проектов\\"\\\\\\n"

msgctxt "sample:title"
msgid ""
"A text of two lines.\\n"
"The second one."
msgstr ""

#, fuzzy
#~| msgid "Older"
#~ msgctxt "sample:old"
#~ msgid "Old"
#~ msgstr "Старый"
"""


def _read(text: str) -> PoFile:
    file = read_po_file(text.encode())
    assert isinstance(file, PoFile)
    return file


def test_everything_in_a_file_is_read() -> None:
    file = _read(FULL)
    assert file.comments == ("Translated by volunteers.", "", "Second remark.")
    assert file.header["Last-Translator"] == "Li Na <li@example.org>"
    counted, empty, gone = file.messages
    assert (counted.source, counted.plural) == ("{count} project", "{count} projects")
    assert counted.texts == ("{count} проект", "{count} проекта", '{count} "проектов"\\\n')
    assert counted.comments == ("state: reviewed", 'A second remark: with "quotes", and \\\\ too')
    assert counted.extracted == ("Said of projects.",)
    assert counted.references == ("generator/pages/a.py", "generator/pages/b.py")
    assert counted.flags == {"fuzzy", "python-brace-format"}
    assert counted.previous[0] == "{count} projects\tbefore"
    assert counted.previous[1].startswith("A long text")
    assert (empty.context, empty.texts, empty.line) == ("sample:title", ("",), 24)
    assert empty.source == "A text of two lines.\nThe second one."
    assert (gone.is_obsolete, gone.texts, gone.previous) == (True, ("Старый",), ("Older",))


def test_a_file_comes_back_byte_by_byte() -> None:
    assert write_po_file(_read(FULL)).decode() == FULL


@pytest.mark.parametrize(
    "words",
    [
        'quote " backslash \\ tab \t line\n',
        "line\n\nline",
        "\u2028 and \x0b and \x85 are no line ends of a file",
        "文字" * 200,
        "word-with-hyphens " * 30,
        ' msgid " msgstr "',
        "#~ msgid",
        "a\r\nb",
        f"A text {'that is wrapped ' * 5} and ends with <li@example.org>\n",
        f"{'word ' * 30}\n{'word ' * 30}\n\n",
        "\\n is not a line",
    ],
)
def test_any_words_survive_writing_and_reading(words: str) -> None:
    text = FULL.replace("Старый", "X")
    file = _read(text)
    messages = tuple(
        replace(each, source=words, texts=tuple(words for _ in each.texts), previous=(words,))
        for each in file.messages[:2]
    )
    messages = (messages[0], replace(messages[1], is_obsolete=True))
    written = write_po_file(PoFile(file.header, messages, file.comments))
    again = _read(written.decode())
    assert [(each.source, each.texts, each.previous) for each in again.messages] == [
        (each.source, each.texts, each.previous) for each in messages
    ]
    assert write_po_file(again) == written


def test_previous_texts_that_other_programs_have_wrapped_are_read() -> None:
    text = '#, fuzzy\n#| msgid "" "One text " "in two\n#| parts"\nmsgid "a"\nmsgstr "b"\n'
    assert _read(text).messages[0].previous == ("One text in two parts",)


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    file = read_po_file(b"\xef\xbb\xbf" + FULL.replace("\n", "\r\n").encode())
    assert isinstance(file, PoFile)
    assert file.messages == _read(FULL).messages


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "a"\nmsgstr "b\n', 2),
        ('msgid "a\nmsgstr "b"\n', 1),
        ('msgid a"\nmsgstr "b"\n', 1),
        ('msgid "a" "b"\nmsgstr "c"\n', 1),
        ('msgid "a"c"\nmsgstr "b"\n', 1),
        ('msgid "a\\"\nmsgstr "b"\n', 1),
        ('msgid "a"\nmsgstr “b”\n', 2),
        ('msgid "a"\nmsgstr: "b"\n', 2),
        ('msgid "a"\nmgstr "b"\n', 2),
        ('msgid "a"\n\n# remark\nmsgid "b"\nmsgstr ""\n', 3),
        ('msgid "a"\nmsgid "b"\nmsgstr ""\n', 2),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 3),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', 3),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', 3),
        ('msgid "a"\nmsgstr[0] "c"\n', 2),
        ('msgctxt "a"\nmsgstr "c"\n', 2),
        ('msgstr "c"\n', 1),
        ('"c"\n', 1),
        ('msgid "a"\nmsgstr "b"\n<<<<<<< HEAD\nmsgid "c"\nmsgstr ""\n', 3),
        ('msgid "a"\nmsgstr "b"\n\nwords\n', 4),
        ('msgid "a"', 1),
    ],
)
def test_a_line_that_cannot_stand_there_is_named(text: str, line: int) -> None:
    assert read_po_file(text.encode()) == PoFault(line)


def test_a_byte_that_is_no_utf_8_is_named_by_its_line() -> None:
    assert read_po_file('msgid "a"\nmsgstr "é"\n'.encode("latin-1")) == PoFault(2)


def test_a_message_that_stands_there_twice_is_named() -> None:
    text = 'msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr ""\n\nmsgid "a"\nmsgstr "c"\n'
    assert read_po_file(text.encode()) == PoFault(7, is_repeated=True)


def test_the_same_words_in_two_places_are_two_messages() -> None:
    text = 'msgctxt "x"\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n'
    assert [each.context for each in _read(text).messages] == ["x", None]


@pytest.mark.parametrize(
    ("language", "forms"), [("zh", 1), ("en", 2), ("ru", 3), ("ar", 6), ("tet", 2)]
)
def test_languages_have_their_customary_plural_forms(language: str, forms: int) -> None:
    assert customary_plurals(language).startswith(f"nplurals={forms};")
