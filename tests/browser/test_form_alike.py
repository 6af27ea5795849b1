"""The form names records that may be of the same project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.form_filling import (
    TITLE,
    fill,
    finish,
    first,
    written_language,
)
from tests.browser.site_pages import site_languages

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_likely_record_of_the_same_project_is_shown_and_blocks_nothing(
    form: Page, site: Path
) -> None:
    fill(form)
    hint = form.locator(".form-alike")
    form.wait_for_timeout(1500)
    assert hint.inner_text() == ""
    assert hint.get_attribute("role") == "status"
    known = first(form, "projects")
    form.fill("#f-title", f"{known['title']} 2")
    link = hint.locator("a").first
    link.wait_for()
    assert link.inner_text() == known["title"]
    assert link.get_attribute("target") == "_blank"
    address = link.get_attribute("href") or ""
    assert (site / written_language(site) / address).is_file()
    form.fill("#f-id", "another-name")
    finish(form)
    form.fill("#f-title", TITLE)
    link.wait_for(state="detached")


def test_likely_record_is_found_in_the_language_that_it_is_written_in(
    form: Page, site: Path
) -> None:
    file = min((Path(__file__).parents[2] / "content" / "projects").glob("*.yaml"))
    text = file.read_text(encoding="utf-8")
    language = text.split("language: ", 1)[1].split("\n", 1)[0]
    if language not in site_languages(site):
        pytest.fail("the first record is in no language of the site")
    form.fill("#f-title", text.split("title: ", 1)[1].split("\n", 1)[0])
    form.fill("#f-summary", text.split("summary: ", 1)[1].split("\n", 1)[0])
    link = form.locator(".form-alike a").first
    link.wait_for()
    assert link.get_attribute("href") == f"projects/{file.stem}.html"


def test_projects_of_the_library_are_not_taken_for_each_other(form: Page) -> None:
    pairs, count = form.evaluate(
        """async () => {
          await siteRecord.ready();
          const known = siteRecord.data.records.projects;
          const found = await Promise.all(known.map(({id, title}) =>
            siteRecord.alike({title, summary: title}, id)));
          return [found.filter(each => each.length).length, known.length];
        }"""
    )
    assert pairs <= count / 5


def test_without_a_search_titles_are_still_compared(form: Page) -> None:
    form.evaluate("() => { siteSearch.query = () => Promise.reject(new Error()); }")
    known = first(form, "projects")
    form.fill("#f-title", known["title"].upper())
    form.fill("#f-summary", "Some words.")
    form.locator(".form-alike a").first.wait_for()
