"""Hostile Markdown: whatever is written, only harmless HTML comes out, and the author is told."""

from __future__ import annotations

import random
import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from generator.markup import SCHEMES, SafeMarkdown, safe_html

_TAGS = frozenset(
    "p br hr em strong code pre blockquote ul ol li a "  # noqa: SIM905 - read as a sentence
    "h3 h4 h5 h6 table thead tbody tr th td".split()
)
_ATTRIBUTES = frozenset({"href", "title", "rel"})

# Each address leads to something else than the web or a mail box.
HOSTILE_ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#115;cript:alert(1)",
    "java&#x73;cript:alert(1)",
    "&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)",
    "javascript&colon;alert(1)",
    "java\tscript:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "java\\script:alert(1)",
    "\x01javascript:alert(1)",
    "&#1;javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "DATA:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://example.org/x",
    "view-source:https://example.org/",
    "//example.org/x",
    "\\\\example.org/x",
    "/\\example.org",
    "../index.html",
    "/en/index.html",
    "page.html",
    "?q=1",
    "#top",
    "http:example.org",
    "https:///example.org",
    "https&#58;//example.org/",
    "ftp://example.org/",
    "\x00mailto:office@example.org",
    "tel:+123",
)
_LINK_FORMS = (
    "[words]({})",
    "[words](<{}>)",
    '[words]({} "title")',
    "[words][one]\n\n[one]: {}",
    "[one][]\n\n[one]: {}",
    "[one]\n\n[one]: {}",
    "[words][one]\n\n[one]: <{}> 'title'",
    "- [words]({})",
    "> [words]({})",
    "# [words]({})",
    "**[words]({})**",
    "[a [b] c]({})",
    "[*words*]({})",
    "[`words`]({})",
    "| a |\n|---|\n| [words]({}) |",
)


