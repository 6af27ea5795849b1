"""What people choose from: names of records and words for codes, in one language."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.checks.named_parties import plain_name
from generator.exchange.layout import FIELD, ID
from generator.languages.borrowed import bare
from generator.languages.interface import noted
from generator.model.kinds import MODELS
from generator.model.parts import ALL
from generator.pages import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.exchange.layout import Column
    from generator.pages.edition import Edition

FLAG, LANGUAGES, COUNTRIES, PARTIES, PARTS = "flag", "languages", "countries", "parties", "parts"
_PILLARS, _SOURCES, _TRACKS, _INSTRUMENTS = "pillars", "sources", "tracks", "instruments"
_PILLARS_OR_ALL = "pillars-or-all"
_MEMBERS = "participants"

_BY_FIELD: Mapping[str, str] = MappingProxyType(
    {
        "by": PARTIES,
        "instrument": _INSTRUMENTS,
        "lead": PARTIES,
        "organizers": PARTIES,
        "part": PARTS,
        "partners": PARTIES,
        "parts": PARTS,
        "pillars": _PILLARS,
        "source": _SOURCES,
        "track": _TRACKS,
        "tracks": _TRACKS,
    }
)
_BY_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "a country code": COUNTRIES,
        "a language tag": LANGUAGES,
        "the id of a pillar": _PILLARS_OR_ALL,
        "true or false": FLAG,
    }
)
_CODES: tuple[Mapping[str, str], ...] = (
    vocabulary.PROJECT_KINDS,
    vocabulary.PROJECT_STATUS,
    vocabulary.MODALITY,
    vocabulary.PARTICIPANT_STATUS,
    vocabulary.PARTICIPANT_KINDS,
    vocabulary.ORGANIZATION_KINDS,
    vocabulary.ORGANIZATION_ROLES,
    vocabulary.EVENT_KINDS,
    vocabulary.INSTRUMENT_KINDS,
    vocabulary.ACCESS,
    vocabulary.CERTAINTY,
    vocabulary.GRADES,
    vocabulary.MAPPINGS,
    {status: vocabulary.TEXT_STATES[status] for status in ("official", "attested", "working")},
)
_FLAGS = MappingProxyType({"true": noted("Yes"), "false": noted("No")})
_ALL_PILLARS = noted("All pillars")
_LONGEST = 60
"""Characters of a word for a code; a whole sentence is no word to choose."""


def list_of(column: Column) -> str:
    """Return the name of the list that a column chooses from, or nothing."""
    if column.takes.choices:
        return "|".join(column.takes.choices)
    if column.key in {ID, FIELD} or column.takes.form != "word":
        return ""
    return _BY_WORDS.get(column.takes.words) or _BY_FIELD.get(column.field, "")


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: its code in records, and what people read."""

    code: str
    label: str


class Options:
    """All lists in one language."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self.language = edition.language.tag
        self._lists: dict[str, tuple[Option, ...]] = {}
        self._labels: dict[str, Mapping[str, str]] = {}

    def of(self, name: str) -> tuple[Option, ...]:
        """Return the options of a list, in the order in which people look for them."""
        if name not in self._lists:
            self._lists[name] = _distinct(self._options(name))
        return self._lists[name]

    def names(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield what people may write for the options of a list, with the codes."""
        yield from ((option.label, option.code) for option in self.of(name))
        if name == LANGUAGES:
            for language in self._edition.languages.languages:
                yield language.name, language.tag
                yield self._edition.formats.language_name(language.tag), language.tag

    def label(self, name: str, code: str) -> str:
        """Return what people read for a code; the code itself where it has no name."""
        if name not in self._labels:
            self._labels[name] = {option.code: option.label for option in self.of(name)}
        found = self._labels[name].get(code)
        if found is None and name == LANGUAGES and code:
            return self._language(code)
        return code if found is None else found

    def _options(self, name: str) -> Iterable[Option]:
        if "|" in name:
            return self._codes(name.split("|"))
        makers: Mapping[str, Callable[[], Iterable[Option]]] = {
            FLAG: lambda: self._words_for(_FLAGS),
            LANGUAGES: self._languages,
            COUNTRIES: self._countries,
            PARTIES: lambda: [*self._named(_MEMBERS), *self._named("organizations")],
            PARTS: self._parts,
            _PILLARS_OR_ALL: lambda: [
                *self._words_for({ALL: _ALL_PILLARS}),
                *self._named(_PILLARS),
            ],
            _PILLARS: lambda: self._named(_PILLARS),
            _TRACKS: lambda: self._named(_TRACKS),
            # Titles of publications are long and alike; their ids are short and say more.
            _SOURCES: lambda: [Option(id_, id_) for id_ in self._edition.repository.sources],
            _INSTRUMENTS: lambda: [
                Option(id_, id_) for id_ in self._edition.repository.instruments
            ],
        }
        return makers[name]() if name in makers else ()

    def _words_for(self, words: Mapping[str, str]) -> list[Option]:
        return [Option(code, self._words(english)) for code, english in words.items()]

    def _languages(self) -> list[Option]:
        tags = [language.tag for language in self._edition.languages.languages]
        return [Option(tag, self._language(tag)) for tag in tags]

    def _codes(self, codes: list[str]) -> Iterator[Option]:
        words = next((known for known in _CODES if known.keys() == set(codes)), {})
        for code in codes:
            label = self._words(words[code]) if code in words else code
            yield Option(code, label if len(label) <= _LONGEST else code)

    def _named(self, kind: str) -> list[Option]:
        known = next(each for each in MODELS if each == kind)
        records = self._edition.repository.records(known)
        return [
            Option(record.id, name.text) for record, name in self._edition.named(known, records)
        ]

    def _countries(self) -> list[Option]:
        members = self._edition.repository.participants
        return [
            option for option in self._named(_MEMBERS) if members[option.code].kind == "country"
        ]

    def _parts(self) -> list[Option]:
        framework = self._edition.repository.framework
        return [
            Option(
                part.id,
                self._edition.text(
                    "framework", framework, part.title, "parts", index, "title"
                ).text,
            )
            for index, part in enumerate(framework.parts)
        ]

    def _language(self, tag: str) -> str:
        return f"{self._edition.formats.language_name(tag)} ({tag})"

    def _words(self, english: str) -> str:
        return bare(self._edition.words(english))


def _distinct(options: Iterable[Option]) -> tuple[Option, ...]:
    """Add the code to labels that could be taken for something else."""
    found = [Option(option.code, " ".join(option.label.split())) for option in options]
    counts = Counter(plain_name(option.label) for option in found)
    counts.update({plain_name(option.code) for option in found})
    return tuple(
        option
        if counts[plain_name(option.label)] == 1 + _is_own_code(option)
        else Option(option.code, f"{option.label} ({option.code})")
        for option in found
    )


def _is_own_code(option: Option) -> bool:
    return plain_name(option.label) == plain_name(option.code)
