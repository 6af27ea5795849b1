"""Publish a site: staged beside the output, verified, then swapped in under a lock."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from generator.errors import PublishError
from generator.issues import sorted_issues
from generator.publish.interruption import ending_in_order
from generator.publish.lock import locked
from generator.publish.manifest import MANIFEST_NAME, write_manifest
from generator.publish.staging import (
    FILE_MODE,
    discard,
    leftovers,
    open_to_readers,
    restore_previous,
    set_mode,
    staging_for,
)
from generator.publish.swap import swap_in
from generator.publish.system_calls import write_out
from generator.publish.target import check_replaceable, is_vacant, resolved_target
from generator.publish.verify import verify_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from generator.issues import Issue
    from generator.publish.manifest import Manifest
    from generator.publish.staging import Staging

Stage = Literal[
    "locked",
    "recovered",
    "filled",
    "listed",
    "verified",
    "written-out",
    "moved-away",
    "swapped",
    "cleared",
]
"""What has just been done; ``moved-away`` happens only where names cannot be exchanged."""

_REASONS: Final = MappingProxyType(
    {
        errno.ENOSPC: ("the disk is full", "Free some space, then build again."),
        errno.EDQUOT: ("your share of the disk is used up", "Free some space, then build again."),
        errno.EROFS: ("the disk is read-only", "Choose an output folder on another disk."),
        errno.EACCES: ("permission is denied", "Choose an output folder that you may write to."),
        errno.EPERM: ("permission is denied", "Choose an output folder that you may write to."),
        errno.ENOLCK: ("the disk has no locks", "Choose an output folder on a local disk."),
        errno.EIO: ("the disk does not answer", "Check the disk, then build again."),
    }
)


class RejectedSiteError(PublishError):
    """A new site breaks rules that a site must keep, and was not published."""

    def __init__(self, what: str, *, mend: str, issues: tuple[Issue, ...]) -> None:
        super().__init__(what, mend=mend)
        self.issues = issues
        """Everything that was found, errors and warnings, in reporting order."""


@dataclass(frozen=True, slots=True)
class Published:
    """A site that is now in place."""

    folder: Path
    """Absolute path."""
    manifest: Manifest
    replaced: bool
    """Whether there was a site before."""
    recovered: bool
    """Whether an earlier build had been stopped in the middle of a swap."""
    issues: tuple[Issue, ...]
    """Warnings; a site with an error is not published."""


def publish(
    output: Path,
    fill: Callable[[Path], None],
    *,
    verify: Callable[[Path], tuple[Issue, ...]] = verify_site,
    protected: Iterable[Path] = (),
    on_stage: Callable[[Stage], None] = lambda _: None,
) -> Published:
    """Let ``fill`` write a site into an empty folder, and make that folder the output.

    ``protected`` are folders that the output must neither be nor hold, such as the project's own.
    ``on_stage`` is told of each step as it is done. Raises PublishError when the output may not
    be replaced or written, RejectedSiteError when ``verify`` finds an error; whatever is raised,
    the site that was there before still is.
    """
    with _faults_explained(output), ending_in_order():
        target = resolved_target(output, protected)
        with locked(target):
            on_stage("locked")
            recovered = _recover(target)
            on_stage("recovered")
            with staging_for(target) as staging:
                fill(staging.site)
                on_stage("filled")
                manifest, issues = _checked(staging, verify, on_stage)
                replaced = not is_vacant(target)
                _put_in_place(staging, on_stage)
            on_stage("cleared")
    return Published(target, manifest, replaced, recovered, issues)


def _recover(target: Path) -> bool:
    """Finish what killed builds have left; tell whether a site had to be put back.

    The output is judged before anything is removed, so that a site that was moved away is kept
    as long as its place is taken by something else.
    """
    left = leftovers(target)
    recovered = [staging for staging in left if restore_previous(staging)]
    check_replaceable(target)
    for staging in left:
        discard(staging)
    return bool(recovered)


def _checked(
    staging: Staging,
    verify: Callable[[Path], tuple[Issue, ...]],
    on_stage: Callable[[Stage], None],
) -> tuple[Manifest, tuple[Issue, ...]]:
    """Complete the staged site and return its manifest and warnings; raises for any error."""
    if staging.site.is_symlink() or is_vacant(staging.site):
        raise PublishError("the new site is empty", mend="Look for the reason in the build.")
    open_to_readers(staging.site)
    manifest = write_manifest(staging.site)
    set_mode(staging.site / MANIFEST_NAME, FILE_MODE)
    on_stage("listed")
    issues = sorted_issues(verify(staging.site))
    errors = sum(issue.severity == "error" for issue in issues)
    if errors:
        raise RejectedSiteError(
            f"the new site breaks {errors} of its own rules and was not published",
            mend="Mend what is listed, then build again; the last good site is still in place.",
            issues=issues,
        )
    on_stage("verified")
    return manifest, issues


def _put_in_place(staging: Staging, on_stage: Callable[[Stage], None]) -> None:
    write_out(staging.site)
    on_stage("written-out")
    # Asked again: filling takes minutes, in which someone may have put files into the output.
    check_replaceable(staging.target)
    swap_in(staging, lambda: on_stage("moved-away"))
    on_stage("swapped")


@contextmanager
def _faults_explained(output: Path) -> Iterator[None]:
    """Say what the system refused in a sentence, and what to do about it."""
    try:
        yield
    except OSError as error:
        reason, mend = _REASONS.get(
            error.errno or 0,
            (error.strerror or str(error), "Mend this, or choose another output folder."),
        )
        where = error.filename2 or error.filename
        at = f" (at '{where}')" if isinstance(where, str) else ""
        raise PublishError(
            f"the site could not be written to '{output}': {reason}{at}", mend=mend
        ) from error
