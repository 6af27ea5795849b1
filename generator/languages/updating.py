"""Bring a catalog up to date with the texts: new ones added, changed ones marked, none lost.

A message is found again by its context (record and field). Where the source text has changed, the
old translation stays, marked ``fuzzy`` with the previous source beside it, so that translators'
tools show what changed. Where a text only moved within its record, its translation moves along.
Translations of texts that are gone are kept at the end as obsolete.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.errors import UsageError
from generator.languages.po_files import (
    FUZZY,
    PoFault,
    PoFile,
    PoMessage,
    customary_plurals,
    read_po_file,
    write_po_file,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Key = tuple[str, str | None]

_FORMAT_FLAG = "python-brace-format"
_UNSTEADY_FIELDS = frozenset(
    {"POT-Creation-Date", "PO-Revision-Date", "X-Generator", "Generated-By"}
)
"""Header fields that would make every update a change."""
_UNFILLED = ("EMAIL@ADDRESS", "LL@li.org")
"""What programs write into header fields that nobody has filled in."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A message that a catalog should have."""

    source: str
    context: str | None = None
    plural: str | None = None
    comment: str = ""
    """A remark for the translator."""
    where: tuple[str, ...] = ()
    """Files the words come from."""


def updated_catalog(
    data: bytes | None, wanted: Iterable[Wanted], *, language: str, project: str
) -> bytes:
    """Return the catalog file with exactly the wanted messages, keeping all translations it had.

    Raises UsageError where the file cannot be read.
    """
    old = read_po_file(data) if data else PoFile(MappingProxyType({}), ())
    if isinstance(old, PoFault):
        raise UsageError(
            f"a catalog of the language {language} cannot be read from line {old.line} on",
            mend="run: framework check",
        )
    header = _header(old.header, language, project)
    forms = _plural_forms(header["Plural-Forms"])
    items = tuple(wanted)
    known = _Known(old, items)
    messages = []
    used: set[Key] = set()
    for item in items:
        found = known.found(item)
        if found is not None:
            used.add(found.key)
        messages.append(_renewed(item, found, forms))
    return write_po_file(PoFile(header, (*messages, *known.left(used)), old.comments))


class _Known:
    """The messages that a catalog had, and where to look for the translation of a text."""

    def __init__(self, old: PoFile, items: Iterable[Wanted]) -> None:
        live = [message for message in old.messages if not message.is_obsolete]
        self._live = {message.key: message for message in live}
        gone = {message.key: message for message in old.messages if message.is_obsolete}
        self._all: Mapping[Key, PoMessage] = {**gone, **self._live}
        self._by_context = {message.context: message for message in live if message.context}
        self._by_words: dict[Key, PoMessage] = {}
        for message in self._all.values():
            if message.is_translated and message.context:
                self._by_words[message.source, _record(message.context)] = message
        self._wanted = {(item.source, _record(item.context)) for item in items}

    def found(self, item: Wanted) -> PoMessage | None:
        """Return the message that a text had, at its place or at another one in its record."""
        same = self._all.get((item.source, item.context))
        if (same is not None and same.is_translated) or item.context is None:
            return same
        moved = self._by_words.get((item.source, _record(item.context)))
        before = self._by_context.get(item.context)
        if moved is not None or before is None or before.source == item.source:
            return moved or same
        # The words that stood here before may stand elsewhere now: then these are new.
        is_changed = (before.source, _record(before.context)) not in self._wanted
        return before if is_changed else None

    def left(self, used: set[Key]) -> tuple[PoMessage, ...]:
        """Return the translations that no text uses any more, marked so."""
        return tuple(
            replace(message, is_obsolete=True, references=(), extracted=())
            for key, message in sorted(self._all.items(), key=lambda item: item[1].is_obsolete)
            if key not in used and message.is_translated
        )


def _renewed(item: Wanted, found: PoMessage | None, forms: int) -> PoMessage:
    """Return the message for a text, with what is known of its translation."""
    message = PoMessage(
        item.source,
        item.context,
        item.plural,
        texts=("",) * (forms if item.plural else 1),
        flags=frozenset({_FORMAT_FLAG} if item.context is None and "{" in item.source else ()),
        extracted=(item.comment,) if item.comment else (),
        references=item.where,
    )
    if found is None:
        return message
    flags = {flag for flag in found.flags if not flag.endswith("-format")}
    previous = found.previous
    is_changed = (found.source, found.plural) != (item.source, item.plural)
    if is_changed and previous == _words(item):
        flags, previous = flags - {FUZZY}, ()
    elif is_changed and found.is_translated:
        flags, previous = flags | {FUZZY}, previous or _words(found)
    return replace(
        message,
        texts=found.texts + message.texts[len(found.texts) :] if item.plural else found.texts[:1],
        flags=message.flags | flags,
        comments=found.comments,
        previous=previous if FUZZY in flags else (),
    )


def _words(message: Wanted | PoMessage) -> tuple[str, ...]:
    return (message.source,) if message.plural is None else (message.source, message.plural)


def _record(context: str | None) -> str | None:
    """Return the id of the record that a context speaks of."""
    return context.partition(":")[0] if context else None


def _plural_forms(header: str) -> int:
    digits = header.partition("nplurals=")[2][:1]
    return int(digits) if digits.isdigit() else 1


def _header(old: Mapping[str, str], language: str, project: str) -> Mapping[str, str]:
    """Return the header fields: those that must be there, and what translators have filled in."""
    code = language.replace("-", "_")
    fixed = {
        "Project-Id-Version": f"{project} 1",
        "Language": code,
        "Plural-Forms": old.get("Plural-Forms") or customary_plurals(language),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    own = {
        name: value
        for name, value in old.items()
        if name not in _UNSTEADY_FIELDS and value and not any(word in value for word in _UNFILLED)
    }
    return MappingProxyType({**fixed, **own, **fixed})
