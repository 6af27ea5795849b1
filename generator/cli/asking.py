"""Ask for a record on a terminal, one question after the other; wrong answers are asked again."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from generator.cli.answers import Desk, understood, value_at, with_value
from generator.cli.questions import completed
from generator.cli.session import told, voice
from generator.reports.visible import visible

try:
    import readline as _readline
except ImportError:
    _READLINE: ModuleType | None = None
else:
    _READLINE = _readline
"""Completes words; Windows has none, and there nothing is completed."""

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import ModuleType

    from generator.cli.questions import Question
    from generator.exchange.options import Option
    from generator.records.nodes import Data

_MOST_SHOWN = 12
"""Choices that are listed at once; more are listed when asked for."""
_LIST, _NEW = "?", "+"
"""What is typed to see all choices, and to describe a source that is not among them."""
_CUT = 72
_ASCII_SEPARATORS = ",;"


class AbandonedError(Exception):
    """The contributor has stopped in the middle; what was said so far is not lost."""


@dataclass(slots=True)
class Interview:
    """Questions, and what has been answered so far."""

    questions: Sequence[Question]
    desk: Desk
    data: dict[str, Data]
    defaults: Mapping[str, str]
    """Values for an empty answer, by the key of the question."""
    new_source: Callable[[], str | None] | None = None
    """Asks for a source and returns its id."""
    fresh: set[str] = field(default_factory=set)
    """Ids of sources that were described on the way."""

    def run(self) -> None:
        """Ask what is not answered yet; raises AbandonedError when the contributor stops."""
        for question in self.questions:
            if value_at(self.data, question.path) is not None:
                continue
            status = self.data.get("status")
            if question.field == "status" and len(question.path) > 1 and isinstance(status, str):
                # The one step that is asked for has led to where the project stands.
                self._keep(question, status)
            else:
                self._ask(question)

    def _ask(self, question: Question) -> None:
        _introduce(question, can_be_new=self._takes_new(question))
        default = self._default(question)
        collected: list[Data] = []
        while True:
            words = self._said(question, default)
            if not words and (collected or (not default and not question.is_required)):
                return
            if words == _LIST and question.options:
                _list(question.options)
                continue
            value = self._answer(question, words or default)
            if value is None:
                continue
            if question.is_list and question.is_of_texts and isinstance(value, list):
                collected += value
                value = [*collected]
            self._keep(question, value)
            if not (question.is_list and question.is_of_texts):
                return

    def _said(self, question: Question, default: str) -> str:
        prompt = _prompt(question, default)
        return ask(prompt, question.options, is_list=question.is_list).strip()

    def _answer(self, question: Question, words: str) -> Data:
        """Return the value that words stand for; where they stand for none, say why."""
        if not words:
            click.echo("  " + told("This is needed."))
            return None
        if self._takes_new(question) and self.new_source is not None:
            made = self.new_source() if words == _NEW else words if words in self.fresh else None
            if made is not None:
                self.fresh.add(made)
                return made
        answer = understood(question, words, self.desk)
        if answer.problem is not None:
            click.echo("  " + visible(voice().told(answer.problem)))
        return answer.value

    def _keep(self, question: Question, value: Data) -> None:
        data = with_value(self.data, question.path, value)
        self.data.update(data if isinstance(data, dict) else {})

    def _takes_new(self, question: Question) -> bool:
        return question.field == "source" and self.new_source is not None

    def _default(self, question: Question) -> str:
        return self.defaults.get(question.key, "")


def ask(prompt: str, options: Sequence[Option] = (), *, is_list: bool = False) -> str:
    """Read a line; the Tab key completes choices. Raises AbandonedError at Ctrl+C and Ctrl+D."""
    _complete_with(options, is_list=is_list)
    try:
        return input(prompt)
    except (KeyboardInterrupt, EOFError) as stop:
        click.echo()
        raise AbandonedError from stop
    finally:
        _complete_with(())


def agrees(question: str) -> bool:
    """Ask for yes or no; an empty answer is yes, and so is one that is neither."""
    return _said_to(question) not in _ways_to_say("no")


def consents(question: str) -> bool:
    """Ask for yes or no, again while the answer is neither; an empty one is no."""
    while True:
        answer = _said_to(question)
        if not answer or answer in _ways_to_say("no"):
            return False
        if answer in _ways_to_say("yes"):
            return True


def _said_to(question: str) -> str:
    return _plain(ask(f"{question} [{told('yes')}/{told('no')}] "))


def _ways_to_say(word: str) -> frozenset[str]:
    """Return the word in English and in the user's language, and what each begins with."""
    words = {word, _plain(told(word))}
    return frozenset(words | {each[0] for each in words})


def _plain(words: str) -> str:
    """Return words without what keyboards leave out: capitals, accents, the width of letters."""
    parts = unicodedata.normalize("NFKD", words.strip().casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _complete_with(options: Sequence[Option], *, is_list: bool = False) -> None:
    if _READLINE is None:
        return

    def complete(text: str, state: int) -> str | None:
        found = completed(text, options, is_list=is_list)
        return found[state] if state < len(found) else None

    # The library compares bytes: a comma of another script would divide its letters as well, so
    # that such commas are found in the words instead.
    _READLINE.set_completer_delims(_ASCII_SEPARATORS if is_list else "")
    _READLINE.set_completer(complete if options else None)
    _READLINE.parse_and_bind("tab: complete")


def _introduce(question: Question, *, can_be_new: bool) -> None:
    click.echo()
    if question.help:
        click.echo(f"  {question.help}")
    if 0 < len(question.options) <= _MOST_SHOWN:
        _list(question.options)
    elif question.options:
        click.echo("  " + told("Write ? to see all choices; the Tab key completes them."))
    if can_be_new:
        click.echo("  " + told("Write + to describe a source that is not there yet."))
    if question.is_list:
        several = told("Several of them: separated by commas")
        lines = told("Several of them: one after the other; an empty line ends them")
        click.echo("  " + (lines if question.is_of_texts else several))


def _list(options: Sequence[Option]) -> None:
    for number, option in enumerate(options, start=1):
        label = option.label if len(option.label) <= _CUT else option.label[: _CUT - 1] + "…"
        code = f" ({option.code})" if option.code != option.label else ""
        click.echo(visible(f"  {number:3}  {label}{code}"))


def _prompt(question: Question, default: str) -> str:
    label = question.label
    if not question.is_required and not default:
        label = told("{label} (may stay empty)", label=label)
    shown = next((each.label for each in question.options if each.code == default), default)
    return f"{label} [{shown}]: " if default else f"{label}: "
