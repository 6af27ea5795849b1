"""What each rule asks for and why, with a wrong and a right example.

One file per rule, ``<code>.md``: the rule in a sentence, the reasons in some paragraphs, then the
sections ``Wrong`` and ``Right`` with fenced examples. The path behind the language of a fence is
the file that the example belongs to. Tests run the examples.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

_SECTION = re.compile(r"^## (Wrong|Right)$", re.MULTILINE)
_FENCE = re.compile(
    r"^```(?P<language>[a-z]+)[ ]?(?P<path>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of content that breaks a rule or keeps it."""

    path: str
    """File that it stands in, relative to the project folder; empty where any file is meant."""
    text: str
    language: str = "text"
    """``yaml`` where the text can be laid into its file as it is."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule, its reasons and its examples."""

    code: str
    sentence: str
    """The rule in one sentence."""
    why: str
    """Some paragraphs: why there is the rule, and what to do."""
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]


def rule_codes() -> tuple[str, ...]:
    """Return the codes of all rules, sorted."""
    names = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".md") for name in names if name.endswith(".md")))


def explanation(code: str) -> Explanation:
    """Return the explanation of a rule; the code is one of ``rule_codes()``."""
    text = files(__name__).joinpath(f"{code}.md").read_text(encoding="utf-8")
    introduction, *sections = _SECTION.split(text)
    sentence, _, why = introduction.strip().partition("\n\n")
    bodies = dict(zip(sections[::2], sections[1::2], strict=True))
    return Explanation(
        code,
        sentence,
        why.strip(),
        wrong=_examples(bodies.get("Wrong", "")),
        right=_examples(bodies.get("Right", "")),
    )


def _examples(body: str) -> tuple[Example, ...]:
    return tuple(
        Example(found["path"].strip(), found["text"], found["language"])
        for found in _FENCE.finditer(body)
    )
