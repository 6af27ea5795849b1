"""The page of results offers the filters that can find something, in the reader's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.page import plain

if TYPE_CHECKING:
    from generator.filling import LanguagePages
    from generator.pages.search_page import SearchBody


def body(made: LanguagePages) -> SearchBody:
    page = next(item for item in made.pages if item.path == "search")
    return page.body  # type: ignore[return-value]


def values(made: LanguagePages) -> dict[str, list[str]]:
    return {facet.name: [choice.value for choice in facet.choices] for facet in body(made).facets}


def test_filters_have_the_values_that_occur_and_no_others(
    mini_pages: dict[str, LanguagePages],
) -> None:
    made = mini_pages["en"]
    repository, found = made.edition.repository, values(made)
    assert list(found) == ["kind", "open", "pillar", "track", "status", "party", "lang"]
    assert set(found["kind"]) <= {page.kind for page in made.pages}
    assert set(found["pillar"]) == set(repository.pillars)
    assert set(found["track"]) == set(repository.tracks)
    assert set(found["status"]) == {item.status for item in repository.projects.values()}
    assert set(found["party"]) == {*repository.participants, *repository.organizations}
    assert set(found["lang"]) >= set(made.edition.resolvers)


def test_participants_are_in_the_order_of_the_language(
    mini_pages: dict[str, LanguagePages],
) -> None:
    for made in mini_pages.values():
        facet = next(item for item in body(made).facets if item.name == "party")
        names = [plain(choice.label) for choice in facet.choices]
        assert names == sorted(names, key=made.edition.formats.sort_key)


def test_languages_are_called_as_they_call_themselves(
    mini_pages: dict[str, LanguagePages],
) -> None:
    facet = next(item for item in body(mini_pages["en"]).facets if item.name == "lang")
    labels = {choice.value: choice.label for choice in facet.choices}
    assert plain(labels["ar"]) == "العربية"
    text = next(page.markdown for page in mini_pages["en"].markdown if page.path == "search.md")
    assert '<span lang="ar" dir="rtl">العربية</span>' in text


def test_the_page_leads_on_without_script(mini_pages: dict[str, LanguagePages]) -> None:
    for made in mini_pages.values():
        assert {"a-z.html", "projects/index.html"} <= {way.url for way in body(made).ways}


def test_results_are_counted_as_the_language_counts(
    mini_pages: dict[str, LanguagePages],
) -> None:
    forms = dict(body(mini_pages["en"]).count_forms)
    assert forms["one"] != forms["other"]
    assert all("{count}" in form and "{query}" in form for form in forms.values())
