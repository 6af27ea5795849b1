"""From what people write to ids and codes: names in any language of the site, or codes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from generator.checks.named_parties import plain_name
from generator.exchange.headings import column_words, table_words
from generator.exchange.layout import shapes_of
from generator.exchange.options import COUNTRIES, LANGUAGES, PARTIES, list_of
from generator.languages.borrowed import bare
from generator.languages.party_names import party_names
from generator.model.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.exchange.layout import Column, Shape
    from generator.exchange.options import Options
    from generator.languages.catalogs import Catalogs
    from generator.pages.edition import Edition
    from generator.records.repository import Repository

_SEPARATORS = re.compile(r"[,;،؛，、；|]")
_WITH_CODE = re.compile(r".*[(（]([A-Za-z0-9-]+)[)）]")
_SPACES = re.compile(r"[^\S\n]+")

_Names = Callable[[], Mapping[str, str]]
"""Returns the ids of participants, organizations and countries by plain name."""


class Lexicon:
    """Knows every option and heading in every language of the site."""

    def __init__(
        self, options: Mapping[str, Options], headings: Mapping[str, Headings], names: _Names
    ) -> None:
        self._options = options
        self._headings = headings
        self._names = names
        self._codes: dict[tuple[str, str], Mapping[str, str]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages of the site, in their order."""
        return tuple(self._options)

    def headings(self, language: str) -> Headings:
        """Return what tables and columns are called in a language."""
        return self._headings[language]

    def options(self, language: str) -> Options:
        """Return what people choose from in a language."""
        return self._options[language]

    def words(self, column: Column, written: str, language: str) -> tuple[str, ...]:
        """Return the ids or codes that a cell of several words means; unknown words stay."""
        if is_plain(column):
            return tuple(line.strip() for line in written.split("\n") if line.strip())
        lines = [_tidy(line) for line in written.split("\n")]
        return tuple(
            word for line in lines if line for word in self._in_line(column, line, language)
        )

    def word(self, column: Column, written: str, language: str) -> str:
        """Return the id or code that a cell means; unknown words stay as they are."""
        if is_plain(column):
            return written.strip()
        tidy = _tidy(written)
        found = self._code(list_of(column), tidy, language)
        return tidy if found is None else found

    def _in_line(self, column: Column, line: str, language: str) -> Iterator[str]:
        name = list_of(column)
        whole = self._code(name, line, language)
        if whole is not None:
            yield whole
            return
        parts = [part.strip() for part in _SEPARATORS.split(line)]
        if not name:
            parts = line.replace(",", " ").split() if len(parts) == 1 else parts
        for part in parts:
            if part:
                found = self._code(name, part, language)
                yield part if found is None else found

    def _code(self, name: str, written: str, language: str) -> str | None:
        """Return the code of an option: by itself, by its name, or by the code behind its name."""
        if not name or not written:
            return None
        first = language if language in self._options else next(iter(self._options))
        codes = {option.code for option in self._options[first].of(name)}
        if written in codes:
            return written
        behind = _WITH_CODE.fullmatch(written)
        if behind and (behind[1] in codes or name == LANGUAGES):
            return behind[1]
        plain = plain_name(written)
        tags = (first, *(tag for tag in self._options if tag != first))
        found = next((code for tag in tags if (code := self._known(name, tag).get(plain))), None)
        if found is None and name in {PARTIES, COUNTRIES}:
            party = self._names().get(plain)
            found = party if name == COUNTRIES or party in codes else None
        return found

    def _known(self, name: str, language: str) -> Mapping[str, str]:
        key = (name, language)
        if key not in self._codes:
            self._codes[key] = {
                plain: code
                for label, code in reversed([*self._options[language].names(name)])
                if (plain := plain_name(label))
            }
        return self._codes[key]


class Headings:
    """What tables and columns are called in one language."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition

    def table(self, shape: Shape) -> str:
        """Return what a table is called."""
        return bare(self._edition.words(table_words(shape)))

    def column(self, shape: Shape, column: Column) -> str:
        """Return what a column is called; no two of a table are called the same."""
        own = self._column(column)
        alike = [each for each in shape.columns if self._column(each) == own]
        return own if len(alike) == 1 or alike[0] is column else f"{own} ({column.key})"

    def _column(self, column: Column) -> str:
        return bare(self._edition.words(column_words(column)))


def lexicon_of(
    editions: Mapping[str, Edition], options: Mapping[str, Options],
    repository: Repository, catalogs: Catalogs,
) -> Lexicon:  # fmt: skip
    """Return the lexicon of a site."""
    known: list[Mapping[str, str]] = []

    def names() -> Mapping[str, str]:
        if not known:
            known.append(party_names(repository, catalogs))
        return known[0]

    return Lexicon(options, {tag: Headings(edition) for tag, edition in editions.items()}, names)


def is_plain(column: Column) -> bool:
    """Say whether the words of a column are kept as they are written, such as those of a quote."""
    return column.form in {"text", "lines"} or column.takes.words == "a word or short text"


def plain_heading(words: str) -> str:
    """Return a heading so that spellings can be compared."""
    return plain_name(words.rstrip(" *"))


def shapes() -> Iterator[Shape]:
    """Yield the tables of all kinds."""
    for kind in KINDS:
        yield from shapes_of(kind)


def _tidy(written: str) -> str:
    """Return words without odd spaces: full-width and no-break ones, and marks nobody sees."""
    normal = "".join(" " if letter.isspace() and letter != "\n" else letter for letter in written)
    seen = "".join(letter for letter in normal if unicodedata.category(letter) != "Cf")
    return _SPACES.sub(" ", seen).strip()
