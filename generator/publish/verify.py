"""Rules that a finished site must keep, whatever made it.

The site is read from a server, from a disk and from an archive alike: every address in it is
relative, names a file that is there, and nothing is fetched from another host.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.issues import Issue, Message, Place, message, sorted_issues
from generator.publish.address import Address, Leads, named_file, read_address
from generator.publish.inventory import shown, take_inventory
from generator.publish.page import Page, Reference, Use, read_page
from generator.publish.stylesheet import fetched_addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.publish.inventory import Inventory

_PAGES: Final = (".html", ".htm", ".xhtml")
_DRAWINGS: Final = (".svg",)
_STYLES: Final = (".css",)
_DIRECTIONS: Final = ("ltr", "rtl")
_LONGEST_SHOWN: Final = 200
"""Characters of an address that a message shows."""


def verify_site(site: Path) -> tuple[Issue, ...]:
    """Read every page, drawing and style sheet once and return each rule they break."""
    inventory = take_inventory(site)
    contents = _contents(inventory)
    anchors: dict[str, frozenset[str]] = {}
    found: list[Issue | _Jump] = []
    for path in inventory.files:
        kind = path.lower()
        if kind.endswith(_STYLES):
            found.extend(_judged(path, _style_references(site, path), contents))
        elif kind.endswith(_PAGES + _DRAWINGS):
            page = read_page(_text(site, path))
            found.extend(_judged(path, page.references, contents))
            if kind.endswith(_PAGES):
                found.extend(_page_issues(path, page))
                anchors[path] = frozenset(map(sys.intern, page.anchors))
    jumps = (entry for entry in found if isinstance(entry, _Jump))
    issues = (entry for entry in found if isinstance(entry, Issue))
    return sorted_issues((*issues, *_jump_issues(jumps, anchors)))


@dataclass(frozen=True, slots=True)
class _Contents:
    """What lies in the site."""

    files: frozenset[str]
    folders: frozenset[str]
    by_folded: Mapping[str, str]
    """Files by their name without regard to case, which some disks overlook and others do not."""


def _contents(inventory: Inventory) -> _Contents:
    by_folded = {path.casefold(): path for path in reversed(inventory.files)}
    return _Contents(
        frozenset(inventory.files), frozenset(inventory.folders), MappingProxyType(by_folded)
    )


class _Jump(NamedTuple):
    """A link to a place in a page, judged when all pages have been read."""

    path: str
    reference: Reference
    target: str
    anchor: str


def _text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8", errors="replace")


def _style_references(site: Path, path: str) -> Iterator[Reference]:
    for address, line in fetched_addresses(_text(site, path)):
        yield Reference(address, Use.LOAD, line, 1)


def _page_issues(path: str, page: Page) -> Iterator[Issue]:
    place = Place(shown(path))
    if not page.language or page.direction not in _DIRECTIONS:
        yield Issue(
            place,
            "site-no-language",
            message("the page does not say its language and direction"),
            message('write <html lang="..." dir="ltr"> or dir="rtl"'),
        )
    if not page.title:
        yield Issue(
            place,
            "site-no-title",
            message("the page has no title"),
            message("write a <title> that tells this page from the others"),
        )
    for name, line, column in page.repeated:
        yield Issue(
            Place(shown(path), line, column),
            "site-duplicate-id",
            message("the id '{name}' is already taken in this page", name=_short(name)),
            message("give each element an id of its own"),
        )


def _judged(
    path: str, references: Iterable[Reference], contents: _Contents
) -> Iterator[Issue | _Jump]:
    """Judge each address on a page; jumps to a place in a page can only be judged later."""
    known: dict[tuple[str, Use], _Verdict] = {}
    for reference in references:
        key = (reference.text, reference.use)
        if key not in known:
            known[key] = _verdict(path, reference, contents)
        verdict = known[key]
        if verdict.fault is not None:
            rule, what, hint = verdict.fault
            yield Issue(_place(path, reference), rule, what, hint)
        elif verdict.anchor:
            yield _Jump(path, reference, verdict.target, verdict.anchor)


class _Verdict(NamedTuple):
    """What is wrong with an address, or the place that it jumps to."""

    fault: tuple[str, Message, Message] | None = None
    target: str = ""
    anchor: str = ""


def _verdict(path: str, reference: Reference, contents: _Contents) -> _Verdict:
    address = read_address(reference.text)
    fault = _fault_by_kind(address, reference)
    if fault is not None:
        return _Verdict(fault)
    if address.leads is not Leads.TO_SITE:
        return _Verdict()
    target = named_file(address, path)
    if target is None or target not in contents.files:
        return _Verdict(_unresolved(target, reference, contents))
    return _Verdict(None, target, sys.intern(address.fragment))


def _fault_by_kind(address: Address, reference: Reference) -> tuple[str, Message, Message] | None:
    """Return what is wrong with an address whatever it names."""
    shown_address = _short(reference.text)
    if _is_unsafe(address.leads, reference.use):
        return (
            "site-unsafe-link",
            message("the address '{address}' runs what stands in it", address=shown_address),
            message("link to a page or a file instead"),
        )
    if reference.use is Use.BASE:
        return (
            "site-broken-link",
            message("a base address changes where every link of the page leads"),
            message("remove the <base> element and write relative links"),
        )
    if address.leads is Leads.TO_HOST and reference.use is not Use.LINK:
        return (
            "site-foreign-request",
            message("the page fetches '{address}' from another host", address=shown_address),
            message("put the file into the site and name it by a relative address"),
        )
    if address.leads in {Leads.TO_ROOT, Leads.TO_DISK}:
        return (
            "site-broken-link",
            message("'{address}' leads nowhere when the site is moved", address=shown_address),
            message("write an address relative to this page"),
        )
    return None


def _is_unsafe(leads: Leads, use: Use) -> bool:
    """Tell whether following the address runs it; as an image, a document in it is harmless."""
    if leads is Leads.TO_DOCUMENT:
        return use is not Use.LOAD
    return leads is Leads.TO_SCRIPT


def _unresolved(
    target: str | None, reference: Reference, contents: _Contents
) -> tuple[str, Message, Message]:
    address = _short(reference.text)
    if target is None:
        what = message("'{address}' leads out of the site", address=address)
        return "site-broken-link", what, message("link to a file of the site")
    if target == "." or target in contents.folders:
        what = message("'{address}' leads to a folder, which a disk lists", address=address)
        return "site-broken-link", what, message("name the file, as in 'index.html'")
    what = message("'{address}' leads to no file of the site", address=address)
    near = contents.by_folded.get(target.casefold())
    if near is None:
        return "site-broken-link", what, message("mend the link, or add what it leads to")
    return "site-broken-link", what, message("the file is spelt '{path}'", path=shown(near))


def _jump_issues(jumps: Iterable[_Jump], anchors: Mapping[str, frozenset[str]]) -> Iterator[Issue]:
    """Yield each jump to an id that its page lacks; only pages are asked, not drawings."""
    for path, reference, target, anchor in jumps:
        known = anchors.get(target)
        if known is not None and anchor not in known and anchor.lower() != "top":
            yield Issue(
                _place(path, reference),
                "site-broken-anchor",
                message("'{page}' has no id '{id}'", page=shown(target), id=_short(anchor)),
                message("link to the page alone, or to an id that it has"),
            )


def _place(path: str, reference: Reference) -> Place:
    return Place(shown(path), reference.line, reference.column)


def _short(text: str) -> str:
    cut = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."
    return shown(cut)
