"""Which words find a page in Kiwix' own search, out of what the site's search knows of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.publish.zim import PageText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.search.record import SearchRecord, SearchText


def texts_shown(records: Iterable[SearchRecord], order: Sequence[str]) -> dict[str, PageText]:
    """Return the pages of one language with the words that they show, for a file of many languages.

    ``order`` is the language of the pages and then its fallbacks, as BCP 47 tags.
    """
    return {
        _path(record, order): PageText(shown.title, _words([shown]))
        for record in records
        if (shown := _shown(record, order))
    }


def texts_known(records: Iterable[SearchRecord], order: Sequence[str]) -> dict[str, PageText]:
    """Return the pages of one language with words of every language, for a file of one language.

    So the name of a project in the language of its authors finds it too. Other languages give
    title and summary only, since their whole texts would double the size of the file.
    """
    return {
        _path(record, order): PageText(shown.title, _words([shown, *_brief(record, shown)]))
        for record in records
        if (shown := _shown(record, order))
    }


def _path(record: SearchRecord, order: Sequence[str]) -> str:
    return f"{order[0]}/{record.path}.html"


def _shown(record: SearchRecord, order: Sequence[str]) -> SearchText | None:
    """Return the text that a reader of the language sees, or None for a page without words."""
    by_language = {text.language: text for text in reversed(record.texts)}
    found = (by_language[language] for language in order if language in by_language)
    return next(found, record.texts[0] if record.texts else None)


def _brief(record: SearchRecord, shown: SearchText) -> list[SearchText]:
    return [replace(text, body="") for text in record.texts if text is not shown]


def _words(texts: Iterable[SearchText]) -> str:
    parts = (part for text in texts for part in (text.title, text.summary, text.body))
    return "\n".join(dict.fromkeys(part for part in parts if part))
