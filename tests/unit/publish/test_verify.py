from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from generator.publish.verify import verify_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Page = Callable[..., str]

FOREIGN = "https://example.org/x"


@pytest.fixture
def site(tmp_path: Path, page: Page) -> Path:
    """A site with a few things to link to; the page under test is ``en/page.html``."""
    site = tmp_path / "site"
    for folder in ("en", "zh", "assets"):
        (site / folder).mkdir(parents=True)
    (site / "index.html").write_text(page())
    (site / "zh" / "中文 1.html").write_text(page('<h2 id="部分">x</h2><a name="old">y</a>'))
    (site / "zh" / "index.html").write_text(page())
    (site / "assets" / "a.png").write_bytes(b"png")
    (site / "assets" / "a.css").write_text("p { color: red }")
    return site


def rules(site: Path, text: str) -> list[str]:
    """Return the rules that a page breaks."""
    (site / "en" / "page.html").write_text(text, encoding="utf-8")
    issues = verify_site(site)
    assert all(issue.place.file == "en/page.html" for issue in issues)
    return [issue.rule for issue in issues]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="../index.html">x</a>',
        '<a href="../zh/%E4%B8%AD%E6%96%87%201.html?q=1#%E9%83%A8%E5%88%86">x</a>',
        '<a href="../zh/中文 1.html#old">x</a>',
        '<a href="">x</a><a href="#">x</a><a href="#top">x</a><a href="?lang=en">x</a>',
        '<a href="page.html#here">x</a><p id="here"><a href="#here">x</a>',
        '<a href="../zh/index.html#:~:text=word">x</a>',
        '<a href="../assets/a.png#page=2">x</a>',
        f'<a href="{FOREIGN}">x</a><a href="//example.org/x">x</a>',
        '<a href="mailto:a@example.org">x</a><a href="tel:+1">x</a>',
        '<img src="../assets/a.png" srcset="../assets/a.png 1x, ../assets/a.png?v=1,2 2x" alt="">',
        '<img src="data:image/svg+xml,%3Csvg/%3E" alt="">',
        '<p style="background: url(../assets/a.png)">',
        '<form action="../index.html"></form><form></form>',
        "<!-- <img src=https://example.org/x> -->",
        "<pre>&lt;img src=https://example.org/x&gt;</pre>",
        "<script>let a = '<img src=\"https://example.org/x\">';</script>",
        "<svg><title>x</title><path fill='url(#g)'/><defs id='g'></defs></svg>",
        "<![CDATA[ x ]]><![if IE]><!DOCTYPE x><?php ?>",
    ],
)
def test_a_page_that_keeps_every_rule_has_no_issue(site: Path, page: Page, body: str) -> None:
    assert rules(site, page(body)) == []


@pytest.mark.parametrize("kind", ["canonical", "alternate", "license", "next", "me"])
def test_links_that_only_tell_something_may_name_other_hosts(
    site: Path, page: Page, kind: str
) -> None:
    head = f'<link rel="{kind}" href="{FOREIGN}"><meta property="og:image" content="{FOREIGN}">'
    assert rules(site, page(head=head)) == []


@pytest.mark.parametrize(
    "body",
    [
        '<a href="missing.html">x</a>',
        '<a href="../Index.html">x</a>',
        '<a href="../zh/">x</a>',
        '<a href="../zh">x</a>',
        '<a href="..">x</a>',
        '<a href=".">x</a>',
        '<a href="/index.html">x</a>',
        '<a href="../../outside.html">x</a>',
        '<a href="file:///etc/hosts">x</a>',
        '<area href="missing.html">',
        '<img src="missing.png" alt="">',
        '<img srcset="../assets/a.png 1x, missing.png 2x" alt="">',
        '<video poster="missing.png"></video>',
        '<script src="missing.js"></script>',
        '<iframe src="missing.html"></iframe>',
        '<object data="missing.pdf"></object>',
        '<svg><use href="missing.svg#x"></svg>',
        '<p style="background: url(missing.png)">',
        "<style>p { background: url(missing.png) }</style>",
        '<link rel="alternate" hreflang="zh" href="../zh/missing.html">',
        '<meta http-equiv="refresh" content="0; url=missing.html">',
        '<base href="../">',
    ],
)
def test_an_address_that_names_no_file_is_a_broken_link(site: Path, page: Page, body: str) -> None:
    assert rules(site, page(body)) == ["site-broken-link"]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="#missing">x</a>',
        '<a href="../index.html#missing">x</a>',
        '<a href="../zh/中文 1.html#%E9%83%A8">x</a>',
        '<p id="Here"><a href="#here">x</a>',
    ],
)
def test_a_fragment_that_names_no_id_is_a_broken_anchor(site: Path, page: Page, body: str) -> None:
    assert rules(site, page(body)) == ["site-broken-anchor"]


