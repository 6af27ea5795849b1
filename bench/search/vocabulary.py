"""What generated records are made of: words and sentence patterns of twenty languages, concepts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

import yaml
from babel import Locale

from bench.processes import PROJECT
from generator.search.record import Concept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

LANGUAGES: tuple[str, ...] = (
    *("zh", "en", "fr", "es", "ru", "ar", "pt", "fa", "ur", "he"),
    *("hi", "th", "lo", "km", "my", "ja", "ko", "vi", "sw", "tr"),
)
UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})
"""Languages that put no space between words."""
DIGITS: Mapping[str, str] = {
    "ar": "٠١٢٣٤٥٦٧٨٩",
    "fa": "۰۱۲۳۴۵۶۷۸۹",
    "ur": "۰۱۲۳۴۵۶۷۸۹",
    "hi": "०१२३४५६७८९",
    "th": "๐๑๒๓๔๕๖๗๘๙",
    "lo": "໐໑໒໓໔໕໖໗໘໙",
    "km": "០១២៣៤៥៦៧៨៩",
    "my": "၀၁၂၃၄၅၆၇၈၉",
    "zh": "０１２３４５６７８９",
    "ja": "０１２３４５６７８９",
}
_FOLDER = PROJECT / "bench" / "search"


class Forms(NamedTuple):
    """A phrase in the form of the dictionary and in another one, where the language has one."""

    plain: str
    other: str


class Country(NamedTuple):
    """A country by its ISO 3166-1 code, with the words for being in it."""

    code: str
    within: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; patterns have names in braces to be filled."""

    language: str
    things: tuple[Forms, ...]
    places: tuple[str, ...]
    countries: tuple[Country, ...]
    bodies: tuple[str, ...]
    groups: tuple[str, ...]
    titles: tuple[str, ...]
    summaries: tuple[str, ...]
    about: tuple[str, ...]
    details: tuple[str, ...]
    partners: tuple[str, ...]
    cities: tuple[str, ...]
    currencies: tuple[str, ...]


@cache
def words_of(language: str) -> Words:
    """Read the words of a language; names of cities and currencies are those of CLDR."""
    written = _read(_FOLDER / "words" / f"{language}.yaml")
    lines = {name: tuple(str(text).strip().splitlines()) for name, text in written.items()}
    locale = Locale.parse(language)
    return Words(
        language=language,
        things=tuple(_forms(line) for line in lines["things"]),
        places=lines["places"],
        countries=tuple(Country(*_forms(line)) for line in lines["countries"]),
        bodies=lines["bodies"],
        groups=lines["groups"],
        titles=lines["titles"],
        summaries=lines["summaries"],
        about=lines["about"],
        details=lines["details"],
        partners=lines["partners"],
        cities=tuple(sorted(_cities(locale))),
        currencies=tuple(sorted({name.split(" (")[0] for name in locale.currencies.values()})),
    )


@cache
def concepts() -> tuple[Concept, ...]:
    """Return the concepts of the project's glossary, and countries in all twenty languages."""
    own = cast("Mapping[str, Mapping[str, str]]", _read(_FOLDER / "concepts.yaml"))
    glossary = _read(PROJECT / "content" / "glossary.yaml")
    listed = cast("Iterable[Mapping[str, object]]", glossary["concepts"])
    return (
        *(_concept(each, own.get(str(each["id"]), {})) for each in listed),
        *(_country(code) for code in country_codes()),
    )


@cache
def labels() -> Mapping[str, Mapping[str, str]]:
    """Return the first label in each language of the concepts that generated records speak of."""
    chosen = _read(_FOLDER / "concepts.yaml").keys()
    return {
        each.id: dict(reversed(each.labels))
        for each in concepts()
        if each.id in chosen or each.id in country_codes()
    }


@cache
def country_codes() -> tuple[str, ...]:
    """Return the codes of all countries that a record of any language may name, sorted."""
    return tuple(sorted({each.code for tag in LANGUAGES for each in words_of(tag).countries}))


def _concept(listed: Mapping[str, object], more: Mapping[str, str]) -> Concept:
    written = cast("Mapping[str, Iterable[str]]", listed["labels"])
    known = tuple((tag, str(label)) for tag, found in written.items() for label in found)
    return Concept(str(listed["id"]), (*known, *more.items()))


def _country(code: str) -> Concept:
    """Return a country; what CLDR adds in brackets is a name that nobody types."""
    names = ((tag, Locale.parse(tag).territories[code]) for tag in LANGUAGES)
    return Concept(code, tuple((tag, name.split(" (")[0]) for tag, name in names))


def _cities(locale: Locale) -> set[str]:
    """Return the cities that name the world's time zones, in the language or as they are known."""
    zones = [str(zone) for zone in Locale.parse("ru").time_zones]
    found = (
        locale.time_zones.get(zone, {}).get("city", zone.split("/")[-1].replace("_", " "))
        for zone in zones
        if "/" in zone and not zone.startswith("Etc/")
    )
    return {str(name).split(" (", maxsplit=1)[0] for name in found}


def _forms(line: str) -> Forms:
    plain, _, other = line.partition(" = ")
    return Forms(plain.strip(), other.strip() or plain.strip())


def _read(path: Path) -> Mapping[str, object]:
    return cast("Mapping[str, object]", yaml.safe_load(path.read_text(encoding="utf-8")))
