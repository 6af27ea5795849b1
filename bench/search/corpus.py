"""Generated project records in twenty languages, each in one, and what each of them says."""

from __future__ import annotations

from dataclasses import dataclass

from bench.search.chance import Chance
from bench.search.vocabulary import DIGITS, LANGUAGES, Words, labels, words_of
from generator.search.record import SearchRecord, SearchText

_PILLARS = ("digital-trade", "trade-facilitation", "consumer-trust", "green-energy", "green-goods")
_TRACKS = ("business", "institutions", "local", "project-library")
_STATUSES = ("announced", "open", "active", "completed")
_PHRASES = ("thing", "of", "in", "where", "body", "for", "city", "city2")
_LEAST, _MOST = 11, 9_900
"""Numbers that sentences mention."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with the facts it was made from."""

    record: SearchRecord
    language: str
    thing: int
    """Which of the language's things it is about."""
    concepts: frozenset[str]
    """Concepts and country codes that its text names, in whatever form."""
    number: int
    """The number that its text mentions."""
    phrases: tuple[str, ...]
    """The phrases that fill its patterns, those that made it into the text."""

    @property
    def text(self) -> str:
        """Everything it says, field after field."""
        said = self.record.texts[0]
        return f"{said.title}\n{said.summary}\n{said.body}"


@dataclass(frozen=True, slots=True)
class _Facts:
    """What was drawn for one record."""

    thing: int
    concept: str
    """Empty where the record names none."""
    countries: tuple[str, ...]
    number: int


def entries(count: int, seed: str) -> tuple[Entry, ...]:
    """Return records, the same number in each language; the same seed gives the same records.

    A larger corpus begins in each language with the records of a smaller one.
    """
    each = count // len(LANGUAGES)
    return tuple(
        _entry(words_of(language), number, seed) for number in range(each) for language in LANGUAGES
    )


def speaks_of(concept: str, language: str) -> bool:
    """Tell whether records in a language may name a concept: about a third of the languages do."""
    return Chance("speaks", concept, language).below(3) == 0


def _entry(words: Words, number: int, seed: str) -> Entry:
    chance = Chance(seed, words.language, number)
    drawn, fill = _draw(words, chance)
    title = _capital(chance.pick(words.titles).format_map(fill), words.language)
    sentences = [chance.pick(words.summaries).format_map(fill)]
    if drawn.concept:
        sentences.append(chance.pick(words.about).format_map(fill))
    details = chance.some(words.details, 1 + chance.below(3))
    body = [*details, *(each.format_map(fill) for each in words.partners)]
    gap = "" if words.language in {"zh", "ja"} else " "
    text = SearchText(
        words.language,
        title,
        gap.join(_capital(each, words.language) for each in sentences),
        gap.join(_capital(each, words.language) for each in body),
    )
    record_id = f"{words.language}-{number:05}"
    record = SearchRecord(record_id, "projects", f"projects/{record_id}", (text,), _facets(chance))
    return Entry(
        record,
        words.language,
        drawn.thing,
        _named(drawn, record),
        drawn.number,
        tuple(fill[name] for name in _PHRASES if fill[name].casefold() in _folded(text)),
    )


def _draw(words: Words, chance: Chance) -> tuple[_Facts, dict[str, str]]:
    """Draw the facts of a record and the words that fill its patterns."""
    thing = chance.below(len(words.things))
    country, other = chance.some(words.countries, 2)
    place = chance.pick(words.places)
    within, where = chance.pick(((place, country.within), (country.within, place)))
    if chance.below(4) == 0:
        within, where = country.within, other.within
    names = [name for name in _concept_names() if speaks_of(name, words.language)]
    concept = chance.pick(names) if chance.below(3) else ""
    number = _LEAST + chance.below(_MOST)
    city, city2 = chance.some(words.cities, 2)
    fill = {
        "thing": words.things[thing].plain,
        "of": words.things[thing].other,
        "in": within,
        "where": where,
        "body": chance.pick(words.bodies),
        "for": chance.pick(words.groups),
        "n": _digits(number, words.language, chance),
        "concept": labels()[concept][words.language] if concept else "",
        "city": city,
        "city2": city2,
        "money": chance.pick(words.currencies),
    }
    countries = tuple(each.code for each in (country, other) if each.within in {within, where})
    return _Facts(thing, concept, countries, number), fill


def _named(drawn: _Facts, record: SearchRecord) -> frozenset[str]:
    """Return the concepts that the finished text names; no pattern uses everything drawn."""
    said = record.texts[0]
    text = f"{said.title} {said.summary} {said.body}"
    within = {each.code: each.within for each in words_of(said.language).countries}
    named = {code for code in drawn.countries if within[code] in text}
    return frozenset(named | ({drawn.concept} if drawn.concept else set()))


def _concept_names() -> tuple[str, ...]:
    return tuple(name for name in labels() if not name.isupper())


def _digits(number: int, language: str, chance: Chance) -> str:
    """Write a number; half of them in the language's own digits where it has some."""
    own = DIGITS.get(language, "")
    if not own or chance.below(2):
        return str(number)
    return "".join(own[int(digit)] for digit in str(number))


def _facets(chance: Chance) -> tuple[tuple[str, str], ...]:
    pillars = sorted(chance.some(_PILLARS, 1 + chance.below(2)))
    return (
        *(("pillar", pillar) for pillar in pillars),
        ("track", chance.pick(_TRACKS)),
        ("status", chance.pick(_STATUSES)),
        ("open", chance.pick(("yes", "no"))),
    )


def _folded(text: SearchText) -> str:
    return f"{text.title} {text.summary} {text.body}".casefold()


def _capital(text: str, language: str) -> str:
    """Begin a sentence with a capital where the script has one; Turkish keeps its dot."""
    first = "İ" if language == "tr" and text[:1] == "i" else text[:1].upper()
    return first + text[1:]
