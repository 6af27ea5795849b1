"""Errors raised on purpose: wrong use or a broken environment, never wrong content.

    GeneratorError
    ├── UsageError      the call asks for something that does not exist
    ├── EngineError     the engine could not turn Markdown into HTML
    └── PublishError    a site could not be staged, verified or swapped in

Wrong content is an ``Issue`` (see ``generator.issues``).
"""

from __future__ import annotations


class GeneratorError(Exception):
    """Root of every error that the generator raises on purpose."""

    def __init__(self, what: str, *, mend: str) -> None:
        super().__init__(what)
        self.what = what
        """What went wrong, one sentence without a full stop."""
        self.mend = mend
        """What the user can do about it, one sentence."""

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error travel between processes with everything it says."""
        return (_rebuilt, (type(self), self.what, self.mend))


class UsageError(GeneratorError):
    """The call asks for something that does not exist."""


class EngineError(GeneratorError):
    """The engine could not turn Markdown into HTML."""


class PublishError(GeneratorError):
    """A site could not be staged, verified or swapped in; the last good site is untouched."""


def _rebuilt(kind: type[GeneratorError], what: str, mend: str) -> GeneratorError:
    return kind(what, mend=mend)
