"""The form: filled in with the keyboard alone, checked while it is written, shown as a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.records.interpreting import interpret
from tests.browser.browsing import PHONE, OpenPage
from tests.browser.form_filling import (
    FORM,
    GITEE,
    QUOTE,
    SUBMIT,
    SUMMARY,
    TITLE,
    add_version,
    fill,
    finish,
    first,
    part,
    saved,
    set_ways,
    written_language,
)
from tests.browser.site_pages import site_languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

_AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def test_finished_files_pass_the_check_of_the_generator(form: Page) -> None:
    fill(form)
    finish(form)
    buttons = form.locator("[data-download]")
    assert buttons.count() == 2
    for index, (kind, name) in enumerate(
        [
            ("projects", "solar-street-lights-for-ports.yaml"),
            ("sources", "example-2026-03-01.yaml"),
        ]
    ):
        with form.expect_download() as waiting:
            buttons.nth(index).click()
        assert waiting.value.suggested_filename == name
        record_id = name.removesuffix(".yaml")
        read = interpret(saved(waiting.value), kind=kind, record_id=record_id)
        assert read.findings == ()
        if kind == "projects":
            record = read.record
            assert record is not None
            step = record.model_dump()["history"][0]
            assert (step["quote"], step["source"]) == (QUOTE, "example-2026-03-01")


def test_from_first_key_to_the_saved_file_without_a_mouse(form: Page) -> None:
    keys = form.keyboard
    form.locator("#f-language").focus()

    def to(selector: str, key: str = "Tab") -> None:
        for _ in range(80):
            keys.press(key)
            if form.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        pytest.fail(f"{selector} cannot be reached with {key}")

    def write(selector: str, text: str) -> None:
        to(selector)
        keys.type(text)

    to("[data-name=kind] input")
    keys.press("Space")
    write("#f-title", TITLE)
    write("#f-summary", "Two ports light their roads.")
    to("[data-name=pillars] input")
    keys.press("Space")
    to("[data-name=track] input")
    keys.press("Space")
    to("[data-name=lead] select")
    keys.press("ArrowDown")
    to("[data-name=history] [data-name=status] select")
    keys.press("ArrowDown")
    write("[data-name=history] [data-name=on] input", "2025-03-01")
    to("[data-name=history] [data-name=source] select")
    keys.press("ArrowDown")
    write("[data-name=history] [data-name=quote] textarea", QUOTE)
    to(SUBMIT)
    keys.press("Enter")
    assert form.locator("#hand-over").evaluate("title => title === document.activeElement")
    to("[data-download]")
    with form.expect_download() as waiting:
        keys.press("Enter")
    read = interpret(saved(waiting.value), kind="projects", record_id="solar")
    assert read.findings == ()


_WRONG = {
    "id": "open",
    "address": "www.example.org",
    "published": "1 March",
    "on": "2199",
}
_RIGHT = {
    "id": "solar-lights",
    "address": "https://www.example.org/news/lights",
    "published": "2026-03-01",
    "on": "2026-03-01",
}


@pytest.mark.parametrize("width", [PHONE, 1280])
@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_six_mistakes_are_mended_without_a_mouse(
    site: Path, open_page: OpenPage, language: str, width: int
) -> None:
    if language not in site_languages(site):
        language = written_language(site)
    page = open_page(f"{language}/{FORM}", width=width)
    fill(page)
    step = page.locator("[data-name=history] [data-items] > *").first
    source = page.locator("[data-name=sources] [data-items] > *").first
    page.locator("[data-name=pillars] input:not([data-all])").first.uncheck()
    page.fill("#f-id", _WRONG["id"])
    part(source, "address").fill(_WRONG["address"])
    part(source, "published").fill(_WRONG["published"])
    part(step, "status").select_option("withdrawn")
    part(step, "on").fill(_WRONG["on"])
    page.locator(SUBMIT).focus()
    page.keyboard.press("Enter")
    assert page.locator(f"{SUMMARY} a").count() == 6
    for left in range(6, 0, -1):
        links = page.locator(f"{SUMMARY} a")
        assert links.count() == left
        page.locator(SUMMARY).focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        _mend(page)
        page.wait_for_function(
            "most => document.querySelectorAll('.error-summary a').length < most", arg=left
        )
    page.locator(SUBMIT).focus()
    page.keyboard.press("Enter")
    assert page.locator("#hand-over").evaluate("title => title === document.activeElement")
    assert page.locator("[data-download]").count() == 2


def _mend(page: Page) -> None:
    """Put right what the focus is in."""
    name = page.evaluate("document.activeElement.closest('.form-field').dataset.name")
    if name == "pillars":
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    elif name == "status":
        page.keyboard.press("Home")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
    else:
        page.keyboard.press("Control+a")
        page.keyboard.type(_RIGHT[name])


def test_summary_names_every_problem_and_leads_to_it(form: Page) -> None:
    form.click(SUBMIT)
    assert form.locator(SUMMARY).evaluate("box => box === document.activeElement")
    links = form.locator(f"{SUMMARY} a")
    required = form.locator(
        ".record-form form > section > .form-field:not(:has(> :is(label, legend) .form-optional))"
        ":not([data-control=flag], [data-name=language])"
    )
    assert links.count() == required.count() > 5
    for index in range(links.count()):
        links.nth(index).click()
        assert form.evaluate(
            "document.activeElement.closest('.is-wrong')?.querySelector('.form-wrong') != null"
        )


def test_problem_stands_beside_its_field_and_goes_when_it_is_mended(form: Page) -> None:
    form.locator("details:has([data-name=period]) > summary").click()
    form.fill("[data-name=period] [data-name=start] input", "March 2026")
    form.locator("#f-title").focus()
    error = form.locator("[data-name=period] [data-name=start] .form-error")
    error.wait_for()
    field = form.locator("[data-name=period] [data-name=start] input")
    assert field.get_attribute("aria-invalid") == "true"
    described = field.get_attribute("aria-describedby")
    assert described is not None
    assert error.get_attribute("id") in described.split()
    field.fill("2026-03")
    error.wait_for(state="hidden")
    assert field.get_attribute("aria-invalid") is None


def test_mistake_is_told_while_the_next_field_is_written(form: Page) -> None:
    form.locator("#f-title").focus()
    form.keyboard.type("Open")
    form.keyboard.press("Tab")
    form.keyboard.press("Tab")
    form.keyboard.type("Two ports light their roads with solar lamps.", delay=20)
    error = form.locator("[data-name=id] .form-error")
    error.wait_for()
    assert "'open'" in error.inner_text()


def test_everything_wrong_is_told_at_once(form: Page) -> None:
    fill(form)
    form.locator("[data-name=pillars] input:not([data-all])").first.uncheck()
    step = form.locator("[data-name=history] [data-items] > *").first
    part(step, "status").select_option("withdrawn")
    part(step, "on").fill("2199-01-01")
    form.click(SUBMIT)
    names = form.locator(f"{SUMMARY} a").evaluate_all(
        "links => links.map(link => document.getElementById(link.hash.slice(1))"
        ".closest('.form-field').dataset.name)"
    )
    assert names == ["pillars", "status", "on"]


def test_steps_are_named_as_in_the_list_of_choices(form: Page) -> None:
    fill(form)
    step = form.locator("[data-name=history] [data-items] > *").first
    part(step, "status").select_option("withdrawn")
    chosen = part(step, "status").locator("option:checked").inner_text()
    form.click(SUBMIT)
    assert chosen in form.locator(SUMMARY).inner_text()


def test_every_problem_leads_to_the_page_of_its_rule(form: Page, site: Path) -> None:
    fill(form)
    form.fill("#f-id", "dashboard")
    form.fill("#f-title", "Solar\u202e lights")
    form.locator("[data-name=lead] select").select_option("")
    step = form.locator("[data-name=history] [data-items] > *").first
    part(step, "on").fill("2199-01-01")
    form.click(SUBMIT)
    errors = form.locator(".form-error:visible")
    links = form.locator(".form-error:visible a")
    assert errors.count() == links.count() == 4
    rules = [link.get_attribute("href") or "" for link in links.all()]
    assert len(set(rules)) == 4
    for rule in rules:
        assert (site / written_language(site) / rule).is_file(), rule
    assert (
        form.evaluate("new URL(document.querySelector('.form-error a').href).protocol") == "file:"
    )


def test_what_few_need_is_folded_until_it_holds_something(form: Page, tmp_path: Path) -> None:
    fill(form)
    amount = form.locator("[data-name=funding] [data-name=amount] input")
    assert amount.is_hidden()
    finish(form)
    with form.expect_download() as waiting:
        form.locator("[data-download]").first.click()
    record = saved(waiting.value) + "period:\n  start: 2026\n"
    (tmp_path / "other.yaml").write_text(record, encoding="utf-8")
    form.set_input_files("#form-file", tmp_path / "other.yaml")
    form.locator("[data-name=period] [data-name=start] input").wait_for()
    assert form.input_value("[data-name=period] [data-name=start] input") == "2026"


def test_passing_by_is_no_mistake(form: Page) -> None:
    form.locator("#f-title").focus()
    form.locator("#f-summary").focus()
    form.wait_for_timeout(400)
    assert form.locator(".form-error:visible").count() == 0


def test_hidden_character_and_markup_are_found(form: Page) -> None:
    form.fill("#f-title", "Solar\u202e lights")
    form.fill("#f-description", "See <script>alert(1)</script>")
    fill(form)
    form.fill("#f-title", "Solar\u202e lights")
    form.click(SUBMIT)
    told = form.locator(SUMMARY).inner_text()
    assert "U+202E" in told
    form.fill("#f-title", TITLE)
    form.click(SUBMIT)
    assert "<script>" in form.locator(SUMMARY).inner_text()


def test_title_without_latin_letters_asks_for_a_name(form: Page) -> None:
    form.fill("#f-title", "太阳能路灯")
    assert form.input_value("#f-id") == ""
    form.fill("#f-title", "Éclairage solaire des ports")
    assert form.input_value("#f-id") == "eclairage-solaire-des-ports"
    form.fill("#f-id", "own-name")
    form.fill("#f-title", "Another title")
    assert form.input_value("#f-id") == "own-name"


@pytest.mark.parametrize("name", ["open", "matching", "dashboard", "index", "con", "nul"])
def test_name_of_a_page_is_refused(form: Page, name: str) -> None:
    fill(form)
    form.fill("#f-id", name)
    form.click(SUBMIT)
    assert form.locator(f"{SUMMARY} a").count() == 1
    assert f"'{name}'" in form.locator("[data-name=id] .form-error").inner_text()
    assert form.locator(".hand-over").is_hidden()


def test_name_of_a_record_that_exists_or_moved_is_refused(form: Page) -> None:
    taken_id = first(form, "projects")["id"]
    form.evaluate("siteRecord.data.moved.projects = {'older-name': ['newer-name']}")
    for taken in (taken_id, "older-name"):
        form.fill("#f-id", taken)
        form.locator("#f-title").focus()
        error = form.locator("[data-name=id] .form-error")
        error.get_by_text(taken).wait_for()
        form.fill("#f-id", "a-free-name")
        error.wait_for(state="hidden")


def test_page_shown_runs_nothing_of_the_text(form: Page) -> None:
    form.evaluate("window.hit = 0")
    fill(form)
    form.fill("#f-title", '<img src=x onerror="window.hit = 1">')
    form.fill("#f-description", "[click](javascript:window.hit=1) <b>bold</b> **strong**")
    form.click("[data-show]")
    shown = form.locator(".record-shown")
    assert "<img" in shown.locator("h1").inner_text()
    assert shown.locator("img, b:not(.grade b)").count() == 0
    assert shown.locator("strong").inner_text() == "strong"
    assert shown.locator("a[href^=javascript]").count() == 0
    assert form.evaluate("window.hit") == 0


def test_joining_leads_from_a_project_to_an_entry(site: Path, open_page: OpenPage) -> None:
    page = open_page(f"{written_language(site)}/join-project.html")
    options = page.locator("#f-project option")
    if options.count() < 2:
        # No project is open to join: the form says what is missing.
        page.click(SUBMIT)
        assert page.locator(f"{SUMMARY} a").count() > 0
        return
    chosen = options.nth(1).get_attribute("value")
    page = open_page(f"{written_language(site)}/join-project.html?join={chosen}")
    assert page.input_value("#f-project") == chosen
    page.locator("#f-by").select_option(index=1)
    page.fill("#f-on", "2026-03-01")
    page.locator("#f-source").select_option(index=1)
    finish(page)
    assert "joined:\n  - by: " in page.locator(".hand-file pre").inner_text()


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_axe_finds_nothing(site: Path, open_page: OpenPage, width: int) -> None:
    found: list[str] = []
    for language in sorted({"en", "zh", "ar"} & set(site_languages(site))):
        page = open_page(f"{language}/{FORM}", width=width)
        page.click(SUBMIT)
        found.extend(f"{language} with problems: {each}" for each in _violations(page))
        fill(page)
        add_version(page, "title", "fr", "Éclairage solaire")
        for fold in page.locator("details.form-more > summary:visible").all():
            fold.click()
        page.fill("#f-summary", "Likely.")
        page.fill("#f-title", first(page, "projects")["title"])
        page.fill("#f-id", "another-name")
        page.locator(".form-alike a").first.wait_for()
        set_ways(page, GITEE)
        finish(page)
        found.extend(f"{language} at the end: {each}" for each in _violations(page))
    assert found == [], "\n".join(found)


def _violations(page: Page) -> Iterator[str]:
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    violations = page.evaluate(
        """tags => axe.run(document, {resultTypes: ["violations"],
           runOnly: {type: "tag", values: tags}}).then(found => found.violations)""",
        list(_TAGS),
    )
    for violation in violations:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {node['html'][:150]}: {node['failureSummary']}"


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_nothing_is_cut_off_on_a_phone(site: Path, open_page: OpenPage, language: str) -> None:
    if language not in site_languages(site):
        language = written_language(site)
    page = open_page(f"{language}/{FORM}", width=PHONE)
    page.click(SUBMIT)
    overflow = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0
