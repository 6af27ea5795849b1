"""Queries made by rule from records: something the record says, typed as readers type it."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from bench.search import distort
from bench.search.chance import Chance
from bench.search.judging import Query
from bench.search.vocabulary import LANGUAGES, UNSPACED, labels, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bench.search.corpus import Entry
    from bench.search.judging import Kind

_Found: TypeAlias = "tuple[str, tuple[tuple[str, ...], ...]] | None"
"""What is typed, and what an answer has; nothing where the record does not lend itself to it."""
_TRIES = 60
_SYLLABLES = 3
"""Vietnamese puts spaces between syllables, and one alone says little."""
_LONG = 6
"""Letters of a word that a slip does not make unreadable."""


def derived_queries(
    entries: Sequence[Entry], seed: str, *, tuned: bool, each: int = 2
) -> tuple[Query, ...]:
    """Make queries of every kind for every language, from records about one half of all things."""
    queries: list[Query] = []
    for language in LANGUAGES:
        pool = [
            entry
            for entry in entries
            if entry.language == language and (entry.thing % 2 == 0) == tuned
        ]
        chance = Chance(seed, "derived", language)
        common = _common([entry for entry in entries if entry.language == language])
        for kind, rule in _RULES.items():
            queries += _made(_Maker(pool, common, chance), kind, rule, each)
        queries += _across(language, entries, chance, tuned=tuned)
    return tuple(dict.fromkeys(queries))


class _Maker:
    """A language's records, its common words and a chance to choose among them."""

    def __init__(self, pool: Sequence[Entry], common: frozenset[str], chance: Chance) -> None:
        self.pool = pool
        self.common = common
        self.chance = chance

    def telling(self, entry: Entry, least: int) -> list[str]:
        """Return the words of a record, at least so long, that few others have."""
        text = " ".join(entry.phrases)
        found = [word for word in distort.words_in(text) if word not in self.common]
        return [
            word
            for word in dict.fromkeys(found)
            if len(distort.clusters(word)) >= least and not set(word) & set("’'\u200c־-")
        ]

    def target(self, entry: Entry, least: int) -> str:
        """Return a word, or a phrase where words are not apart, that few other records have."""
        if entry.language in UNSPACED:
            long = [each for each in entry.phrases if len(distort.clusters(each)) >= least]
            return max(self.chance.pick(long).split(), key=len) if long else ""
        if entry.language == "vi":
            return " ".join(self.chance.pick(entry.phrases).split()[:_SYLLABLES])
        found = self.telling(entry, least)
        return self.chance.pick(found) if found else ""


_Rule: TypeAlias = "Callable[[_Maker, Entry], _Found]"


def _made(maker: _Maker, kind: Kind, rule: _Rule, count: int) -> Iterator[Query]:
    """Yield queries of a kind, fewer where the language has nothing of the sort."""
    made = 0
    for _ in range(_TRIES):
        found = rule(maker, maker.chance.pick(maker.pool))
        if found and made < count:
            made += 1
            yield Query(maker.pool[0].language, kind, found[0], found[1])


def _exact(maker: _Maker, entry: Entry) -> _Found:
    return _with_another(maker, entry, maker.target(entry, 3), lambda word: word)


def _inflected(_: _Maker, entry: Entry) -> _Found:
    """The other form of the thing; which form the record has does not matter to the answer."""
    forms = words_of(entry.language).things[entry.thing]
    if forms.plain == forms.other:
        return None
    typed = forms.plain if forms.other in entry.phrases else forms.other
    return typed, ((forms.plain, forms.other),)


def _part(maker: _Maker, entry: Entry) -> _Found:
    if entry.language in UNSPACED:
        part = distort.inside(maker.target(entry, 4), maker.chance)
        return (part, ((part,),)) if len(distort.clusters(part)) > 1 else None
    word = maker.target(entry, _LONG)
    return (distort.beginning(word, maker.chance), ((word,),)) if word else None


def _typo(maker: _Maker, entry: Entry) -> _Found:
    word = maker.target(entry, _least(entry.language))
    return _with_another(maker, entry, word, lambda each: distort.slip(each, maker.chance))


def _typo_first(maker: _Maker, entry: Entry) -> _Found:
    if entry.language in UNSPACED:
        return None
    word = maker.target(entry, _least(entry.language))
    return (distort.slip(word, maker.chance, first=True), ((word,),)) if word else None


def _marks(maker: _Maker, entry: Entry) -> _Found:
    phrase = maker.chance.pick(entry.phrases)
    typed = distort.respelled(phrase, entry.language, maker.chance)
    return (typed, ((phrase,),)) if typed != phrase else None


