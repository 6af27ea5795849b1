"""Catalog files of translators (gettext PO): read strictly, written the same way every time.

What a file holds beside the translations is kept: comments, flags, previous texts, header fields.
A file with a line that is no PO is refused as a whole, with the number of the line: to guess what
a lost quotation mark stood for would put wrong words before readers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from textwrap import wrap
from types import MappingProxyType
from typing import TYPE_CHECKING

from babel import UnknownLocaleError
from babel.messages.plurals import get_plural
from babel.messages.pofile import escape, normalize, unescape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FUZZY = "fuzzy"
"""Flag of a translation whose source text has changed."""

_WIDTH = 100
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_KEYWORD = re.compile(rf"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s*({_QUOTED})")
_CONTINUED = re.compile(_QUOTED)


_FOLLOWING = {
    "msgctxt": {"msgid"},
    "msgid": {"msgid_plural", "msgstr"},
    "msgid_plural": {"msgstr[0]"},
}
"""Keywords that may follow one."""


@dataclass(frozen=True, slots=True)
class PoMessage:
    """A text with its translation and what translators and programs noted about it."""

    source: str
    context: str | None = None
    plural: str | None = None
    texts: tuple[str, ...] = ("",)
    """The translation; for counted messages one text per plural form."""
    flags: frozenset[str] = frozenset()
    comments: tuple[str, ...] = ()
    """Remarks of translators."""
    extracted: tuple[str, ...] = ()
    """Remarks for translators."""
    references: tuple[str, ...] = ()
    """Files the words come from."""
    previous: tuple[str, ...] = ()
    """For fuzzy messages: the text (and its plural) that was translated."""
    is_obsolete: bool = False
    line: int = 1
    """Where the message starts, counted from 1."""

    @property
    def key(self) -> tuple[str, str | None]:
        """What no two messages of a file share."""
        return self.source, self.context

    @property
    def is_translated(self) -> bool:
        """Whether there is any translation, finished or not."""
        return any(self.texts)


@dataclass(frozen=True, slots=True)
class PoFile:
    """A catalog file."""

    header: Mapping[str, str]
    messages: tuple[PoMessage, ...]
    comments: tuple[str, ...] = ("",)
    """Remarks at the top of the file."""


@dataclass(frozen=True, slots=True)
class PoFault:
    """Why a file cannot be read."""

    line: int
    """The first line that is wrong, counted from 1."""
    is_repeated: bool = False
    """Whether the line starts a message that the file has already."""


def read_po_file(data: bytes) -> PoFile | PoFault:
    """Read a catalog file; it is UTF-8, whatever its header says."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return PoFault(data.count(b"\n", 0, fault.start) + 1)
    entries = _Entries()
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if not entries.add(line.strip(), number):
            return PoFault(number)
    if not entries.finish():
        return PoFault(len(lines))
    return _file(entries.messages)


def write_po_file(file: PoFile) -> bytes:
    """Return the bytes of a catalog file; obsolete messages come last."""
    header = "".join(f"{name}: {value}\n" for name, value in file.header.items())
    first = PoMessage("", texts=(header,), comments=file.comments)
    messages = [first, *sorted(file.messages, key=lambda message: message.is_obsolete)]
    blocks = ("\n".join(_lines(message)) for message in messages)
    return ("\n\n".join(blocks) + "\n").encode("utf-8")


def customary_plurals(language: str) -> str:
    """Return the ``Plural-Forms`` of a language, those of English where nobody knows them."""
    try:
        return str(get_plural(language.replace("-", "_")))
    except UnknownLocaleError:
        return "nplurals=2; plural=(n != 1);"


@dataclass(slots=True)
class _Entry:
    """A message as far as it has been read."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    """Quoted strings by keyword."""
    notes: list[str] = field(default_factory=list)
    """Comment lines, from ``#`` on."""
    line: int = 1
    is_obsolete: bool = False


