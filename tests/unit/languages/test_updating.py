"""Catalogs follow the texts: nothing that somebody translated is lost, nothing else changes."""

from __future__ import annotations

import pytest

from generator.errors import UsageError
from generator.languages.po_files import PoFile, PoMessage, read_po_file
from generator.languages.updating import Wanted, updated_catalog

TITLE = Wanted("Training", "sample:title")
SEEKS = (Wanted("A partner", "sample:seeks.0"), Wanted("A venue", "sample:seeks.1"))
COUNTED = Wanted("{count} project", plural="{count} projects", where=("generator/pages/a.py",))

_FUZZY = frozenset({"fuzzy"})


def _update(data: bytes | None, *wanted: Wanted, language: str = "ru") -> bytes:
    return updated_catalog(data, wanted, language=language, project="sample")


def _file(data: bytes) -> PoFile:
    file = read_po_file(data)
    assert isinstance(file, PoFile)
    return file


def _live(data: bytes) -> dict[str, PoMessage]:
    """Return the live messages by context, or by words where there is none."""
    return {
        each.context or each.source: each for each in _file(data).messages if not each.is_obsolete
    }


def _gone(data: bytes) -> dict[str, PoMessage]:
    return {each.source: each for each in _file(data).messages if each.is_obsolete}


def _translated(*wanted: Wanted, notes: str = "", header: str = "") -> bytes:
    """Return a catalog in which every wanted text is translated by itself in capitals."""
    blocks = [f'msgid ""\nmsgstr ""\n"Language: ru\\n"\n{header}']
    for each in wanted:
        context = f'msgctxt "{each.context}"\n' if each.context else ""
        blocks.append(f'{notes}{context}msgid "{each.source}"\nmsgstr "{each.source.upper()}"\n')
    return "\n".join(blocks).encode()


def test_a_new_catalog_holds_every_text_untranslated_in_order() -> None:
    data = _update(None, *SEEKS, TITLE, COUNTED)
    assert list(_live(data)) == ["sample:seeks.0", "sample:seeks.1", "sample:title", COUNTED.source]
    assert not any(each.is_translated for each in _file(data).messages)
    assert _live(data)[COUNTED.source].texts == ("", "", "")
    assert _live(data)[COUNTED.source].references == ("generator/pages/a.py",)
    assert _live(data)[COUNTED.source].flags == {"python-brace-format"}


@pytest.mark.parametrize("language", ["ru", "zh-Hant", "ar", "tet"])
def test_the_header_says_what_programs_need_and_nothing_that_changes_by_itself(
    language: str,
) -> None:
    header = _file(_update(None, TITLE, language=language)).header
    assert header["Language"] == language.replace("-", "_")
    assert header["Content-Type"] == "text/plain; charset=utf-8"
    assert "nplurals=" in header["Plural-Forms"]
    assert not {name for name in header if "Date" in name or "enerat" in name}


def test_dates_and_programs_leave_the_header_and_people_stay() -> None:
    fields = {
        "POT-Creation-Date": "2024-01-01 10:00+0000",
        "PO-Revision-Date": "2024-01-01 10:00+0000",
        "X-Generator": "Poedit 3.4",
        "Last-Translator": "Li Na <li@example.org>",
        "Language-Team": "LANGUAGE <LL@li.org>",
        "Plural-Forms": "nplurals=4; plural=(n==1 ? 0 : n==2 ? 1 : n==3 ? 2 : 3);",
    }
    written = "".join(f'"{name}: {value}\\n"\n' for name, value in fields.items())
    data = _update(_translated(TITLE, header=written), TITLE, COUNTED)
    header = _file(data).header
    assert header["Last-Translator"] == "Li Na <li@example.org>"
    assert header["Plural-Forms"] == fields["Plural-Forms"]
    assert header.keys().isdisjoint({*list(fields)[:3], "Language-Team"})
    assert len(_live(data)[COUNTED.source].texts) == 4


@pytest.mark.parametrize(
    "data",
    [
        None,
        _translated(TITLE, *SEEKS, COUNTED),
        _translated(Wanted("Old title", "sample:title"), Wanted("Gone", "other:title")),
        _translated(TITLE, notes='# state: reviewed\n#, fuzzy\n#| msgid "Older words"\n'),
    ],
)
def test_a_second_update_changes_no_byte(data: bytes | None) -> None:
    long = Wanted("A text - with e-words and 文字 - that is long. " * 9, "sample:summary")
    once = _update(data, TITLE, *SEEKS, long, COUNTED)
    assert _update(once, TITLE, *SEEKS, long, COUNTED) == once
    changed = Wanted(long.source + "And more.", long.context)
    translated = once.replace(b'msgid "A partner"\nmsgstr ""', b'msgid "A partner"\nmsgstr "P"')
    twice = _update(translated, TITLE, *SEEKS, changed, COUNTED)
    assert _update(twice, TITLE, *SEEKS, changed, COUNTED) == twice


