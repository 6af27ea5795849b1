"""What the site says about reading it without a connection: in a line, in a panel, on a page.

Readers' browsers put in what only they know, so these words keep their gaps in braces.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.languages.interface import Interface


def offline_words(words: Interface) -> Mapping[str, str]:
    """Return all words by key; those of every page begin with ``line_``, the worker's ``page_``."""
    return MappingProxyType({**_line(words), **_panel(words), **_troubles(words), **_page(words)})


def _line(words: Interface) -> dict[str, str]:
    """Return what any page may say: how old it is, and that a newer one is there."""
    date, age = "{date}", "{age}"
    return {
        "line_offline": words(
            "You are offline. You are reading data of {date} ({age}).", date=date, age=age
        ),
        "line_offline_undated": words("You are offline. You are reading a copy."),
        "line_old": words("This copy has data of {date} ({age}).", date=date, age=age),
        "line_newer": words("A newer edition is ready."),
        "line_newer_dated": words("A newer edition is ready: data of {date}.", date=date),
        "line_reload": words("Show it"),
        "line_later": words("Later"),
    }


def _panel(words: Interface) -> dict[str, str]:
    """Return what readers can do, and what has been done."""
    done, total, size, date = "{done}", "{total}", "{size}", "{date}"
    return {
        "intro": words(
            "Pages that you read stay on this device by themselves. "
            "With a whole language you also have its search."
        ),
        "size": words("Takes {size} on this device", size=size),
        "keep": words("Keep on this device"),
        "stop": words("Stop"),
        "go_on": words("Go on"),
        "remove": words("Remove"),
        "progress": words("{done} of {total}", done=done, total=total),
        "started": words("The download has begun: {size}.", size=size),
        "stopped": words("Stopped at {done} of {total}", done=done, total=total),
        "whole": words("Complete on this device: {size}", size=size),
        "whole_dated": words(
            "Complete on this device: {size}, data of {date}", size=size, date=date
        ),
        "removed": words("Removed from this device."),
        "waiting": words("A newer edition is there: {size} to fetch.", size=size),
        "update": words("Fetch it"),
        "install": words("Install as an app"),
        "forget": words("Remove everything and keep nothing"),
        "off": words("This device keeps no pages of this site."),
        "again": words("Keep the pages that I read"),
    }


def _troubles(words: Interface) -> dict[str, str]:
    """Return what can stand in the way, and what to do about it."""
    return {
        "full": words(
            "There is not enough space on this device. Remove something, then go on. "
            "What has been fetched stays."
        ),
        "failed": words("The connection was lost. What has been fetched stays; go on later."),
        "renewed": words("The site is being renewed. The download goes on in a moment."),
        "insecure": words(
            "Here the browser keeps no pages, because the site was not opened by https."
        ),
        "refused": words("This browser keeps no pages of this site; private windows do not."),
    }


def _page(words: Interface) -> dict[str, str]:
    """Return what stands in the place of a page that the device does not have."""
    return {
        "page_title": words("This page is not on your device"),
        "page_text": words("There is no connection, and you have not opened this page before."),
        "page_again": words("Try again"),
        "page_pages": words("Pages on your device"),
        "page_none": words("No page of this site is on your device yet."),
        "page_edition": words("Data of {date}", date="{date}"),
    }
