"""Every word that the code and the templates show is offered to translators, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.languages.updating import Wanted
from generator.languages.wording import interface_messages

if TYPE_CHECKING:
    from pathlib import Path

_CODE = """
def page(words):
    words("Projects")
    words("As of {date}", date=1)
    words.plural("{count} project", "{count} projects", 3)
    noted("Pillars")
    print("No words of the interface")
    words("–")
    words("{number}")
"""
_TEMPLATE = """
# {{ say("Projects") }}
{% if x %}{{ say("Only in the template") }}{% endif %}
{{ plural("{count} event", "{count} events", 3) }}
"""


def _package(tmp_path: Path) -> Path:
    package = tmp_path / "sample"
    (package / "templates").mkdir(parents=True)
    (package / "page.py").write_text(_CODE, encoding="utf-8")
    (package / "templates" / "page.md.jinja").write_text(_TEMPLATE, encoding="utf-8")
    (package / "notes.md").write_text('words("Not looked at")', encoding="utf-8")
    return package


def test_words_are_found_in_code_and_templates(tmp_path: Path) -> None:
    found = interface_messages(_package(tmp_path))
    assert [each.source for each in found] == [
        "As of {date}",
        "Only in the template",
        "Pillars",
        "Projects",
        "{count} event",
        "{count} project",
    ]


def test_words_name_every_file_that_shows_them(tmp_path: Path) -> None:
    by_source = {each.source: each for each in interface_messages(_package(tmp_path))}
    assert by_source["Projects"].where == ("sample/page.py", "sample/templates/page.md.jinja")
    assert by_source["{count} event"] == Wanted(
        "{count} event", plural="{count} events", where=("sample/templates/page.md.jinja",)
    )