def test_translations_remarks_and_flags_of_unchanged_texts_are_kept() -> None:
    notes = '# state: reviewed\n# Ask the ministry.\n#, fuzzy\n#| msgid "Before"\n'
    data = _update(_translated(TITLE, notes=notes), Wanted("New", "sample:summary"), TITLE)
    kept = _live(data)["sample:title"]
    assert kept.texts == ("TRAINING",)
    assert kept.comments == ("state: reviewed", "Ask the ministry.")
    assert (kept.flags, kept.previous) == (_FUZZY, ("Before",))
    assert _live(data)["sample:summary"].texts == ("",)


def test_a_changed_text_keeps_its_translation_marked_with_what_it_translates() -> None:
    data = _update(_translated(TITLE, *SEEKS), Wanted("Common training", "sample:title"), *SEEKS)
    changed = _live(data)["sample:title"]
    assert changed.source == "Common training"
    assert changed.texts == ("TRAINING",)
    assert (changed.flags, changed.previous) == (_FUZZY, ("Training",))
    assert [_live(data)[each.context or ""].flags for each in SEEKS] == [frozenset()] * 2
    assert _gone(data) == {}


def test_a_text_that_changes_twice_is_marked_with_what_was_translated() -> None:
    once = _update(_translated(TITLE), Wanted("Second", "sample:title"))
    twice = _update(once, Wanted("Third", "sample:title"))
    assert _live(twice)["sample:title"].previous == ("Training",)


def test_a_text_that_is_changed_back_has_its_translation_back() -> None:
    once = _update(_translated(TITLE), Wanted("Second", "sample:title"))
    assert _live(_update(once, TITLE)) == _live(_update(_translated(TITLE), TITLE))


def test_a_changed_text_without_translation_is_simply_new() -> None:
    data = _update(_update(None, TITLE), Wanted("Common training", "sample:title"))
    (message,) = _file(data).messages
    assert (message.source, message.flags, message.previous) == ("Common training", frozenset(), ())


def test_a_text_that_moves_within_its_record_takes_its_translation_along() -> None:
    first, second = SEEKS
    data = _update(
        _translated(*SEEKS),
        Wanted("Money", "sample:seeks.0"),
        Wanted(first.source, "sample:seeks.1"),
        Wanted(second.source, "sample:seeks.2"),
    )
    live = _live(data)
    assert [each.texts for each in live.values()] == [("",), ("A PARTNER",), ("A VENUE",)]
    assert not any(each.flags for each in live.values())
    assert _gone(data) == {}


def test_a_text_does_not_take_the_translation_of_another_record() -> None:
    data = _update(_translated(TITLE), TITLE, Wanted(TITLE.source, "other:title"))
    assert _live(data)["other:title"].texts == ("",)


def test_removed_texts_become_obsolete_and_come_back_with_their_translation() -> None:
    notes = "# state: reviewed\n"
    without = _update(_translated(TITLE, *SEEKS, notes=notes), *SEEKS)
    assert _gone(without)[TITLE.source].texts == ("TRAINING",)
    assert TITLE.context not in _live(without)
    again = _update(without, TITLE, *SEEKS)
    assert _live(again)["sample:title"].texts == ("TRAINING",)
    assert _live(again)["sample:title"].comments == ("state: reviewed",)
    assert _gone(again) == {}


def test_removed_texts_without_translation_leave_nothing() -> None:
    assert (
        _file(_update(_update(None, TITLE, *SEEKS), *SEEKS)).messages
        == _file(_update(None, *SEEKS)).messages
    )


def test_removed_interface_words_become_obsolete() -> None:
    words = Wanted("Projects")
    without = _update(_translated(words), COUNTED)
    assert _gone(without)["Projects"].texts == ("PROJECTS",)
    assert _update(without, COUNTED) == without
    assert _live(_update(without, words))["Projects"].texts == ("PROJECTS",)


def test_words_that_become_counted_keep_their_translation_for_review() -> None:
    data = _update(_translated(Wanted("{count} project")), COUNTED)
    message = _live(data)[COUNTED.source]
    assert message.texts == ("{COUNT} PROJECT", "", "")
    assert "fuzzy" in message.flags


def test_texts_of_records_are_no_formats() -> None:
    texts = (Wanted("Up 5% in {year}", "sample:title"), Wanted("100 % d", "sample:summary"))
    assert not any(each.flags for each in _file(_update(None, *texts)).messages)


def test_a_catalog_that_cannot_be_read_is_not_replaced() -> None:
    with pytest.raises(UsageError) as raised:
        _update(b'msgid "a"\nmsgstr "b\n', TITLE)
    assert "line 2" in raised.value.what
