"""Write a site as a ZIM file, which Kiwix opens on telephones, computers and local servers.

The files go in as they are. What is added is what Kiwix itself shows and searches: metadata
(https://wiki.openzim.org/wiki/Metadata), titles, and the words of each page.
"""

from __future__ import annotations

import importlib.util
import os
import tempfile
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Never

from generator.errors import PublishError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_NOTHING: Final[Mapping[str, Never]] = MappingProxyType({})
_STANDARD_OUTPUT: Final = 1


@dataclass(frozen=True, slots=True)
class PageText:
    """What Kiwix' own search knows of a page."""

    title: str
    text: str
    """All words that shall find the page, in any language."""


@dataclass(frozen=True, slots=True)
class Book:
    """What Kiwix shows of a ZIM file in its library."""

    name: str
    """Stays the same from edition to edition, such as ``green-trade_fr``."""
    title: str
    """Cut at 30 characters, the most that the format allows."""
    description: str
    """Cut at 80 characters, the most that the format allows."""
    languages: tuple[str, ...]
    """ISO 639-3, such as ``("fra",)``."""
    creator: str
    publisher: str
    date: str
    """Day of the edition, ISO 8601; the format demands one."""
    main: str
    """Path of the page that opens first."""
    illustration: bytes
    """PNG of 48 x 48 pixels."""
    flavour: str = ""
    tags: tuple[str, ...] = ()
    licence: str = ""
    source: str = ""
    """Address of the published site."""


@dataclass(frozen=True, slots=True)
class ZimJob:
    """One ZIM file that is to be written."""

    target: Path
    files: tuple[tuple[str, Path], ...]
    """Path within the site, and the file on disk."""
    book: Book
    texts: Mapping[str, PageText] = field(default_factory=dict)
    """By path; pages that are not named here are left out of Kiwix' own search."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """From paths that pages link to but that are not among the files, to paths that are."""


def write_zim(
    target: Path,
    files: Iterable[tuple[str, Path]],
    book: Book,
    *,
    texts: Mapping[str, PageText] = _NOTHING,
    redirects: Mapping[str, str] = _NOTHING,
) -> None:
    """Write one ZIM file; see ``ZimJob`` and ``write_zims``."""
    job = ZimJob(target, tuple(files), book, dict(texts), dict(redirects))
    write_zims([job], processes=1)


def write_zims(jobs: Sequence[ZimJob], *, processes: int) -> None:
    """Write ZIM files side by side; the same input gives the same bytes.

    Each file appears whole or not at all. Raises PublishError where libzim is missing or gives
    up, OSError where the disk does.
    """
    if not jobs:
        return
    if importlib.util.find_spec("libzim") is None:
        raise PublishError(
            "no ZIM: libzim is missing",
            mend="Run make site, or build with --no-downloads.",
        )
    # In processes of their own, because libzim tells its progress on the standard output, and
    # because its threads and caches then end with the file.
    with ProcessPoolExecutor(
        max_workers=min(processes, len(jobs)),
        mp_context=get_context("spawn"),
        initializer=_silence_standard_output,
    ) as pool:
        runs = [pool.submit(_write, job) for job in jobs]
        try:
            for run in runs:
                run.result()
        except BrokenProcessPool as fault:
            raise PublishError(
                "a process that wrote a ZIM file was ended from outside",
                mend="Look whether the machine ran out of memory, then build again.",
            ) from fault
        finally:
            pool.shutdown(cancel_futures=True)


def _silence_standard_output() -> None:
    with Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), _STANDARD_OUTPUT)


def _write(job: ZimJob) -> None:
    """Write the file beside its place, then move it there in one step."""
    # Imported here, so that a machine without libzim can build everything else.
    from generator.publish.zim_creation import create_zim  # noqa: PLC0415

    job.target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=job.target.parent, prefix=".zim-") as folder:
        made = Path(folder, "made.zim")
        create_zim(made, job)
        made.replace(job.target)
