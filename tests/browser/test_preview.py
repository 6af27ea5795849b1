"""The page of previews: records from files, pastes and addresses, checked, shown, never run."""

from __future__ import annotations

import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.browsing import PHONE, OpenPage
from tests.browser.site_pages import site_languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

_PROJECTS = Path(__file__).parents[2] / "content" / "projects"
_AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

_SKELETON = """
    selector => {
      const box = document.querySelector(selector);
      const shape = element => [
        element.tagName.toLowerCase(),
        element.className,
        [...element.attributes].map(each => each.name)
          .filter(name => /^(data-|lang|dir|aria-)/.test(name)).sort().join(),
        element.children.length ? "" : element.textContent.trim().split(/\\s+/).join(" "),
      ].join("|");
      return [...box.querySelectorAll("*")].map(shape);
    }
"""
_TRIM = """
    () => document.querySelectorAll(
      "main :is(.breadcrumb, .join-ways, .related, .record-footer, .pager, .on-this-page)"
    ).forEach(each => each.remove())
"""


def _tag(site: Path) -> str:
    tags = site_languages(site)
    return "en" if "en" in tags else tags[0]


@pytest.fixture
def preview(site: Path, open_page: OpenPage) -> Page:
    return open_page(f"{_tag(site)}/preview.html")


def _choose(page: Page, *files: Path | dict[str, object]) -> None:
    page.set_input_files("#preview-file", list(files))  # type: ignore[arg-type]
    page.locator(
        ".preview-findings:visible, .preview-page:visible, .notice:visible"
    ).first.wait_for()


def _record(content: bytes, name: str = "sample.yaml") -> dict[str, object]:
    return {"name": name, "mimeType": "application/yaml", "buffer": content}


def _language_of(file: Path) -> str:
    return file.read_text(encoding="utf-8").split("language: ", 1)[1].split("\n", 1)[0].strip()


def test_shown_page_is_made_like_the_real_one(site: Path, open_page: OpenPage) -> None:
    files = [
        file for file in sorted(_PROJECTS.glob("*.yaml")) if "moved:" not in file.read_text("utf-8")
    ]
    real, shown = open_page("about:blank"), open_page("about:blank")
    compared = 0
    for file in files:
        language = _language_of(file)
        if language not in site_languages(site):
            continue
        real.goto((site / language / "projects" / f"{file.stem}.html").as_uri())
        real.evaluate(_TRIM)
        shown.goto((site / language / "preview.html").as_uri())
        _choose(shown, file)
        shown.evaluate(_TRIM)
        assert shown.locator(".preview-findings").is_hidden(), file.name
        for part in (".page-header", ".facts-panel", ".page-body"):
            ours = shown.evaluate(_SKELETON, f".record-shown {part}")
            theirs = real.evaluate(_SKELETON, f"main {part}")
            assert ours == theirs, f"{file.name}: {part}"
        compared += 1
    assert compared > 0


def test_wrong_record_is_told_with_its_places(preview: Page) -> None:
    broken = min(_PROJECTS.glob("*.yaml"))
    text = broken.read_text(encoding="utf-8").replace("\nstatus: ", "\nstatsu: ", 1)
    _choose(preview, _record(text.encode()))
    told = preview.locator(".finding-list li")
    assert told.count() == 1
    assert "field-unknown" in told.inner_text()
    assert "statsu" in told.locator("pre").inner_text()
    assert preview.locator(".record-shown h1").is_visible()


def test_each_finding_leads_to_the_page_of_its_rule(preview: Page, site: Path) -> None:
    text = min(_PROJECTS.glob("*.yaml")).read_text(encoding="utf-8")
    wrong = text.replace("\nstatus: ", "\nstatsu: ", 1).replace("2023-10-18", "18.10.2023", 1)
    _choose(preview, _record(wrong.encode(), "Open Doors.yaml"))
    links = preview.locator(".finding-list li a").all()
    assert len(links) == preview.locator(".finding-list li").count() == 3
    for link in links:
        assert link.get_attribute("target") == "_blank"
        assert (site / _tag(site) / (link.get_attribute("href") or "")).is_file()
        assert link.locator("code").inner_text() in (link.get_attribute("href") or "")


@pytest.mark.parametrize("name", ["open.yaml", "dashboard.yaml", "con.yaml", "a b.yaml", "a.yml"])
def test_name_that_the_check_refuses_is_refused(preview: Page, name: str) -> None:
    text = min(_PROJECTS.glob("*.yaml")).read_bytes()
    _choose(preview, _record(text, name))
    assert preview.locator(".finding-list li").count() == 1
    assert "file-" in preview.locator(".finding-list a code").inner_text()


