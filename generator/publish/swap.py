"""Put a new site in the place of the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish.system_calls import exchange_folders, write_out_names
from generator.publish.target import is_vacant

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.publish.staging import Staging


def swap_in(staging: Staging, between: Callable[[], None]) -> None:
    """Make the staged site the output; the old site ends up in the working folder.

    Where names can be exchanged, every reader sees the old site or the new one, whole. Elsewhere
    the old site is moved away first and ``between`` is called; if it ends there, clearing the
    working folder moves the old site back, at once or when the next build starts.
    """
    if is_vacant(staging.target):
        staging.site.rename(staging.target)
    elif not exchange_folders(staging.site, staging.target):
        _rename_twice(staging, between)
    write_out_names(staging.target.parent)


def _rename_twice(staging: Staging, between: Callable[[], None]) -> None:
    staging.target.rename(staging.previous)
    between()
    staging.site.rename(staging.target)
