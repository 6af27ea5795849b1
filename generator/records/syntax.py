"""Say in plain words why a text is no YAML: what stands there, where it began, how to mend it.

A parser gives up where it can go no further, which is often lines behind the mistake, and its
words are about its own insides. So the text around the place is looked at again, one likely
mistake after the other; the parser's words only select which ones come into question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.records.findings import Finding, Spot, finding, shown
from generator.records.quotes import swallowing_quote, text_after_quote
from generator.records.wording import odd_character

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.records.events import SyntaxProblem

    Lines = Sequence[str]
    Diagnosis = Callable[[Lines, SyntaxProblem], Finding | None]

_NO_SPACE = re.compile(r"\s*(?:- +)?[\"']?[A-Za-z_][A-Za-z0-9_-]*[\"']?:(?=[^\s/])")
_WIDE_COLON = re.compile(r"\s*(?:- +)?[A-Za-z_][A-Za-z0-9_ -]*[\uff1a\ufe55\ua789\u2236]")
_ONLY_NAME = re.compile(r"\s*(?:- +)?[A-Za-z_][A-Za-z0-9_-]*\s*")
_QUOTE_IT = "put the whole value in quotes"


def explain_problem(lines: Lines, problem: SyntaxProblem) -> Finding:
    """Return the most helpful finding for the place where a parser gave up."""
    for diagnosis in _DIAGNOSES:
        found = diagnosis(lines, problem)
        if found is not None:
            return found
    return finding(
        problem.spot,
        "yaml-syntax",
        "this line cannot be understood: {text}",
        "look at the line and the one above: is a colon followed by a space, is a text with ': ' or "
        "' #' in quotes, do the lines start at the same column as their neighbours?",
        text=shown(_line(lines, problem.spot.line)) or "nothing follows here",
    )


def _line(lines: Lines, number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _at(lines: Lines, spot: Spot) -> str:
    return _line(lines, spot.line)[spot.column - 1 : spot.column]


def _before(lines: Lines, spot: Spot) -> str:
    return _line(lines, spot.line)[: spot.column - 1]


def _line_above(lines: Lines, number: int) -> int:
    """Return the number of the last line above that holds something, or 0."""
    above = number - 1
    while above > 0 and not _line(lines, above).strip():
        above -= 1
    return above


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _first_letter(lines: Lines, number: int) -> Spot:
    return Spot(number, _indent(_line(lines, number)) + 1)


def _escape(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    if not re.search(r"escape|hexa?decimal", problem.words):
        return None
    column = _line(lines, problem.spot.line).rfind("\\", 0, problem.spot.column) + 1
    return finding(
        Spot(problem.spot.line, column or problem.spot.column),
        "yaml-escape",
        "between double quotes a backslash starts a code, and this one does not exist",
        "use single quotes around the value, or write two backslashes where one is meant",
    )


def _unclosed_quote(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    spot = swallowing_quote(lines, problem.spot.line)
    if spot is None and "quoted scalar" in problem.reading:
        spot = problem.begun
    if spot is None:
        return None
    return finding(
        spot,
        "yaml-quote",
        "the quote {quote} that is opened here is not closed before the next field",
        "close it at the end of the value; inside '...' write '' for an apostrophe, inside \"...\" "
        'write \\" for a quote',
        quote=_at(lines, spot),
    )


def _text_after_quote(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    opened = text_after_quote(_line(lines, problem.spot.line), problem.spot.column - 1)
    if opened is None:
        return None
    return finding(
        problem.spot,
        "yaml-quote",
        "the value is in quotes, which close before this text: {text}",
        "let the quotes enclose the whole value; inside '...' write '' for an apostrophe, inside "
        '"..." write \\" for a quote, or use the other kind of quotes around it',
        text=shown(_line(lines, problem.spot.line)[problem.spot.column - 1 :]),
    )


def _reserved_start(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    if "cannot start any token" not in problem.words:
        return None
    return finding(
        problem.spot,
        "yaml-quote",
        "a value cannot start with {character}",
        _QUOTE_IT,
        character=repr(_at(lines, problem.spot)),
    )


def _alias(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    if not re.search(r"scanning an (alias|anchor)", problem.reading):
        return None
    spot = problem.begun or problem.spot
    return finding(
        spot,
        "yaml-alias",
        "a value cannot start with {character}, which has a meaning of its own in YAML",
        _QUOTE_IT + "; after '|' and below it the text needs no quotes",
        character=repr(_at(lines, spot)),
    )


def _tag(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    del lines
    if " tag" not in problem.reading + " " + problem.words:
        return None
    return finding(
        problem.begun or problem.spot,
        "yaml-tag",
        "'!' at the start of a value is a YAML tag, which records do not use",
        "put the value in quotes where '!' belongs to the text; otherwise remove the tag",
    )


def _block_header(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    if "block scalar" not in problem.reading or problem.begun is None:
        return None
    return finding(
        problem.begun,
        "yaml-block",
        "after {sign} the text must start on the next line",
        "move the text below and indent it by two spaces; put the value in quotes where {sign} is "
        "part of it",
        sign=repr(_at(lines, problem.begun)),
    )


def _bracket(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    if not re.search(r"flow (sequence|mapping)", problem.reading) or problem.begun is None:
        return None
    opened = _at(lines, problem.begun)
    closing = {"[": "]", "{": "}"}.get(opened, "]")
    if closing in _line(lines, problem.spot.line)[problem.spot.column - 1 :]:
        return finding(
            problem.spot,
            "yaml-bracket",
            "a comma is missing here between the items in brackets",
            "write a comma and a space between the items, and quotes around an item that holds "
            "commas, colons or brackets",
        )
    return finding(
        problem.begun,
        "yaml-bracket",
        "the bracket '{opened}' that is opened here is not closed",
        "write '{closing}' at the end of the list; put the value in quotes where the bracket is "
        "part of the text",
        opened=opened,
        closing=closing,
    )


def _nothing_expected(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    """A comma or bracket stands where an item is expected."""
    if "node content" not in problem.words:
        return None
    character = _at(lines, problem.spot)
    if character in {"]", "}", ","}:
        return finding(
            problem.spot,
            "yaml-bracket",
            "'{character}' stands here where a value is expected",
            "remove it, or write the value that is missing before it; put the value in quotes where "
            "it starts with '{character}'",
            character=character,
        )
    return None


def _dash(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    if "sequence entries are not allowed" not in problem.words:
        return None
    del lines
    return finding(
        problem.spot,
        "yaml-list",
        "a dash stands here in the same line as the name of the field",
        "start the list on the line below, one dash and space for each item; for a value that is "
        "a dash or starts with one, use quotes",
    )


def _question(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    if "mapping keys are not allowed" not in problem.words:
        return None
    del lines
    return finding(
        problem.spot, "field-name", "a value cannot start with '? '", _QUOTE_IT
    )


def _bad_line(lines: Lines, number: int) -> Finding | None:
    """Look for a colon that is none, or that lacks its space, in a line."""
    line = _line(lines, number)
    wide = _WIDE_COLON.match(line)
    if wide:
        odd = odd_character(line[wide.end() - 1 :]) or {}
        return finding(
            Spot(number, wide.end()),
            "yaml-colon",
            "the colon {character} ({character_name}) is not the plain one",
            "write ':' and a space; on a Chinese keyboard switch to English punctuation first",
            **odd,
        )
    tight = _NO_SPACE.match(line)
    if tight:
        return finding(
            Spot(number, tight.end()),
            "yaml-colon",
            "the space after the colon is missing",
            "write '{name}: ' and then the value",
            name=line[: tight.end() - 1].strip().removeprefix("- "),
        )
    return None


def _second_colon(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    if "mapping values are not allowed" not in problem.words:
        return None
    number = problem.spot.line
    before = _before(lines, problem.spot)
    if not _ONLY_NAME.fullmatch(before):
        return finding(
            problem.spot,
            "yaml-colon",
            "a second colon with a space after it stands in this line",
            _QUOTE_IT + ", so that the colon becomes part of the text",
        )
    above = _line_above(lines, number)
    return _bad_line(lines, above) or _swallowed_field(lines, problem, above)


def _swallowed_field(lines: Lines, problem: SyntaxProblem, above: int) -> Finding:
    """Explain a field that would continue the value above it."""
    number = problem.spot.line
    if above and ":" not in _line(lines, above) and _indent(_line(lines, above)) == _indent(_line(lines, number)):
        return _no_colon(lines, above)
    return finding(
        _first_letter(lines, number),
        "yaml-indentation",
        "this line would continue the value of line {above}, but it holds a colon",
        "a field: let it start at the same column as the fields it belongs to; a piece of text: put the whole text in "
        "quotes, or write '>-' after the name of the field and the text below it",
        above=above,
    )


def _no_colon(lines: Lines, number: int) -> Finding:
    return finding(
        _first_letter(lines, number),
        "yaml-colon",
        "this line has no field: a name, a colon and a space are expected in '{text}'",
        "write the colon and a space after the name; indent the line by two spaces more where it continues the text above",
        text=shown(_line(lines, number)),
    )


def _missing_colon(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    if "could not find expected ':'" not in problem.words:
        return None
    number = (problem.begun or problem.spot).line
    return _bad_line(lines, number) or _no_colon(lines, number)


def _no_dash(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    if "block collection" not in problem.reading:
        return None
    return finding(
        problem.spot if _before(lines, problem.spot).strip() else _first_letter(lines, problem.spot.line),
        "yaml-indentation",
        "this line starts at the column of the list in line {begun} but has no dash",
        "write '- ' before it where it is an item; otherwise indent it like the lines that it belongs to",
        begun=(problem.begun or problem.spot).line,
    )


def _field_expected(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    if "block mapping" not in problem.reading:
        return None
    before = _before(lines, problem.spot).rstrip()
    if before and before[-1] in "]}":
        return finding(
            problem.spot,
            "yaml-bracket",
            "text stands here after the closing bracket",
            "remove it, or put the whole value in quotes where the brackets are part of the text",
        )
    if _at(lines, problem.spot) == ":" and not before:
        return finding(
            problem.spot, "field-name", "the name of the field is missing before the colon",
            "write the name of the field before the colon",
        )
    above = _line_above(lines, problem.spot.line)
    if re.search(r"\s#", _line(lines, above)) and not before:
        return finding(
            problem.spot,
            "yaml-comment",
            "the text cannot go on here: in line {above} a comment starts at '#'",
            "put the whole text in quotes where '#' is part of it",
            above=above,
        )
    return _bad_line(lines, problem.spot.line) or _uneven(lines, problem)


def _uneven(lines: Lines, problem: SyntaxProblem) -> Finding:
    del lines
    return finding(
        problem.spot,
        "yaml-indentation",
        "this line starts at column {column}, where no field, list or text above it starts",
        "let it start at the same column as the lines that it belongs to; the lines of a text after "
        "'|' or '>' start at the column of its first line or further right",
        column=problem.spot.column,
    )


def _outside(lines: Lines, problem: SyntaxProblem) -> Finding | None:
    if "document start" not in problem.words:
        return None
    above = _line_above(lines, problem.spot.line)
    if _line(lines, above).startswith("..."):
        return finding(
            Spot(above, 1), "yaml-documents", "'...' ends the record, but more text follows", "remove the line '...'"
        )
    first = next(
        number
        for number, line in enumerate([*lines, "?"], start=1)
        if line.strip() and not line.lstrip().startswith(("#", "---"))
    )
    if _indent(_line(lines, first)) and first < problem.spot.line:
        return finding(
            _first_letter(lines, first),
            "yaml-indentation",
            "the first field is indented, but line {other} is not",
            "let the fields of the record start at the first column",
            other=problem.spot.line,
        )
    return finding(
        problem.spot,
        "yaml-syntax",
        "the record is complete before this line",
        "write one field in each line, without brackets or quotes around the whole record",
    )


_DIAGNOSES: tuple[Diagnosis, ...] = (
    _escape,
    _unclosed_quote,
    _text_after_quote,
    _reserved_start,
    _alias,
    _tag,
    _block_header,
    _bracket,
    _nothing_expected,
    _dash,
    _question,
    _second_colon,
    _missing_colon,
    _no_dash,
    _field_expected,
    _outside,
)
"""Tried in this order: the likely cause that says most comes first."""
