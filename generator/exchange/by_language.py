"""Texts that their author has written in several languages: one row for each language.

The cell of the text itself shows the words in one of them, whose row has no words of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.layout import FIELD, LANGUAGE, WORDS
from generator.issues import Issue, message
from generator.model.kinds import MODELS
from generator.records.fields import takes_at

if TYPE_CHECKING:
    from generator.exchange.growing import Growing, Path
    from generator.exchange.layout import Steps
    from generator.exchange.tables import Row
    from generator.issues import Place
    from generator.model.kinds import Kind
    from generator.records.nodes import Data


def add_version(owner: Growing, kind: Kind, row: Row, issues: list[Issue]) -> None:
    """Keep one row of words by language until the record has all its rows."""
    path = _field_path(owner, kind, row.text(FIELD))
    if path is None:
        issues.append(
            Issue(
                row.at(FIELD) or owner.place,
                "row-key",
                message("the record {id!r} has no text {field!r}",
                        id=owner.id, field=row.text(FIELD)),
                message("write the name of a field, such as 'title', or of one of several, such "
                        "as 'offers.2'"),
            )
        )  # fmt: skip
        return
    tag = row.text(LANGUAGE)
    versions = owner.get(path)
    if not isinstance(versions, _Versions):
        versions = _Versions(versions if isinstance(versions, str) else "")
        owner.put(path, versions)
    if tag in versions:
        issues.append(
            Issue(
                row.at(LANGUAGE) or owner.place,
                "row-key",
                message("the language {language!r} stands here a second time for {field!r}",
                        language=tag, field=row.text(FIELD)),
                message("keep one of the two rows"),
            )
        )  # fmt: skip
        return
    written = {"text": row.text(WORDS), "status": row.text("status"), "source": row.text("source")}
    versions[tag] = {name: words for name, words in written.items() if words}
    for name, key in (("text", WORDS), ("status", "status"), ("source", "source")):
        place = row.at(key)
        if place is not None:
            owner.places[(*path, tag, name)] = place
    place = row.at(LANGUAGE)
    if place is not None:
        owner.places[(*path, tag)] = place


class _Versions(dict[str, "Data"]):
    """A text in several languages while its rows come in."""

    def __init__(self, shown: str) -> None:
        super().__init__()
        self.shown = shown
        """The words of the cell that shows the text."""


def _field_path(owner: Growing, kind: Kind, written: str) -> Path | None:
    """Return the path of a text, with the numbers of items as the tables have them."""
    path: Path = ()
    lists: tuple[Steps, ...] = ()
    numbers: tuple[str, ...] = ()
    steps: Steps = ()
    for part in written.split("."):
        if not part.isdecimal():
            steps = (*steps, part)
            path = (*path, part)
            continue
        lists, numbers = (*lists, steps), (*numbers, part)
        known = owner.numbers.get(lists)
        found = known.get(numbers) if known is not None else None
        if (
            found is None
            and known is None
            and isinstance(owner.get((*path, int(part) - 1)), str | dict)
        ):
            found = (*path, int(part) - 1)
        if found is None:
            return None
        path, steps = found, ()
    takes = takes_at(MODELS[kind], path)
    return path if takes is not None and takes.form == "text" else None


def joined(owner: Growing, data: Data, path: Path, issues: list[Issue]) -> Data:
    """Give the words of each cell to the one language that the rows leave without words."""
    if isinstance(data, _Versions):
        return _text(owner, data, path, issues)
    if isinstance(data, dict):
        return {name: joined(owner, value, (*path, name), issues) for name, value in data.items()}
    if isinstance(data, list):
        return [joined(owner, item, (*path, index), issues) for index, item in enumerate(data)]
    return data


def _text(owner: Growing, found: _Versions, path: Path, issues: list[Issue]) -> Data:
    language = str(owner.data.get("language") or "")
    without = [tag for tag, version in found.items() if not _words(version)]
    taker = language if language in without or not without else without[0]
    versions: dict[str, Data] = dict(found)
    if found.shown and taker in found and taker not in without:
        if _words(found[taker]) != found.shown:
            place = owner.places.get((*path, taker, "text"), owner.place)
            issues.append(_said_twice(place, taker, owner.places.get(path, owner.place)))
    elif found.shown:
        own = versions.get(taker)
        if own is None:
            versions = {taker: {}, **versions}
        versions[taker] = {"text": found.shown, **(own if isinstance(own, dict) else {})}
        if path in owner.places:
            owner.places[(*path, taker, "text")] = owner.places[path]
    return {tag: _short(version) for tag, version in versions.items()}


def _said_twice(place: Place, language: str, other: Place) -> Issue:
    return Issue(
        place,
        "row-key",
        message("the words in the language {language!r} stand here and, other ones, in {place}",
                language=language, place=other),
        message("leave this cell empty where the words of the other cell are right"),
    )  # fmt: skip


def _words(version: Data) -> Data:
    return version.get("text") if isinstance(version, dict) else version


def _short(version: Data) -> Data:
    return version["text"] if isinstance(version, dict) and version.keys() == {"text"} else version
