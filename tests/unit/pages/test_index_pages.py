"""The index names every page once, under its letter, however many parts it is cut into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.index_pages import heading_id, index_pages
from generator.pages.page import plain

if TYPE_CHECKING:
    from generator.filling import LanguagePages
    from generator.pages.index_pages import IndexBody
    from generator.pages.page import Page


def body(page: Page) -> IndexBody:
    return page.body  # type: ignore[return-value]


def listed(pages: tuple[Page, ...]) -> list[str]:
    return [
        entry.link.url.removeprefix("../")
        for page in pages
        for group in body(page).groups
        for entry in group.entries
    ]


def test_every_page_that_readers_look_for_is_named_once(
    mini_pages: dict[str, LanguagePages],
) -> None:
    for made in mini_pages.values():
        index = next(page for page in made.pages if page.path == "a-z")
        expected = {
            page.url
            for page in made.pages
            if page.kind not in {"search", "notfound"}
            and page.template not in {"moved", "a-z", "glossary-part"}
        }
        urls = listed((index,))
        assert len(urls) == len(set(urls))
        assert set(urls) == expected


def test_a_page_that_moved_is_named_where_it_went_only(
    mini_pages: dict[str, LanguagePages],
) -> None:
    index = next(page for page in mini_pages["en"].pages if page.path == "a-z")
    assert "projects/old-training.html" not in listed((index,))


def test_a_long_index_is_cut_and_its_parts_lead_to_one_another(
    mini_pages: dict[str, LanguagePages],
) -> None:
    made = mini_pages["en"]
    whole = index_pages(made.edition, made.pages)
    parts = index_pages(made.edition, made.pages, per_page=7)
    assert len(parts) > 2
    assert listed(parts) == listed(whole)
    assert [page.path for page in parts[:3]] == ["a-z", "a-z/2", "a-z/3"]
    assert body(parts[0]).previous is None
    assert body(parts[0]).next is not None
    assert body(parts[0]).next.url == "a-z/2.html"  # type: ignore[union-attr]
    assert body(parts[1]).previous.url == "../a-z.html"  # type: ignore[union-attr]


def test_letters_lead_to_the_part_that_has_them(mini_pages: dict[str, LanguagePages]) -> None:
    made = mini_pages["en"]
    parts = index_pages(made.edition, made.pages, per_page=7)
    places = {f"{page.url}#{group.id}" for page in parts for group in body(page).groups}
    for page in parts:
        here = page.path.rpartition("/")[0]
        for letter in body(page).letters:
            path, _, anchor = letter.url.partition("#")
            target = path or page.url.rpartition("/")[2]
            whole = (
                target.removeprefix("../")
                if target.startswith("../")
                else (f"{here}/{target}" if here else target)
            )
            assert f"{whole}#{anchor}" in places


def test_every_language_has_as_many_parts(mini_pages: dict[str, LanguagePages]) -> None:
    counts = {
        len(index_pages(made.edition, made.pages, per_page=7)) for made in mini_pages.values()
    }
    assert len(counts) == 1


def test_titles_stand_under_the_letter_they_begin_with(
    mini_pages: dict[str, LanguagePages],
) -> None:
    index = next(page for page in mini_pages["en"].pages if page.path == "a-z")
    groups = {group.heading: group for group in body(index).groups}
    titles = [plain(entry.link.label) for entry in groups["E"].entries]
    assert "Electronic certificates of origin" in titles


def test_anchors_are_ascii_and_differ() -> None:
    ids = [heading_id(heading) for heading in ("A", "Ж", "ا", "0", "")]
    assert all(id_.isascii() for id_ in ids)
    assert len(set(ids)) == len(ids)
