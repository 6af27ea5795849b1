"""What the checks in the page say of the YAML of a file; see ``messages``."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.forms.messages import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUOTES_HINT = (
    "close it at the end of the value; inside '...' write '' for an apostrophe, inside "
    '"..." write \\" for a quote'
)
_NOTHING = "write the value, or remove the line where the field is not needed"
_NOTHING_ITEM = "write the value or remove the item"
_QUOTE_IT = "put the whole value in quotes"

SYNTAX: Mapping[str, Said] = MappingProxyType(
    {
        "tab": Said(
            "yaml-indentation",
            "this line is indented with a tab (U+0009)",
            "indent with spaces, two for each step; many editors have the command "
            "'convert tabs to spaces'",
        ),
        "tabs": Said(
            "yaml-indentation",
            "this line is indented with a tab (U+0009); {count} lines of this file start so",
            "indent with spaces, two for each step; many editors have the command "
            "'convert tabs to spaces'",
        ),
        "odd-space": Said(
            "yaml-indentation",
            "the character {name} ({code}) stands here where an ordinary space is needed",
            "delete it and press the space bar",
        ),
        "directive": Said(
            "yaml-directive",
            "a line starts with '%': that is an instruction to the YAML program and not a field",
            "remove the line",
        ),
        "depth": Said(
            "yaml-depth",
            "more than {most} lists or groups of fields stand one within another here",
            "write the record as flat as in the examples; remove brackets or dashes that are too "
            "many",
        ),
        "nodes": Said(
            "yaml-nodes",
            "the file holds more than {most} fields, list items and values",
            "divide the record into several",
        ),
        "documents": Said(
            "yaml-documents",
            "a second document starts here; a file holds one record",
            "remove the line '---', or put the second record into a file of its own",
        ),
        "documents-end": Said(
            "yaml-documents",
            "'...' ends the record, but more text follows",
            "remove the line '...'",
        ),
        "indented-start": Said(
            "yaml-indentation",
            "the first field is indented, but line {other} is not",
            "let the fields of the record start at the first column",
        ),
        "complete": Said(
            "yaml-syntax",
            "the record is complete before this line",
            "write one field in each line, without brackets or quotes around the whole record",
        ),
        "yaml": Said(
            "yaml-syntax",
            "this line cannot be understood: {text}",
            "look at the line and the one above: is a colon followed by a space, is a text with "
            "': ' or ' #' in quotes, do the lines start at the same column as their neighbours?",
        ),
        "wide-colon": Said(
            "yaml-colon",
            "the colon {character} ({character_name}) is not the plain one",
            "write ':' and a space; on a Chinese keyboard switch to English punctuation first",
        ),
        "bullet": Said(
            "yaml-list",
            "'{sign}' does not start a list item",
            "write the plain dash and a space, '- ', before each item",
        ),
        "star": Said(
            "yaml-list",
            "'*' does not start a list item",
            "write the plain dash and a space, '- ', before each item",
        ),
        "tight-dash": Said(
            "yaml-list", "the space after the dash is missing", "write '- ' and then the item"
        ),
        "no-space": Said(
            "yaml-colon",
            "the space after the colon is missing",
            "write '{name}: ' and then the value",
        ),
        "no-space-name": Said(
            "yaml-colon",
            "the space after the colon is missing in '{name}'",
            "write a space after the colon",
        ),
        "second-colon": Said(
            "yaml-colon",
            "a second colon stands in this line, before a space or at the end",
            "put the whole value in quotes, so that the colon becomes part of the text",
        ),
        "colon-expected": Said(
            "yaml-colon",
            "this line has no field: a name, a colon and a space are expected in '{text}'",
            "write the colon and a space after the name; indent the line by two spaces more where "
            "it continues the text above",
        ),
        "swallowed-field": Said(
            "yaml-indentation",
            "this line would continue the value of line {above}, but it holds a colon",
            "a field: let it start at the same column as the fields it belongs to; a text: put "
            "the whole text in quotes, or write '>-' after the name of the field and the text "
            "below it",
        ),
        "swallowed": Said(
            "yaml-indentation",
            "this line is indented so far that it belongs to the text of line {above}",
            "indent it like the lines that it belongs to, with a space after the dash or the "
            "colon; put the text in quotes where the line is part of it",
        ),
        "uneven": Said(
            "yaml-indentation",
            "this line starts at column {column}, where no field, list or text above it starts",
            "let it start at the same column as the lines that it belongs to; the lines of a text "
            "after '|' or '>' start at the column of its first line or further right",
        ),
        "no-dash": Said(
            "yaml-indentation",
            "this line starts at the column of the list in line {begun} but has no dash",
            "write '- ' before it where it is an item; otherwise indent it like its neighbours",
        ),
        "comment-ends": Said(
            "yaml-comment",
            "the text cannot go on here: in line {above} a comment starts at '#'",
            "put the whole text in quotes where '#' is part of it",
        ),
        "cut": Said(
            "yaml-comment",
            "'{lost}' would be lost: after a space, '#' starts a comment",
            "put the whole value in quotes; for a comment write a space after '#'",
        ),
        "quote-open": Said(
            "yaml-quote",
            "the quote {quote} that is opened here is not closed before the next field",
            _QUOTES_HINT,
        ),
        "quote-curly": Said(
            "yaml-quote",
            "the quote {quote} that is opened here is not closed before the next field",
            "curly quotes do not close it: write the straight one at the end of the value; inside "
            "'...' write '' for an apostrophe, inside \"...\" write \\\" for a quote",
        ),
        "quote-after": Said(
            "yaml-quote",
            "the value is in quotes, which close before this text: {text}",
            "let the quotes enclose the whole value; inside '...' write '' for an apostrophe, "
            'inside "..." write \\" for a quote, or use the other kind around it',
        ),
        "reserved": Said("yaml-quote", "a value cannot start with {character}", _QUOTE_IT),
        "escape": Said(
            "yaml-escape",
            "between double quotes a backslash starts a code, and this one does not exist",
            "use single quotes around the value, or write two backslashes where one is meant",
        ),
        "unsound-escape": Said(
            "yaml-escape",
            "a backslash between these quotes writes a character that is refused in records",
            "remove the backslash and what belongs to it; use single quotes where a backslash is "
            "meant",
        ),
        "anchor": Said(
            "yaml-alias",
            "'&{name}' at the start of a value is a YAML anchor, which records do not use",
            "put the value in quotes where '&' belongs to the text; otherwise remove '&{name}'",
        ),
        "alias": Said(
            "yaml-alias",
            "'*{name}' at the start of a value is a YAML alias, which records do not use",
            "put the value in quotes where '*' belongs to the text; otherwise write the value out",
        ),
        "alias-start": Said(
            "yaml-alias",
            "a value cannot start with {character}, which has a meaning of its own in YAML",
            "put the whole value in quotes; after '|' and below it the text needs no quotes",
        ),
        "tag": Said(
            "yaml-tag",
            "'!' at the start of a value is a YAML tag, which records do not use",
            "put the value in quotes where '!' belongs to the text; otherwise remove the tag",
        ),
        "merge": Said(
            "yaml-merge-key",
            "'<<' copies fields from elsewhere, which records do not use",
            "remove the line and write the fields out",
        ),
        "block-header": Said(
            "yaml-block",
            "after {sign} the text must start on the next line",
            "move the text below and indent it by two spaces; put the value in quotes where "
            "{sign} is part of it",
        ),
        "bracket-open": Said(
            "yaml-bracket",
            "the bracket '{opened}' that is opened here is not closed",
            "write '{closing}' at the end of the list; put the value in quotes where the bracket "
            "is part of the text",
        ),
        "bracket-after": Said(
            "yaml-bracket",
            "text stands here after the closing bracket",
            "remove it, or put the whole value in quotes where the brackets are part of the text",
        ),
        "comma": Said(
            "yaml-bracket",
            "a comma is missing here between the items in brackets",
            "write a comma and a space between the items, and quotes around an item that holds "
            "commas, colons or brackets",
        ),
        "nothing-expected": Said(
            "yaml-bracket",
            "'{character}' stands here where a value is expected",
            "remove it, or write the value that is missing before it; put the value in quotes "
            "where it starts with '{character}'",
        ),
        "dash-in-brackets": Said(
            "yaml-list",
            "a dash stands here inside brackets",
            "write the items with commas inside the brackets, or with dashes and no brackets",
        ),
        "dash-on-line": Said(
            "yaml-list",
            "a dash stands here in the same line as the name of the field",
            "start the list on the line below, one dash and space for each item; for a value that "
            "is a dash or starts with one, use quotes",
        ),
        "question": Said("field-name", "a value cannot start with '? '", _QUOTE_IT),
        "name-form": Said(
            "field-name",
            "a value, a list or a group of fields stands here where the name of a field belongs",
            "start the line with the name of a field and a colon; put texts that start with "
            "'?', '[' or '{{' in quotes",
        ),
        "name-empty": Said(
            "field-name",
            "the name of the field is missing before the colon",
            "write the name of the field before the colon",
        ),
        "repeated-field": Said(
            "field-repeated",
            "the field '{name}' is written a second time; it is already in line {first}",
            "keep one of the two; several values belong into one list",
        ),
        "empty": Said("value-empty", "the field '{name}' has no value", _NOTHING),
        "empty-item": Said("value-empty", "this list item is empty", _NOTHING_ITEM),
        "empty-fields": Said("value-empty", "'{{}}' stands here: no fields", _NOTHING),
        "empty-fields-item": Said("value-empty", "'{{}}' stands here: no fields", _NOTHING_ITEM),
        "no-text": Said("value-empty", "there is no text here", _NOTHING),
        "no-text-item": Said("value-empty", "there is no text here", _NOTHING_ITEM),
        "empty-block": Said(
            "value-empty",
            "no text stands below '{sign}'",
            "write the text on the lines below, each indented by two spaces more than the field",
        ),
        "empty-braces": Said(
            "value-empty",
            "'{name}' stands in braces without a value",
            "write a list in brackets, like [a, b]; in braces each name needs a colon and a value",
        ),
        "record-text": Said(
            "record-form",
            "the file holds the text '{text}' and no fields",
            "write one field in each line: its name, a colon, a space and the value",
        ),
        "record-list": Said(
            "record-form",
            "the file starts with a list; a record consists of fields",
            "write one field in each line: its name, a colon, a space and the value",
        ),
        "record-fields": Said(
            "record-form",
            "the file holds no fields",
            "write one field in each line: its name, a colon, a space and the value",
        ),
        "record-empty": Said(
            "record-form",
            "the file is empty or holds only comments",
            "write one field in each line: its name, a colon, a space and the value",
        ),
    }
)
"""About the YAML of a file."""
