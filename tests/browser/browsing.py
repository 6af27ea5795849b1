"""What a test needs to say about opening a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Page

Scheme = Literal["light", "dark"]

PHONE = 390
"""Width of a common phone, in CSS pixels."""

DESK = 1280
"""Width of a common laptop, in CSS pixels."""


class OpenPage(Protocol):
    """Opens a page of the site in a fresh browser profile."""

    def __call__(
        self,
        address: str,
        /,
        *,
        scheme: Scheme = "light",
        width: int = DESK,
        javascript: bool = True,
    ) -> Page:
        """Open a path within the site as a file, or a whole address as it is.

        Files are opened with the network off. A request to another host fails the test.
        """


def is_local(address: str) -> bool:
    """Tell whether the address stays on the reader's machine."""
    parts = urlsplit(address)
    return parts.scheme in {"about", "blob", "data", "file"} or parts.hostname == "localhost"