def test_record_of_the_site_and_likely_ones_are_named(preview: Page) -> None:
    file = min(_PROJECTS.glob("*.yaml"))
    _choose(preview, _record(file.read_bytes(), file.name))
    known = preview.locator(".preview-known a")
    assert known.get_attribute("href") == f"projects/{file.stem}.html"
    preview.wait_for_timeout(1500)
    assert preview.locator(".preview-alike a").count() == 0
    _choose(preview, _record(file.read_bytes(), "another-name.yaml"))
    likely = preview.locator(".preview-alike a").first
    likely.wait_for()
    assert likely.get_attribute("href") == f"projects/{file.stem}.html"
    assert known.count() == 0


def test_mail_from_the_form_is_pasted_as_it_came(preview: Page) -> None:
    file = min(_PROJECTS.glob("*.yaml"))
    known = file.read_text(encoding="utf-8").split("source: ", 1)[1].split("\n", 1)[0]
    text = file.read_text(encoding="utf-8").replace(f"source: {known}", "source: example-new")
    source = (_PROJECTS.parent / "sources" / f"{known}.yaml").read_text(encoding="utf-8")
    mail = (
        f"Dear office,\r\n\r\ncontent/projects/lights.yaml\r\n\r\n{text}\r\n\r\n"
        f"content/sources/example-new.yaml\r\n\r\n{source}"
    )
    preview.fill("#preview-text", mail)
    preview.click("[data-read]")
    preview.locator(".record-shown h1").wait_for()
    assert preview.locator(".preview-findings").is_hidden()


def test_source_with_a_title_in_several_languages_keeps_it(preview: Page) -> None:
    file = min(_PROJECTS.glob("*.yaml"))
    known = file.read_text(encoding="utf-8").split("source: ", 1)[1].split("\n", 1)[0]
    text = file.read_text(encoding="utf-8").replace(f"source: {known}", "source: example-new")
    source = (_PROJECTS.parent / "sources" / f"{known}.yaml").read_bytes()
    _choose(preview, _record(text.encode(), "lights.yaml"), _record(source, "example-new.yaml"))
    assert preview.locator(".preview-findings").is_hidden()
    title = preview.evaluate(
        "id => siteRecord.data.records.sources.find(each => each.id === id).title", known
    )
    assert title in preview.locator(".record-shown figcaption").first.inner_text()


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"\xff\xfea\0", "file-encoding"),
        ("title: café".encode("latin-1"), "file-encoding"),
        (b"title: a\n" * 40_000, "file-size"),
        (b"", "record-form"),
        (b"<!DOCTYPE html><html><body>no</body></html>", "record-form"),
        (b"a: &a [*a, *a]\n", "yaml-alias"),
        (b"a: " + b"[" * 100, "yaml-depth"),
        (b"!!js/function 'alert(1)'\n", "yaml-tag"),
    ],
)
def test_what_is_no_record_is_refused(preview: Page, content: bytes, rule: str) -> None:
    _choose(preview, _record(content))
    assert rule in preview.locator(".preview-findings").inner_text()


def test_text_of_a_record_runs_nothing(preview: Page) -> None:
    preview.evaluate("window.hit = 0")
    attack = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
    record = f"""language: en
kind: project
title: '{attack}'
summary: '{attack}'
description: '{attack} [x](javascript:window.hit=1) [y](data:text/html,x)'
pillars: all
track: '"><img src=x onerror=window.hit=1>'
lead: ['"><b>']
status: '"><b>'
history:
  - status: '"><b>'
    on: '"><b>'
    source: '"><b>'
    quote: '{attack}'
links:
  - label: go
    address: 'javascript:window.hit=1'
"""
    preview.fill("#preview-text", record)
    preview.click("[data-read]")
    shown = preview.locator(".record-shown")
    shown.locator("h1").wait_for()
    assert shown.locator("img, script, b").count() == 0
    assert shown.locator("a[href^=javascript], a[href^=data]").count() == 0
    assert preview.evaluate("window.hit") == 0


def test_project_and_its_new_source_are_looked_at_together(preview: Page) -> None:
    source = b"""language: en
title: Ports light up
publisher: Example Press
published: 2026-03-01
address: https://www.example.org/news
grade: B
official: false
supports: The announcement.
retrieved: 2026-03-02
"""
    file = min(_PROJECTS.glob("*.yaml"))
    known = file.read_text(encoding="utf-8").split("source: ", 1)[1].split("\n", 1)[0]
    text = file.read_text(encoding="utf-8").replace(f"source: {known}", "source: example-new")
    _choose(preview, _record(text.encode()))
    assert "reference-unknown" in preview.locator(".preview-findings").inner_text()
    _choose(preview, _record(text.encode()), _record(source, "example-new.yaml"))
    preview.locator(".preview-findings").wait_for(state="hidden")
    assert "Ports light up" in preview.locator(".record-shown figcaption").first.inner_text()


