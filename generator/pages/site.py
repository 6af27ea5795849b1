"""Every page of one language, and what surrounds it: navigation, footer and interface words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.kinds import KINDS
from generator.pages.contribute import NEW_PROJECT_PAGE, PREVIEW_PAGE, contribute_pages
from generator.pages.coverage import coverage_page
from generator.pages.dashboard import dashboard_pages
from generator.pages.documents import document_pages, moved_pages, not_found_page
from generator.pages.downloads import DOWNLOADS_PAGE, downloads_page
from generator.pages.framework import framework_page
from generator.pages.glossary import glossary_pages
from generator.pages.home import home_page
from generator.pages.index_pages import index_pages
from generator.pages.joining import joining_pages
from generator.pages.listings import listing_pages
from generator.pages.offline import offline_words
from generator.pages.parties import organization_pages, participant_pages, track_pages
from generator.pages.pillars import pillar_pages
from generator.pages.projects import project_pages
from generator.pages.references import event_pages, instrument_pages, source_pages
from generator.pages.rule_pages import rule_pages
from generator.pages.search_page import search_page, search_words
from generator.pages.vocabulary import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.languages.coverage import Coverage
    from generator.languages.interface import Interface
    from generator.pages.documents import Document
    from generator.pages.edition import Edition
    from generator.pages.page import Page

_NAVIGATION = ("pillars", "projects", "participants", "tracks", "instruments", "events")
_FOOTER_DOCUMENTS = ("about", "legend", "join", "contribute", "accessibility")


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """An entry of the navigation; addresses are relative to the language's folder."""

    label: str
    url: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Chrome:
    """What the theme prints around every page of a language."""

    name: str
    short_name: str
    language: str
    direction: str
    navigation: tuple[NavigationItem, ...]
    footer: tuple[NavigationItem, ...]
    footer_text: str
    licence: str
    words: Mapping[str, str | Mapping[str, str]]


def site_pages(
    edition: Edition,
    documents: Iterable[Document],
    figures: Sequence[Coverage],
    *,
    edition_date: str = "",
    address: str = "",
) -> tuple[Page, ...]:
    """Build every page of an edition, in the order of their paths.

    ``edition_date`` and ``address`` are what ``downloads_page`` says of a copy.
    """
    projects = project_pages(edition)
    pages = (
        home_page(edition),
        framework_page(edition),
        *listing_pages(edition),
        *pillar_pages(edition),
        *projects,
        *joining_pages(edition),
        *dashboard_pages(edition, projects),
        *participant_pages(edition),
        *organization_pages(edition),
        *track_pages(edition),
        *event_pages(edition),
        *instrument_pages(edition),
        *source_pages(edition),
        *moved_pages(edition),
        *document_pages(edition, documents),
        coverage_page(edition, figures),
        *contribute_pages(edition),
        *rule_pages(edition),
        downloads_page(edition, (), edition_date=edition_date, address=address),
        not_found_page(edition),
    )
    glossary, glossary_parts = glossary_pages(edition)
    listed = (*pages, *glossary)
    found = (*listed, *glossary_parts, *index_pages(edition, listed))
    return tuple(sorted((*found, search_page(edition, found)), key=lambda page: page.path))


def chrome(edition: Edition, documents: Iterable[Document]) -> Chrome:
    """Build what surrounds the pages of an edition."""
    words, framework = edition.words, edition.repository.framework
    titles = {item.name: item.title for item in documents if item.language == edition.language.tag}
    short = edition.text("framework", framework, framework.short_title, "short_title").text
    if framework.site_name is not None:
        short = edition.text("framework", framework, framework.site_name, "site_name").text
    footer_kinds = tuple(kind for kind in KINDS if kind not in _NAVIGATION)
    return Chrome(
        name=edition.text("framework", framework, framework.title, "title").text,
        short_name=short,
        language=edition.language.tag,
        direction=edition.language.direction,
        navigation=(
            NavigationItem(words("The framework"), "framework.html", "framework"),
            *(
                NavigationItem(words(SECTIONS[kind]), f"{kind}/index.html", kind)
                for kind in _NAVIGATION
            ),
        ),
        footer=(
            *(NavigationItem(words(SECTIONS[kind]), f"{kind}/index.html") for kind in footer_kinds),
            *(
                NavigationItem(titles[name], f"docs/{name}.html")
                for name in _FOOTER_DOCUMENTS
                if name in titles
            ),
            NavigationItem(words("A–Z index"), "a-z.html"),
            *(
                [NavigationItem(words("Glossary"), "glossary.html")]
                if edition.repository.glossary.concepts
                else []
            ),
            NavigationItem(words("Propose a project"), f"{NEW_PROJECT_PAGE}.html"),
            NavigationItem(words("Preview of a record"), f"{PREVIEW_PAGE}.html"),
            NavigationItem(words("Languages of this site"), "coverage.html"),
            NavigationItem(words("Downloads"), f"{DOWNLOADS_PAGE}.html"),
        ),
        footer_text=words(
            "Facts carry their source. What we translate or advise is marked as ours."
        ),
        licence=words("Content: CC BY 4.0. Code: Apache License 2.0."),
        words=_interface_words(words),
    )


def _interface_words(words: Interface) -> Mapping[str, str | Mapping[str, str]]:
    """Return the words the theme asks for, by its keys."""
    return {
        "skip_to_content": words("Skip to content"),
        "menu": words("Menu"),
        "close": words("Close"),
        "primary_navigation": words("Main navigation"),
        "languages": words("Languages"),
        "language_absent": words("Not in this copy"),
        "language_absent_here": words("Not in this copy: opens on the Internet"),
        **search_words(words),
        "scheme_auto": words("Colours as on the device"),
        "scheme_light": words("Light colours"),
        "scheme_dark": words("Dark colours"),
        "on_this_page": words("On this page"),
        "back_to_top": words("Back to the top"),
        "footer_navigation": words("About this site"),
        "old_copy": words("This copy is old. A newer one may exist."),
        "offline": offline_words(words),
        "not_found_title": words("This page does not exist"),
        "not_found_text": words("The address may be wrong, or the page has moved."),
        "not_found_home": words("Home"),
    }
