"""The door of libzim: everything that its writer asks of us, item by item."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

# Its stubs lack the mark that mypy asks for.
from libzim.writer import (  # type: ignore[import-untyped]
    Creator,
    FileProvider,
    Hint,
    IndexData,
    Item,
)

from generator.errors import PublishError
from generator.publish.zim_identity import settle_identity
from generator.publish.zim_words import native_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from libzim.writer import ContentProvider

    from generator.publish.zim import Book, PageText, ZimJob

_LONGEST_TITLE: Final = 30
_LONGEST_DESCRIPTION: Final = 80
_ICON_PIXELS: Final = 48
_SEVERAL_LANGUAGES: Final = "mul"
_UNKNOWN_TYPE: Final = "application/octet-stream"
# The system's own table differs from machine to machine.
_TYPES: Final = MappingProxyType(
    {
        ".atom": "application/atom+xml",
        ".css": "text/css",
        ".csv": "text/csv",
        ".gif": "image/gif",
        ".html": "text/html",
        ".ico": "image/x-icon",
        ".ics": "text/calendar",
        ".jpeg": "image/jpeg",
        ".jpg": "image/jpeg",
        ".js": "text/javascript",
        ".json": "application/json",
        ".jsonl": "application/jsonl",
        ".jsonld": "application/ld+json",
        ".md": "text/markdown",
        ".pdf": "application/pdf",
        ".png": "image/png",
        ".rss": "application/rss+xml",
        ".svg": "image/svg+xml",
        ".ttl": "text/turtle",
        ".txt": "text/plain",
        ".webmanifest": "application/manifest+json",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".xml": "application/xml",
        ".zip": "application/zip",
    }
)
_COMPRESSED_ALREADY: Final = frozenset(
    [".gif", ".jpeg", ".jpg", ".png", ".webp", ".woff2", ".xlsx", ".zip"]
)


def create_zim(target: Path, job: ZimJob) -> None:
    """Write the file with one worker, whose order of work is always the same."""
    creator = Creator(target)
    creator.config_indexing(bool(job.texts), _index_language(job.book))
    creator.config_nbworkers(1)
    creator.set_mainpath(job.book.main)
    try:
        with creator:
            _fill(creator, job)
    except RuntimeError as fault:
        raise PublishError(
            f"'{job.target.name}' could not be written: {_reason(fault)}",
            mend="See whether the disk is full, then build again.",
        ) from fault
    settle_identity(target)


def media_type(path: str) -> str:
    """Return the media type (RFC 2046) of a file of the site by its name."""
    return _TYPES.get(PurePosixPath(path).suffix.lower(), _UNKNOWN_TYPE)


def cut(text: str, longest: int) -> str:
    """Shorten a text to so many characters, at the end of a word where it has words."""
    if len(text) <= longest:
        return text
    end = longest - 1
    while end and unicodedata.category(text[end]).startswith("M"):
        end -= 1  # a mark stays with its letter
    whole, space, _ = text[: end + 1].rpartition(" ")
    return (whole if space else text[:end]).rstrip(" ,;:·-") + "…"


class _Words(IndexData):  # type: ignore[misc]
    """The words of a page for the index of Kiwix' own search."""

    def __init__(self, page: PageText | None) -> None:
        super().__init__()
        self._page = page

    def has_indexdata(self) -> bool:
        return self._page is not None

    def get_title(self) -> str:
        return native_words(self._page.title) if self._page else ""

    def get_content(self) -> str:
        return native_words(self._page.text) if self._page else ""

    def get_keywords(self) -> str:
        return ""

    def get_wordcount(self) -> int:
        return len(self._page.text.split()) if self._page else 0

    def get_geoposition(self) -> tuple[float, float] | None:
        return None


class _SiteFile(Item):  # type: ignore[misc]
    """A file of the site."""

    def __init__(self, path: str, file: Path, page: PageText | None) -> None:
        super().__init__()
        self._path = path
        self._file = file
        self._page = page
        self.get_indexdata = lambda: _Words(page)

    def get_path(self) -> str:
        return self._path

    def get_title(self) -> str:
        return self._page.title if self._page else ""

    def get_mimetype(self) -> str:
        return media_type(self._path)

    def get_contentprovider(self) -> ContentProvider:
        return FileProvider(self._file)

    def get_hints(self) -> dict[Hint, int]:
        suffix = PurePosixPath(self._path).suffix.lower()
        return {
            Hint.FRONT_ARTICLE: self._page is not None,
            Hint.COMPRESS: suffix not in _COMPRESSED_ALREADY,
        }


def _fill(creator: Creator, job: ZimJob) -> None:
    for name, value in _metadata(job.book):
        creator.add_metadata(name, value)
    creator.add_illustration(_ICON_PIXELS, job.book.illustration)
    files = dict(job.files)
    for path in sorted(files):
        creator.add_item(_SiteFile(path, files[path], job.texts.get(path)))
    for path, target in sorted(job.redirects.items()):
        if path not in files:
            creator.add_redirection(path, "", target, {Hint.FRONT_ARTICLE: False})


def _metadata(book: Book) -> Iterator[tuple[str, str]]:
    """Yield what is said of the file, in the words of the openZIM specification."""
    said = {
        "Name": book.name,
        "Title": cut(book.title, _LONGEST_TITLE),
        "Description": cut(book.description, _LONGEST_DESCRIPTION),
        "Language": ",".join(book.languages),
        "Creator": book.creator,
        "Publisher": book.publisher,
        "Date": book.date,
        "Flavour": book.flavour,
        "Tags": ";".join(book.tags),
        "License": book.licence,
        "Source": book.source,
    }
    if cut(book.description, _LONGEST_DESCRIPTION) != book.description:
        said["LongDescription"] = book.description
    yield from ((name, value) for name, value in sorted(said.items()) if value)


def _reason(fault: RuntimeError) -> str:
    """Return the last line: libzim passes on whole tracebacks."""
    return str(fault).rstrip().rpartition("\n")[2]


def _index_language(book: Book) -> str:
    """Return the language whose endings the index takes off words, or that of no language."""
    return book.languages[0] if len(book.languages) == 1 else _SEVERAL_LANGUAGES
