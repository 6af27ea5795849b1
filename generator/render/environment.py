"""The Jinja environment: HTML escaped everywhere, filters that say what language words are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from markupsafe import Markup, escape

from generator.languages.borrowed import bare
from generator.languages.resolve import ResolvedText
from generator.markup import SafeMarkdown
from generator.pages.page import plain
from generator.pages.vocabulary import TEXT_STATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context

    from generator.pages.components import Words
    from generator.pages.page import Page


def environment() -> Environment:
    """Return the environment in which every page is rendered."""
    made = Environment(
        loader=PackageLoader("generator.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters["words"] = words
    made.filters["prose"] = _prose_filter(SafeMarkdown())
    made.filters["plain"] = plain
    made.filters["bare"] = bare
    made.filters["state"] = state
    made.tests["text"] = lambda value: isinstance(value, ResolvedText)
    made.tests["words"] = lambda value: isinstance(value, str | ResolvedText)
    made.globals["language_of"] = language_of
    return made


@pass_context
def words(context: Context, value: Words) -> Markup:
    """Print words; those in another language than the page are marked for screen readers."""
    text = _one_line(escape(plain(value)))
    marked = language_of(context, value)
    return Markup("<span{}>{}</span>").format(marked, text) if marked else text


def _prose_filter(markdown: SafeMarkdown) -> Callable[[Context, Words], Markup]:
    @pass_context
    def prose(context: Context, value: Words) -> Markup:
        """Print Markdown of a record as safe HTML, marked where it is in another language."""
        html = Markup(markdown.convert(plain(value)).html)  # noqa: S704 - sanitised
        marked = language_of(context, value)
        return Markup("<div{}>{}</div>").format(marked, html) if marked else html

    return prose


@pass_context
def language_of(context: Context, value: Words) -> Markup:
    """Return ``lang`` and ``dir`` for words in another language than the page, else nothing."""
    page: Page = context["page"]
    if isinstance(value, str) or value.language == page.language:
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(value.language, value.direction)


@pass_context
def state(context: Context, value: Words) -> Markup:
    """Print the translation state of words, unless they are the reader's own original."""
    if isinstance(value, str) or value.state == "original":
        return Markup("")
    label = context["say"](TEXT_STATES[value.state])
    return Markup('<span class="translation-state" data-state="{}">{}</span>').format(
        value.state, label
    )


def _one_line(text: Markup) -> Markup:
    return Markup(" ".join(text.split()))  # noqa: S704 - already escaped
