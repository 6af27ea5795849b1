"""The Jinja environment: HTML escaped everywhere, filters that say what language words are in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from markupsafe import Markup, escape

from generator.languages.borrowed import bare
from generator.languages.resolve import ResolvedText
from generator.languages.scripts import script_of
from generator.markup import SafeMarkdown
from generator.pages.page import plain
from generator.pages.vocabulary import TEXT_STATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context

    from generator.pages.components import Words
    from generator.pages.page import Page


_HAN = re.compile(r"[\u3400-\u9fff]+(?:[，、][\u3400-\u9fff]+)*")
_HAN_SCRIPTS = frozenset({"Hans", "Hant", "Jpan", "Kore"})


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
    made.filters["code"] = code
    made.filters["state"] = state
    made.tests["text"] = lambda value: isinstance(value, ResolvedText)
    made.tests["words"] = lambda value: isinstance(value, str | ResolvedText)
    made.globals["language_of"] = language_of
    return made


@pass_context
def words(context: Context, value: Words) -> Markup:
    """Print words; those in another language than the page are marked for screen readers."""
    marked = language_of(context, value)
    if marked:
        return Markup("<span{}>{}</span>").format(marked, _one_line(escape(plain(value))))
    return _with_cited_words(_one_line(escape(plain(value))), context["page"].language)


def _prose_filter(markdown: SafeMarkdown) -> Callable[[Context, Words], Markup]:
    @pass_context
    def prose(context: Context, value: Words) -> Markup:
        """Print Markdown of a record as safe HTML, marked where it is in another language."""
        html = Markup(markdown.convert(plain(value)).html)  # noqa: S704 - sanitised
        marked = language_of(context, value)
        return Markup("<div{}>{}</div>").format(marked, html) if marked else html

    return prose


@pass_context
def code(context: Context, value: str, language: str) -> Markup:
    """Print lines of code as they are; Markdown would cut an element at an empty line."""
    marked = Markup(' lang="{}"').format(language) if language != context["page"].language else ""
    lines = Markup("&#10;").join(value.rstrip("\n").split("\n"))
    return Markup('<pre dir="ltr"{}><code>{}</code></pre>').format(marked, lines)


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


def _with_cited_words(text: Markup, language: str) -> Markup:
    """Mark Chinese words that a text in another language cites: no other script stands for one."""
    if script_of(language) in _HAN_SCRIPTS:
        return text
    # As plain text: a Markup would escape what is put into it.
    marked = _HAN.sub(r'<span lang="zh" dir="ltr">\g<0></span>', str(text))
    return Markup(marked)  # noqa: S704 - escaped before


def _one_line(text: Markup) -> Markup:
    return Markup(" ".join(text.split()))  # noqa: S704 - already escaped
