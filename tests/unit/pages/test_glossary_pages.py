"""The glossary shows each concept with all its names, each in its own language."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.model.glossary import Concept, Glossary
from generator.pages.glossary import glossary_pages
from generator.render.environment import environment
from generator.render.render import render_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.filling import LanguagePages
    from generator.pages.edition import Edition
    from generator.pages.page import Page


def concept(id_: str, **labels: str) -> Concept:
    names = {tag: tuple(text.split("; ")) for tag, text in labels.items()}
    return Concept(id=id_, labels=MappingProxyType(names))


CONCEPTS = (
    concept("single-window", en="single window; one window", zh="单一窗口", ar="النافذة الواحدة"),
    concept("accession", en="accession", th="การภาคยานุวัติ"),
    concept("origin", zh="原产地"),
)


def edition_with(made: LanguagePages, concepts: tuple[Concept, ...]) -> Edition:
    glossary = Glossary(language="en", concepts=concepts)
    return replace(made.edition, repository=replace(made.edition.repository, glossary=glossary))


def pages(
    mini: Mapping[str, LanguagePages], language: str, *, per_page: int = 40
) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    return glossary_pages(edition_with(mini[language], CONCEPTS), per_page=per_page)


def test_without_concepts_there_is_no_glossary(mini_pages: dict[str, LanguagePages]) -> None:
    assert glossary_pages(edition_with(mini_pages["en"], ())) == ((), ())


def test_concepts_stand_in_the_order_of_the_readers_language(
    mini_pages: dict[str, LanguagePages],
) -> None:
    _, parts = pages(mini_pages, "en")
    names = [term.name.text for term in parts[0].body.terms]  # type: ignore[attr-defined]
    assert names == ["accession", "single window", "原产地"]


def test_the_list_leads_to_every_concept(mini_pages: dict[str, LanguagePages]) -> None:
    (listing,), parts = pages(mini_pages, "en", per_page=2)
    places = {f"{page.url}#{term.id}" for page in parts for term in page.body.terms}  # type: ignore[attr-defined]
    links = {link.url for group in listing.body.groups for link in group.links}  # type: ignore[attr-defined]
    assert links == places
    assert [page.path for page in parts] == ["glossary/1", "glossary/2"]


def test_every_name_is_marked_with_its_language(mini_pages: dict[str, LanguagePages]) -> None:
    _, parts = pages(mini_pages, "en")
    text = render_page(parts[0], mini_pages["en"].edition.words, environment())
    assert '<dd lang="zh" dir="ltr"> <bdi>单一窗口</bdi></dd>' in text
    assert '<dd lang="ar" dir="rtl"> <bdi>النافذة الواحدة</bdi></dd>' in text
    assert '<dd lang="th" dir="ltr">' in text
    assert '<span lang="zh" dir="ltr">原产地</span>' in text


def test_other_names_in_the_readers_language_are_shown(
    mini_pages: dict[str, LanguagePages],
) -> None:
    _, parts = pages(mini_pages, "en")
    term = parts[0].body.terms[1]  # type: ignore[attr-defined]
    assert [name.text for name in term.others] == ["one window"]
    assert "en" not in {naming.names[0].language for naming in term.namings}


def test_two_concepts_of_one_id_have_two_places(mini_pages: dict[str, LanguagePages]) -> None:
    twice = (concept("iso", en="ISO"), concept("iso", en="Organization for Standardization"))
    _, parts = glossary_pages(edition_with(mini_pages["en"], twice))
    ids = [term.id for term in parts[0].body.terms]  # type: ignore[attr-defined]
    assert len(set(ids)) == 2
