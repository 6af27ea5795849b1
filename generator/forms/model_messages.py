"""What the checks in the page say of fields, values and other records; see ``messages``."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.forms.messages import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

_TWO_DATES = "look at both dates; history goes from the oldest step to the newest"

VALUES: Mapping[str, Said] = MappingProxyType(
    {
        "own-id": Said(
            "field-id",
            "the field 'id' is written here, but the id of a record is the name of its file",
            "remove the line; to change the id, rename the file",
        ),
        "missing": Said("field-missing", "the field '{name}' is missing"),
        "missing-in": Said(
            "field-missing", "the field '{name}' is missing in this part of '{owner}'"
        ),
        "unknown": Said("field-unknown", "unknown field '{name}'"),
        "unknown-odd": Said(
            "field-unknown",
            "unknown field '{name}': the character '{character}' in it is {character_name} "
            "({code})",
        ),
        "choice": Said("value-unknown", "'{value}' is not a word that '{name}' knows"),
        "choice-odd": Said(
            "value-unknown",
            "'{value}' is not a word that '{name}' knows: '{character}' in it is {character_name} "
            "({code})",
        ),
        "flag": Said("value-type", "{value!r} is neither true nor false", "write true or false"),
        "number": Said(
            "value-type",
            "{value!r} is not a whole number",
            "write digits only, without spaces, separators or leading zeros",
        ),
        "range": Said(
            "value-range",
            "{value} is not between {lowest} and {highest}",
            "write a number from {lowest} to {highest}",
        ),
        "amount": Said(
            "value-type",
            "{value!r} is not an amount",
            "write digits with a point before decimals, for example 1200000 or 26.10",
        ),
        "id": Said(
            "value-format",
            "{value!r} is not an id",
            "an id is a file name: lower-case letters a-z, digits and single hyphens; "
            "for a country its three-letter code",
        ),
        "language": Said(
            "value-format",
            "{value!r} is not a language tag",
            "write a BCP 47 tag such as en, zh, pt or sr-Latn",
        ),
        "language-key": Said("value-format", "'{name}' is not a language tag"),
        "address": Said(
            "value-format",
            "{value!r} is not a web address",
            "copy the address from the browser: it holds no spaces, quotes, braces or brackets, "
            "has only letters a-z, digits, points and hyphens in its first part, and a / after it",
        ),
        "address-start": Said(
            "value-format",
            "{value!r} is not a web address",
            "write the whole address, starting with https:// (or http:// where there is no other)",
        ),
        "currency": Said(
            "value-format",
            "{value!r} is not a currency code",
            "write the ISO 4217 code of three capital letters, such as USD",
        ),
        "country": Said(
            "value-format",
            "{value!r} is not a country code",
            "write the ISO 3166-1 code of three capital letters",
        ),
        "date": Said(
            "value-format",
            "{value!r} is not a date",
            "write year-month-day with two digits for month and day, such as 2023-10-18; "
            "or 2023-10 or 2023 where the source says no more",
        ),
        "date-range": Said(
            "value-range",
            "{value!r} is not a day of the calendar between 1900 and 2200",
            "look at the month (01 to 12) and at how many days it has",
        ),
        "no-words": Said(
            "value-empty", "there is no text here", "write the text or leave the field out"
        ),
        "text-length": Said(
            "text-length",
            "the text has {length} characters; at most {most} are allowed here",
            "shorten it; longer text belongs into the description or onto a page of its own",
        ),
        "text-lines": Said(
            "text-lines",
            "the text has more than one line; this field takes a single line",
            "write it on one line, or after '>-', which joins lines",
        ),
        "too-long": Said(
            "text-length", "'{name}' has {length} characters; {most} are allowed", "shorten it"
        ),
        "list-empty": Said("value-empty", "the list '{name}' is empty", "write at least one value"),
        "all-beside": Said(
            "value-range",
            "'all' stands beside other pillars",
            "write pillars: all, or a list of some pillars without the word all",
        ),
        "value-repeated": Said(
            "value-repeated",
            "'{value}' is in this list already, in line {line}",
            "remove one of the two",
        ),
        "list-instead": Said("value-type", "'{name}' holds a list here, but it takes {words}"),
        "fields-instead": Said("value-type", "'{name}' holds fields here, but it takes {words}"),
        "value-instead": Said("value-type", "'{name}' takes {words}, and '{value}' is none"),
        "value-for-group": Said("value-type", "'{value}' stands where '{name}' takes {words}"),
    }
)
"""About the fields and values of a record."""

RECORDS: Mapping[str, Said] = MappingProxyType(
    {
        "no-source": Said("reference-unknown", "there is no source {id!r}"),
        "no-pillar": Said("reference-unknown", "there is no pillar {id!r}"),
        "no-track": Said("reference-unknown", "there is no track {id!r}"),
        "no-party": Said("reference-unknown", "there is no participant or organization {id!r}"),
        "no-part": Said("reference-unknown", "there is no part {id!r} of the framework"),
        "status-history": Said(
            "status-history",
            "the status is {status!r}, but the last step of the history is {last!r}",
            "write status: {last}, or add the step that is missing, with its source",
        ),
        "starts-with": Said(
            "history-order",
            "the history starts with {status}",
            "add the step before it: when the project was proposed or announced",
        ),
        "no-next": Said("history-order", "{after} does not follow {before}"),
        "mailbox": Said(
            "personal-data",
            "{mailbox} looks like the mailbox of a person",
            "give a mailbox of the office, such as info@ or trade@, or link to its page with "
            "contacts",
        ),
        "telephone": Said(
            "personal-data",
            "{number} looks like a telephone number",
            "remove it, and link to the page where the office gives its numbers",
        ),
        "after-end": Said(
            "history-after-end",
            "this step comes after the project was {status}",
            "a project that goes on after its end is a new record; link the two",
        ),
        "open-but-ended": Said(
            "open-but-ended",
            "the project is {status}, so nobody can join it",
            "write open_to_join: false, or correct the status and its history",
        ),
        "named-twice": Said(
            "list-repeated",
            "{name!r} is named here a second time",
            "remove one of the two; where they say different things, join them into one",
        ),
        "before-step": Said(
            "date-order", "{later} is before {earlier}, the date of the step above", _TWO_DATES
        ),
        "before-project": Said(
            "date-order",
            "{later} is before {earlier}, when the project was first heard of",
            _TWO_DATES,
        ),
        "before-period": Said(
            "date-order", "{later} is before {earlier}, the start of the period", _TWO_DATES
        ),
        "before-publication": Said(
            "date-order", "{later} is before {earlier}, the date of publication", _TWO_DATES
        ),
        "future": Said(
            "date-future",
            "{day} lies in the future (today is {today})",
            "look at the year; a step is entered when it has happened and a source says so",
        ),
        "markdown-html": Said(
            "markdown-unsafe",
            "raw HTML is not allowed here: {found}",
            "write Markdown: **bold**, *italic*, lists, [words](https://address)",
        ),
        "markdown-image": Said(
            "markdown-unsafe",
            "images are not allowed here: {found}",
            "link to the page that shows it: [words](https://address)",
        ),
        "markdown-link": Said(
            "markdown-unsafe",
            "this link leads to something else than a web or mail address: {found}",
            "write the whole address, starting with https://, http:// or mailto:",
        ),
        "attested": Said(
            "wording-source",
            "this wording is called attested, but no source is named",
            "add source: with the id of the source that uses it, or call it working",
        ),
        "language-unknown": Said(
            "language-unknown",
            "there is no language {tag}",
            "write the tag of the language you wrote in; languages of the site are: {known}",
        ),
    }
)
"""About what a record says of itself and of others."""

HINTS: Mapping[str, str] = MappingProxyType(
    {
        "add-line": "add a line like '{line}'",
        "add-line-of": "add the line '{line}', with one of these words: {choices}",
        "it-says": "what it says: {explanation}",
        "line": "{name}: {example}",
        "line-group": "{name}: (below, indented: {fields})",
        "line-groups": "{name}: (below, indented, each item with a dash: {fields})",
        "moved-only": "a record that moved keeps the field 'moved' only; remove this one",
        "one-colon": "write one colon only",
        "space-after": "write a space after the colon: '{corrected}'",
        "space-after-dash": "write a space after the dash: '- {name}'",
        "meant": "did you mean '{meant}'?",
        "meant-id": "did you mean {meant!r}?",
        "meant-of": "did you mean '{meant}'? write one of these: {choices}",
        "one-of": "write one of these: {choices}",
        "below": "it belongs below '{home}': indent it like the other lines there",
        "further-out": (
            "it is a field of the record itself: indent it less, like the other fields there"
        ),
        "leave-out": "leave it out, or use one of these fields: {names}",
        "comma-between": "between two of them write a comma",
        "odd": "'{character}' here is {character_name} ({code})",
        "odd-plain": "'{character}' here is {character_name} ({code}), write '{plain}' instead",
        "language-first": (
            "write the language first and '{name}' below it, indented: 'en:' and then '{name}: ...'"
        ),
        "language-tags": (
            "write a tag such as en, zh, pt or sr-Latn before each text; put the text in quotes "
            "where '{name}' is part of it"
        ),
        "one-value-hint": "write one value, without dash and brackets",
        "one-text-hint": (
            "write one text without dash and brackets; several languages stand below without dashes"
        ),
        "no-dash-hint": (
            "remove the dash or the brackets; the fields stand below '{name}', indented"
        ),
        "quote-colon-hint": "write one value; put the text in quotes where a colon is part of it",
        "dash-first-hint": (
            "write '- ' before the first field of each item, and indent its other fields by two "
            "spaces more"
        ),
        "items-hint": (
            "write the items with a dash each and without a colon, or in brackets: {example}"
        ),
        "own-line-hint": "write each item on its own line, after the plain dash and a space: '- '",
        "as-list": "write it as a list: [{items}]",
        "or-all": "or write the word all without brackets",
        "fields-below": "write its fields on the lines below, indented: {names}",
        "dashes-below": (
            "write a dash for each item and its fields on the lines below, indented: {names}"
        ),
        "may-come": "after it may come: {choices}; news that change nothing repeat the status",
        "still-open": "an active project that others may still join has open_to_join: true",
        "has-moved": "it has moved: write {target}",
        "was-divided": "it was divided: write one of {targets}",
        "known-are": "known are: {known}",
        "look-up": "look up its id in {where}, or add the record there",
    }
)
"""Ways to mend that are chosen case by case."""
