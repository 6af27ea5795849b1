"""The form: filled in with the keyboard alone, checked while it is written, kept, handed over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from generator.records.interpreting import interpret
from tests.browser.browsing import PHONE, OpenPage
from tests.browser.site_pages import site_languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Download, Locator, Page

pytestmark = pytest.mark.browser

_FORM = "new-project.html"
_AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_SUBMIT = ".record-form button[type=submit]"
_SUMMARY = ".error-summary"
_TITLE = "Solar street lights for ports"
_QUOTE = "The two ports will light 40 km of road: a start #1."


def _language(site: Path) -> str:
    tags = site_languages(site)
    return "en" if "en" in tags else tags[0]


@pytest.fixture
def form(site: Path, open_page: OpenPage) -> Page:
    return open_page(f"{_language(site)}/{_FORM}")


def _fill(page: Page) -> None:
    """Fill in all that is required, with a source that has no record yet."""
    page.locator("[data-name=kind] input").nth(1).check()
    page.fill("#f-title", _TITLE)
    page.fill("#f-summary", "Two ports light their roads with solar lamps.")
    page.locator("[data-name=pillars] input:not([data-all])").first.check()
    page.locator("[data-name=track] input").first.check()
    page.locator("[data-name=lead] select").select_option(index=1)
    page.locator("[data-name=sources] [data-add]").click()
    source = page.locator("[data-name=sources] [data-items] > *").first
    _in(source, "address").fill("https://www.example.org/news/lights")
    _in(source, "title").fill("Ports light up")
    _in(source, "publisher").fill("Example Press")
    _in(source, "published").fill("2026-03-01")
    _in(source, "language").select_option("en")
    source.locator("[data-name=grade] input").nth(1).check()
    source.locator("[data-name=official] input").check()
    _in(source, "supports").fill("The announcement.")
    _in(source, "retrieved").fill("2026-03-02")
    step = page.locator("[data-name=history] [data-items] > *").first
    _in(step, "status").select_option("announced")
    _in(step, "on").fill("2026-03-01")
    _in(step, "source").select_option(label="Ports light up")
    _in(step, "quote").fill(_QUOTE)


def _in(item: Locator, name: str) -> Locator:
    return item.locator(f"[data-name={name}] :is(input, select, textarea)").first


def _saved(download: Download) -> str:
    return Path(download.path()).read_text(encoding="utf-8")


def _finish(page: Page) -> None:
    page.click(_SUBMIT)
    page.locator(".hand-over").wait_for()


def test_finished_files_pass_the_check_of_the_generator(form: Page) -> None:
    _fill(form)
    _finish(form)
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
        read = interpret(_saved(waiting.value), kind=kind, record_id=record_id)
        assert read.findings == ()
        if kind == "projects":
            record = read.record
            assert record is not None
            step = record.model_dump()["history"][0]
            assert (step["quote"], step["source"]) == (_QUOTE, "example-2026-03-01")


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
    write("#f-title", _TITLE)
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
    write("[data-name=history] [data-name=quote] textarea", _QUOTE)
    to(_SUBMIT)
    keys.press("Enter")
    assert form.locator("#hand-over").evaluate("title => title === document.activeElement")
    to("[data-download]")
    with form.expect_download() as waiting:
        keys.press("Enter")
    read = interpret(_saved(waiting.value), kind="projects", record_id="solar")
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
        language = _language(site)
    page = open_page(f"{language}/{_FORM}", width=width)
    _fill(page)
    step = page.locator("[data-name=history] [data-items] > *").first
    source = page.locator("[data-name=sources] [data-items] > *").first
    page.locator("[data-name=pillars] input:not([data-all])").first.uncheck()
    page.fill("#f-id", _WRONG["id"])
    _in(source, "address").fill(_WRONG["address"])
    _in(source, "published").fill(_WRONG["published"])
    _in(step, "status").select_option("withdrawn")
    _in(step, "on").fill(_WRONG["on"])
    page.locator(_SUBMIT).focus()
    page.keyboard.press("Enter")
    assert page.locator(f"{_SUMMARY} a").count() == 6
    for left in range(6, 0, -1):
        links = page.locator(f"{_SUMMARY} a")
        assert links.count() == left
        page.locator(_SUMMARY).focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        _mend(page)
        page.wait_for_function(
            "most => document.querySelectorAll('.error-summary a').length < most", arg=left
        )
    page.locator(_SUBMIT).focus()
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
    form.click(_SUBMIT)
    assert form.locator(_SUMMARY).evaluate("box => box === document.activeElement")
    links = form.locator(f"{_SUMMARY} a")
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
    _fill(form)
    form.locator("[data-name=pillars] input:not([data-all])").first.uncheck()
    step = form.locator("[data-name=history] [data-items] > *").first
    _in(step, "status").select_option("withdrawn")
    _in(step, "on").fill("2199-01-01")
    form.click(_SUBMIT)
    names = form.locator(f"{_SUMMARY} a").evaluate_all(
        "links => links.map(link => document.getElementById(link.hash.slice(1))"
        ".closest('.form-field').dataset.name)"
    )
    assert names == ["pillars", "status", "on"]


def test_steps_are_named_as_in_the_list_of_choices(form: Page) -> None:
    _fill(form)
    step = form.locator("[data-name=history] [data-items] > *").first
    _in(step, "status").select_option("withdrawn")
    chosen = _in(step, "status").locator("option:checked").inner_text()
    form.click(_SUBMIT)
    assert chosen in form.locator(_SUMMARY).inner_text()


def test_every_problem_leads_to_the_page_of_its_rule(form: Page, site: Path) -> None:
    _fill(form)
    form.fill("#f-id", "dashboard")
    form.fill("#f-title", "Solar\u202e lights")
    form.locator("[data-name=lead] select").select_option("")
    step = form.locator("[data-name=history] [data-items] > *").first
    _in(step, "on").fill("2199-01-01")
    form.click(_SUBMIT)
    errors = form.locator(".form-error:visible")
    links = form.locator(".form-error:visible a")
    assert errors.count() == links.count() == 4
    rules = [link.get_attribute("href") or "" for link in links.all()]
    assert len(set(rules)) == 4
    for rule in rules:
        assert (site / _language(site) / rule).is_file(), rule
    assert (
        form.evaluate("new URL(document.querySelector('.form-error a').href).protocol") == "file:"
    )


def test_what_few_need_is_folded_until_it_holds_something(form: Page, tmp_path: Path) -> None:
    _fill(form)
    amount = form.locator("[data-name=funding] [data-name=amount] input")
    assert amount.is_hidden()
    _finish(form)
    with form.expect_download() as waiting:
        form.locator("[data-download]").first.click()
    record = _saved(waiting.value) + "period:\n  start: 2026\n"
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
    _fill(form)
    form.fill("#f-title", "Solar\u202e lights")
    form.click(_SUBMIT)
    told = form.locator(_SUMMARY).inner_text()
    assert "U+202E" in told
    form.fill("#f-title", _TITLE)
    form.click(_SUBMIT)
    assert "<script>" in form.locator(_SUMMARY).inner_text()


def test_draft_comes_back_and_can_be_thrown_away(form: Page) -> None:
    _fill(form)
    form.locator("#f-summary").focus()
    form.wait_for_timeout(500)
    before = form.evaluate("localStorage.getItem('record-draft-project')")
    form.reload()
    form.locator(".form-draft").wait_for()
    assert form.input_value("#f-title") == _TITLE
    step = form.locator("[data-name=history] [data-items] > *").first
    assert _in(step, "source").locator("option:checked").inner_text() == "Ports light up"
    _finish(form)
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
    page.goto((site / _language(site) / _FORM).as_uri())
    _fill(page)
    page.locator("#f-summary").focus()
    page.wait_for_timeout(400)
    assert page.locator(".form-kept").inner_text()
    _finish(page)


def test_saved_draft_is_taken_over(form: Page, tmp_path: Path, site: Path) -> None:
    _fill(form)
    with form.expect_download() as waiting:
        form.click("[data-save]")
    draft = tmp_path / "my.draft.json"
    waiting.value.save_as(draft)
    form.evaluate("localStorage.clear()")
    form.goto((site / _language(site) / _FORM).as_uri())
    form.set_input_files("#form-file", draft)
    form.locator(".form-draft").wait_for()
    _finish(form)


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
    form.fill("#f-title", _TITLE)
    (tmp_path / name).write_bytes(content)
    form.set_input_files("#form-file", tmp_path / name)
    form.locator(".form-draft").wait_for()
    assert form.input_value("#f-title") == _TITLE


def test_record_of_the_library_is_taken_over_and_given_back(form: Page) -> None:
    file = min((Path(__file__).parents[2] / "content" / "projects").glob("*.yaml"))
    form.set_input_files("#form-file", file)
    form.locator(".form-draft").wait_for()
    form.fill("#f-id", "another-name")
    _finish(form)
    with form.expect_download() as waiting:
        form.locator("[data-download]").first.click()
    again = interpret(_saved(waiting.value), kind="projects", record_id="same")
    before = interpret(file.read_text(encoding="utf-8"), kind="projects", record_id="same")
    assert again.record == before.record


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
    _fill(form)
    form.fill("#f-id", name)
    form.click(_SUBMIT)
    assert form.locator(f"{_SUMMARY} a").count() == 1
    assert f"'{name}'" in form.locator("[data-name=id] .form-error").inner_text()
    assert form.locator(".hand-over").is_hidden()


def test_name_of_a_record_that_exists_or_moved_is_refused(form: Page) -> None:
    taken_id = _first(form, "projects")["id"]
    form.evaluate("siteRecord.data.moved.projects = {'older-name': ['newer-name']}")
    for taken in (taken_id, "older-name"):
        form.fill("#f-id", taken)
        form.locator("#f-title").focus()
        error = form.locator("[data-name=id] .form-error")
        error.get_by_text(taken).wait_for()
        form.fill("#f-id", "a-free-name")
        error.wait_for(state="hidden")


# What comes when the form is first touched


def test_reading_the_form_loads_no_checks_and_a_touch_does(form: Page) -> None:
    assert form.evaluate("'checkText' in siteRecord") is False
    form.locator("#f-title").focus()
    form.wait_for_timeout(500)
    assert form.evaluate("'checkText' in siteRecord") is True


def test_without_the_checks_nothing_that_is_written_is_lost(
    site: Path, served_site: str, open_page: OpenPage
) -> None:
    page = open_page(f"{served_site}{_language(site)}/{_FORM}")
    page.route("**/record-check.js", lambda route: route.abort())
    page.fill("#f-title", _TITLE)
    page.locator(".form-draft p").get_by_text("connection").wait_for()
    page.click(_SUBMIT)
    assert page.locator(".hand-over").is_hidden()
    page.unroute("**/record-check.js")
    page.click(_SUBMIT)
    page.locator(f"{_SUMMARY} a").first.wait_for()
    assert page.input_value("#f-title") == _TITLE
    page.reload()
    page.locator(".form-draft p").get_by_text("your draft from").wait_for()
    assert page.input_value("#f-title") == _TITLE


# Records that may be of the same project


def _first(page: Page, kind: str) -> dict[str, str]:
    """Return what the page knows of the first record of a kind, once it knows anything."""
    known: dict[str, str] = page.evaluate(
        "kind => siteRecord.ready().then(() => siteRecord.data.records[kind][0])", kind
    )
    return known


def test_likely_record_of_the_same_project_is_shown_and_blocks_nothing(
    form: Page, site: Path
) -> None:
    _fill(form)
    hint = form.locator(".form-alike")
    form.wait_for_timeout(1500)
    assert hint.inner_text() == ""
    assert hint.get_attribute("role") == "status"
    known = _first(form, "projects")
    form.fill("#f-title", f"{known['title']} 2")
    link = hint.locator("a").first
    link.wait_for()
    assert link.inner_text() == known["title"]
    assert link.get_attribute("target") == "_blank"
    address = link.get_attribute("href") or ""
    assert (site / _language(site) / address).is_file()
    form.fill("#f-id", "another-name")
    _finish(form)
    form.fill("#f-title", _TITLE)
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
    known = _first(form, "projects")
    form.fill("#f-title", known["title"].upper())
    form.fill("#f-summary", "Some words.")
    form.locator(".form-alike a").first.wait_for()


# Texts in several languages


def _another(page: Page, name: str, language: str, words: str) -> None:
    field = page.locator(f"form > section > [data-name={name}]")
    field.locator("[data-another]").click()
    version = field.locator(".form-version").last
    version.locator("select").select_option(language)
    version.locator(".form-field :is(input, textarea)").fill(words)


def test_title_and_summary_can_be_given_in_a_second_language(form: Page) -> None:
    _fill(form)
    _another(form, "title", "fr", "Éclairage solaire des ports")
    _another(form, "summary", "fr", "Deux ports éclairent leurs routes.")
    form.locator("#f-title").focus()
    form.wait_for_timeout(500)
    form.reload()
    form.locator(".form-draft").wait_for()
    _finish(form)
    with form.expect_download() as waiting:
        form.locator("[data-download]").first.click()
    read = interpret(_saved(waiting.value), kind="projects", record_id="solar")
    assert read.findings == ()
    assert read.record is not None
    record = read.record.model_dump()
    assert record["title"] == {_language_chosen(form): _TITLE, "fr": "Éclairage solaire des ports"}
    assert record["summary"]["fr"] == "Deux ports éclairent leurs routes."


def _language_chosen(page: Page) -> str:
    return page.input_value("#f-language")


def test_one_language_is_given_once(form: Page) -> None:
    _fill(form)
    _another(form, "title", _language_chosen(form), "Twice")
    form.click(_SUBMIT)
    assert form.locator(f"{_SUMMARY} a").count() == 1
    version = form.locator("[data-name=title] .form-version")
    assert version.locator("[aria-invalid]").count() == 1
    version.locator("[data-drop-version]").click()
    _finish(form)


def test_text_of_another_language_is_checked_like_the_first(form: Page) -> None:
    _fill(form)
    _another(form, "title", "fr", "x" * 301)
    form.click(_SUBMIT)
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
    _fill(form)
    _finish(form)
    with form.expect_download() as waiting:
        form.locator("[data-download]").first.click()
    known = _first(form, "sources")["id"]
    lines = _saved(waiting.value).replace("example-2026-03-01", known).splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(("title:", "summary:"))]
    text = "".join(kept) + _VERSIONS.format(source=known)
    file = tmp_path / "lights.yaml"
    file.write_text(text, encoding="utf-8")
    form.set_input_files("#form-file", file)
    form.locator(".form-version").first.wait_for()
    form.wait_for_timeout(500)
    form.reload()  # by way of the draft as well
    form.locator(".form-version").first.wait_for()
    _finish(form)
    with form.expect_download() as waiting:
        form.locator("[data-download]").first.click()
    again = interpret(_saved(waiting.value), kind="projects", record_id="lights")
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
    _fill(form)
    form.fill("#f-title", "太阳能路灯")
    form.fill("#f-id", "lights")
    _finish(form)
    assert "official" not in form.locator(".hand-file pre").first.inner_text()


def test_what_has_no_place_in_the_form_is_named(form: Page, tmp_path: Path) -> None:
    file = tmp_path / "lights.yaml"
    file.write_text("language: en\ntitle: Lights\nbudget: 12\n", encoding="utf-8")
    form.set_input_files("#form-file", file)
    form.locator(".form-draft").get_by_text("budget").wait_for()


# Handing over


def _with_ways(page: Page, ways: dict[str, Any]) -> None:
    page.evaluate(
        "ways => siteRecord.ready().then(() => { Object.assign(siteRecord.data.hand, ways); })",
        ways,
    )


_GITHUB = {
    "forge": "GitHub",
    "new_file": "https://github.com/a/b/new/main?filename={path}&value={text}",
    "takes_text": True,
    "edit": "https://github.com/a/b/edit/main/{path}",
    "mail": "office@example.org",
}


def test_forge_gets_the_whole_text_in_its_address(form: Page) -> None:
    _with_ways(form, _GITHUB)
    _fill(form)
    _finish(form)
    link = form.locator(".hand-file a").first
    address = urlsplit(link.get_attribute("href") or "")
    sent = parse_qs(address.query)
    assert sent["filename"] == ["content/projects/solar-street-lights-for-ports.yaml"]
    assert sent["value"][0] == form.locator(".hand-file pre").first.inner_text()
    mail = form.locator("a[href^=mailto]").get_attribute("href") or ""
    assert mail.startswith("mailto:office@example.org?subject=")
    assert _TITLE in unquote(mail)


def test_text_too_long_for_an_address_is_copied(form: Page) -> None:
    _with_ways(form, _GITHUB)
    _fill(form)
    form.fill("#f-description", "很长的说明。" * 300)
    _finish(form)
    link = form.locator(".hand-file a").first
    assert len(link.get_attribute("href") or "") < 8_000
    assert (link.get_attribute("href") or "").endswith("value=")
    assert len(form.locator("a[href^=mailto]").get_attribute("href") or "") < 2_000


_GITLAB = {
    "forge": "GitLab",
    "new_file": "https://gitlab.com/a/b/-/new/main?file_name={path}",
    "takes_text": False,
    "takes_name": True,
    "edit": "https://gitlab.com/a/b/-/edit/main/{path}",
}
_GITEE = {
    "forge": "Gitee",
    "new_file": "https://gitee.com/a/b/new/main/{folder}",
    "takes_text": False,
    "takes_name": False,
    "edit": "https://gitee.com/a/b/edit/main/{path}",
}
_LISTEN = """
    window.copied = [];
    document.addEventListener("copy", () => copied.push(document.activeElement.value));
    document.addEventListener("click", event => {
      if (event.target.closest("a[target=_blank]")) event.preventDefault();
    });