class _Entries:
    """Puts lines together into messages."""

    def __init__(self) -> None:
        self.messages: list[PoMessage] = []
        self._entry = _Entry()
        self._last: list[str] | None = None

    def add(self, line: str, number: int) -> bool:
        """Take the next line; say whether it can stand here."""
        if not line:
            return True
        if line.startswith("#") and (line[1:2] != "~" or line.startswith("#~|")):
            is_complete = self.finish()
            self._entry.notes.append(line)
            return is_complete
        bare = line.removeprefix("#~").strip()
        if _CONTINUED.fullmatch(bare) and self._last is not None:
            self._last.append(bare)
            return True
        found = _KEYWORD.fullmatch(bare)
        if found is None or not self._is_next(found[1]):
            return False
        if not self._entry.fields:
            self._entry.line, self._entry.is_obsolete = number, bare != line
        self._last = self._entry.fields[found[1]] = [found[2]]
        return True

    def finish(self) -> bool:
        """Close the message that is being read; say whether it is complete."""
        if self._entry.fields:
            if not any(name.startswith("msgstr") for name in self._entry.fields):
                return False
            self.messages.append(_message(self._entry))
            self._entry = _Entry()
            self._last = None
        return True

    def _is_next(self, keyword: str) -> bool:
        """Say whether the keyword can stand here, and close the message that it ends."""
        last = next(reversed(self._entry.fields), "")
        if keyword == "msgctxt" or (keyword == "msgid" and last != "msgctxt"):
            return self.finish()
        if last.startswith("msgstr["):
            return keyword == f"msgstr[{int(last[7]) + 1}]"
        return keyword in _FOLLOWING.get(last, ())


def _message(entry: _Entry) -> PoMessage:
    texts = {name: "".join(map(unescape, quoted)) for name, quoted in entry.fields.items()}
    flags = {flag.strip() for note in _noted(entry, ",") for flag in note.split(",")}
    return PoMessage(
        source=texts["msgid"],
        context=texts.get("msgctxt"),
        plural=texts.get("msgid_plural"),
        texts=tuple(text for name, text in texts.items() if name.startswith("msgstr")),
        flags=frozenset(flags - {""}),
        comments=tuple(note[1:].strip() for note in entry.notes if note[1:2] not in set(",.:|~")),
        extracted=tuple(_noted(entry, ".")),
        references=tuple(" ".join(_noted(entry, ":")).split()),
        previous=_previous(" ".join([*_noted(entry, "|"), *_noted(entry, "~|")])),
        is_obsolete=entry.is_obsolete,
        line=entry.line,
    )


def _noted(entry: _Entry, kind: str) -> Iterator[str]:
    return (note[1 + len(kind) :].strip() for note in entry.notes if note[1:].startswith(kind))


def _previous(noted: str) -> tuple[str, ...]:
    """Return the previous text and its plural from what stands behind ``#|``."""
    parts = re.split(r"(?:^|(?<=\" ))(msgctxt|msgid_plural|msgid) (?=\")", noted)
    fields = dict(zip(parts[1::2], parts[2::2], strict=True))
    found = (fields.get(name) for name in ("msgid", "msgid_plural"))
    return tuple("".join(map(unescape, _CONTINUED.findall(text))) for text in found if text)


def _file(messages: list[PoMessage]) -> PoFile | PoFault:
    live = {message.key: message for message in reversed(messages) if not message.is_obsolete}
    for message in messages:
        if not message.is_obsolete and message is not live[message.key]:
            return PoFault(message.line, is_repeated=True)
    first = live.get(("", None), PoMessage(""))
    fields = (line.partition(":") for line in first.texts[0].split("\n") if line)
    header = {name.strip(): value.strip() for name, _, value in fields}
    others = tuple(message for message in messages if message is not first)
    return PoFile(MappingProxyType(header), others, first.comments or ("",))


def _lines(message: PoMessage) -> Iterator[str]:
    """Yield the lines of a message."""
    for comment in message.comments:
        yield f"# {comment}".rstrip()
    for remark in message.extracted:
        yield f"#. {remark}".rstrip()
    for line in wrap(" ".join(message.references), _WIDTH, break_on_hyphens=False):
        yield f"#: {line}"
    if message.flags:
        yield f"#, {', '.join(sorted(message.flags))}"
    prefix = "#~ " if message.is_obsolete else ""
    previous = "#~| " if message.is_obsolete else "#| "
    for name, text in zip(("msgid", "msgid_plural"), message.previous, strict=False):
        yield f"{previous}{name} {_quoted(text, previous)}"
    if message.context is not None:
        yield f"{prefix}msgctxt {_quoted(message.context, prefix)}"
    yield f"{prefix}msgid {_quoted(message.source, prefix)}"
    names = ["msgstr"]
    if message.plural is not None:
        yield f"{prefix}msgid_plural {_quoted(message.plural, prefix)}"
        names = [f"msgstr[{index}]" for index in range(len(message.texts))]
    for name, text in zip(names, message.texts, strict=True):
        yield f"{prefix}{name} {_quoted(text, prefix)}"


def _quoted(text: str, prefix: str) -> str:
    """Return the text in quotation marks, on as many lines as it needs."""
    wrapped = normalize(text, prefix=prefix, width=_WIDTH)
    again = "".join(unescape(line.removeprefix(prefix)) for line in wrapped.split("\n"))
    # The library adds a line end to some long texts that have one already.
    return wrapped if again == text else escape(text)
