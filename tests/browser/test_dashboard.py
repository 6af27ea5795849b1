"""What readers and editors do with the library: narrow it, sort it, see who owes news."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.browsing import PHONE, OpenPage

pytestmark = pytest.mark.browser

_ASSETS = Path(__file__).parents[2] / "overrides" / "assets"
_DASHBOARD = "en/projects/dashboard.html"
_ROWS = ".state-table tbody tr"
_SHOWN = f"{_ROWS}:not([hidden])"
_OFFERS = 5
"""Place of the column that counts what projects offer."""
_LATE = "<span class='stale' data-last-news='{day}' data-months='12' hidden>silent</span>"


def test_a_column_sorts_and_says_so(open_page: OpenPage) -> None:
    page = open_page(_DASHBOARD)
    head = page.locator(".state-table thead th").nth(_OFFERS)
    cells = page.locator(f"{_ROWS} :nth-child({_OFFERS + 1})[data-key]")
    before = page.locator(f"{_ROWS} th").all_inner_texts()
    head.locator("button").click()
    numbers = [int(number) for number in cells.all_inner_texts()]
    assert numbers == sorted(numbers)
    assert numbers[0] < numbers[-1]
    assert head.get_attribute("aria-sort") == "ascending"
    assert page.locator(".state-table th[aria-sort]").count() == 1
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert [int(number) for number in cells.all_inner_texts()] == sorted(numbers, reverse=True)
    assert sorted(page.locator(f"{_ROWS} th").all_inner_texts()) == sorted(before)


def test_what_to_look_for_narrows_the_table_by_keyboard_and_address(open_page: OpenPage) -> None:
    page = open_page(_DASHBOARD)
    choice = page.locator("[data-concern=open] button")
    count = int(choice.locator("b").inner_text())
    assert 0 < count < page.locator(_ROWS).count()
    choice.focus()
    page.keyboard.press("Enter")
    assert choice.get_attribute("aria-pressed") == "true"
    assert page.locator(_SHOWN).count() == count
    assert page.locator(".results").inner_text().startswith(f"{count} ")
    again = open_page(f"{_DASHBOARD}?show=open")
    assert again.locator(_SHOWN).count() == count
    page.keyboard.press("Enter")
    assert page.locator(_SHOWN).count() == page.locator(_ROWS).count()


def test_what_nothing_lacks_cannot_be_chosen(open_page: OpenPage) -> None:
    page = open_page(_DASHBOARD)
    for button in page.locator("[data-concern] button").all():
        assert button.is_disabled() == (button.locator("b").inner_text() == "0")


def test_the_table_is_whole_without_script(open_page: OpenPage) -> None:
    page = open_page(_DASHBOARD, javascript=False)
    assert page.locator(f"{_ROWS}:visible").count() == page.locator(_ROWS).count() > 0
    assert page.locator(".state-table button, .concerns button").count() == 0
    assert page.locator("[data-concern=open]").is_visible()
    assert page.locator("[data-concern=late]").is_hidden()


@pytest.mark.parametrize("page_name", ["dashboard", "matching", "open"])
@pytest.mark.parametrize("language", ["ar", "zh"])
def test_nothing_is_wider_than_a_phone(language: str, page_name: str, open_page: OpenPage) -> None:
    page = open_page(f"{language}/projects/{page_name}.html", width=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE


def test_silence_shows_by_the_clock_of_the_reader(tmp_path: Path, open_page: OpenPage) -> None:
    days = ("2023-02-28", "2023-03-01", "2023-03-02")
    badges = "".join(_LATE.format(day=day) for day in days)
    script = (_ASSETS / "freshness.js").as_uri()
    (tmp_path / "copy.html").write_text(f"{badges}<script src='{script}'></script>", "utf-8")
    page = open_page((tmp_path / "copy.html").as_uri())
    shown = []
    for now in ("2024-02-27T12:00:00", "2024-03-01T12:00:00", "2040-01-01T12:00:00"):
        page.clock.set_fixed_time(now)
        page.reload()
        shown.append(page.locator(".stale:visible").count())
    assert shown == [0, 2, 3]


def test_the_library_shows_what_a_participant_is_not_part_of(open_page: OpenPage) -> None:
    page = open_page("en/projects/index.html?open=yes&for=CHN")
    items = ".records > li:not([hidden])"
    assert page.locator("[data-for]").input_value() == "CHN"
    assert page.locator(f"{items}[data-party~=CHN]").count() == 0
    page.locator(".chips button", has_text="China").click()
    assert page.locator(items).count() > 0
    assert page.locator("[data-for]").input_value() == ""
    page.locator("[data-for]").select_option("CHN")
    assert "for=CHN" in page.url
