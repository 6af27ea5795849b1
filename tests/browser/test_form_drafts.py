"""What is written in the form is kept, taken over from files, and never lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.records.interpreting import interpret
from tests.browser.form_filling import (
    FORM,
    SUBMIT,
    SUMMARY,
    TITLE,
    fill,
    finish,
    part,
    saved,
    written_language,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.browsing import OpenPage

pytestmark = pytest.mark.browser


def test_draft_comes_back_and_can_be_thrown_away(form: Page) -> None:
    fill(form)
    form.locator("#f-summary").focus()
    form.wait_for_timeout(500)
    before = form.evaluate("localStorage.getItem('record-draft-project')")
    form.reload()
    form.locator(".form-draft").wait_for()
    assert form.input_value("#f-title") == TITLE
    step = form.locator("[data-name=history] [data-items] > *").first
    assert part(step, "source").locator("option:checked").inner_text() == "Ports light up"
    finish(form)
    assert json.loads(before)["raw"]["id"] == "solar-street-lights-for-ports"
    form.click("[data-discard]")
    assert form.input_value("#f-title") == ""
    form.reload()
    assert form.locator(".form-draft").is_hidden()


def test_form_works_where_nothing_can_be_kept(site: Path, open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " {get() { throw new DOMException('closed', 'SecurityError'); }});"
    )
    page.goto((site / written_language(site) / FORM).as_uri())
    fill(page)
    page.locator("#f-summary").focus()
    page.wait_for_timeout(400)
    assert page.locator(".form-kept").inner_text()
    finish(page)


def test_saved_draft_is_taken_over(form: Page, tmp_path: Path, site: Path) -> None:
    fill(form)
    with form.expect_download() as waiting:
        form.click("[data-save]")
    draft = tmp_path / "my.draft.json"
    waiting.value.save_as(draft)
    form.evaluate("localStorage.clear()")
    form.goto((site / written_language(site) / FORM).as_uri())
    form.set_input_files("#form-file", draft)
    form.locator(".form-draft").wait_for()
    finish(form)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("broken.draft.json", b"{"),
        ("list.draft.json", b"[1]"),
        ("latin.yaml", "title: café".encode("latin-1")),
        ("page.yaml", b"<!DOCTYPE html><title>a</title>"),
        ("huge.yaml", b"title: a\n" * 40_000),
    ],
)
def test_wrong_file_changes_nothing(form: Page, tmp_path: Path, name: str, content: bytes) -> None:
    form.fill("#f-title", TITLE)
    (tmp_path / name).write_bytes(content)
    form.set_input_files("#form-file", tmp_path / name)
    form.locator(".form-draft").wait_for()
    assert form.input_value("#f-title") == TITLE


def test_record_of_the_library_is_taken_over_and_given_back(form: Page) -> None:
    file = min((Path(__file__).parents[2] / "content" / "projects").glob("*.yaml"))
    form.set_input_files("#form-file", file)
    form.locator(".form-draft").wait_for()
    form.fill("#f-id", "another-name")
    finish(form)
    with form.expect_download() as waiting:
        form.locator("[data-download]").first.click()
    again = interpret(saved(waiting.value), kind="projects", record_id="same")
    before = interpret(file.read_text(encoding="utf-8"), kind="projects", record_id="same")
    assert again.record == before.record


# What comes when the form is first touched


def test_reading_the_form_loads_no_checks_and_a_touch_does(form: Page) -> None:
    assert form.evaluate("'checkText' in siteRecord") is False
    form.locator("#f-title").focus()
    form.wait_for_timeout(500)
    assert form.evaluate("'checkText' in siteRecord") is True


def test_without_the_checks_nothing_that_is_written_is_lost(
    site: Path, served_site: str, open_page: OpenPage
) -> None:
    page = open_page(f"{served_site}assets/mark.svg")
    # Requests of pages that a worker answers for cannot be stopped here.
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.route("**/record-check.js", lambda route: route.abort())
    page.goto(f"{served_site}{written_language(site)}/{FORM}")
    page.fill("#f-title", TITLE)
    page.locator(".form-draft p").get_by_text("connection").wait_for()
    page.click(SUBMIT)
    assert page.locator(".hand-over").is_hidden()
    page.unroute("**/record-check.js")
    page.click(SUBMIT)
    page.locator(f"{SUMMARY} a").first.wait_for()
    assert page.input_value("#f-title") == TITLE
    page.reload()
    page.locator(".form-draft p").get_by_text("your draft from").wait_for()
    assert page.input_value("#f-title") == TITLE
