"""The page from which readers take the whole site with them, and what is said in a package."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from generator.languages.resolve import ResolvedText, direction_of
from generator.model.dates import parse_date
from generator.pages.components import Heading, Link, Notice
from generator.pages.page import Page, relative_url
from generator.pages.records import description

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.pages.components import Words
    from generator.pages.edition import Edition

DOWNLOADS_PAGE = "downloads"
"""Path of the page below a language's folder."""
SUMS = "SHA256SUMS"
"""Name of the list of checksums, beside the packages."""
FOLDER = "downloads"
"""Folder of the packages in the site."""

_ROOT = ".."
"""Path from the page to the root of the site."""


@dataclass(frozen=True, slots=True)
class Package:
    """A finished file with the whole site, or one language of it, to keep."""

    kind: Literal["zip", "zim"]
    language: str
    """Tag of the only language in it, or nothing where it holds them all."""
    path: str
    """Relative to the site."""
    size: int
    """Bytes."""
    sha256: str
    """SHA-256 (FIPS 180-4), 64 lower-case hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class PackageRow:
    """A package as the page offers it."""

    name: Words
    """The language in it, in its own words."""
    file: str
    url: str
    size: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Command:
    """A way to check a file: the system it is for, and what to type there."""

    system: str
    line: str


@dataclass(frozen=True, slots=True)
class DownloadsBody:
    """What the page shows; a copy has no packages of its own."""

    folders: tuple[PackageRow, ...] = ()
    """Packages to unpack and to open by double click."""
    archives: tuple[PackageRow, ...] = ()
    """Packages for Kiwix."""
    newer: Link | None = None
    """Where a copy can be renewed, as far as that is known."""
    sums: Link | None = None
    commands: tuple[Command, ...] = ()
    edition: str = ""
    """Day of this edition, or nothing."""


def downloads_page(
    edition: Edition, packages: Sequence[Package], *, edition_date: str = "", address: str = ""
) -> Page:
    """Build the page of a site with these packages, or with none the page of a copy.

    ``edition_date`` is an ISO 8601 day and ``address`` that of the published site; both may be
    empty.
    """
    words = edition.words
    lede = words("The whole site to keep, and to read without the Internet.")
    body = _published(edition, packages) if packages else _copy(edition, address)
    return Page(
        path=DOWNLOADS_PAGE,
        kind="docs",
        template="downloads",
        language=edition.language.tag,
        direction=edition.language.direction,
        title=words("Downloads"),
        description=description(lede),
        body=replace(body, edition=_day(edition, edition_date)),
        lede=lede,
        crumbs=(Link(words("Home"), relative_url(DOWNLOADS_PAGE, "index")),),
        toc=_headings(edition, body),
        notices=() if packages else (_copy_notice(edition),),
        translations=tuple(edition.resolvers),
    )


def readme(edition: Edition, *, edition_date: str = "", address: str = "") -> str:
    """Return the plain text that lies beside the pages in a package."""
    words = edition.words
    framework = edition.repository.framework
    name = edition.text("framework", framework, framework.title, "title").text
    newer = _address_of_page(edition, address)
    lines = (
        name,
        edition_words(edition, edition_date),
        words("Open the file index.html with a browser. No Internet is needed."),
        words(
            "The file manifest.json lists every file with its checksum. "
            "To check that all are whole: {command}",
            command="framework verify FOLDER",
        ),
        words("Newer packages: {address}", address=newer) if address else "",
        words("Content: CC BY 4.0. Code: Apache License 2.0."),
    )
    return "\n\n".join(str.__str__(line) for line in lines if line) + "\n"


def edition_words(edition: Edition, edition_date: str) -> str:
    """Return what pages say of the day of this edition (ISO 8601); nothing where it has none."""
    day = _day(edition, edition_date)
    return edition.words("Edition of {date}", date=day) if day else ""


def _day(edition: Edition, edition_date: str) -> str:
    return edition.formats.date(parse_date(edition_date)) if edition_date else ""


def _address_of_page(edition: Edition, address: str) -> str:
    return f"{address}/{edition.language.tag}/{DOWNLOADS_PAGE}.html"


def _headings(edition: Edition, body: DownloadsBody) -> tuple[Heading, ...]:
    words = edition.words
    shown = (
        (bool(body.folders), Heading("folder", words("A folder to open by double click"))),
        (True, Heading("app", words("An app on your device"))),
        (bool(body.archives), Heading("kiwix", words("A file for Kiwix"))),
        (True, Heading("check", words("Check that nothing is missing or changed"))),
    )
    return tuple(heading for is_shown, heading in shown if is_shown)


def _published(edition: Edition, packages: Sequence[Package]) -> DownloadsBody:
    ordered = sorted(packages, key=lambda package: package.language != edition.language.tag)
    folders = tuple(_row(edition, package) for package in ordered if package.kind == "zip")
    archives = tuple(_row(edition, package) for package in ordered if package.kind == "zim")
    return DownloadsBody(
        folders=folders,
        archives=archives,
        sums=Link(SUMS, f"{_ROOT}/{FOLDER}/{SUMS}"),
        commands=_commands(edition, (*folders, *archives)[0].file, folders),
    )


def _copy(edition: Edition, address: str) -> DownloadsBody:
    published = _address_of_page(edition, address)
    return DownloadsBody(
        newer=Link(published, published) if address else None,
        commands=(_own_check(edition, "FOLDER"),),
    )


def _copy_notice(edition: Edition) -> Notice:
    words = edition.words("You are reading a copy of this site. It holds no packages itself.")
    return Notice("info", words)


def _row(edition: Edition, package: Package) -> PackageRow:
    return PackageRow(
        name=_contents(edition, package),
        file=package.path.rpartition("/")[2],
        url=f"{_ROOT}/{package.path}",
        size=edition.formats.size(package.size),
        sha256=package.sha256,
    )


def _contents(edition: Edition, package: Package) -> Words:
    tag = package.language
    if not tag:
        return edition.words("All languages")
    name = edition.resolvers[tag].language.name
    is_foreign = tag != edition.language.tag
    return ResolvedText(name, tag, direction_of(tag), "original", is_fallback=is_foreign)


def _commands(edition: Edition, file: str, folders: Sequence[PackageRow]) -> tuple[Command, ...]:
    return (
        Command("Linux", f"sha256sum --check --ignore-missing {SUMS}"),
        Command("macOS", f"shasum -a 256 {file}"),
        Command("Windows", f"certutil -hashfile {file} SHA256"),
        *(_own_check(edition, row.file) for row in folders[:1]),
    )


def _own_check(edition: Edition, what: str) -> Command:
    system = edition.words("With the program that makes this site, file by file")
    return Command(system, f"framework verify {what}")
