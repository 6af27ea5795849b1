"""Texts say what they are: Markdown that does no harm, wordings with the source that uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.finding import FieldPath, Findings
from generator.issues import Message, message
from generator.markup import Problem, SafeMarkdown
from generator.model.kinds import KINDS
from generator.model.leaves import leaves
from generator.model.tags import is_language
from generator.model.text import Text, Version
from generator.records.characters import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.issues import Issue
    from generator.model.base import Model
    from generator.records.repository import Records

_SHOWN = 60
"""Most characters of a fault that are reported."""


def check_markdown(repository: Records) -> Iterator[Issue]:
    """Markdown holds no raw HTML, no images, no other links and no references to what is hidden."""
    findings = Findings(repository, "markdown-unsafe")
    markdown = SafeMarkdown()
    for record, path, text in texts(repository):
        if text.form != "markdown":
            continue
        for where, version in _versions(text):
            for problem in markdown.problems(version.text):
                words = problem.found[:_SHOWN]
                yield findings.within(record, (*path, *where), words, unsafe(problem))


def check_wordings(repository: Records) -> Iterator[Issue]:
    """A wording called attested names the source that uses it."""
    findings = Findings(repository, "wording-source")
    for record, path, text in texts(repository):
        for where, version in _versions(text):
            if record[0] == "sources":  # a publication attests its own title
                continue
            if version.status == "attested" and version.source is None:
                yield findings.at(
                    record,
                    (*path, *where),
                    message("this wording is called attested, but no source is named"),
                    message(
                        "add source: with the id of the source that uses it, or call it working"
                    ),
                )


def check_languages(repository: Records) -> Iterator[Issue]:
    """Records are written in a language that exists; fallbacks are languages of the site."""
    findings = Findings(repository, "language-unknown")
    if repository.languages is None:
        return
    tags = repository.tags
    known = ", ".join(tags)
    for index, language in enumerate(repository.languages.languages):
        if language.tag in tags[:index]:
            yield findings.at(
                ("languages", "languages"),
                ("languages", index, "tag"),
                message("the language {tag} is listed twice", tag=language.tag),
                message("remove one of the two"),
            )
        for at, tag in enumerate(language.fallback):
            if tag not in tags or tag == language.tag:
                yield findings.at(
                    ("languages", "languages"),
                    ("languages", index, "fallback", at),
                    message("{tag} is not another language of the site", tag=tag),
                    message("languages of the site are: {known}", known=known),
                )
    for key, record in repository.all_readable():
        written = getattr(record, "language", None)
        if key[0] in KINDS and written is not None and not is_language(written):
            yield findings.at(
                key,
                ("language",),
                message("there is no language {tag}", tag=written),
                message(
                    "write the tag of the language you wrote in; languages of the site "
                    "are: {known}",
                    known=known,
                ),
            )


def texts(repository: Records) -> Iterator[tuple[tuple[str, str], FieldPath, Text]]:
    """Yield every text of every record with where it stands."""
    for key, record in repository.all_readable():
        yield from _texts(record, key)


def _texts(
    record: Model, key: tuple[str, str]
) -> Iterator[tuple[tuple[str, str], FieldPath, Text]]:
    for path, value in leaves(record):
        if isinstance(value, Text):
            yield key, path, value


def _versions(text: Text) -> Iterator[tuple[FieldPath, Version]]:
    if text.own is not None:
        yield (), text.own
    for tag, version in text.versions.items():
        yield (tag,), version


def unsafe(problem: Problem) -> tuple[str, Message, Message]:
    """Return rule, sentence and hint; a character is refused as if it were written itself."""
    if problem.reference is not None:
        return refusal(problem.reference.character, problem.reference.reason)
    return ("markdown-unsafe", *_unsafe(problem))


def _unsafe(problem: Problem) -> tuple[Message, Message]:
    found = problem.found[:_SHOWN]
    if problem.kind == "html":
        return (
            message("raw HTML is not allowed here: {found}", found=found),
            message("write Markdown: **bold**, *italic*, lists, [words](https://address)"),
        )
    if problem.kind == "image":
        return (
            message("images are not allowed here: {found}", found=found),
            message("link to the page that shows it: [words](https://address)"),
        )
    if problem.kind == "nesting":
        return (
            message("lists or quotes stand too deep in each other here: {found}", found=found),
            message("remove some of the marks and spaces at the start of the line"),
        )
    return (
        message(
            "this link leads to something else than a web or mail address: {found}", found=found
        ),
        message("write the whole address, starting with https://, http:// or mailto:"),
    )
