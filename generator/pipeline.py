"""From records to the published site: each function reads like the list of its stages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.checks.all_checks import check_repository
from generator.checks.named_parties import with_names
from generator.engine.protocol import MarkdownPage, Surroundings
from generator.engine.settings import read_settings
from generator.errors import UsageError
from generator.filling import LanguagePages, fill
from generator.issues import sorted_issues
from generator.languages.borrowed import Borrowed, bare
from generator.languages.catalogs import Catalogs, read_catalogs
from generator.languages.party_names import party_names
from generator.languages.resolve import direction_of
from generator.languages.terms import Terms
from generator.languages.translation_checks import check_characters, check_translations
from generator.packaging import add_app, add_packages
from generator.pages.documents import parse_document
from generator.pages.downloads import edition_words
from generator.pages.editions import editions
from generator.pages.forge import forge_of
from generator.pages.site import chrome, site_pages
from generator.publish.publication import publish
from generator.records.repository import Repository, read_records
from generator.render.environment import environment
from generator.render.render import render_page
from generator.translating import translation_coverage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from generator.engine.settings import SiteSettings
    from generator.issues import Issue
    from generator.languages.coverage import Coverage
    from generator.pages.documents import Document
    from generator.pages.edition import Edition
    from generator.publish.publication import Published
    from generator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Checked:
    """The content as it was read, and everything that is wrong with it."""

    repository: Repository | None
    """None where the framework or the languages cannot be used."""
    catalogs: Catalogs
    issues: tuple[Issue, ...]

    @property
    def errors(self) -> int:
        """How many issues keep the site from being built."""
        return sum(issue.severity == "error" for issue in self.issues)


def check(workspace: Workspace, *, today: date) -> Checked:
    """Read all content and collect everything that is wrong with it."""
    records, found = read_records(workspace.content, relative_to=workspace.root)
    if records is None:
        return Checked(None, Catalogs({}), sorted_issues(found))
    tags = records.tags or _translated_languages(workspace)
    catalogs, in_catalogs = read_catalogs(workspace.locales, tags, relative_to=workspace.root)
    terms = Terms(records.glossary)
    issues = (
        *found,
        *in_catalogs,
        *check_repository(records, today=today, concepts_of=terms.ids_in),
        *check_translations(records, catalogs),
        *check_characters(catalogs),
    )
    named = with_names(records, issues, lambda: party_names(records, catalogs))
    repository = records if isinstance(records, Repository) else None
    return Checked(repository, catalogs, sorted_issues(named))


def _translated_languages(workspace: Workspace) -> tuple[str, ...]:
    """Return the languages that have catalogs, for when the site's own list cannot be used."""
    if not workspace.locales.is_dir():
        return ()
    return tuple(sorted(path.name for path in workspace.locales.iterdir() if path.is_dir()))


def build(
    workspace: Workspace,
    checked: Checked,
    *,
    output: Path,
    languages: Sequence[str] = (),
    edition_date: str = "",
    downloads: bool = True,
) -> Published:
    """Build the site from content without errors and put it in the place of the last one.

    ``edition_date`` is an ISO 8601 day that pages show as the day of this edition, or nothing.
    With ``downloads`` the site offers packages of itself. Raises UsageError for an unknown
    language, EngineError and PublishError as those packages do.
    """
    settings = read_settings(workspace.config)
    made = prepare(workspace, checked, settings, languages=languages, edition_date=edition_date)

    def fill_all(site: Path) -> None:
        fill(site, workspace, made, settings)
        if downloads:
            add_packages(site, workspace, made, settings, edition_date=edition_date)
        add_app(site, workspace, made, settings, edition_date=edition_date)

    return publish(
        output,
        fill_all,
        protected=(workspace.root, workspace.content, workspace.documents, workspace.overrides),
    )


def prepare(
    workspace: Workspace,
    checked: Checked,
    settings: SiteSettings,
    *,
    languages: Sequence[str] = (),
    edition_date: str = "",
) -> tuple[LanguagePages, ...]:
    """Turn checked content into Markdown, language by language."""
    if checked.repository is None or checked.errors:
        raise UsageError("there are errors in the content", mend="run: framework check")
    forge = forge_of(settings.repository, branch=settings.branch)
    known = editions(checked.repository, checked.catalogs, forge)
    chosen = _chosen(known, languages)
    documents = read_documents(workspace, tuple(known))
    shared = {
        "address": settings.address,
        "edition": edition_date,
        "languages": _language_list(chosen),
        "record_hosts": list(settings.record_hosts),
        "app": settings.app,
    }
    figures = translation_coverage(checked.repository, checked.catalogs)
    return tuple(_language_pages(edition, documents, figures, shared) for edition in chosen)


def read_documents(workspace: Workspace, languages: Sequence[str]) -> tuple[Document, ...]:
    """Read the hand-written pages of all languages."""
    return tuple(
        parse_document(
            path.relative_to(workspace.documents / tag).with_suffix("").as_posix(),
            tag,
            path.read_text(encoding="utf-8"),
        )
        for tag in languages
        for path in sorted((workspace.documents / tag).rglob("*.md"))
    )


def _chosen(known: Mapping[str, Edition], languages: Sequence[str]) -> tuple[Edition, ...]:
    unknown = [tag for tag in languages if tag not in known]
    if unknown:
        raise UsageError(
            f"{', '.join(unknown)} is not a language of the site",
            mend=f"languages of the site are: {', '.join(known)}",
        )
    return tuple(edition for tag, edition in known.items() if not languages or tag in languages)


def _language_list(chosen: Sequence[Edition]) -> list[dict[str, str]]:
    return [
        {
            "tag": edition.language.tag,
            "name": edition.language.name,
            "dir": edition.language.direction,
        }
        for edition in chosen
    ]


def _language_pages(
    edition: Edition,
    documents: Sequence[Document],
    figures: Sequence[Coverage],
    shared: Mapping[str, object],
) -> LanguagePages:
    pages = site_pages(
        edition,
        documents,
        figures,
        edition_date=str(shared["edition"]),
        address=str(shared["address"]),
    )
    templates = environment()
    return LanguagePages(
        edition=edition,
        pages=pages,
        markdown=tuple(
            MarkdownPage(f"{page.path}.md", render_page(page, edition.words, templates))
            for page in pages
        ),
        surroundings=Surroundings(edition.language.tag, _theme_values(edition, documents, shared)),
    )


def _theme_values(
    edition: Edition, documents: Sequence[Document], shared: Mapping[str, object]
) -> dict[str, object]:
    around = chrome(edition, documents)
    return {
        **shared,
        "name": around.name,
        "edition_words": bare(edition_words(edition, str(shared["edition"]))),
        "short_name": around.short_name,
        "lang": around.language,
        "dir": around.direction,
        "root": "..",
        "assets": "../assets",
        "navigation": [
            {"label": bare(item.label), "url": item.url, "kind": item.kind}
            for item in around.navigation
        ],
        "footer_links": [{"label": bare(item.label), "url": item.url} for item in around.footer],
        "footer": {"text": bare(around.footer_text), "licence": bare(around.licence)},
        "words": {
            key: bare(value) if isinstance(value, str) else _bare_words(value)
            for key, value in around.words.items()
        },
        "words_in": _borrowed_language(around.licence),
    }


def _bare_words(words: Mapping[str, str]) -> dict[str, str]:
    return {key: bare(value) for key, value in words.items()}


def _borrowed_language(words: str) -> dict[str, str]:
    """Return language and direction of what surrounds the pages, where it is not the reader's."""
    if not isinstance(words, Borrowed):
        return {}
    return {"lang": words.language, "dir": direction_of(words.language)}
