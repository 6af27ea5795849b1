"""Bring a catalog up to date with the texts: new ones added, changed ones marked, none lost.

A message is found again by its context (record and field). Where the source text has changed, the
old translation stays, marked ``fuzzy`` with the previous source beside it, so that translators'
tools show what changed. Where a text only moved within its record, its translation moves along.
Translations of texts that are gone are kept at the end as obsolete.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WIDTH = 100
_DATED_HEADERS = ('"POT-Creation-Date:', '"PO-Revision-Date:', '"Generated-By:')
_EMPTY_HEADERS = ("EMAIL@ADDRESS", "LL@li.org")
"""What the library writes into fields that nobody has filled in."""


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
    """Return the catalog file with exactly the wanted messages, keeping all translations it had."""
    old = _read(data, language) if data else BabelCatalog(locale=language.replace("-", "_"))
    new = BabelCatalog(
        locale=language.replace("-", "_"),
        project=project,
        version="1",
        header_comment=old.header_comment if data else "#",
        msgid_bugs_address="",
        last_translator="",
        language_team="",
        fuzzy=False,
        charset="utf-8",
    )
    known = {(_source(message), message.context): message for message in old if message.id}
    by_context = {message.context: message for message in old if message.id and message.context}
    used: set[tuple[str, str | None]] = set()
    for item in wanted:
        found = _found(item, known, by_context)
        if found is not None:
            used.add((_source(found), found.context))
        _add(new, item, found)
    for key, message in known.items():
        if key not in used and _is_translated(message):
            new.obsolete[(key[0], key[1]) if key[1] else key[0]] = message
    new.obsolete.update(
        {key: value for key, value in old.obsolete.items() if key not in new.obsolete}
    )
    return _written(new)


def _found(
    item: Wanted,
    known: Mapping[tuple[str, str | None], BabelMessage],
    by_context: Mapping[str, BabelMessage],
) -> BabelMessage | None:
    same = known.get((item.source, item.context))
    if same is not None or item.context is None:
        return same
    record = item.context.partition(":")[0]
    moved = (
        message
        for (source, context), message in known.items()
        if source == item.source
        and (context or "").startswith(f"{record}:")
        and _is_translated(message)
    )
    return next(moved, by_context.get(item.context))


def _add(catalog: BabelCatalog, item: Wanted, found: BabelMessage | None) -> None:
    source: str | tuple[str, str] = (item.source, item.plural) if item.plural else item.source
    is_same = found is not None and _source(found) == item.source
    flags = set(found.flags) if found is not None else set()
    previous: tuple[str, ...] = tuple(found.previous_id) if found is not None else ()
    if found is not None and not is_same and _is_translated(found):
        flags.add("fuzzy")
        previous = previous or (_source(found),)
    catalog.add(
        source,
        found.string if found is not None else "",
        locations=[(where, 0) for where in item.where],
        flags=flags,
        auto_comments=[item.comment] if item.comment else [],
        user_comments=found.user_comments if found is not None else [],
        previous_id=list(previous) if "fuzzy" in flags else [],
        context=item.context,
    )


def _source(message: BabelMessage) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _is_translated(message: BabelMessage) -> bool:
    return bool(message.string) and (isinstance(message.string, str) or any(message.string or ()))


def _read(data: bytes, language: str) -> BabelCatalog:
    return read_po(
        BytesIO(data), locale=language.replace("-", "_"), charset="utf-8", abort_invalid=True
    )


def _written(catalog: BabelCatalog) -> bytes:
    file = BytesIO()
    write_po(file, catalog, width=_WIDTH, include_previous=True, ignore_obsolete=False)
    head, _, body = file.getvalue().decode("utf-8").partition("\n\n")
    # Dates and program versions would make every update a change; empty fields say nothing.
    kept = (
        line
        for line in head.split("\n")
        if not line.startswith(_DATED_HEADERS) and not any(word in line for word in _EMPTY_HEADERS)
    )
    return ("\n".join(kept) + "\n\n" + body).encode("utf-8")
