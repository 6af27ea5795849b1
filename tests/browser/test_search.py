"""Readers find pages by the box on every page and by the page of results, and with no script."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.axe import bring_axe, findings
from tests.browser.browsing import DESK, PHONE, Scheme
from tests.browser.search_stand_in import FAILING, found, result, stand_in

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.browsing import OpenPage

pytestmark = pytest.mark.browser

_ASSETS = Path(__file__).parents[2] / "overrides" / "assets"
_OPTION = "[role=option]"
_QUERY = """async ([text, limit]) => {
  const hits = await window.siteSearch.query(text, {limit});
  return hits.map((hit) => new URL(hit.url, location.href).href);
}"""
_SAYS = "text => document.querySelector('form.search [role=status]').textContent === text"
_COUNTS = "text => document.querySelector('.results').textContent === text"
_COUNTS_ANEW = "text => document.querySelector('.results').textContent !== text"


# ---- What is found ----


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("zh", "电子提单", "pillars/trade-facilitation"),
        ("zh", "项目库", "projects/explore-open-project-library"),
        ("zh", "科特迪瓦", "participants/CIV"),
        ("en", "bill of lading", "pillars/trade-facilitation"),
        ("en", "Cote d'Ivoire", "participants/CIV"),
        ("en", "MLETR", "instruments/mletr"),
        ("ar", "كوت ديفوار", "participants/CIV"),
    ],
)
def test_words_of_a_record_find_it(
    open_page: OpenPage, site: Path, language: str, words: str, expected: str
) -> None:
    page = open_page(f"{language}/projects/index.html")
    address = (site / language / f"{expected}.html").as_uri()
    assert address in page.evaluate(_QUERY, [words, 10])


def test_no_more_results_than_asked_for(open_page: OpenPage) -> None:
    page = open_page("en/index.html")
    assert len(page.evaluate(_QUERY, ["trade", 3])) == 3


def test_words_that_stand_nowhere_find_nothing(open_page: OpenPage) -> None:
    page = open_page("en/index.html")
    assert page.evaluate(_QUERY, ["zzqxv", 10]) == []


def test_what_is_typed_is_in_no_request(open_page: OpenPage, served_site: str) -> None:
    asked: list[str] = []
    page = open_page(f"{served_site}en/index.html")
    page.on("request", lambda request: asked.append(request.url))
    _type(page, "lading")
    assert asked, "nothing was loaded"
    assert [address for address in asked if "lading" in address] == []


# ---- The box ----


def test_a_stroke_leads_to_the_box_unless_one_is_writing(open_page: OpenPage) -> None:
    page = open_page("en/index.html")
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    assert page.locator("form.search input").input_value() == "a/b"


def test_results_open_and_close_by_keys(open_page: OpenPage) -> None:
    page = open_page("en/index.html")
    stand_in(page, found(result("First"), result("Second")))
    _type(page, "words")
    field = page.locator("form.search input")
    assert field.get_attribute("aria-expanded") == "true"
    for key, chosen in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", 2)):
        page.keyboard.press(key)
        option = page.locator(f"{_OPTION}[aria-selected=true]")
        assert option.get_attribute("id") == page.locator(_OPTION).nth(chosen).get_attribute("id")
        assert field.get_attribute("aria-activedescendant") == option.get_attribute("id")
    page.keyboard.press("Escape")
    assert page.locator(".suggestions").is_hidden()
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "words"


def test_enter_without_a_choice_opens_the_page_of_results(open_page: OpenPage) -> None:
    page = open_page("ar/projects/index.html")
    _type(page, "التجارة")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert urlsplit(page.url).path.endswith("/ar/search.html")
    assert _asked(page) == {"q": ["التجارة"]}
    page.locator(".search-results a").first.wait_for()


@pytest.mark.parametrize(
    ("language", "title", "marks"),
    [
        ("ar", "اتفاقية التجارة (سايتس)", [[8, 15]]),
        ("zh", "跨境无纸贸易", [[0, 2], [4, 6]]),
        ("th", "การอำนวยความสะดวกทางการค้า", [[19, 26]]),
        ("en", "Emoji \U0001f33f green <b>trade</b>", [[9, 14], [18, 23]]),
    ],
)
def test_what_matched_is_marked_in_its_place(
    open_page: OpenPage, language: str, title: str, marks: list[list[int]]
) -> None:
    page = open_page("fa/index.html")
    stand_in(page, found(result(title, lang=language, titleMarks=marks)))
    _type(page, "words")
    shown = page.locator(f"{_OPTION} bdi").first
    assert shown.get_attribute("lang") == language
    assert shown.inner_text() == title
    assert shown.locator("mark").all_inner_texts() == [_utf16(title, *mark) for mark in marks]


_LONG = {
    "en": ("For many years people have said that nothing is as good for trade", "trade", "as good"),
    "zh": ("各方同意共同努力推动务实合作并且采取措施弥合数字鸿沟", "数字鸿沟", "措施弥合"),
    "ar": ("اتفقت الأطراف على العمل معا من أجل سد الفجوة الرقمية", "الفجوة", "سد"),
    "th": ("ทุกฝ่ายตกลงที่จะทำงานร่วมกันเพื่ออำนวยความสะดวกการค้าชายแดน", "การค้า", "สะดวก"),
}


@pytest.mark.parametrize("language", sorted(_LONG))
def test_what_matched_late_in_a_line_is_seen(open_page: OpenPage, language: str) -> None:
    snippet, word, before = _LONG[language]
    start = snippet.index(word)
    page = open_page("en/index.html", width=PHONE)
    marks = [[start, start + len(word)]]
    stand_in(page, found(result("Title", lang=language, snippet=snippet, snippetMarks=marks)))
    _type(page, "words")
    shown = page.locator(f"{_OPTION} .result-snippet")
    assert shown.locator("mark").all_inner_texts() == [word]
    text = shown.inner_text()
    assert text[0] == "…"
    assert snippet.endswith(text[1:])
    assert before in text.split(word)[0]
    assert len(text.split(word)[0]) <= 13
    line, mark = shown.bounding_box(), shown.locator("mark").bounding_box()
    assert line is not None
    assert mark is not None
    assert line["x"] <= mark["x"]
    assert mark["x"] + mark["width"] <= line["x"] + line["width"]


def test_a_line_begins_with_no_part_of_a_word(open_page: OpenPage) -> None:
    snippet = "Nothing about internationalisation trade"
    page = open_page("en/index.html")
    stand_in(page, found(result("Title", snippet=snippet, snippetMarks=[[35, 40]])))
    _type(page, "words")
    assert page.locator(f"{_OPTION} .result-snippet").inner_text() == "…trade"


def test_what_matched_early_leaves_the_line_as_it_is(open_page: OpenPage) -> None:
    page = open_page("en/index.html")
    stand_in(page, found(result("Title", snippet="Goods and trade", snippetMarks=[[10, 15]])))
    _type(page, "words")
    assert page.locator(f"{_OPTION} .result-snippet").inner_text() == "Goods and trade"


def test_a_result_in_another_language_says_so_in_that_language(open_page: OpenPage) -> None:
    page = open_page("en/index.html")
    stand_in(page, found(result("合作", lang="zh"), result("หนึ่ง", lang="th"), result("One")))
    _type(page, "words")
    options = page.locator(_OPTION)
    assert options.nth(0).locator(".language-badge").inner_text() == "中文"
    assert options.nth(1).locator(".language-badge").inner_text() == "ไทย"
    assert options.nth(1).locator(".language-badge").get_attribute("lang") == "th"
    assert options.nth(2).locator(".language-badge").count() == 0


@pytest.mark.parametrize(
    ("language", "total", "category"), [("ar", 3, "few"), ("ru", 21, "one"), ("en", 1, "one")]
)
def test_the_number_of_results_is_announced_as_the_language_counts(
    open_page: OpenPage, language: str, total: int, category: str
) -> None:
    page = open_page(f"{language}/index.html")
    stand_in(page, {**found(result("One")), "total": total})
    _type(page, "words")
    form = page.locator("form.search")
    pattern = form.get_attribute(f"data-{category}")
    assert pattern is not None
    expected = pattern.replace("{n}", str(total)).replace("{q}", "words")
    page.wait_for_function(_SAYS, arg=expected)


def test_letters_that_are_still_being_composed_are_not_searched_for(open_page: OpenPage) -> None:
    page = open_page("zh/index.html")
    stand_in(page, found(result("贸易")))
    page.locator("form.search input").focus()
    compose = """([type, text]) => {
      const field = document.querySelector("form.search input");
      field.value = text;
      if (type === "input") field.dispatchEvent(new InputEvent(type, {isComposing: true}));
      else field.dispatchEvent(new CompositionEvent(type, {data: text}));
    }"""
    page.evaluate(compose, ["compositionstart", ""])
    page.evaluate(compose, ["input", "mao yi"])
    page.wait_for_timeout(400)
    assert page.evaluate("window.searched") == []
    page.evaluate(compose, ["compositionend", "贸易"])
    page.locator(_OPTION).first.wait_for()
    assert page.evaluate("window.searched.map(([text]) => text)") == ["贸易"]


def test_a_box_that_cannot_search_says_so(open_page: OpenPage) -> None:
    page = open_page("en/index.html")
    stand_in(page, FAILING)
    page.locator("form.search input").fill("trade")
    page.locator(".suggestions-note").wait_for()
    expected = page.locator("form.search").get_attribute("data-failed")
    assert page.locator(".suggestions-note").inner_text() == expected


# ---- Earlier searches ----


def test_earlier_searches_are_offered_latest_first_until_they_are_cleared(
    open_page: OpenPage,
) -> None:
    page = open_page("en/index.html")
    for number in range(10):
        page.locator("form.search input").fill(f"words {number}")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    page.goto(page.url.replace("search.html", "index.html").partition("?")[0])
    page.locator("form.search input").focus()
    page.locator(_OPTION).first.wait_for()
    offered = page.locator(_OPTION).all_inner_texts()
    assert offered == [f"words {number}" for number in range(9, 1, -1)]
    page.locator(".suggestions-head button").click()
    assert page.locator(_OPTION).count() == 0
    assert page.evaluate("localStorage.getItem('searches')") is None


def test_the_box_works_where_nothing_may_be_kept(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('closed'); }})"
    )
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    other = open_page("en/index.html").url
    page.goto(other)
    _type(page, "trade")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.locator(".search-results a").first.wait_for()
    assert complaints == []


# ---- The page of results ----


def test_filters_narrow_by_the_count_beside_them_and_the_way_back_undoes_them(
    open_page: OpenPage,
) -> None:
    page = open_page("en/search.html?q=trade")
    page.locator(".search-results a").first.wait_for()
    before = page.locator(".results").inner_text()
    choice = page.locator("[data-facet=kind] .choice:visible").first
    count = choice.locator(".count").inner_text()
    _tick(page, choice.locator("input"))
    assert count in page.locator(".results").inner_text()
    assert set(_asked(page)) == {"q", "kind"}
    again = open_page(page.url)
    again.locator(".search-results a").first.wait_for()
    assert again.locator(".results").inner_text() == page.locator(".results").inner_text()
    page.go_back()
    page.wait_for_function(_COUNTS, arg=before)
    assert page.locator(".chips button").count() == 0
    assert _asked(page) == {"q": ["trade"]}


def test_choices_of_one_filter_widen_and_filters_narrow(open_page: OpenPage) -> None:
    page = open_page("en/search.html?kind=pillars,tracks")
    page.locator(".search-results a").first.wait_for()
    kinds = {urlsplit(address).path.split("/")[-2] for address in _results(page)}
    assert kinds == {"pillars", "tracks"}


def test_more_results_follow_on_request_and_stay_in_the_address(open_page: OpenPage) -> None:
    page = open_page("en/search.html?kind=instruments")
    page.locator(".search-results a").first.wait_for()
    first = _results(page)
    page.locator("[data-more]").click()
    page.wait_for_function(
        "count => document.querySelectorAll('.search-results li').length > count", arg=len(first)
    )
    more = _results(page)
    assert more[: len(first)] == first
    assert len(set(more)) == len(more)
    focused = page.evaluate("document.activeElement.href")
    assert focused == more[len(first)]
    again = open_page(page.url)
    again.locator(".search-results a").nth(len(first)).wait_for()
    assert _results(again) == more


def test_where_nothing_is_found_the_page_helps_on(open_page: OpenPage) -> None:
    page = open_page("en/search.html?q=zzqxv&kind=projects")
    page.locator(".search-help").wait_for()
    assert page.locator("[data-filtered]").is_visible()
    page.locator("[data-clear]").click()
    assert _asked(page) == {"q": ["zzqxv"]}
    page.locator(".search-help").wait_for()
    assert page.locator("[data-filtered]").is_hidden()
    assert page.locator(".search-ways a[href='a-z.html']").is_visible()


def test_a_failed_search_can_be_tried_again(open_page: OpenPage) -> None:
    page = open_page("en/search.html")
    stand_in(page, FAILING)
    page.locator("form.search input").fill("trade")
    page.keyboard.press("Enter")
    page.locator(".notice[data-failed]").wait_for()
    stand_in(page, found(result("At last")))
    page.locator("[data-retry]").click()
    page.get_by_text("At last", exact=True).wait_for()
    assert page.locator(".notice[data-failed]").is_hidden()


def test_close_results_are_told_from_exact_ones(open_page: OpenPage) -> None:
    page = open_page("en/search.html")
    stand_in(page, {**found(result("Close")), "approximate": True})
    page.locator("form.search input").fill("cloze")
    page.keyboard.press("Enter")
    page.get_by_text("Close", exact=True).wait_for()
    assert page.locator("[data-approximate]").is_visible()


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_without_script_the_page_leads_to_every_list(open_page: OpenPage, language: str) -> None:
    page = open_page(f"{language}/search.html?q=trade", javascript=False)
    assert page.locator("noscript .notice").is_visible()
    assert page.locator(".filters").is_hidden()
    page.locator(".search-ways a[href='a-z.html']").click()
    links = page.locator(".index-entries a")
    assert links.count() > 100
    with page.expect_navigation():
        links.first.click()
    assert page.locator("h1").is_visible()


# ---- For everybody ----


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("language", ["ar", "zh"])
def test_axe_finds_nothing_while_one_searches(
    open_page: OpenPage, language: str, width: int, scheme: Scheme
) -> None:
    page = open_page(f"{language}/index.html", width=width, scheme=scheme)
    marks: dict[str, Any] = {"titleMarks": [[0, 1]], "snippetMarks": [[0, 2]]}
    results = found(result("贸易", lang="zh", **marks), result("تجارة", lang="ar", **marks))
    stand_in(page, results)
    _type(page, "words")
    page.keyboard.press("ArrowDown")
    bring_axe(page)
    wrong = [f"box: {text}" for text in findings(page)]
    page.goto(page.url.replace("index.html", "search.html"))
    stand_in(page, {**results, "total": 50, "facets": {"kind": {"projects": 1}}})
    page.locator("form.search input").fill("words")
    page.keyboard.press("Enter")
    page.locator(".search-results a").first.wait_for()
    bring_axe(page)
    wrong += [f"results: {text}" for text in findings(page)]
    if width == PHONE:
        page.locator(".filters-open").click()
        wrong += [f"filters: {text}" for text in findings(page)]
    assert wrong == [], "\n".join(wrong)


def test_the_box_weighs_little() -> None:
    box = (_ASSETS / "search-box.js").read_bytes()
    assert len(gzip.compress(box, 9, mtime=0)) < 4 * 1024


def _type(page: Page, words: str) -> None:
    """Write into the box and wait for what it offers."""
    page.locator("form.search input").focus()
    page.keyboard.insert_text(words)
    page.locator(_OPTION).first.wait_for()


def _tick(page: Page, box: Locator) -> None:
    before = page.locator(".results").inner_text()
    box.check()
    page.wait_for_function(_COUNTS_ANEW, arg=before)


def _results(page: Page) -> list[str]:
    links = page.locator(".search-results a")
    addresses: list[str] = links.evaluate_all("links => links.map(a => a.href)")
    return addresses


def _asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def _utf16(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