@pytest.mark.parametrize(
    "body",
    [
        f'<script src="{FOREIGN}"></script>',
        f'<script type="module" src="{FOREIGN}"></script>',
        f'<img src="{FOREIGN}" alt="">',
        '<img src="//example.org/x" alt="">',
        '<img src="\\\\example.org/x" alt="">',
        '<img src="h&#116;tps://example.org/x" alt="">',
        f'<img srcset="{FOREIGN} 2x" alt="">',
        f'<picture><source srcset="{FOREIGN}"></picture>',
        f'<video src="{FOREIGN}"></video>',
        f'<video poster="{FOREIGN}"></video>',
        f'<audio><source src="{FOREIGN}"></audio>',
        f'<track src="{FOREIGN}">',
        f'<iframe src="{FOREIGN}"></iframe>',
        f"<iframe srcdoc='<img src={FOREIGN}>'></iframe>",
        f'<embed src="{FOREIGN}">',
        f'<object data="{FOREIGN}"></object>',
        f'<input type="image" src="{FOREIGN}">',
        f'<form action="{FOREIGN}"></form>',
        f'<button formaction="{FOREIGN}">x</button>',
        f'<a href="../index.html" ping="{FOREIGN}">x</a>',
        f'<svg><image xlink:href="{FOREIGN}"/></svg>',
        f'<svg><use href="{FOREIGN}#x"/></svg>',
        f'<body background="{FOREIGN}">',
        f'<p style="background: url({FOREIGN})">',
        f'<style>@import "{FOREIGN}";</style>',
        f"<style>p {{ background: url({FOREIGN})",
        f'<meta http-equiv="refresh" content="0;URL=\'{FOREIGN}\'">',
        *(
            f'<link rel="{kind}" href="{FOREIGN}">'
            for kind in (
                "stylesheet",
                "alternate stylesheet",
                "icon",
                "shortcut icon",
                "preload",
                "modulepreload",
                "prefetch",
                "preconnect",
                "dns-prefetch",
                "manifest",
                "a-type-of-tomorrow",
            )
        ),
    ],
)
def test_nothing_is_fetched_from_another_host(site: Path, page: Page, body: str) -> None:
    assert rules(site, page(body)) == ["site-foreign-request"]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="javascript:alert(1)">x</a>',
        '<a href=" java&#9;script:alert(1)">x</a>',
        '<a href="data:text/html,<script>alert(1)</script>">x</a>',
        '<a href="data:image/svg+xml,<svg onload=alert(1)>">x</a>',
        '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
        '<iframe src="javascript:alert(1)"></iframe>',
        '<script src="data:text/javascript,alert(1)"></script>',
        '<script src="data:,alert(1)"></script>',
        '<form action="javascript:alert(1)"></form>',
        '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
        '<base href="javascript:/">',
        '<a href="javascript:alert(1)" href="../index.html">x</a>',
    ],
)
def test_an_address_that_runs_is_unsafe(site: Path, page: Page, body: str) -> None:
    assert rules(site, page(body)) == ["site-unsafe-link"]


@pytest.mark.parametrize(
    "root",
    [
        "",
        'lang="en"',
        'dir="ltr"',
        'lang="" dir="ltr"',
        'lang=" " dir="ltr"',
        'lang="en" dir="auto"',
    ],
)
def test_a_page_says_its_language_and_direction(site: Path, page: Page, root: str) -> None:
    assert rules(site, page(root=root)) == ["site-no-language"]


