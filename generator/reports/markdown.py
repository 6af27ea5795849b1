"""The report as a comment below a pull request: what changes, what it says, what is missing.

Words of contributors are shown and never act: no markup, no address, no mention of a person.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.issues import message, sentence
from generator.reports.surroundings import ALONE, STATES
from generator.reports.text import summary
from generator.reports.visible import visible
from generator.reports.voice import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.issues import Issue, Message
    from generator.reports.surroundings import ChangedRecord, Surroundings
    from generator.reports.voice import Voice

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|~^$=])")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_ACTIVE = re.compile(
    r"@|(?i:www)(?=\.)|(?i:https?|ftp|mailto|xmpp)(?=:)|#(?=\d)|!(?=\d)|(?i:gh)(?=-\d)"
)
_BREAK = "\u2060"
"""WORD JOINER: shows nothing, and keeps code hosts from making links and mentions."""
_FORWARDING = sentence(
    "Links to its page will lead nowhere; where others take its place, keep the file with 'moved'"
)
_MOST_CHARACTERS = 1_500
"""Of a text that is shown; the whole of it is in the changed lines."""
_MOST_ISSUES, _MOST_CHANGES = 100, 50
"""What fits into a comment (GitHub takes 65,536 characters)."""


def markdown_report(
    issues: Sequence[Issue], voice: Voice = ENGLISH, around: Surroundings = ALONE
) -> str:
    """Return the report in GitHub's and GitLab's Markdown."""
    blocks = [f"**{literal(voice.told(summary(issues, voice)))}**"]
    if around.changes is not None:
        blocks += _changes(around.changes, voice)
    if issues:
        blocks += [f"### {_told(voice, message('Problems'))}", _problems(issues, voice, around)]
    left = len(issues) - _MOST_ISSUES
    if left > 0:
        blocks.append(
            literal(voice.told(voice.counted("and {count} more", "and {count} more", left)))
        )
    return "\n\n".join(blocks) + "\n"


def literal(words: object) -> str:
    """Return words so that Markdown shows them as they are, on one line."""
    line = " ".join(visible(" ".join(str(words).split())).split(" "))
    # First what code hosts would turn into links, then HTML, at last the signs of Markdown.
    calm = _ACTIVE.sub(lambda found: found[0] + _BREAK, line)
    return _MARKUP.sub(r"\\\1", calm).translate(_HTML)


def code(words: object) -> str:
    """Return words as code, which Markdown leaves alone."""
    line = " ".join(visible(words).split())
    fence = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    padding = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{padding}{line}{padding}{fence}"


def _changes(changes: Sequence[ChangedRecord], voice: Voice) -> list[str]:
    if not changes:
        return [_told(voice, message("No record changes."))]
    blocks = [f"### {_told(voice, message('What changes'))}"]
    for change in changes[:_MOST_CHANGES]:
        blocks += _change(change, voice)
    blocks += [f"- {code(change.path)}" for change in changes[_MOST_CHANGES:]]
    return blocks


def _change(change: ChangedRecord, voice: Voice) -> list[str]:
    name = f" **{literal(change.name)}**" if change.name else ""
    state = _told(voice, message(STATES[change.state]))
    blocks = [f"#### {state}:{name} {code(change.path)}"]
    quoted = "\n>\n".join(_quoted(field, words) for field, words in change.texts)
    blocks += [quoted] if quoted else []
    lines = []
    if change.fields:
        lines.append(_listed(voice, sentence("What differs: {fields}"), fields=change.fields))
    if change.state == "removed":
        lines.append(f"- {_told(voice, message(_FORWARDING))}")
    if change.empty:
        lines.append(_listed(voice, sentence("Still empty: {fields}"), fields=change.empty))
    if change.reviewers:
        lines.append(
            _listed(voice, sentence("Who should look at it: {people}"), people=change.reviewers)
        )
    return [*blocks, "\n".join(lines)] if lines else blocks


def _quoted(field: str, words: str) -> str:
    """Return the words of a field as a quotation, line by line."""
    short = words if len(words) <= _MOST_CHARACTERS else words[: _MOST_CHARACTERS - 1] + "…"
    lines = [literal(line) for line in short.strip().splitlines()]
    first, *others = lines or [""]
    return "\n".join(
        [f"> {code(field)}: {first}", *(f">{' ' if line else ''}{line}" for line in others)]
    )


def _listed(voice: Voice, template: str, **values: Sequence[str]) -> str:
    """Return a sentence as an item; the words that are put in stand in it as code."""
    kept = {name: ", ".join(map(code, words)) for name, words in values.items()}
    told = voice.told(message(template, **{name: f"\ue000{name}\ue001" for name in kept}))
    shown = literal(told)
    for name, words in kept.items():
        shown = shown.replace(literal(f"\ue000{name}\ue001"), words)
    return f"- {shown}"


def _problems(issues: Sequence[Issue], voice: Voice, around: Surroundings) -> str:
    return "\n".join(_problem(voice.issue(issue), voice, around) for issue in issues[:_MOST_ISSUES])


def _problem(issue: Issue, voice: Voice, around: Surroundings) -> str:
    page = around.page_of(issue.rule)
    rule = f"[{code(issue.rule)}]({page})" if page else code(issue.rule)
    severity = literal(voice.severity(issue.severity))
    return (
        f"- {code(issue.place)} **{severity}**: {literal(issue.message)} ({rule})\n"
        f"  {literal(issue.hint)}"
    )


def _told(voice: Voice, what: Message) -> str:
    return literal(voice.told(what))
