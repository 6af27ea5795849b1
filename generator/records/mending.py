"""Mend what is safe to mend in the text of a record: one fault after the other, as an editor would.

Each fix is a small function from the text and a finding to a new text, or None. What it makes is
read again, and kept only where the record is no worse for it. Comments and the order of items stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, cast

from generator.model.framework import Framework, Languages
from generator.model.glossary import Glossary
from generator.model.kinds import MODELS
from generator.model.moved import Moved
from generator.records import mending_lines as lines
from generator.records import mending_values as values
from generator.records.composing import compose
from generator.records.editing import reordered
from generator.records.fields import names_of
from generator.records.findings import Spot
from generator.records.interpreting import interpret
from generator.records.nodes import data_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.base import Model
    from generator.model.kinds import Kind
    from generator.records.findings import Finding
    from generator.records.mending_values import IdOf
    from generator.records.nodes import Data

_MOST_STEPS = 300
"""Fixes to one file; one with more faults is better written anew."""

_OF_LINES: Mapping[str, tuple[lines.LineFix, ...]] = MappingProxyType(
    {
        "character-control": (lines.space_for_tab,),
        "character-hidden": (lines.without_hidden,),
        "field-unknown": (lines.space_in_name,),
        "file-encoding": (lines.without_mark,),
        "value-type": (lines.plain_dash,),
        "line-ending": (lines.line_feeds,),
        "yaml-alias": (lines.quoted,),
        "yaml-bracket": (lines.closed_bracket,),
        "yaml-colon": (lines.plain_colon, lines.space_after_colon, lines.quoted_text),
        "yaml-comment": (lines.quoted,),
        "yaml-indentation": (lines.plain_indent,),
        "yaml-list": (lines.plain_dash, lines.space_after_dash),
        "yaml-quote": (lines.mended_quotes, lines.quoted),
    }
)
"""What can be done about a rule by looking at the line alone."""

_OF_VALUES: Mapping[str, tuple[values.ValueFix, ...]] = MappingProxyType(
    {
        "country-code": (values.as_word,),
        "field-unknown": (values.known_name,),
        "reference-unknown": (values.as_word,),
        "value-format": (values.as_word, values.as_list, values.as_single),
        "value-repeated": (values.without_repeated,),
        "value-type": (values.as_word, values.as_list, values.as_single),
        "value-unknown": (values.as_word, values.as_single),
    }
)
"""What can be done about a rule by knowing what the field takes."""

FIXABLE = frozenset({*_OF_LINES, *_OF_VALUES})
"""Rules of which some faults can be mended."""


class Mended(NamedTuple):
    """A text after mending, and what was mended in it."""

    text: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Patient:
    """Which record a text is of, and who knows what names in it stand for."""

    kind: str
    """A folder, or ``framework``, ``languages`` or ``glossary``."""
    record_id: str
    id_of: IdOf


def mend(text: str, patient: Patient) -> Mended:
    """Return the text without the faults of its own that can be mended safely."""
    done: list[Finding] = []
    seen, refused = {text}, set[tuple[str, str, Spot]]()
    worth = _Worth.of(text, patient)
    for _ in range(_MOST_STEPS):
        step = next(
            (
                found
                for found in worth.findings
                if found.rule in FIXABLE and _identity(found) not in refused
            ),
            None,
        )
        if step is None:
            break
        better = _step(text, step, worth, (patient, seen))
        if better is None:
            refused.add(_identity(step))
            continue
        text, worth = better
        seen.add(text)
        done.append(step)
    return Mended(text, tuple(done))


def mend_references(text: str, patient: Patient, findings: Iterable[Finding]) -> Mended:
    """Return the text with names of other records replaced by their ids.

    ``findings`` are those of checks between records, with places in this very text.
    """
    done: list[Finding] = []
    # From the end, so that the places before it stay what they are.
    for found in sorted(findings, key=lambda each: each.spot, reverse=True):
        for fix in _OF_VALUES.get(found.rule, ()):
            changed = fix(_value_draft(text, patient), found)
            if changed is not None:
                text = changed
                done.append(found)
                break
    return Mended(text, tuple(reversed(done)))


def tidied(text: str, kind: str) -> str:
    """Return the text without blanks at the ends of lines and with its fields in the usual order.

    Nothing that it says changes; where that cannot be had, the text stays as it is.
    """
    stripped = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
    said = _said(text)
    if said is None:
        return text
    better = stripped if _said(stripped) == said else text
    return reordered(better, names_of(model_of(kind, said)))


def model_of(kind: str, written: Mapping[str, Data]) -> type[Model]:
    """Return the model of the record in a file."""
    single: Mapping[str, type[Model]] = {
        "framework": Framework, "languages": Languages, "glossary": Glossary,
    }  # fmt: skip
    if kind in single:
        return single[kind]
    return Moved if "moved" in written else MODELS[cast("Kind", kind)]


class _Worth(NamedTuple):
    """How good a text is: readable texts come before others, then the number of findings."""

    is_unreadable: bool
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, text: str, patient: Patient) -> _Worth:
        found = interpret(text, kind=patient.kind, record_id=patient.record_id).findings
        return cls(compose(text).root is None, found)

    @property
    def rank(self) -> tuple[bool, int]:
        return (self.is_unreadable, len(self.findings))


def _step(
    text: str, found: Finding, worth: _Worth, limits: tuple[Patient, set[str]]
) -> tuple[str, _Worth] | None:
    """Return the text without one fault and its worth, where a fix makes it no worse."""
    patient, seen = limits
    for changed in _attempts(text, found, patient):
        if changed is None or changed in seen:
            continue
        new = _Worth.of(changed, patient)
        if new.rank <= worth.rank and _identity(found) not in map(_identity, new.findings):
            return changed, new
    return None


def _attempts(text: str, found: Finding, patient: Patient) -> Iterable[str | None]:
    for by_line in _OF_LINES.get(found.rule, ()):
        yield by_line(text, found)
    for by_value in _OF_VALUES.get(found.rule, ()):
        yield by_value(_value_draft(text, patient), found)


def _value_draft(text: str, patient: Patient) -> values.Draft:
    root = compose(text).root
    written = data_of(root) if root else {}
    known = written if isinstance(written, dict) else {}
    return values.Draft(text, root, model_of(patient.kind, known), patient.id_of)


def _identity(found: Finding) -> tuple[str, str, Spot]:
    return (found.rule, str(found.message), found.spot)


def _said(text: str) -> Mapping[str, Data] | None:
    root = compose(text).root
    found = data_of(root) if root else None
    return found if isinstance(found, dict) else None
