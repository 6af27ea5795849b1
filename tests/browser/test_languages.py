"""On no page does a text in another language go unmarked."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from generator.languages.scripts import script_of
from tests.browser.site_pages import site_languages

if TYPE_CHECKING:
    from pathlib import Path

_SILENT = frozenset({"script", "style", "code", "pre", "kbd", "svg"})
_VOID = frozenset({"meta", "link", "br", "img", "input", "hr", "wbr", "path"})
_ADDRESS = re.compile(r"\S+[./@]\S+")
_ENGLISH = frozenset(
    ["the", "and", "of", "for", "with", "that", "are", "from", "what", "which", "this", "by", "it"]
)
_CYRILLIC, _HAN, _ARABIC = r"[\u0400-\u04ff]", r"[\u3400-\u9fff]", r"[\u0600-\u06ff]"
_SCRIPTS = {"Cyrl": _CYRILLIC, "Hans": _HAN, "Arab": _ARABIC}


class Unmarked(HTMLParser):
    """Collects the texts of a page that are, as far as a browser knows, in the page's language."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str | None]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self._open.append((tag, dict(attrs).get("lang")))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        inner = self._open[1:]
        is_marked = any(language for _, language in inner)
        if data.strip() and not is_marked and not any(tag in _SILENT for tag, _ in self._open):
            self.texts.append(" ".join(data.split()))


def foreign_texts(page: str, language: str) -> list[str]:
    reader = Unmarked()
    reader.feed(page)
    return [text for text in reader.texts if is_foreign(_ADDRESS.sub(" ", text), language)]


def is_foreign(text: str, language: str) -> bool:
    """Say whether a text is not in a language, leaving names and abbreviations aside."""
    script = script_of(language)
    if any(
        re.search(f"{letter}{{2}}", text) for code, letter in _SCRIPTS.items() if code != script
    ):
        return True
    words = re.findall(r"\b[a-z]{2,}\b", text)
    if script != "Latn":
        letters = len(re.findall(_SCRIPTS[script], text)) if script in _SCRIPTS else 0
        return len(words) > 3 and sum(map(len, words)) > letters
    english = sum(word in _ENGLISH for word in words)
    return language != "en" and len(words) > 3 and english > 0.25 * len(words)


def test_no_text_in_another_language_is_unmarked(site: Path) -> None:
    found = [
        f"{page.relative_to(site)}: {text}"
        for language in site_languages(site)
        for page in sorted((site / language).rglob("*.html"))
        for text in foreign_texts(page.read_text(encoding="utf-8"), language)
    ]
    assert found == [], "\n".join(found)


def test_foreign_text_is_recognised() -> None:
    english = "<html lang='fr'><body><p>This is one of the texts that nobody has translated."
    assert foreign_texts(english, "fr") == ["This is one of the texts that nobody has translated."]
    marked = "<html lang='fr'><body><p lang='en'>This is one of the texts that nobody has."
    assert foreign_texts(marked, "fr") == []
    assert foreign_texts("<html lang='ar'><body><p>项目库在这里", "ar") == ["项目库在这里"]
    assert foreign_texts("<html lang='zh'><body><p>UN/CEFACT 第33号建议书", "zh") == []
