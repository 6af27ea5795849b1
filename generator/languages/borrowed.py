"""Words shown in another language than was asked for, which say so when they are printed."""

from __future__ import annotations

from typing import Self

from markupsafe import Markup, escape

from generator.languages.resolve import direction_of


class Borrowed(str):
    """Interface words that a language has not translated yet.

    They are text like any other, but where HTML is made of them they carry the language they are
    in, so that browsers and screen readers do not take them for the page's own.
    """

    __slots__ = ("language",)
    language: str

    def __new__(cls, words: str, language: str) -> Self:
        """Mark words with the language they are in."""
        made = super().__new__(cls, words)
        made.language = language
        return made

    def __getnewargs__(  # type: ignore[override]  # one value more than plain text has
        self,
    ) -> tuple[str, str]:
        """Return what is needed to make the words again in another process."""
        return str.__str__(self), self.language

    def __html__(self) -> str:
        """Return the words in an element that names their language."""
        tag = escape(self.language)
        text = escape(str.__str__(self))
        return Markup(f'<span lang="{tag}" dir="{direction_of(self.language)}">{text}</span>')  # noqa: S704


def bare(words: str) -> str:
    """Return the words alone, for attributes and other places without elements."""
    return str.__str__(words) if isinstance(words, Borrowed) else words
