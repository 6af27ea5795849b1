"""What an address in a page leads to, read the way browsers read it (WHATWG URL, 4.4)."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final
from urllib.parse import unquote

_TRIMMED: Final = "".join(map(chr, range(0x21)))
_IGNORED: Final = str.maketrans("", "", "\t\n\r")
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_NETWORK: Final = frozenset({"http", "https", "ws", "wss", "ftp"})
_SCRIPTS: Final = frozenset({"javascript", "vbscript"})
_DOCUMENT: Final = re.compile(r"[^,]*(?:html|xml|script)|[;,]", re.IGNORECASE)


class Leads(Enum):
    """Where an address leads."""

    TO_SITE = auto()
    """Relative to the page: into the same site."""
    TO_ROOT = auto()
    """``/x``: to the root of whatever the site is read from."""
    TO_HOST = auto()
    """To a named host on the network."""
    TO_DISK = auto()
    """To a file of whoever reads the page."""
    TO_SCRIPT = auto()
    """``javascript:``: the address itself is run."""
    TO_DOCUMENT = auto()
    """``data:`` with HTML, XML, a script or something unnamed in it, which can run."""
    ELSEWHERE = auto()
    """To a mail program, a telephone, an image inside the address ..."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address and its parts; path and fragment are set only for one within the site."""

    leads: Leads
    path: str = ""
    """Percent-decoded, without query; empty for the page itself."""
    fragment: str = ""
    """Percent-decoded id of the place in the page; empty for its top."""


def read_address(text: str) -> Address:
    """Read an address that stands in an attribute or a style sheet."""
    cleaned = text.strip(_TRIMMED).translate(_IGNORED)
    scheme = _SCHEME.match(cleaned)
    if scheme:
        return Address(_leads_with_scheme(scheme[1].lower(), cleaned[scheme.end() :]))
    before_fragment, _, fragment = cleaned.partition("#")
    path = before_fragment.partition("?")[0].replace("\\", "/")
    if path.startswith("//"):
        return Address(Leads.TO_HOST)
    if path.startswith("/"):
        return Address(Leads.TO_ROOT)
    fragment = fragment.partition(":~:")[0]
    return Address(Leads.TO_SITE, unquote(path), unquote(fragment))


def named_file(address: Address, page: str) -> str | None:
    """Return the path in the site that the address on the page names, None above the site."""
    if not address.path:
        return page
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), address.path))
    return None if path.split("/", 1)[0] == ".." else path


def _leads_with_scheme(scheme: str, rest: str) -> Leads:
    if scheme in _NETWORK:
        return Leads.TO_HOST
    if scheme in _SCRIPTS:
        return Leads.TO_SCRIPT
    if scheme == "data":
        return Leads.TO_DOCUMENT if _DOCUMENT.match(rest) else Leads.ELSEWHERE
    # A single letter is a drive of a computer, such as ``C:``.
    return Leads.TO_DISK if scheme == "file" or len(scheme) == 1 else Leads.ELSEWHERE
