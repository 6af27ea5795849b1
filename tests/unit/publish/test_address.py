from __future__ import annotations

import pytest

from generator.publish.address import Leads, named_file, read_address


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("a.html", Leads.TO_SITE),
        ("", Leads.TO_SITE),
        ("#top", Leads.TO_SITE),
        ("?q=a:b", Leads.TO_SITE),
        ("./a:b.html", Leads.TO_SITE),
        ("/a.html", Leads.TO_ROOT),
        ("\\a.html", Leads.TO_ROOT),
        ("//example.org/a", Leads.TO_HOST),
        ("\\\\example.org/a", Leads.TO_HOST),
        ("/\\example.org/a", Leads.TO_HOST),
        ("/\t/example.org/a", Leads.TO_HOST),
        ("https://example.org", Leads.TO_HOST),
        (" HTTPS:example.org", Leads.TO_HOST),
        ("ht\ntps://example.org", Leads.TO_HOST),
        ("wss://example.org", Leads.TO_HOST),
        ("file:///etc/passwd", Leads.TO_DISK),
        ("C:\\site\\a.html", Leads.TO_DISK),
        ("javascript:alert(1)", Leads.TO_SCRIPT),
        ("\x01 JaVa\tScRiPt:alert(1)", Leads.TO_SCRIPT),
        ("vbscript:x", Leads.TO_SCRIPT),
        ("data:text/html,<script>", Leads.TO_DOCUMENT),
        ("data:TEXT/HTML;base64,PHA+", Leads.TO_DOCUMENT),
        ("data:image/svg+xml,<svg>", Leads.TO_DOCUMENT),
        ("data:text/javascript,alert(1)", Leads.TO_DOCUMENT),
        ("data:,alert(1)", Leads.TO_DOCUMENT),
        ("data:image/png;base64,iVBO", Leads.ELSEWHERE),
        ("mailto:someone@example.org", Leads.ELSEWHERE),
        ("tel:+123", Leads.ELSEWHERE),
    ],
)
def test_an_address_leads_where_a_browser_goes(text: str, leads: Leads) -> None:
    assert read_address(text).leads is leads


@pytest.mark.parametrize(
    ("text", "page", "path"),
    [
        ("b.html", "en/a.html", "en/b.html"),
        ("../zh/b.html?x=1#y", "en/a.html", "zh/b.html"),
        ("#y", "en/a.html", "en/a.html"),
        ("?x=1", "en/a.html", "en/a.html"),
        ("./sub/../b.html", "a.html", "b.html"),
        ("%E4%B8%AD%20x.html", "a.html", "中 x.html"),
        ("a%23b%3F.html", "a.html", "a#b?.html"),
        ("sub\\b.html", "a.html", "sub/b.html"),
        ("..", "en/a.html", "."),
        ("sub/", "a.html", "sub"),
        ("../b.html", "a.html", None),
        ("../../b.html", "en/a.html", None),
        ("%2e%2e/b.html", "a.html", None),
        ("..b.html", "a.html", "..b.html"),
    ],
)
def test_a_relative_address_names_a_file(text: str, page: str, path: str | None) -> None:
    assert named_file(read_address(text), page) == path


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("a.html", ""),
        ("a.html#", ""),
        ("#%E4%B8%AD", "中"),
        ("#a?b", "a?b"),
        ("#here:~:text=word", "here"),
        ("#:~:text=word", ""),
    ],
)
def test_a_fragment_names_an_id(text: str, fragment: str) -> None:
    assert read_address(text).fragment == fragment
