"""Finished records leave the form: for a forge, as a file, by mail."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.browser.form_filling import (
    GITEE,
    TITLE,
    fill,
    finish,
    set_ways,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


_GITHUB = {
    "forge": "GitHub",
    "new_file": "https://github.com/a/b/new/main?filename={path}&value={text}",
    "takes_text": True,
    "edit": "https://github.com/a/b/edit/main/{path}",
    "mail": "office@example.org",
}


def test_forge_gets_the_whole_text_in_its_address(form: Page) -> None:
    set_ways(form, _GITHUB)
    fill(form)
    finish(form)
    link = form.locator(".hand-file a").first
    address = urlsplit(link.get_attribute("href") or "")
    sent = parse_qs(address.query)
    assert sent["filename"] == ["content/projects/solar-street-lights-for-ports.yaml"]
    assert sent["value"][0] == form.locator(".hand-file pre").first.inner_text()
    mail = form.locator("a[href^=mailto]").get_attribute("href") or ""
    assert mail.startswith("mailto:office@example.org?subject=")
    assert TITLE in unquote(mail)


def test_text_too_long_for_an_address_is_copied(form: Page) -> None:
    set_ways(form, _GITHUB)
    fill(form)
    form.fill("#f-description", "很长的说明。" * 300)
    finish(form)
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
_LISTEN = """
    window.copied = [];
    document.addEventListener("copy", () => copied.push(document.activeElement.value));
    document.addEventListener("click", event => {
      if (event.target.closest("a[target=_blank]")) event.preventDefault();
    });
"""


def test_gitlab_gets_the_name_and_the_text_is_copied(form: Page) -> None:
    set_ways(form, _GITLAB)
    fill(form)
    finish(form)
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
    set_ways(form, GITEE)
    fill(form)
    finish(form)
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
    set_ways(form, _GITLAB)
    form.evaluate(
        "document.execCommand = () => false;"
        "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
    )
    fill(form)
    finish(form)
    file = form.locator(".hand-file").last
    file.locator("[data-copy]").click()
    assert "Ctrl" in file.locator(".hand-said").inner_text()
    assert (
        form.evaluate("getSelection().toString().trim()")
        == file.locator("pre").inner_text().strip()
    )
    assert file.locator("pre").evaluate("box => box === document.activeElement")


def test_short_mail_is_the_first_way(form: Page) -> None:
    set_ways(form, {**_GITLAB, "mail": "office@example.org"})
    fill(form)
    finish(form)
    first = form.locator(".hand-files a").first
    assert (first.get_attribute("href") or "").startswith("mailto:office@example.org")
    sent = unquote(first.get_attribute("href") or "")
    assert "content/projects/" in sent
    assert "content/sources/" in sent


def test_ways_that_are_not_set_up_are_not_shown(form: Page) -> None:
    fill(form)
    finish(form)
    assert form.locator(".hand-over a").count() == 0