@pytest.mark.parametrize("root", ['lang="ar" dir="rtl"', 'LANG=zh-Hans DIR="LTR"'])
def test_languages_and_directions_of_all_kinds_are_fine(site: Path, page: Page, root: str) -> None:
    assert rules(site, page(root=root)) == []


@pytest.mark.parametrize(
    "text",
    [
        "<html lang=en dir=ltr>",
        "<html lang=en dir=ltr><title></title>",
        "<html lang=en dir=ltr><title> &nbsp; </title>",
        "<html lang=en dir=ltr><svg><title>A shape</title></svg>",
    ],
)
def test_a_page_has_a_title(site: Path, text: str) -> None:
    assert rules(site, text) == ["site-no-title"]


def test_a_second_use_of_an_id_is_named_where_it_stands(site: Path, page: Page) -> None:
    (site / "en" / "page.html").write_text(page('<p id="a">\n<p id="b">\n  <p id="a">'))
    (issue,) = verify_site(site)
    assert issue.rule == "site-duplicate-id"
    assert (issue.place.line, issue.place.column) == (6, 3)
    assert "'a'" in str(issue.message)


def test_an_issue_names_the_page_the_place_and_the_address(site: Path, page: Page) -> None:
    (site / "en" / "page.html").write_text(page('\n\n  <a href="missing.html">x</a>'))
    (issue,) = verify_site(site)
    assert str(issue.place) == "en/page.html:6:3"
    assert "'missing.html'" in str(issue.message)


def test_a_difference_in_case_alone_is_explained(site: Path, page: Page) -> None:
    (site / "en" / "page.html").write_text(page('<a href="../ZH/Index.html">x</a>'))
    (issue,) = verify_site(site)
    assert "'zh/index.html'" in str(issue.hint)


def test_braces_in_an_address_do_not_disturb_the_message(site: Path, page: Page) -> None:
    (site / "en" / "page.html").write_text(page('<a href="{x}%0A{0}.html\x1b[0m">x</a>'))
    (issue,) = verify_site(site)
    assert "{x}%0A{0}.html\\u001b[0m" in str(issue.message)


def test_style_sheets_are_read_from_where_they_lie(site: Path) -> None:
    (site / "assets" / "a.css").write_text(
        "p { background: url(a.png) }\n@import 'missing.css';\nq { src: url(//example.org/x) }"
    )
    assert [(issue.rule, str(issue.place)) for issue in verify_site(site)] == [
        ("site-broken-link", "assets/a.css:2:1"),
        ("site-foreign-request", "assets/a.css:3:1"),
    ]


def test_drawings_are_read_for_requests_but_need_no_title(site: Path) -> None:
    (site / "assets" / "a.svg").write_text(f'<svg><image href="{FOREIGN}"/><a href="a.png"/></svg>')
    assert [issue.rule for issue in verify_site(site)] == ["site-foreign-request"]


def test_each_page_with_the_same_fault_is_named(site: Path, page: Page) -> None:
    for name in ("one", "two"):
        (site / "en" / f"{name}.html").write_text(page('<a href="x">x</a>' * 2))
    files = [issue.place.file for issue in verify_site(site)]
    assert files == ["en/one.html"] * 2 + ["en/two.html"] * 2


def test_no_bytes_in_a_page_or_style_sheet_stop_the_check(site: Path, page: Page) -> None:
    source = random.Random(20231018)  # noqa: S311 -- repeatable, not secret
    good = page('<a href="x" style="background:url(y)"><style>@import "z";</style>').encode()
    for _ in range(300):
        data = bytearray(good)
        for _ in range(source.randrange(1, 12)):
            position = source.randrange(len(data))
            data[position : position + source.randrange(3)] = source.choice(
                (b"<", b">", b'"', b"<![", b"<!--", b"&#", b"\\", b"\xff", b"\0", b"/*", b"url(")
            )
        (site / "en" / "page.html").write_bytes(data)
        (site / "assets" / "a.css").write_bytes(data)
        verify_site(site)
