"""Whether a site is still what its manifest says, in a folder or in a package."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from generator.errors import PublishError, UsageError
from generator.issues import Issue, Message, Place, message, sorted_issues
from generator.publish.inventory import shown, take_inventory
from generator.publish.manifest import (
    LARGEST_MANIFEST,
    MANIFEST_NAME,
    ListedFile,
    Manifest,
    listed_file,
    read_manifest,
)
from generator.publish.package import package_contents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def verify_manifest(site: Path) -> tuple[Issue, ...]:
    """Compare a site, or a ZIP file with a site in it, with the manifest it carries.

    Raises UsageError when there is nothing at the path, PublishError when it cannot be read.
    """
    if not site.is_dir() and not site.is_file():
        raise UsageError(
            f"there is neither a folder nor a file at '{shown(str(site))}'",
            mend="Give the folder of a site, or a ZIP file with a site in it.",
        )
    try:
        return sorted_issues(_folder_issues(site) if site.is_dir() else _package_issues(site))
    except OSError as error:
        raise PublishError(
            f"'{shown(str(site))}' cannot be read: {error.strerror or error}",
            mend="Make sure that you may read every file and folder in it.",
        ) from error


def manifest_of(site: Path) -> Manifest | Issue:
    """Return the manifest in a folder, or what is wrong with it."""
    path = site / MANIFEST_NAME
    try:
        status = path.lstat()
    except FileNotFoundError:
        return _missing_manifest()
    if not stat.S_ISREG(status.st_mode):
        return _broken_manifest(message("the manifest is not a plain file"))
    if status.st_size > LARGEST_MANIFEST:
        return _broken_manifest(message("the manifest is larger than any site needs"))
    manifest = read_manifest(path.read_bytes())
    return manifest if isinstance(manifest, Manifest) else _broken_manifest(manifest)


def _folder_issues(site: Path) -> Iterator[Issue]:
    manifest = manifest_of(site)
    if isinstance(manifest, Issue):
        yield manifest
        return
    inventory = take_inventory(site)
    listed = {file.path: file for file in manifest.files}
    plain = {path: listed_file(site, path) for path in inventory.files if path in listed}
    present = {**dict.fromkeys((*inventory.files, *inventory.others)), **plain}
    yield from _differences(listed, present)


def _package_issues(package: Path) -> Iterator[Issue]:
    contents = package_contents(package)
    yield from contents.issues
    if contents.issues:
        return
    if contents.manifest is None:
        yield _missing_manifest()
        return
    manifest = read_manifest(contents.manifest)
    if isinstance(manifest, Message):
        yield _broken_manifest(manifest)
        return
    yield from _differences({file.path: file for file in manifest.files}, contents.files)


def _differences(
    listed: Mapping[str, ListedFile], present: Mapping[str, ListedFile | None]
) -> Iterator[Issue]:
    for path, file in listed.items():
        if path not in present:
            yield _issue(
                path,
                "site-file-missing",
                message("the manifest lists this file, but it is not there"),
            )
        elif present[path] != file:
            yield _issue(
                path,
                "site-file-changed",
                message("this file is not the one the manifest lists"),
            )
    for path in present.keys() - listed.keys() - {MANIFEST_NAME}:
        yield _issue(path, "site-file-extra", message("the manifest does not list this file"))


def _issue(path: str, rule: str, what: Message) -> Issue:
    hint = message("get a fresh copy of the site, or build it again")
    return Issue(Place(shown(path)), rule, what, hint)


def _missing_manifest() -> Issue:
    return _issue(
        MANIFEST_NAME,
        "site-manifest-missing",
        message("there is no manifest, so nothing tells whether this site is whole"),
    )


def _broken_manifest(what: Message) -> Issue:
    return _issue(MANIFEST_NAME, "site-manifest-broken", what)
