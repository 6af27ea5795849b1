"""Whatever a record says comes back from its tables as it went in."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from generator.exchange.book import read_book
from generator.exchange.csv_files import write_csv
from generator.exchange.incoming import records_from
from generator.exchange.outgoing import tables_from
from generator.exchange.raw import RawBook
from generator.exchange.record_files import new_file, written_data
from generator.exchange.xlsx_writing import write_xlsx
from generator.model.kinds import KINDS
from generator.records.interpreting import interpret
from generator.workspace import Workspace
from tests.exchange.desk import VALID, Desk, data_of_file, plain, read_back
from tests.miniature import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.kinds import Kind
    from generator.records.nodes import Data
    from tests.exchange.desk import Records

_HARD = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "'=1",
    "''-x",
    "'quoted'",
    "＝1",
    "#N/A",
    "# no comment",
    "017",
    "1.10",
    "1E5",
    "12:30",
    "2023-10-18",
    "03/04/2026",
    "TRUE",
    "NO",
    "null",
    "a; b, c",
    "a (b)",
    'He said "yes"',
    "_x0041_ and _x005F_x0041_",
    "Prix\N{NO-BREAK SPACE}: 5",
    "样例\N{IDEOGRAPHIC SPACE}表格",
    "می\N{ZERO WIDTH NON-JOINER}خواهیم",
    "🌍 & <b>",
)
_LONG = "First line: x\n\n- item\n- =1\n\n    code # 1\n  end"


def _valid() -> Records:
    found: Records = {}
    for path in sorted(VALID.glob("*.yaml")):
        kind, _, name = path.stem.partition("--")
        found[(cast("Kind", kind), name)] = data_of_file(path)
    return found


def _hard() -> Records:
    """Return records in which every text is one that programs like to change."""
    found: Records = {}
    for number, words in enumerate(_HARD):
        text: dict[str, Data] = {
            "zh": {"text": words, "status": "attested", "source": "first-report"},
            "sr-Latn": words,
            "en": {"text": f"{words} x", "source": "first-report"},
        }
        step: dict[str, Data] = {
            "status": "open", "on": "2024-05", "source": "second-report", "quote": words,
            "language": "km", "note": text if number % 2 else words,
        }  # fmt: skip
        found[("projects", f"hard-{number}")] = {
            "language": ("en", "zh", "th")[number % 3],
            "kind": "project",
            "title": text if number % 2 else words,
            "summary": words,
            "description": f"{words}\n{_LONG}",
            "pillars": ["all"] if number % 2 else ["green-goods", "paperless-trade"],
            "track": "shared-library",
            "lead": ["XAA", "north-chamber"],
            "open_to_join": "false",
            "seeks": [words, text, "last"],
            "status": "open",
            "history": [step, {**step, "note": text}],
            "sdgs": ["9", "17"],
            "period": {"end": "2025"},
            "funding": {"amount": "26.10", "currency": "USD", "as_of": "2021", "source": "x"},
            "links": [{"label": text, "address": "https://example.org/a?b=c#d"}],
        }
        found[("organizations", f"hard-{number}")] = {
            "language": "en",
            "kind": "enterprise",
            "name": words,
            "acronym": words,
            "country": "XAA",
            "role": "member",
            "summary": f"{words}\n\n{words}",
            "statements": [
                {"text": words, "evidence": [{"source": "a"}, {"source": "b", "quote": words}]},
                {"text": text, "evidence": [{"source": "c", "translation": text}]},
            ],
            "tracks": ["shared-library"],
        }
    return found


@pytest.mark.parametrize(
    "records", [Desk(Workspace(PROJECT)).records(), _valid(), _hard()], ids=["own", "valid", "hard"]
)
def test_tables_hold_every_value(records: Records) -> None:
    drafts, issues = records_from(tables_from(records))
    assert issues == ()
    assert plain({(draft.kind, draft.id): draft.data for draft in drafts}) == plain(records)


@pytest.mark.parametrize("language", ["en", "zh", "ar"])
@pytest.mark.parametrize("source", ["mini", "valid", "hard"])
def test_workbooks_give_back_what_they_were_given(
    quiet_desk: Desk, tmp_path: Path, source: str, language: str
) -> None:
    records = {"mini": quiet_desk.records(), "valid": _valid(), "hard": _hard()}[source]
    path = tmp_path / "book.xlsx"
    path.write_bytes(write_xlsx(tables_from(records), quiet_desk.wording(language)))
    assert read_back(read_book(path, path.name), quiet_desk.lexicon()) == plain(records)


@pytest.mark.parametrize("language", ["en", "zh", "ar"])
@pytest.mark.parametrize("source", ["mini", "valid", "hard"])
def test_csv_files_give_back_what_they_were_given(
    quiet_desk: Desk, tmp_path: Path, source: str, language: str
) -> None:
    records = {"mini": quiet_desk.records(), "valid": _valid(), "hard": _hard()}[source]
    books = []
    for name, data in write_csv(tables_from(records), quiet_desk.wording(language)).items():
        (tmp_path / name).write_bytes(data)
        books.append(read_book(tmp_path / name, name))
    assert [issue for book in books for issue in book.issues] == []
    book = RawBook(tuple(sheet for each in books for sheet in each.sheets))
    assert read_back(book, quiet_desk.lexicon()) == plain(records)


def test_new_files_say_what_the_tables_say() -> None:
    for (kind, id_), data in {**_valid(), **_hard()}.items():
        text = new_file(kind, data)
        found = interpret(text, kind=kind, record_id="sample")
        assert {each.rule for each in found.findings} <= {"reference-unknown"}, text
        assert plain({(kind, id_): written_data(text)}) == plain({(kind, id_): data})


def test_every_kind_of_record_has_tables(quiet_desk: Desk) -> None:
    assert {table.shape.kind for table in tables_from({}, KINDS).tables} == set(KINDS)
    assert {kind for kind, _ in quiet_desk.records()} == set(KINDS)
