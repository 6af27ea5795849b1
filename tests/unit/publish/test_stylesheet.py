from __future__ import annotations

import pytest

from generator.publish.stylesheet import fetched_addresses


@pytest.mark.parametrize(
    ("style", "addresses"),
    [
        ("p { color: red }", []),
        ("p { background: url(a.png) }", ["a.png"]),
        ("p { background: URL( 'a b.png' ) }", ["a b.png"]),
        ('p { background: url("a(1).png"), url(b.png) }', ["a(1).png", "b.png"]),
        ('@import "a.css"; @import url(b.css) print;', ["a.css", "b.css"]),
        ("@import'a.css';", ["a.css"]),
        ("@font-face { src: local('X'), url(x.woff2) format('woff2') }", ["x.woff2"]),
        ("p { background: image-set('a.png' 1x, url(b.png) 2x) }", ["b.png", "a.png"]),
        ('p { background: image-set("a.avif" type("image/avif"), "b.png") }', ["a.avif", "b.png"]),
        ("@namespace svg url(http://www.w3.org/2000/svg);", []),
        ("/* url(http://example.org/a) */ p { background: url(b) }", ["b"]),
        ("p::before { content: '/*' } q { background: url(a) } /* */", ["a"]),
        (r"p { background: \75 rl(a.png) }", ["a.png"]),
        (r"p { background: u\rl(\68ttp\3a //example.org/x) }", ["http://example.org/x"]),
        (r"p { background: url(a\.png) }", ["a.png"]),
        ("background: url('https://example.org/x", ["https://example.org/x"]),
        ("background: url(https://example.org/x", ["https://example.org/x"]),
        ("p { content: '\\e800' }", []),
        ("\\", []),
        ("p { background: url() }", [""]),
    ],
)
def test_every_address_a_browser_fetches_is_found(style: str, addresses: list[str]) -> None:
    assert [address for address, _ in fetched_addresses(style)] == addresses


def test_lines_are_counted_past_comments_of_several_lines() -> None:
    style = "/* one\ntwo */\np { background:\n  url(a.png) }"
    assert list(fetched_addresses(style)) == [("a.png", 4)]
