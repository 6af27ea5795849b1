"""What a cell means: spreadsheet programs turn what people type into numbers, dates and faults.

What can mean one thing only is taken, and said. What can mean several things is refused.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.options import FLAG, list_of
from generator.issues import Issue, Message, message, name_meant

if TYPE_CHECKING:
    from datetime import datetime

    from generator.exchange.layout import Column
    from generator.exchange.lexicon import Lexicon
    from generator.exchange.raw import RawCell
    from generator.exchange.tables import CellValue
    from generator.issues import Place, Severity

_DATE, _AMOUNT = "a date", "an amount"
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})(?:\s*[-/.月]\s*(?P<day>\d{1,2}))?\s*[日月]?"
)
_YEAR_LAST = re.compile(
    r"(?P<one>\d{1,2})\s*[-/. ]\s*(?P<other>\d{1,2})\s*[-/. ]\s*(?P<year>\d{4})"
)
_WRITTEN = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_YEAR_FIRST_FORM = re.compile(r"y+[-/. ]*m+[-/. ]*d")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_CODE = re.compile(r"[A-Za-z0-9-]+")
_MONTHS = 12
_YEARS = range(1900, 2201)


class Understood(NamedTuple):
    """What a cell means, with what must be said about it."""

    value: CellValue
    issues: tuple[Issue, ...] = ()


def understand(
    cell: RawCell, column: Column, lexicon: Lexicon, language: str, place: Place
) -> Understood:
    """Return what a cell of a column means, or why it cannot be told."""
    is_several = column.form in {"words", "lines"}
    written, issue = _written(cell, column, place)
    if issue is not None and issue.severity == "error":
        # What was refused stays in its place, so that nobody is told that something is missing.
        return Understood((cell.text,) if is_several else cell.text, (issue,))
    issues = (issue,) if issue else ()
    if is_several:
        words = lexicon.words(column, written, language)
        unknown = (_unknown(each, column, lexicon, language, place) for each in words)
        return Understood(words, (*issues, *(each for each in unknown if each)))
    if column.takes.words == _DATE:
        value, found = _date(written, place)
        return Understood(value, (*issues, *([found] if found else [])))
    word = lexicon.word(column, written, language)
    strange = _unknown(word, column, lexicon, language, place)
    return Understood(word, (*issues, *([strange] if strange else [])))


def _unknown(
    word: str, column: Column, lexicon: Lexicon, language: str, place: Place
) -> Issue | None:
    """Say that a name is none of those to choose from; of ids and codes the checks speak."""
    name = list_of(column)
    if not name or _CODE.fullmatch(word) or not word:
        return None
    labels = [option.label for option in lexicon.options(language).of(name)]
    meant = name_meant(word, labels)
    return _refused(
        place,
        message("{word!r} is none of the names to choose from", word=word),
        message("did you mean {meant!r}?", meant=meant)
        if meant
        else message("choose a name from the list of the cell, or write the id of the record"),
    )


def _written(cell: RawCell, column: Column, place: Place) -> tuple[str, Issue | None]:
    """Return the words of a cell, whatever the program made of them."""
    match cell.sort:
        case "text":
            return cell.text, None
        case "number":
            return _number(cell, column, place)
        case "moment":
            return _moment(cell, column, place)
        case "flag" if list_of(column) == FLAG:
            return cell.text, None
        case "formula":
            return "", _formula(cell, place)
    return "", _refused(
        place,
        message("the program shows {text!r} here, which is no value", text=cell.text),
        message("give the cell the format Text and write the value again"),
    )


def _formula(cell: RawCell, place: Place) -> Issue:
    return Issue(
        place,
        "cell-formula",
        message("a formula stands here: {text}", text=cell.text[:60]),
        message("write the value itself; formulas are never worked out"),
    )


def _number(cell: RawCell, column: Column, place: Place) -> tuple[str, Issue | None]:
    number = cell.number
    if number is None:
        return cell.text, None
    is_whole = number == number.to_integral_value()
    if column.takes.words == _DATE:
        if is_whole and int(number) in _YEARS:
            return str(int(number)), None
        return "", _refused(
            place,
            message("the number {text} stands where a date belongs", text=cell.text),
            message("give the cell the format Text and write a date such as 2023-10-18"),
        )
    if column.takes.words == _AMOUNT:
        digits = 0 if is_whole else len(f"{number:f}".partition(".")[2])
        return f"{number:.{max(_decimals(cell.form), digits)}f}", None
    if is_whole:
        return str(int(number)), None
    return "", _refused(
        place,
        message("the number {text} stands here, which may differ from what was typed",
                text=cell.text),
        message("give the cell the format Text and write the words again"),
    )  # fmt: skip


def _decimals(form: str) -> int:
    """Return how many decimals a number format such as ``0.00`` shows."""
    found = re.fullmatch(r"[#,]*0\.(0+)", form)
    return len(found[1]) if found else 0


def _moment(cell: RawCell, column: Column, place: Place) -> tuple[str, Issue | None]:
    moment = cell.moment
    if column.takes.words != _DATE or moment is None:
        return "", _refused(
            place,
            message("the program took what was typed here for a date"),
            message("give the cell the format Text and write the words again"),
        )
    if (moment.hour, moment.minute, moment.second) != (0, 0, 0):
        return "", _refused(
            place,
            message("a date with a time of day stands here"),
            message("write the date alone, such as 2023-10-18"),
        )
    value = _as_shown(moment, cell.form)
    if _YEAR_FIRST_FORM.search(_QUOTED.sub("", cell.form).casefold()):
        # The cell shows what is taken, in the order of records: there is nothing to look at.
        return value, None
    taken = message("the program keeps a date here, shown as {form}; it is taken as {value}",
                    form=cell.form, value=value)  # fmt: skip
    return value, _taken(place, taken)


def _as_shown(moment: datetime, form: str) -> str:
    """Return a date with the precision that its number format shows (ECMA-376, 18.8.30)."""
    plain = _QUOTED.sub("", form).casefold()
    if "d" in plain or "y" not in plain:
        return f"{moment.year:04}-{moment.month:02}-{moment.day:02}"
    return f"{moment.year:04}-{moment.month:02}" if "m" in plain else f"{moment.year:04}"


def _date(written: str, place: Place) -> tuple[str, Issue | None]:
    """Return a date in the one form that records have, where it can be read in one way only."""
    plain = unicodedata.normalize("NFKC", written)
    plain = "".join(
        str(unicodedata.digit(letter, letter)) if letter.isdigit() else letter for letter in plain
    ).strip()
    if not plain or _WRITTEN.fullmatch(plain):
        return plain, None if plain == written.strip() else _taken(place, _read_as(written, plain))
    first = _YEAR_FIRST.fullmatch(plain)
    if first:
        parts = [part for part in first.group("month", "day") if part]
        value = "-".join([first["year"], *(f"{int(part):02}" for part in parts)])
        return value, _taken(place, _read_as(written, value))
    last = _YEAR_LAST.fullmatch(plain)
    if last:
        return plain, _refused(
            place,
            message("{written!r} can be read in several ways", written=written.strip()),
            _readings(last["year"], int(last["one"]), int(last["other"])),
        )
    return plain, None


def _readings(year: str, one: int, other: int) -> Message:
    ways = [
        f"{year}-{month:02}-{day:02}"
        for day, month in ((one, other), (other, one))
        if 1 <= month <= _MONTHS
    ]
    known = list(dict.fromkeys(ways))
    if len(known) == 2:  # noqa: PLR2004 - day and month, or month and day
        return message("write the year first: {one} or {other}", one=known[0], other=known[1])
    if known:
        return message("write the year first: {one}", one=known[0])
    return message("write the year first, such as 2023-10-18")


def _read_as(written: str, value: str) -> Message:
    return message("{written!r} is taken as {value}", written=written.strip(), value=value)


def _refused(place: Place, what: Message, hint: Message) -> Issue:
    return Issue(place, "cell-value", what, hint)


def _taken(place: Place, what: Message) -> Issue:
    severity: Severity = "warning"
    hint = message("look whether that is right; dates are written like 2023-10-18")
    return Issue(place, "cell-reading", what, hint, severity)
