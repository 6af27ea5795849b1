"""What the checks in the page say: the sentences of the generator's own findings, under short keys.

The page checks records with the same rules and the same words as the command line. The sentences
stand here a second time because a script needs a key for each; a test holds that each of them is
still a sentence that the generator says, so that its translation is found in the catalogs.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Said(NamedTuple):
    """A rule, what is wrong, and how to mend it; empty where the script chooses another hint."""

    rule: str
    what: str
    hint: str = ""


_SAVE_AS = "open the file in an editor and save it with the encoding UTF-8"
_UNSEEN = "delete it and type the word again; it often comes along when text is copied"

FILES: Mapping[str, Said] = MappingProxyType(
    {
        "file-size": Said(
            "file-size",
            "the file holds more than {most} KB",
            "shorten the texts or divide the record; pictures and documents do not belong here",
        ),
        "other-encoding": Said(
            "file-encoding", "the file is written in {name} and not in UTF-8", _SAVE_AS
        ),
        "not-utf8": Said(
            "file-encoding",
            "the byte {byte} (number {offset} of the file) is not UTF-8 text",
            "open the file in an editor and save it with the encoding UTF-8; then look whether the "
            "letters here are still right",
        ),
        "garbled": Said(
            "file-encoding",
            "'{letters}' is what is left of a letter that was read in another encoding than it was "
            "written in",
            "type the right letter; where there are many, copy the text from its origin again",
        ),
        "line-length": Said(
            "line-length",
            "this line has {length} characters; at most {most} are allowed",
            "break the text into several lines (after '>-' they are joined again)",
        ),
        "file-id": Said(
            "file-name",
            "'{name}' cannot be the id of a record",
            "rename the file: small letters a-z, digits and single hyphens between them",
        ),
        "file-id-length": Said(
            "file-name",
            "the name has {length} characters; at most {most} are allowed",
            "shorten the name",
        ),
        "file-id-reserved": Said(
            "file-name",
            "the name '{name}' is reserved: some computers or pages use it",
            "choose another name, for example by adding a word",
        ),
        "file-id-taken": Said("file-name", "There is a record {id} already.", "choose another id"),
        "file-left-over": Said(
            "file-kind", "this is a left-over of another program", "remove the file"
        ),
        "file-hidden": Said(
            "file-kind",
            "the name starts with a point, which hides the file",
            "remove or rename the file",
        ),
        "file-ending": Said(
            "file-kind",
            "records end in '.yaml', in small letters",
            "rename the file to '{stem}.yaml'",
        ),
        "file-no-record": Said(
            "file-kind",
            "this is no record: records end in '.yaml'",
            "remove the file or move it elsewhere",
        ),
    }
)
"""About a file as a whole."""

CHARACTERS: Mapping[str, Said] = MappingProxyType(
    {
        "character-line": Said(
            "line-ending",
            "{name} ({code}) stands here: some programs end the line here and others do not",
            "delete it and press the Enter key where a new line is meant",
        ),
        "character-tab": Said(
            "character-control", "a tab ({code}) stands here", "write a space instead of the tab"
        ),
        "character-control": Said(
            "character-control",
            "the control character {name} ({code}) stands here",
            "delete it; it is no part of the text and often comes from another program",
        ),
        "character-direction": Said(
            "character-hidden",
            "the invisible character {name} ({code}) stands here: it changes the order in which "
            "the text is shown, so that readers see something else than what is written",
            "delete it; the pages set the direction of each text themselves",
        ),
        "character-hidden": Said(
            "character-hidden", "the invisible character {name} ({code}) stands here", _UNSEEN
        ),
        "character-joiner": Said(
            "character-hidden",
            "the invisible character {name} ({code}) stands here; it has a meaning only between "
            "two letters of a script that joins its letters",
            "delete it",
        ),
        "character-mark": Said(
            "file-encoding",
            "an invisible mark ({code}, byte order mark) stands at the start of the file",
            "save the file as 'UTF-8' and not as 'UTF-8 with BOM'",
        ),
        "character-lost": Said(
            "file-encoding",
            "{name} ({code}) stands here: a letter was lost when the text was copied or converted",
            "type the lost letter again from the original",
        ),
        "character-unknown": Said(
            "character-unassigned",
            "{code} stands here: it is no character of the Unicode standard, so every computer "
            "shows something else or nothing",
            "delete it, or write the character that was meant",
        ),
        "character-count": Said(
            "character-hidden", "it stands in {count} places of this file", "delete it"
        ),
    }
)
"""About characters that do not belong into a record."""
