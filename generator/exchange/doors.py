"""The two doors: records that go out as tables, and files that come in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.errors import UsageError
from generator.exchange.book import CSV_ENDINGS, read_book
from generator.exchange.incoming import is_of_no_record, records_from
from generator.exchange.lexicon import lexicon_of
from generator.exchange.mailed import is_record_file, mailed_record
from generator.exchange.options import Options
from generator.exchange.outgoing import canonical, tables_from
from generator.exchange.proposal import arrivals_from, propose
from generator.exchange.raw import RawBook
from generator.exchange.sheets import recognise
from generator.exchange.tables import Tables
from generator.exchange.wording import wording_of
from generator.issues import Issue, Place, message, sorted_issues
from generator.model.kinds import KINDS
from generator.pages.edition import Forge
from generator.pages.editions import editions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.exchange.lexicon import Lexicon
    from generator.exchange.proposal import Arrival, Examine, Proposal
    from generator.exchange.sheets import Recognised
    from generator.exchange.wording import Wording
    from generator.languages.catalogs import Catalogs
    from generator.model.kinds import Kind
    from generator.pages.edition import Edition
    from generator.records.nodes import Data
    from generator.records.repository import Repository
    from generator.reports.voice import Voice
    from generator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Exported:
    """Tables for people to fill in."""

    tables: Tables
    wording: Wording
    left_out: tuple[str, ...]
    """Records that no table can hold as they are written, as ``kind/id``."""
    broken: tuple[str, ...] = ()
    """Records whose files have errors, as ``kind/id``."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that came in."""

    path: Path
    name: str
    """What issues call it."""


@dataclass(frozen=True, slots=True)
class Reception:
    """What came in, and how it is to be read."""

    files: tuple[Incoming, ...]
    kind: str = ""
    """Kind of records that came as files of their own, where it is not plain from their fields."""
    encoding: str = ""
    """Encoding of CSV files and records that are not written in UTF-8."""
    replaces: bool = False
    """Whether records that came as files may take the place of those with the same id."""


def export_records(
    repository: Repository,
    catalogs: Catalogs,
    voice: Voice,
    *,
    kinds: Sequence[Kind],
    language: str,
) -> Exported:
    """Return the tables of the records of some kinds, in a language of the site.

    Raises UsageError for a language that the site does not have.
    """
    known = editions(repository, catalogs, Forge())
    if language not in known:
        raise UsageError(
            f"{language} is not a language of the site",
            mend=f"languages of the site are: {', '.join(known)}",
        )
    written = _written(repository, kinds)
    fitting = {key: data for key, data in written.items() if _fits(key, data)}
    left_out = tuple(f"{kind}/{id_}" for kind, id_ in written if (kind, id_) not in fitting)
    broken = tuple(f"{kind}/{id_}" for kind, id_ in sorted(repository.broken) if kind in kinds)
    wording = wording_of(known[language], voice)
    return Exported(tables_from(fitting, kinds), wording, left_out, broken)


def take_in(
    workspace: Workspace,
    repository: Repository,
    catalogs: Catalogs,
    reception: Reception,
    *,
    known: Sequence[Issue],
    examine: Examine,
) -> Proposal:
    """Return what files would change; ``known`` is what is wrong with the content today."""
    lexicon = _lexicon(repository, catalogs)
    arrivals: list[Arrival] = []
    issues: list[Issue] = []
    for book in _books(reception):
        found = recognise(book, lexicon)
        tables = Tables(found.tables, book.fingerprints)
        called = lexicon.headings(found.language) if found.language else None
        records, wrong = arrivals_from(tables, workspace, repository)
        arrivals += (replace(record, called=called) for record in records)
        if any(issue.severity == "error" for issue in book.issues):
            # The records may stand in what could not be read.
            wrong = tuple(issue for issue in wrong if not is_of_no_record(issue))
        issues += (*found.issues, *wrong, *_nothing_in(book, found))
    for file in reception.files:
        if is_record_file(file.path):
            record, wrong = mailed_record(
                file.path, file.name, kind=reception.kind, encoding=reception.encoding
            )
            arrivals += [record] if record else []
            issues += wrong
    proposal = propose(
        workspace, arrivals, known=known, examine=examine, replaces=reception.replaces
    )
    refused = {issue.place for issue in issues if issue.severity == "error"}
    rest = (issue for issue in proposal.issues if issue.place not in refused)
    return replace(proposal, issues=sorted_issues((*issues, *rest)))


def _written(
    repository: Repository, kinds: Iterable[Kind]
) -> Mapping[tuple[Kind, str], Mapping[str, Data]]:
    """Return what is written in the records of some kinds, moved ones among them."""
    found: dict[tuple[Kind, str], Mapping[str, Data]] = {}
    for kind in KINDS:
        if kind not in kinds:
            continue
        for id_ in sorted([*repository.records(kind), *repository.moved.get(kind, {})]):
            data = repository.places.fragment(kind, id_)
            if isinstance(data, dict):
                found[(kind, id_)] = data
    return found


def _fits(key: tuple[Kind, str], data: Mapping[str, Data]) -> bool:
    """Say whether a record comes back from its tables as it went in."""
    drafts, issues = records_from(tables_from({key: data}))
    kind = key[0]
    return not issues and [canonical(kind, draft.data) for draft in drafts] == [
        canonical(kind, data)
    ]


def _nothing_in(book: RawBook, found: Recognised) -> Iterator[Issue]:
    """Say that a file holds nothing that could be taken in."""
    if not found.issues and not any(table.rows for table in found.tables):
        yield Issue(
            Place(book.file),
            "table-file",
            message("there is no row with a record in this file"),
            message("fill in a row below the headings and the example"),
            "warning",
        )


def _lexicon(repository: Repository, catalogs: Catalogs) -> Lexicon:
    known: Mapping[str, Edition] = editions(repository, catalogs, Forge())
    options = {tag: Options(edition) for tag, edition in known.items()}
    return lexicon_of(known, options, repository, catalogs)


def _books(reception: Reception) -> list[RawBook]:
    """Return the workbooks, and all files of one table each as one more."""
    books: list[RawBook] = []
    tables: list[RawBook] = []
    for file in reception.files:
        if is_record_file(file.path):
            continue
        if file.path.suffix.casefold() in CSV_ENDINGS:
            tables.append(read_book(file.path, file.name, encoding=reception.encoding))
        else:
            books.append(read_book(file.path, file.name))
    if tables:
        books.append(
            RawBook(
                tuple(sheet for table in tables for sheet in table.sheets),
                tuple(issue for table in tables for issue in table.issues),
                file=tables[0].file,
            )
        )
    return books
