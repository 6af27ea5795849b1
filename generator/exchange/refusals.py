"""Why a record that came in is not taken: its id can be none, is taken, or came twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.record_files import written_data
from generator.issues import Issue, message

if TYPE_CHECKING:
    from generator.issues import Place
    from generator.records.nodes import Data


def no_id(place: Place, id_: str, *, is_file: bool) -> Issue:
    """Say that no record can have this id."""
    return Issue(
        place,
        "row-key",
        message("{id!r} cannot be the id of a record", id=id_),
        message("rename the file: small letters a-z, digits and single hyphens between them")
        if is_file
        else message("write small letters a-z, digits and single hyphens between them"),
    )


def twice(place: Place, id_: str, other: Place) -> Issue:
    """Say that two records with this id came, which are not the same."""
    return Issue(
        place,
        "row-key",
        message("the record {id!r} came a second time and says something else", id=id_),
        message("keep one of the two; the other one is {place}", place=other),
    )


def taken(place: Place, id_: str, text: str) -> Issue:
    """Say that a file would take the place of another record; ``text`` is what that one says."""
    title = _title(text)
    return Issue(
        place,
        "row-key",
        message("there is a record {id!r} already: {title}", id=id_, title=title)
        if title
        else message("there is a record {id!r} already", id=id_),
        message(
            "give the file another name; if it is meant to take the place of that record, add "
            "--replace"
        ),
    )


def _title(text: str) -> str:
    """Return the title or name of a record in the language that it is written in."""
    data = written_data(text)
    title: Data = data.get("title") or data.get("name")
    if isinstance(title, dict):
        title = title.get(str(data.get("language"))) or next(iter(title.values()), None)
    return title if isinstance(title, str) else ""
