"""The site as ZIM files: one for each language and one with all, from the very files of the site.

What a single language lacks is not linked into nothing: addresses of other languages lead to the
page of downloads, which says where the others are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from generator.languages.iso_codes import three_letters
from generator.pages.downloads import DOWNLOADS_PAGE, FOLDER
from generator.publish.packages import FIRST_PAGE, finished, is_of_language, kept_files
from generator.publish.zim import Book, ZimJob, write_zims
from generator.publish.zim_texts import texts_known, texts_shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from generator.pages.downloads import Package
    from generator.publish.zim import PageText
    from generator.search.record import SearchRecord

ILLUSTRATION: Final = "icon-48.png"
"""Name of the PNG of 48 x 48 pixels, in the folder of the theme."""

_ALL: Final = "all"
_SEVERAL: Final = "mul"
_PROCESSES: Final = 2
"""Each needs about 150 MB of memory."""
_NO_DAY: Final = date(1980, 1, 1)
"""The format demands a day; the same as in a ZIP file without one."""
_FLAVOUR: Final = "maxi"
_TAGS: Final = ("_category:other", "_details:yes", "_ftindex:yes", "_pictures:yes", "_videos:no")
"""As https://wiki.openzim.org/wiki/Tags defines them: nothing was left out."""


@dataclass(frozen=True, slots=True)
class LanguageBook:
    """What is said of the ZIM file of one language."""

    tag: str
    fallbacks: tuple[str, ...]
    """Languages in which pages show what is not there in their own, in this order."""
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Colophon:
    """What all ZIM files of a site share."""

    name: str
    """First part of their names, ASCII."""
    day: date | None
    """Of the edition."""
    creator: str
    publisher: str
    licence: str
    illustration: bytes
    address: str = ""
    """Of the published site."""


def write_books(
    site: Path,
    colophon: Colophon,
    languages: Sequence[LanguageBook],
    records: Sequence[SearchRecord],
) -> tuple[Package, ...]:
    """Write the ZIM files of a site that is complete but for what is to be downloaded.

    The title of the first language is that of the file with all. A site in one language has one
    file. Raises PublishError as ``kept_files`` and ``write_zims`` do.
    """
    files = {path: site / path for path in kept_files(site)}
    tags = {language.tag for language in languages}
    jobs = {
        language.tag: ZimJob(
            target=site / _path(colophon, language.tag),
            files=tuple(sorted(kept.items())),
            book=_book(colophon, [language], main=f"{language.tag}/{FIRST_PAGE}"),
            texts=texts_known(records, (language.tag, *language.fallbacks)),
            redirects=_redirects(files, kept, language.tag),
        )
        for language in languages
        for kept in [_files_of_language(files, tags - {language.tag})]
    }
    if len(languages) > 1:
        jobs[""] = ZimJob(
            target=site / _path(colophon, ""),
            files=tuple(sorted(files.items())),
            book=_book(colophon, languages, main=FIRST_PAGE),
            texts=_texts_of_all(records, languages),
        )
    # The largest file first, so that no process waits for it at the end.
    write_zims([jobs[tag] for tag in sorted(jobs)], processes=_PROCESSES)
    return tuple(finished(site, _path(colophon, tag), kind="zim", language=tag) for tag in jobs)


def _path(colophon: Colophon, tag: str) -> str:
    return f"{FOLDER}/{colophon.name}-{tag or _ALL}.zim"


def _files_of_language(files: Mapping[str, Path], others: AbstractSet[str]) -> dict[str, Path]:
    """Leave out other languages, and the page on which a reader chooses one."""
    return {
        path: file
        for path, file in files.items()
        if path != FIRST_PAGE and is_of_language(path, others)
    }


def _redirects(files: Mapping[str, Path], kept: Mapping[str, Path], tag: str) -> dict[str, str]:
    """Lead from each page that was left out to one that says where it is.

    Only pages: a script that is missing must fail, which tells the menu of languages that the
    language is not there.
    """
    first = f"{tag}/{FIRST_PAGE}"
    downloads = f"{tag}/{DOWNLOADS_PAGE}.html"
    elsewhere = downloads if downloads in kept else first
    left_out = (path for path in files if path not in kept and path.endswith(".html"))
    return {path: first if path == FIRST_PAGE else elsewhere for path in left_out}


def _texts_of_all(
    records: Sequence[SearchRecord], languages: Sequence[LanguageBook]
) -> dict[str, PageText]:
    return {
        path: text
        for language in languages
        for path, text in texts_shown(records, (language.tag, *language.fallbacks)).items()
    }


def _book(colophon: Colophon, languages: Sequence[LanguageBook], *, main: str) -> Book:
    codes = tuple(dict.fromkeys(three_letters(language.tag) for language in languages))
    return Book(
        name=f"{colophon.name}_{languages[0].tag if len(languages) == 1 else _SEVERAL}",
        title=languages[0].title,
        description=languages[0].description,
        languages=codes,
        creator=colophon.creator,
        publisher=colophon.publisher,
        date=(colophon.day or _NO_DAY).isoformat(),
        main=main,
        illustration=colophon.illustration,
        flavour=_FLAVOUR,
        tags=_TAGS,
        licence=colophon.licence,
        source=colophon.address,
    )