class _Elements(HTMLParser):
    """Collects the elements of a document as a browser would see them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.others: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)


def _harm(html: str) -> list[str]:
    """Return everything in the HTML that is not allowed."""
    seen = _Elements(html)
    found = [f"markup {each}" for each in seen.others]
    for tag, attributes in seen.tags:
        if tag not in _TAGS:
            found.append(f"element {tag}")
        found += [f"attribute {name}" for name in attributes if name not in _ATTRIBUTES]
        address = attributes.get("href")
        if address is not None and urlsplit(address).scheme.lower() not in SCHEMES:
            found.append(f"address {address}")
    return found


def _addresses(html: str) -> list[str | None]:
    return [attributes["href"] for _, attributes in _Elements(html).tags if "href" in attributes]


def _kinds(text: str) -> list[str]:
    return [problem.kind for problem in safe_html(text).problems]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("**bold** *soft*", "<p><strong>bold</strong> <em>soft</em></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>"),
        ("`<b>` & `![x](y)`", "<p><code>&lt;b&gt;</code> &amp; <code>![x](y)</code></p>"),
        ("![]", "<p>![]</p>"),
    ],
)
def test_ordinary_markdown_becomes_html(text: str, html: str) -> None:
    assert safe_html(text).html == html


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[page](https://example.org/a?b=1&c=2)", "https://example.org/a?b=1&c=2"),
        ("[page](HTTP://example.org/)", "HTTP://example.org/"),
        ("[page](https://example.org/a_(b))", "https://example.org/a_(b)"),
        ("[page](https://例え.jp/数字)", "https://例え.jp/数字"),
        ('[page](https://example.org/ "A title")', "https://example.org/"),
        ("[page][1]\n\n[1]: https://example.org/", "https://example.org/"),
        ("[page]\n\n[page]: https://example.org/", "https://example.org/"),
        ("[a [b] c](https://example.org/)", "https://example.org/"),
        ("<https://example.org/>", "https://example.org/"),
        ("<office@example.org>", "mailto:office@example.org"),
        ("[write](mailto:office@example.org)", "mailto:office@example.org"),
    ],
)
def test_links_to_the_web_and_to_mail_are_kept(text: str, address: str) -> None:
    result = safe_html(text)
    assert _addresses(result.html) == [address]
    assert result.problems == ()


def test_headings_stand_below_those_of_the_page() -> None:
    levels = re.findall(r"<(h\d)>", safe_html("# a\n\n## b\n\n##### c\n\nd\n===").html)
    assert levels == ["h3", "h4", "h6", "h3"]


@pytest.mark.parametrize("address", HOSTILE_ADDRESSES)
@pytest.mark.parametrize("form", _LINK_FORMS)
def test_no_link_leads_anywhere_but_to_the_web_and_to_mail(form: str, address: str) -> None:
    result = safe_html(form.format(address))
    assert _harm(result.html) == []
    assert _addresses(result.html) == []


@pytest.mark.parametrize("address", HOSTILE_ADDRESSES)
def test_a_refused_address_is_reported(address: str) -> None:
    (problem,) = safe_html(f"[words](<{address}>)").problems
    assert problem.kind == "link"
    assert not re.search(r"[\x02\x03]", problem.found)


def test_a_refused_address_is_reported_as_it_was_written() -> None:
    text = "[a](JavaScript:x) [b](java&#115;cript:y) [c](a\\_b) [d][1]\n\n[1]: data:z"
    found = [problem.found for problem in safe_html(text).problems]
    assert found == ["JavaScript:x", "java&#115;cript:y", "a_b", "data:z"]


@pytest.mark.parametrize(
    "text",
    [
        "<ftp://example.org/>",
        "<javascript:alert(1)>",
        "<javascript:alert(1)@example.org>",
        "<data:text/html,x>",
        "<//example.org>",
        "<&#106;avascript:alert(1)>",
    ],
)
def test_autolinks_lead_to_the_web_or_to_mail(text: str) -> None:
    html = safe_html(text).html
    assert _harm(html) == []
    assert all(str(address).startswith("mailto:") for address in _addresses(html))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//example.org/x></SCRIPT>",
        "<b>bold</b>",
        "<img src=x onerror=alert(1)>",
        '<a href="https://example.org/">words</a>',
        "<svg/onload=alert(1)>",
        "<svg\tonload=alert(1)>",
        "<svg\nonload=alert(1)>",
        "<iframe srcdoc='<b>'></iframe>",
        "<style>*{display:none}</style>",
        "</div></div>",
        "<!-- hidden -->",
        "<!DOCTYPE html>",
        "<?php echo 1 ?>",
        "# <b>x</b>",
        "- <b>x</b>",
        "> <b>x</b>",
        "| a |\n|---|\n| <b>x</b> |",
        "[<b>x</b>](https://example.org/)",
        "<div markdown='1'>\n\n**x**\n\n</div>",
        "<details>\n<summary>x</summary>\n</details>",
    ],
)
def test_raw_html_is_reported_and_shown_as_text(text: str) -> None:
    result = safe_html(text)
    assert "html" in {problem.kind for problem in result.problems}
    assert _harm(result.html) == []
    assert "<" in _Elements(result.html).text


@pytest.mark.parametrize(
    "text",
    [
        "![alt](https://example.org/a.png)",
        "![alt](https://example.org/a.png 'title')",
        "![alt][one]\n\n[one]: https://example.org/a.png",
        "![one]\n\n[one]: https://example.org/a.png",
        "[![alt](https://example.org/a.png)](https://example.org/)",
        "![a ![b](https://example.org/b.png)](https://example.org/a.png)",
        "# ![alt](https://example.org/a.png)",
    ],
)
def test_images_are_reported_and_not_shown(text: str) -> None:
    result = safe_html(text)
    assert "image" in {problem.kind for problem in result.problems}
    assert _harm(result.html) == []
    assert "![" in _Elements(result.html).text


@pytest.mark.parametrize(
    "text",
    [
        "`<script>` and `[x](javascript:alert(1))`",
        "``a ` <b> ``",
        "    <script>alert(1)</script>\n    ![x](y)",
        "    <b>\n\n    [x](javascript:alert(1))",
        "5 < 6 and 7 > 3",
        "\\![x](https://example.org/)",
        "\\[x](y)",
        "&lt;script&gt;",
    ],
)
def test_what_only_speaks_of_markup_is_no_problem(text: str) -> None:
    result = safe_html(text)
    assert result.problems == ()
    assert _harm(result.html) == []


def test_problems_are_reported_without_marks_of_the_converter() -> None:
    found = [problem.found for problem in safe_html("![`a` \\* b](c) <b \\* `c`>").problems]
    assert found == ["![a * b](c)", "<b * c>"]


@pytest.mark.parametrize("text", ["a&#1;b", "a&#x7f;b", "a\x0bb", "a&#2;b", "a\x02b", "a&#0;b"])
def test_characters_that_html_does_not_allow_are_left_out(text: str) -> None:
    assert re.fullmatch(r"<p>a\ufffd?b</p>", safe_html(text).html)


@pytest.mark.parametrize(
    "reference",
    ["&#x202e;", "&#X202E;", "&#8203;", "&rlm;", "&shy;", "&#0;", "&ZeroWidthSpace;", "&#xe000;"],
)
@pytest.mark.parametrize("form", ["a{}b", "[a](https://a.b/{}x)", "[a](https://a.b '{}x')"])
def test_references_to_hidden_characters_are_reported_and_left_out(
    form: str, reference: str
) -> None:
    text = form.format(reference)
    result = safe_html(text)
    assert [each.found for each in result.problems] == [reference]
    assert SafeMarkdown().problems(text) == result.problems
    shown = _Elements(result.html)
    assert (shown.text + str(shown.tags)).isprintable()
    assert result.html == safe_html(form.format("")).html


@pytest.mark.parametrize(
    "text",
    ["R&amp;D", "caf&eacute;", "a&nbsp;b", "&#65;&#10;", "می&zwnj;خواهم", "`&shy;`"],
)
def test_other_references_are_no_problem(text: str) -> None:
    assert safe_html(text).problems == SafeMarkdown().problems(text) == ()


def test_a_mail_address_with_an_escaped_character_is_no_worse_than_text() -> None:
    html = safe_html("<a\\-b@example.org>").html
    assert _harm(html) == []
    assert not re.search(r"[\x00-\x1f]", html)


def test_the_same_problem_is_reported_once() -> None:
    assert _kinds("<b>x <b>y <i>") == ["html", "html"]


def test_the_two_tags_of_an_element_are_one_problem() -> None:
    found = [each.found for each in safe_html("<b>x</b> <I class=y>z</i> </p>").problems]
    assert found == ["<b>", "<I class=y>", "</p>"]


@pytest.mark.parametrize(
    "image",
    ["![图](https://a.b/x.png)", "![a](https://a.b/c_(d).png)", "![a][b]", "![a]"],
)
def test_an_image_is_reported_without_the_text_after_it(image: str) -> None:
    (problem,) = safe_html(f"before {image} after\n(more) and more").problems
    assert problem.found == image


@pytest.mark.parametrize("blank", ["", " ", "   ", "\t", "  \n", "\n\n\n"])
def test_code_with_blank_lines_stays_one_block(blank: str) -> None:
    html = safe_html(f"    first\n    {blank}\n    [x](javascript:alert(1))\n\nend").html
    assert not re.search(r"\n[ \t]*\n", html)
    text = _Elements(html).text
    assert text.index("first") < text.index("[x](javascript:alert(1))") < text.index("end")
    assert re.search(r"first\n\s*\n\[x\]", text)


@pytest.mark.parametrize("unit", ["- ", "1. ", "> ", "* > ", "+ 1. "])
def test_text_nested_without_end_is_shown_as_it_is_and_reported(unit: str) -> None:
    result = safe_html(f"before\n\n{unit * 4000}x <b>")
    assert [problem.kind for problem in result.problems] == ["nesting"]
    assert _harm(result.html) == []
    assert unit * 20 in _Elements(result.html).text


def test_lists_of_ordinary_depth_are_converted() -> None:
    text = "".join("    " * depth + "- x\n" for depth in range(8))
    assert safe_html(text).html.count("<ul>") == 8


@pytest.mark.parametrize(
    "unit",
    ["[", "![", "[a](", "[a][", "[](", "[a](<", '[a](b "', "(", "`", "*a ", "**a", "<!--", "<a "],
)
def test_unclosed_pieces_in_any_number_are_shown_as_text(unit: str) -> None:
    result = safe_html(unit * (20_000 // len(unit)))
    assert _harm(result.html) == []
    assert _addresses(result.html) == []


_PIECES = (
    *HOSTILE_ADDRESSES,
    *"<>[]()!\"'`*_#|\\&;:/ \n\t",
    *(
        "\n\n",
        "    ",
        "- ",
        "1. ",
        "> ",
        "```",
        "---\n",
        "| a | b |\n|---|---|\n",
        "![",
        "]: ",
        "](",
    ),
    *(
        "<script>",
        "</script>",
        "<img src=x onerror=",
        "<a href=",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?",
        "?>",
    ),
    *("<svg/onload=", "<style>", "</p>", "<math>", "<p", "onclick=", 'style="', "srcdoc="),
    *(
        "https://example.org/",
        "<https://example.org/",
        "mailto:a@example.org",
        "<a@example.org>",
        "[one]",
    ),
    *("\n[one]: ", "&lt;", "&#60;", "&#x3c;", "&quot;", "&amp;#60;", "\x02", "\x03", "\x02amp\x03"),
    *(
        "\x02klzzwxh:0000\x03",
        "\x02wzxhzdk:0\x03",
        "\x00",
        "\ufeff",
        "\u2028",
        "\u202e",
        "文字",
        "words",
    ),
)


@pytest.mark.parametrize("seed", range(20))
def test_no_mixture_of_hostile_pieces_gets_through(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a repeatable choice, no secret
    for _ in range(200):
        text = "".join(chance.choices(_PIECES, k=chance.randint(1, 30)))
        result = safe_html(text)
        assert _harm(result.html) == [], repr(text)
        assert not re.search(r"\n[ \t]*\n", result.html), repr(text)
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", result.html), repr(text)


def test_one_converter_keeps_nothing_of_the_text_before() -> None:
    markdown = SafeMarkdown()
    texts = ["[a]: https://example.org\n\n[a] <b>", "[a] and *[b]*", "![x](y)", "- one\n- two"]
    assert [markdown.convert(text) for text in texts] == [safe_html(text) for text in texts]


@pytest.mark.parametrize(
    "text",
    [
        "plain *words*",
        "<b>",
        "[a](javascript:x)",
        "![x](y)",
        "[a]\n\n[a]: data:text/html,x",
        "> " * 30 + "deep",
        "<https://example.org> and [good](https://example.org)",
        "a < b",
    ],
)
def test_problems_are_those_of_the_conversion(text: str) -> None:
    assert SafeMarkdown().problems(text) == safe_html(text).problems
