"""Hints at two projects that look like one, in whatever languages they are written."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from generator.checks.finding import Findings
from generator.checks.named_parties import plain_name
from generator.issues import Message, both, message

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from generator.issues import Issue
    from generator.model.library import Project
    from generator.model.text import Text
    from generator.records.repository import Records

    ConceptsOf = Callable[[str, str], Iterable[str]]

_LARGEST_BLOCK = 40
"""Projects that share a trait; what more of them share tells nobody apart."""
_ALIKE = 0.75
"""Share of concepts that two projects must have in common to be about the same."""
_FEWEST_CONCEPTS = 3


@dataclass(frozen=True, slots=True)
class _Traits:
    """What can be compared of a project without knowing its language."""

    project: Project
    parties: frozenset[str]
    days: frozenset[str]
    """Exact days of its history and its period."""
    amount: tuple[str, str] | None
    titles: frozenset[str]


def check_duplicates(repository: Records, concepts_of: ConceptsOf) -> Iterator[Issue]:
    """Two records do not describe the same project.

    ``concepts_of`` gives the ids of the glossary concepts that a text of a language speaks of.
    """
    findings = Findings(repository, "project-twice")
    traits = [_traits(project) for project in repository.projects.values()]
    # Most projects are in no pair, so concepts are looked up when they are asked for.
    concepts = cache(lambda project_id: _concepts(repository.projects[project_id], concepts_of))
    twins: dict[tuple[str, str], tuple[list[str], Message]] = {}
    for first, second in _candidates(traits):
        shared = _shared(first, second, concepts)
        if shared is not None:
            others, _ = twins.setdefault((second.project.id, str(shared)), ([], shared))
            others.append(repository.places.file("projects", first.project.id))
    for (project_id, _), (others, shared) in twins.items():
        yield findings.at(
            ("projects", project_id),
            (),
            _alike(sorted(others), shared),
            message(
                "keep one record with the words of both, or make clear in the titles how they "
                "differ"
            ),
            severity="warning",
        )


def _alike(others: list[str], shared: Message) -> Message:
    """Say which records may describe the same project, and why."""
    if len(others) == 1:
        return message(
            "this may be the project that {other} describes: {shared}",
            other=others[0],
            shared=shared,
        )
    return message(
        "this may be the project that {others} describe: {shared}",
        others=", ".join(others),
        shared=shared,
    )


def _traits(project: Project) -> _Traits:
    period = project.period
    dates = [step.on for step in project.history]
    dates += [day for day in (period.start, period.end) if day] if period else []
    return _Traits(
        project,
        frozenset((*project.lead, *project.partners)),
        frozenset(str(day) for day in dates if day.earliest == day.latest),
        (project.funding.amount, project.funding.currency) if project.funding else None,
        frozenset(plain_name(words) for words, _ in _versions(project.title, project.language)),
    )


def _concepts(project: Project, concepts_of: ConceptsOf) -> frozenset[str]:
    return frozenset(
        concept
        for text in (project.title, project.summary)
        for words, tag in _versions(text, project.language)
        for concept in concepts_of(words, tag)
    )


def _versions(text: Text, language: str) -> Iterator[tuple[str, str]]:
    """Yield what its author wrote, with the language of each."""
    if text.own is not None:
        yield text.own.text, language
    for tag, version in text.versions.items():
        yield version.text, tag


def _candidates(traits: list[_Traits]) -> Iterator[tuple[_Traits, _Traits]]:
    """Yield pairs that share something rare, each once; all pairs would be far too many."""
    blocks: dict[Hashable, list[_Traits]] = defaultdict(list)
    for item in traits:
        for title in item.titles:
            blocks["title", title].append(item)
        if item.amount:
            blocks["amount", item.amount].append(item)
        for day in item.days:
            blocks["day", day, item.parties].append(item)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for pair in combinations(block[:_LARGEST_BLOCK], 2):
            key = (pair[0].project.id, pair[1].project.id)
            if key not in seen:
                seen.add(key)
                yield pair


def _shared(
    first: _Traits, second: _Traits, concepts: Callable[[str], frozenset[str]]
) -> Message | None:
    """Return what two projects have in common, or None where it is too little."""
    if not first.parties & second.parties:
        return None
    amount = message("the same amount") if first.amount and first.amount == second.amount else None
    if first.titles & second.titles:
        return both(message("the same title"), amount) if amount else message("the same title")
    if first.parties != second.parties or not (first.days & second.days or amount):
        return None
    mine, theirs = concepts(first.project.id), concepts(second.project.id)
    common = mine & theirs
    if len(common) < max(_FEWEST_CONCEPTS, _ALIKE * len(mine | theirs)):
        return None
    about = message("the same parties, and both about {concepts}", concepts=_list(common))
    return both(about, amount or message("the same dates"))


def _list(concepts: Iterable[str]) -> str:
    return ", ".join(sorted(concepts))
