"""The catalogue of rules: a page for each, so that a message can lead to its explanation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.languages.interface import SOURCE_LANGUAGE
from generator.pages.components import Link
from generator.pages.page import Page, relative_url
from generator.pages.records import description
from generator.rules import explanation, rule_codes

if TYPE_CHECKING:
    from generator.languages.resolve import ResolvedText
    from generator.pages.edition import Edition
    from generator.rules import Example, Explanation

FOLDER = "rules"


@dataclass(frozen=True, slots=True)
class RuleBody:
    """What the page of a rule shows."""

    code: str
    why: tuple[ResolvedText, ...]
    """Paragraphs, in Markdown."""
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]
    language: str
    """Language of the examples."""
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in the list of all."""

    link: Link
    sentence: ResolvedText


@dataclass(frozen=True, slots=True)
class RulesBody:
    """The list of all rules."""

    lines: tuple[RuleLine, ...]
    contribute: Link


def rule_path(code: str) -> str:
    """Return the path of the page of a rule, below a language."""
    return f"{FOLDER}/{code}"


def rule_pages(edition: Edition) -> tuple[Page, ...]:
    """Build the list of rules and the page of each."""
    rules = tuple(explanation(code) for code in rule_codes())
    told = tuple(edition.voice.explanation(rule) for rule in rules)
    sentences = {
        rule.code: _text(edition, said.sentence, rule.sentence)
        for rule, said in zip(rules, told, strict=True)
    }
    return (
        _listing(edition, sentences),
        *(_page(edition, rule, said, sentences) for rule, said in zip(rules, told, strict=True)),
    )


def _listing(edition: Edition, sentences: dict[str, ResolvedText]) -> Page:
    path, words = f"{FOLDER}/index", edition.words
    lede = words("What every record is held to before it is published, rule by rule.")
    return Page(
        path=path,
        kind="docs",
        template="rules",
        language=edition.language.tag,
        direction=edition.language.direction,
        title=words("Rules for records"),
        description=description(lede),
        lede=edition.as_written(lede, edition.language.tag),
        body=RulesBody(
            tuple(
                RuleLine(Link(code, relative_url(path, rule_path(code))), sentence)
                for code, sentence in sentences.items()
            ),
            Link(words("How to contribute"), relative_url(path, "docs/contribute")),
        ),
        crumbs=(Link(words("Home"), relative_url(path, "index")),),
        translations=tuple(edition.resolvers),
    )


def _page(
    edition: Edition, rule: Explanation, said: Explanation, sentences: dict[str, ResolvedText]
) -> Page:
    path, codes = rule_path(rule.code), list(sentences)
    place = codes.index(rule.code)
    paragraphs = zip(said.why.split("\n\n"), rule.why.split("\n\n"), strict=True)
    around = [
        Link(code, relative_url(path, rule_path(code))) if code else None
        for code in (
            codes[place - 1] if place else "",
            codes[place + 1] if place + 1 < len(codes) else "",
        )
    ]
    return Page(
        path=path,
        kind="docs",
        template="rule",
        language=edition.language.tag,
        direction=edition.language.direction,
        title=sentences[rule.code],
        description=description(said.why.partition("\n\n")[0]),
        body=RuleBody(
            code=rule.code,
            why=tuple(_text(edition, told, english) for told, english in paragraphs),
            wrong=rule.wrong,
            right=rule.right,
            language=SOURCE_LANGUAGE,
            previous=around[0],
            next=around[1],
        ),
        crumbs=(
            Link(edition.words("Home"), relative_url(path, "index")),
            Link(edition.words("Rules for records"), relative_url(path, f"{FOLDER}/index")),
        ),
        translations=tuple(edition.resolvers),
    )


def _text(edition: Edition, told: str, english: str) -> ResolvedText:
    """Return words of a voice; those that it has no translation for are English, and say so."""
    return edition.as_written(told, SOURCE_LANGUAGE if told == english else edition.language.tag)