def test_page_from_a_disk_says_why_it_cannot_fetch(site: Path, open_page: OpenPage) -> None:
    page = open_page((site / _tag(site) / "preview.html").as_uri() + "?record=../a.yaml")
    assert page.locator(".preview-said.notice").inner_text()


class _Answers(SimpleHTTPRequestHandler):
    """Serves the site, and records in several wrong ways below ``/given/``."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        pass

    def do_GET(self) -> None:
        name = self.path.partition("?")[0].removeprefix("/given/")
        if name == self.path.partition("?")[0]:
            super().do_GET()
        elif name == "moved.yaml":
            self._answer(b"", "text/plain", HTTPStatus.FOUND)
        elif name == "missing.yaml":
            self._answer(b"no", "text/plain", HTTPStatus.NOT_FOUND)
        elif name == "page.yaml":
            self._answer(b"<html>", "text/html")
        elif name == "disguised.yaml":
            self._answer(b"<!DOCTYPE html><html>", "text/plain")
        elif name == "picture.yaml":
            self._answer(b"\x89PNG", "image/png")
        elif name == "huge.yaml":
            self._answer(b"title: a\n" * 200_000, "text/plain")
        else:
            file = min(_PROJECTS.glob("*.yaml"))
            self._answer(file.read_bytes(), "text/plain; charset=utf-8")

    def _answer(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if status is HTTPStatus.FOUND:
            self.send_header("Location", "/given/good.yaml")
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True


@pytest.fixture(scope="module")
def answering(site: Path) -> Iterator[str]:
    handler = partial(_Answers, directory=str(site))
    with ThreadingHTTPServer(("localhost", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()
        thread.join()


def _asked(open_page: OpenPage, answering: str, site: Path, address: str) -> Page:
    page = open_page(f"{answering}/{_tag(site)}/preview.html?record={address}")
    page.locator(
        ".preview-findings:visible, .preview-page:visible, .notice[data-kind]:visible"
    ).first.wait_for()
    page.wait_for_timeout(100)
    return page


def test_record_at_an_address_is_shown(answering: str, site: Path, open_page: OpenPage) -> None:
    page = _asked(open_page, answering, site, "/given/good.yaml")
    page.locator(".record-shown h1").wait_for()
    assert page.locator(".preview-findings").is_hidden()


def test_what_is_no_record_at_an_address_is_told(
    answering: str, site: Path, open_page: OpenPage
) -> None:
    told = {}
    names = ("moved", "missing", "page", "disguised", "picture", "huge")
    for name in names:
        page = _asked(open_page, answering, site, f"/given/{name}.yaml")
        page.locator(".preview-said.notice, .preview-findings:visible").first.wait_for()
        assert page.locator(".record-shown h1").count() == 0, name
        told[name] = page.locator("[data-preview]").inner_text()
    assert "404" in told["missing"]
    assert "image/png" in told["picture"]
    assert "file-size" in told["huge"]
    assert len(set(told.values())) == len(names) - 1


def test_other_hosts_are_not_asked(answering: str, site: Path, open_page: OpenPage) -> None:
    for address in ("https://example.org/a.yaml", "//example.org/a.yaml", "javascript:alert(1)"):
        page = open_page(f"{answering}/{_tag(site)}/preview.html?record={address}")
        page.locator(".preview-said.notice[data-kind=error]").wait_for()


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_axe_finds_nothing(site: Path, open_page: OpenPage, width: int) -> None:
    found: list[str] = []
    file = min(_PROJECTS.glob("*.yaml"))
    for language in sorted({"en", "zh", "ar"} & set(site_languages(site))):
        page = open_page(f"{language}/preview.html", width=width)
        text = file.read_text(encoding="utf-8").replace("\nstatus: ", "\nstatsu: ", 1)
        _choose(page, _record(text.encode()))
        page.evaluate(_AXE.read_text(encoding="utf-8"))
        violations = page.evaluate(
            """tags => axe.run(document, {resultTypes: ["violations"],
               runOnly: {type: "tag", values: tags}}).then(found => found.violations)""",
            list(_TAGS),
        )
        found += [
            f"{language}: {each['id']}: {each['nodes'][0]['html'][:200]}" for each in violations
        ]
        overflow = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        found += [f"{language}: {overflow} px wider than the screen"] if overflow > 0 else []
    assert found == [], "\n".join(found)
