"""What tests of tables need of a project: books of its records, ways to fill them in, imports."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import openpyxl

from generator.exchange.doors import Incoming, Reception, export_records, take_in
from generator.exchange.incoming import records_from
from generator.exchange.lexicon import lexicon_of
from generator.exchange.options import Options
from generator.exchange.outgoing import canonical
from generator.exchange.sheets import recognise
from generator.exchange.tables import Tables
from generator.exchange.wording import wording_of
from generator.exchange.xlsx_writing import write_xlsx
from generator.languages.speaking import read_voice
from generator.model.kinds import KINDS
from generator.pages.edition import Forge
from generator.pages.editions import editions
from generator.records.composing import compose
from generator.records.nodes import data_of
from tests.miniature import checked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from generator.exchange.lexicon import Lexicon
    from generator.exchange.proposal import Proposal
    from generator.exchange.raw import RawBook
    from generator.exchange.wording import Wording
    from generator.issues import Issue
    from generator.model.kinds import Kind
    from generator.records.nodes import Data
    from generator.workspace import Workspace

VALID = Path(__file__).parents[1] / "records" / "valid"

Key = tuple["Kind", str]
Records = dict[Key, "Mapping[str, Data]"]


@dataclass(frozen=True, slots=True)
class Desk:
    """A project whose records go out and come in."""

    workspace: Workspace

    def records(self, kinds: Sequence[Kind] = KINDS) -> Records:
        """Return what is written in the records, moved ones among them."""
        return {
            (kind, path.stem): data_of_file(path)
            for kind in kinds
            for path in sorted((self.workspace.content / kind).glob("*.yaml"))
        }

    def wording(self, language: str = "en") -> Wording:
        state = checked(self.workspace)
        assert state.repository is not None
        known = editions(state.repository, state.catalogs, Forge())
        return wording_of(known[language], read_voice(self.workspace.locales, language))

    def lexicon(self) -> Lexicon:
        state = checked(self.workspace)
        assert state.repository is not None
        known = editions(state.repository, state.catalogs, Forge())
        options = {tag: Options(edition) for tag, edition in known.items()}
        return lexicon_of(known, options, state.repository, state.catalogs)

    def export(self, path: Path, *kinds: Kind, language: str = "en") -> Path:
        """Write the workbook that people would get."""
        state = checked(self.workspace)
        assert state.repository is not None
        voice = read_voice(self.workspace.locales, language)
        exported = export_records(
            state.repository, state.catalogs, voice,
            kinds=kinds or ("projects",), language=language,
        )  # fmt: skip
        assert exported.left_out == ()
        path.write_bytes(write_xlsx(exported.tables, exported.wording))
        return path

    def propose(
        self, *files: Path, kind: str = "", encoding: str = "", replaces: bool = False
    ) -> Proposal:
        """Return what an import of files would do."""
        state = checked(self.workspace)
        assert state.repository is not None
        incoming = tuple(Incoming(path, path.name) for path in files)
        return take_in(
            self.workspace, state.repository, state.catalogs,
            Reception(incoming, kind, encoding, replaces),
            known=state.issues, examine=lambda trial: checked(trial).issues,
        )  # fmt: skip


def data_of_file(path: Path) -> Mapping[str, Data]:
    """Return what is written in a record file."""
    root = compose(path.read_bytes().decode().replace("\r\n", "\n")).root
    assert root is not None
    return cast("Mapping[str, Data]", data_of(root))


def plain(records: Mapping[Key, Mapping[str, Data]]) -> dict[Key, dict[str, Data]]:
    """Return records so that two ways to write the same are equal."""
    return {key: canonical(key[0], data) for key, data in records.items()}


def read_back(book: RawBook, lexicon: Lexicon) -> dict[Key, dict[str, Data]]:
    """Return the records that a book holds; nothing in it may be wrong."""
    found = recognise(book, lexicon)
    assert [str(issue.message) for issue in found.issues] == []
    drafts, issues = records_from(Tables(found.tables))
    assert [str(issue.message) for issue in issues] == []
    return plain({(draft.kind, draft.id): draft.data for draft in drafts})


def said(issues: Sequence[Issue]) -> list[str]:
    """Return issues as ``place rule``."""
    return [f"{issue.place} {issue.rule}" for issue in issues]


class Pen:
    """Fills in a workbook as a person does, by the words of its headings."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book: Workbook = openpyxl.load_workbook(path)

    def sheet(self, title: str) -> Worksheet:
        return cast("Worksheet", self.book[title])

    def column(self, title: str, heading: str) -> int:
        """Return the number of a column; the star of required ones need not be named."""
        return next(
            number
            for number, cell in enumerate(self.sheet(title)[1], start=1)
            if str(cell.value).removesuffix(" *") == heading
        )

    def row(self, title: str, id_: str) -> int:
        """Return the first row of a record."""
        return next(
            row for row, cell in enumerate(self.sheet(title)["A"], start=1) if cell.value == id_
        )

    def put(self, title: str, row: int, **values: object) -> None:
        """Write into cells of a row; headings are named with ``_`` for spaces."""
        for heading, value in values.items():
            column = self.column(title, heading.replace("_", " "))
            self.sheet(title).cell(row, column).value = value  # type: ignore[assignment]

    def add(self, title: str, **values: object) -> int:
        """Write a new row below all others and return its number."""
        row = self.sheet(title).max_row + 1
        self.put(title, row, **values)
        return row

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path