"""


def test_gitlab_gets_the_name_and_the_text_is_copied(form: Page) -> None:
    _with_ways(form, _GITLAB)
    _fill(form)
    _finish(form)
    form.evaluate(_LISTEN)
    file = form.locator(".hand-file").first
    text = file.locator("pre").inner_text()
    link = file.locator("a")
    address = link.get_attribute("href") or ""
    assert parse_qs(urlsplit(address).query)["file_name"] == [
        "content/projects/solar-street-lights-for-ports.yaml"
    ]
    assert link.get_attribute("target") == "_blank"
    file.locator("[data-copy]").click()
    file.locator(".hand-said:not(:empty)").wait_for()
    link.click()
    assert form.evaluate("copied") == [text, text]
    assert file.locator("ol > li").count() == 5


def test_gitee_needs_the_name_and_then_the_text(form: Page) -> None:
    _with_ways(form, _GITEE)
    _fill(form)
    _finish(form)
    form.evaluate(_LISTEN)
    file = form.locator(".hand-file").last
    link = file.locator("a")
    assert (link.get_attribute("href") or "").endswith("/new/main/content/sources")
    link.click()
    for button in file.locator("[data-copy]").all():
        button.click()
    assert form.evaluate("copied") == [
        "example-2026-03-01.yaml",
        file.locator("pre").inner_text(),
    ]


def test_text_that_cannot_be_copied_is_marked(form: Page) -> None:
    _with_ways(form, _GITLAB)
    form.evaluate(
        "document.execCommand = () => false;"
        "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
    )
    _fill(form)
    _finish(form)
    file = form.locator(".hand-file").last
    file.locator("[data-copy]").click()
    assert "Ctrl" in file.locator(".hand-said").inner_text()
    assert (
        form.evaluate("getSelection().toString().trim()")
        == file.locator("pre").inner_text().strip()
    )
    assert file.locator("pre").evaluate("box => box === document.activeElement")


def test_short_mail_is_the_first_way(form: Page) -> None:
    _with_ways(form, {**_GITLAB, "mail": "office@example.org"})
    _fill(form)
    _finish(form)
    first = form.locator(".hand-files a").first
    assert (first.get_attribute("href") or "").startswith("mailto:office@example.org")
    sent = unquote(first.get_attribute("href") or "")
    assert "content/projects/" in sent
    assert "content/sources/" in sent


def test_ways_that_are_not_set_up_are_not_shown(form: Page) -> None:
    _fill(form)
    _finish(form)
    assert form.locator(".hand-over a").count() == 0


def test_page_shown_runs_nothing_of_the_text(form: Page) -> None:
    form.evaluate("window.hit = 0")
    _fill(form)
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
    page = open_page(f"{_language(site)}/join-project.html")
    options = page.locator("#f-project option")
    if options.count() < 2:
        # No project is open to join: the form says what is missing.
        page.click(_SUBMIT)
        assert page.locator(f"{_SUMMARY} a").count() > 0
        return
    chosen = options.nth(1).get_attribute("value")
    page = open_page(f"{_language(site)}/join-project.html?join={chosen}")
    assert page.input_value("#f-project") == chosen
    page.locator("#f-by").select_option(index=1)
    page.fill("#f-on", "2026-03-01")
    page.locator("#f-source").select_option(index=1)
    _finish(page)
    assert "joined:\n  - by: " in page.locator(".hand-file pre").inner_text()


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_axe_finds_nothing(site: Path, open_page: OpenPage, width: int) -> None:
    found: list[str] = []
    for language in sorted({"en", "zh", "ar"} & set(site_languages(site))):
        page = open_page(f"{language}/{_FORM}", width=width)
        page.click(_SUBMIT)
        found.extend(f"{language} with problems: {each}" for each in _violations(page))
        _fill(page)
        _another(page, "title", "fr", "Éclairage solaire")
        for fold in page.locator("details.form-more > summary:visible").all():
            fold.click()
        page.fill("#f-summary", "Likely.")
        page.fill("#f-title", _first(page, "projects")["title"])
        page.fill("#f-id", "another-name")
        page.locator(".form-alike a").first.wait_for()
        _with_ways(page, _GITEE)
        _finish(page)
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
        language = _language(site)
    page = open_page(f"{language}/{_FORM}", width=PHONE)
    page.click(_SUBMIT)
    overflow = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0
