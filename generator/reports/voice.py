"""The language in which findings and rules are told; what it has no words for is told in English.

Template, rule code and place of an issue stay what they are: only words for people change.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.issues import Message, message, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.issues import Issue, Severity
    from generator.rules import Explanation

_SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {"error": sentence("error"), "warning": sentence("warning")}
)


def _english_form(count: int) -> int:
    return int(count != 1)


@dataclass(frozen=True, slots=True)
class Voice:
    """Words for findings and rules in one language; without any it speaks English."""

    sentences: Mapping[str, str] = field(default_factory=dict)
    """Templates by the English template; each has the same words in braces as that."""
    plurals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Forms of counted words by the English singular."""
    form: Callable[[int], int] = _english_form
    """Which form of counted words a number takes."""
    rules: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Words about rules by ``rule_texts`` context and English words."""

    def told(self, what: Message) -> Message:
        """Return a message in this language, with the messages that are put into it."""
        values = {
            name: self.told(value) if isinstance(value, Message) else value
            for name, value in what.values.items()
        }
        template = self.sentences.get(what.template, what.template)
        return Message(template, MappingProxyType(values))

    def words(self, english: str) -> str:
        """Return words without placeholders, or the English ones where there are no others."""
        return self.sentences.get(english, english)

    def issue(self, issue: Issue) -> Issue:
        """Return an issue in this language."""
        return replace(issue, message=self.told(issue.message), hint=self.told(issue.hint))

    def severity(self, severity: Severity) -> str:
        """Return the word for how bad an issue is."""
        return str(self.told(message(_SEVERITIES[severity])))

    def counted(self, one: str, other: str, count: int) -> Message:
        """Return counted words in the form that the number takes."""
        forms = self.plurals.get(one, (one, other))
        form = self.form(count) if one in self.plurals else _english_form(count)
        return message(forms[min(form, len(forms) - 1)], count=count)

    def explanation(self, rule: Explanation) -> Explanation:
        """Return the explanation of a rule in this language; the examples stay."""
        words = {
            context: self.rules.get((context, english), english)
            for context, english in rule_texts(rule)
        }
        first, *paragraphs = words.values()
        return replace(rule, sentence=first, why="\n\n".join(paragraphs))


def rule_texts(rule: Explanation) -> tuple[tuple[str, str], ...]:
    """Return what is said of a rule: the rule, then its reasons, each with its context."""
    paragraphs = rule.why.split("\n\n")
    return (
        (f"{rule.code}:sentence", rule.sentence),
        *((f"{rule.code}:why.{number}", text) for number, text in enumerate(paragraphs)),
    )


ENGLISH = Voice()
"""The language of the sentences in the code."""
