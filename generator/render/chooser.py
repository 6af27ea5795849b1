"""The site's first page, where readers choose a language, from the theme's template."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """A language as the first page offers it."""

    tag: str
    name: str
    dir: str
    url: str
    title: str
    """Name of the site in this language."""
    tagline: str


def render_chooser(
    template: Path, languages: Sequence[LanguageChoice], *, name: str, prefix: str, address: str
) -> str:
    """Return the HTML of the first page.

    ``prefix`` goes before every address; ``address`` is the absolute address of the site's root
    or nothing.
    """
    loader = FileSystemLoader(template.parent)
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    choices = [{**asdict(choice), "url": f"{prefix}{choice.url}"} for choice in languages]
    rendered = made.get_template(template.name).render(
        languages=choices, assets=f"{prefix}assets", name=name, address=address
    )
    return rendered.rstrip("\n") + "\n"
