"""Texts of the form in several languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.records.interpreting import interpret
from tests.browser.form_filling import (
    SUBMIT,
    SUMMARY,
    TITLE,
    add_version,
    fill,
    finish,
    first,
    saved,
)

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_title_and_summary_can_be_given_in_a_second_language(form: Page) -> None:
    fill(form)
    add_version(form, "title", "fr", "Éclairage solaire des ports")
    add_version(form, "summary", "fr", "Deux ports éclairent leurs routes.")
    form.locator("#f-title").focus()
    form.wait_for_timeout(500)
    form.reload()
    form.locator(".form-draft").wait_for()
    finish(form)
    with form.expect_download() as waiting:
        form.locator("[data-download]").first.click()
    read = interpret(saved(waiting.value), kind="projects", record_id="solar")
    assert read.findings == ()
    assert read.record is not None
    record = read.record.model_dump()
    assert record["title"] == {_language_chosen(form): TITLE, "fr": "Éclairage solaire des ports"}
    assert record["summary"]["fr"] == "Deux ports éclairent leurs routes."


def _language_chosen(page: Page) -> str:
    return page.input_value("#f-language")


def test_one_language_is_given_once(form: Page) -> None:
    fill(form)
    add_version(form, "title", _language_chosen(form), "Twice")
    form.click(SUBMIT)
    assert form.locator(f"{SUMMARY} a").count() == 1
    version = form.locator("[data-name=title] .form-version")
    assert version.locator("[aria-invalid]").count() == 1
    version.locator("[data-drop-version]").click()
    finish(form)


def test_text_of_another_language_is_checked_like_the_first(form: Page) -> None:
    fill(form)
    add_version(form, "title", "fr", "x" * 301)
    form.click(SUBMIT)
    error = form.locator("[data-name=title] .form-version .form-error")
    assert "301" in error.inner_text()


_VERSIONS = """title:
  zh:
    text: 港口太阳能路灯
    status: official
  en:
    text: Solar street lights
    status: attested
    source: {source}
  sr-Latn: Solarne lampe
summary:
  fr: Deux ports éclairent leurs routes.
seeks:
  - Experts
  - en: Test sites
    fr: Sites d'essai
links:
  - label:
      en: News
      ar: أخبار
    address: https://example.org/news
"""


def test_texts_in_several_languages_are_given_back_as_they_were(form: Page, tmp_path: Path) -> None:
    fill(form)
    finish(form)
    with form.expect_download() as waiting:
        form.locator("[data-download]").first.click()
    known = first(form, "sources")["id"]
    lines = saved(waiting.value).replace("example-2026-03-01", known).splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(("title:", "summary:"))]
    text = "".join(kept) + _VERSIONS.format(source=known)
    file = tmp_path / "lights.yaml"
    file.write_text(text, encoding="utf-8")
    form.set_input_files("#form-file", file)
    form.locator(".form-version").first.wait_for()
    form.wait_for_timeout(500)
    form.reload()  # by way of the draft as well
    form.locator(".form-version").first.wait_for()
    finish(form)
    with form.expect_download() as waiting:
        form.locator("[data-download]").first.click()
    again = interpret(saved(waiting.value), kind="projects", record_id="lights")
    before = interpret(text, kind="projects", record_id="lights")
    assert before.findings == again.findings == ()
    assert again.record == before.record


def test_changed_words_are_no_longer_called_official(form: Page, tmp_path: Path) -> None:
    file = tmp_path / "lights.yaml"
    file.write_text(
        "language: zh\ntitle:\n  zh: {text: 路灯, status: official}\n", encoding="utf-8"
    )
    form.set_input_files("#form-file", file)
    form.locator(".form-draft").wait_for()
    form.click("[data-show]")
    assert form.locator(".record-shown h1").inner_text() == "路灯"
    fill(form)
    form.fill("#f-title", "太阳能路灯")
    form.fill("#f-id", "lights")
    finish(form)
    assert "official" not in form.locator(".hand-file pre").first.inner_text()


def test_what_has_no_place_in_the_form_is_named(form: Page, tmp_path: Path) -> None:
    file = tmp_path / "lights.yaml"
    file.write_text("language: en\ntitle: Lights\nbudget: 12\n", encoding="utf-8")
    form.set_input_files("#form-file", file)
    form.locator(".form-draft").get_by_text("budget").wait_for()