def _digits(maker: _Maker, entry: Entry) -> _Found:
    if str(entry.number) not in distort.folded(entry.text):
        return None
    typed = distort.other_digits(entry.number, entry.text, entry.language)
    word = maker.target(entry, 3)
    return (f"{typed} {word}", ((str(entry.number),), (word,))) if word else None


def _several(maker: _Maker, entry: Entry) -> _Found:
    """Three words from different places of the record, in any order."""
    phrases = maker.chance.some(_apart(entry), 3)
    if entry.language in UNSPACED:
        found = [max(each.split(), key=len) for each in phrases]
    else:
        found = [max(distort.words_in(each), key=len) for each in phrases]
    return " ".join(found), tuple((word,) for word in found)


def _phrase(maker: _Maker, entry: Entry) -> _Found:
    """Two or three words that stand side by side, in quotation marks."""
    if entry.language in UNSPACED:
        said = max(maker.chance.pick(entry.phrases).split(), key=len)
        return f'"{said}"', ((said,),)
    body = distort.folded(entry.text)
    details = words_of(entry.language).details
    words = maker.chance.pick([each for each in details if distort.folded(each) in body]).split()
    start = maker.chance.below(max(1, len(words) - 3))
    said = " ".join(words[start : start + 3]).strip(" .,،۔।")
    return f'"{said}"', ((said,),)


def _mixed(maker: _Maker, entry: Entry) -> _Found:
    """Two words from different places, each typed badly in its own way."""
    least = _least(entry.language)
    first, second = maker.target(entry, least), maker.target(entry, least)
    if not first or not second or first in second or second in first:
        return None
    chance = maker.chance
    one = distort.slip(first, chance, first=entry.language not in UNSPACED and not chance.below(3))
    other = distort.respelled(second, entry.language, chance)
    if other == second or chance.below(2):
        is_unspaced = entry.language in UNSPACED
        other = distort.inside(second, chance) if is_unspaced else distort.beginning(second, chance)
    typed = [one, other] if chance.below(2) else [other, one]
    return " ".join(typed), ((first,), (second,))


def _apart(entry: Entry) -> list[str]:
    """Return the phrases of a record that do not hold each other."""
    return [
        each
        for each in entry.phrases
        if not any(each != other and each in other for other in entry.phrases)
    ]


def _with_another(maker: _Maker, entry: Entry, word: str, change: Callable[[str], str]) -> _Found:
    """Return the changed word, half of the time with a second one that is right."""
    if not word:
        return None
    second = maker.target(entry, 3)
    if maker.chance.below(2) or not second or second == word:
        return change(word), ((word,),)
    return f"{change(word)} {second}", ((word,), (second,))


def _across(
    language: str, entries: Sequence[Entry], chance: Chance, *, tuned: bool
) -> Iterator[Query]:
    """Yield names of concepts and countries in a language none of whose records have them."""
    named = frozenset().union(*(each.concepts for each in entries if each.language == language))
    text = "\n".join(distort.folded(each.text) for each in entries if each.language == language)
    half = [name for name in sorted(labels()) if Chance("half", name).below(2) == tuned]
    free = [
        name
        for name in half
        if name not in named and distort.folded(labels()[name][language]) not in text
    ]
    for name in chance.some([each for each in free if not each.isupper()], 3):
        yield Query(language, "cross", labels()[name][language], ((f"@{name}",),))
    for code in chance.some([each for each in free if each.isupper()], 2):
        yield Query(language, "cross", labels()[code][language], ((f"@{code}",),))
    pairs = _pairs(entries, frozenset(free))
    for name, code in chance.some(pairs, 2):
        both = f"{labels()[name][language]} {labels()[code][language]}"
        yield Query(language, "cross", both, ((f"@{name}",), (f"@{code}",)))


def _pairs(entries: Sequence[Entry], free: frozenset[str]) -> list[tuple[str, str]]:
    """Return concepts and countries that some record names together."""
    found = {
        (name, code)
        for entry in entries
        for name in entry.concepts & free
        for code in entry.concepts & free
        if code.isupper() and not name.isupper()
    }
    return sorted(found)


def _common(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the words that more than one record in ten has."""
    texts = [frozenset(distort.words_in(" ".join(entry.phrases))) for entry in entries]
    counts = Counter(word for words in texts for word in words)
    return frozenset(word for word, count in counts.items() if count * 10 > len(texts))


def _least(language: str) -> int:
    return {"ko": 3, "vi": 5, "zh": 4, "ja": 5}.get(language, _LONG)


_RULES: Mapping[Kind, _Rule] = MappingProxyType(
    {
        "exact": _exact,
        "inflected": _inflected,
        "part": _part,
        "typo": _typo,
        "typo-first": _typo_first,
        "marks": _marks,
        "digits": _digits,
        "several": _several,
        "phrase": _phrase,
        "mixed": _mixed,
    }
)
