"""A country or organization written by its name: say which id was meant."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.checks.references import PARTY_FIELDS
from generator.issues import Issue, Message, Place, message
from generator.model.kinds import KINDS
from generator.model.leaves import field_name, leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.checks.finding import FieldPath
    from generator.records.repository import Records

_RULES = frozenset({"reference-unknown", "value-format", "value-type"})
_COUNTRY = "country"
_SEPARATORS = re.compile(r"[,;،؛，、；]")
_AROUND = " []()［］【】（）'\""
_CLOSE = 0.8
"""How like a known name a word must be to be taken for it, from 0 to 1."""


def plain_name(name: str) -> str:
    """Return a name without accents, case, spaces and signs, so that spellings can be compared."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if letter.isalnum())


def with_names(
    repository: Records, issues: Iterable[Issue], names_of: Callable[[], Mapping[str, str]]
) -> tuple[Issue, ...]:
    """Return the issues; where a name stands for an id, the hint says the id.

    ``names_of`` gives ids by ``plain_name``, of participants, organizations and all countries. It
    is asked only where a hint needs it.
    """
    found = tuple(issues)
    files = {issue.place.file for issue in found if issue.rule in _RULES}
    written = {mention.place: mention for mention in _mentions(repository, files)}
    if not any(issue.place in written for issue in found):
        return found
    names = names_of()
    parties = {*repository.participants, *repository.organizations}
    return tuple(_mended(issue, written.get(issue.place), names, parties) for issue in found)


@dataclass(frozen=True, slots=True)
class _Mention:
    """Words that stand where an id is expected."""

    place: Place
    path: FieldPath
    words: str


def _mentions(repository: Records, files: set[str]) -> Iterator[_Mention]:
    keys = [("framework", "framework"), *sorted(repository.broken)]
    keys += [(kind, id_) for kind in KINDS for id_ in repository.records(kind)]
    for key in keys:
        if repository.places.file(*key) not in files:
            continue
        for path, value in leaves(repository.places.fragment(*key)):
            if isinstance(value, str) and field_name(path) in {*PARTY_FIELDS, _COUNTRY}:
                yield _Mention(repository.places.value(*key, *path), path, value)


def _mended(
    issue: Issue, mention: _Mention | None, names: Mapping[str, str], parties: set[str]
) -> Issue:
    if mention is None or issue.rule not in _RULES:
        return issue
    if field_name(mention.path) != _COUNTRY:
        names = {name: id_ for name, id_ in names.items() if id_ in parties}
    if issue.rule == "value-type":
        hint = _as_list(mention.words, names)
    else:
        hint = _as_id(mention.words, names, is_guess=not issue.hint.template.startswith("did you"))
    return replace(issue, hint=hint) if hint else issue


def _as_list(words: str, names: Mapping[str, str]) -> Message | None:
    ids = [_id_of(word.strip(_AROUND), names) for word in _SEPARATORS.split(words)]
    known = [id_ for id_ in ids if id_ is not None]
    if len(known) < len(ids):
        return None
    return message("write it as a list: [{items}]", items=", ".join(known))


def _as_id(words: str, names: Mapping[str, str], *, is_guess: bool) -> Message | None:
    meant = _id_of(words, names)
    if meant is None and is_guess:
        close = get_close_matches(plain_name(words), sorted(names), n=1, cutoff=_CLOSE)
        meant = names[close[0]] if close else None
    return message("did you mean {meant!r}?", meant=meant) if meant else None


def _id_of(words: str, names: Mapping[str, str]) -> str | None:
    return words if words in names.values() else names.get(plain_name(words))
