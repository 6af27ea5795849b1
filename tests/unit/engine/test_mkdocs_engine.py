"""A page has the same bytes whatever else is rendered with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.engine.mkdocs_engine import MkDocsEngine
from generator.errors import EngineError
from tests.miniature import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from generator.filling import LanguagePages


def test_any_subset_has_the_same_bytes_as_in_a_whole_build(
    mini_pages: dict[str, LanguagePages],
) -> None:
    made = mini_pages["zh"]
    engine = MkDocsEngine(PROJECT / "mkdocs.yml")
    whole = engine.render(made.markdown, made.surroundings)
    some = [page for page in made.markdown if page.path in {"projects/sample.md", "index.md"}]
    one = [page for page in made.markdown if page.path == "pillars/green-goods.md"]
    for subset in (some, one, list(reversed(made.markdown))):
        rendered = engine.render(subset, made.surroundings)
        assert len(rendered) == len(subset)
        assert all(rendered[name] == whole[name] for name in rendered)


def test_only_the_pages_asked_for_come_out(mini_pages: dict[str, LanguagePages]) -> None:
    made = mini_pages["en"]
    rendered = MkDocsEngine(PROJECT / "mkdocs.yml").render(made.markdown, made.surroundings)
    assert set(rendered) == {page.url for page in made.pages}


def test_a_broken_configuration_is_explained(
    tmp_path: Path, mini_pages: dict[str, LanguagePages]
) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: x\ntheme:\n  name: no-such-theme\n", encoding="utf-8")
    made = mini_pages["en"]
    with pytest.raises(EngineError) as caught:
        MkDocsEngine(config).render(made.markdown, made.surroundings)
    assert "mkdocs.yml" in caught.value.mend
