"""What readers of the miniature site can rely on, page by page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.engine.settings import SiteSettings
from generator.pages.page import plain
from tests.miniature import checked, prepared

if TYPE_CHECKING:
    from generator.filling import LanguagePages
    from generator.pages.page import Page
    from generator.workspace import Workspace


def page(made: LanguagePages, path: str) -> Page:
    return next(item for item in made.pages if item.path == path)


def markdown(made: LanguagePages, path: str) -> str:
    return next(item.markdown for item in made.markdown if item.path == f"{path}.md")


def test_every_language_has_the_same_pages(mini_pages: dict[str, LanguagePages]) -> None:
    paths = [[item.path for item in made.pages] for made in mini_pages.values()]
    assert paths[0] == paths[1] == paths[2]


def test_every_record_has_a_page(mini_pages: dict[str, LanguagePages]) -> None:
    made = mini_pages["en"]
    paths = {item.path for item in made.pages}
    repository = made.edition.repository
    for kind in ("pillars", "participants", "projects", "sources", "instruments"):
        assert {f"{kind}/{id_}" for id_ in repository.records(kind)} <= paths


def test_contents_of_a_page_lead_to_headings_on_it(mini_pages: dict[str, LanguagePages]) -> None:
    for made in mini_pages.values():
        for item in made.pages:
            text = markdown(made, item.path)
            missing = [entry.id for entry in item.toc if f'id="{entry.id}"' not in text]
            assert missing == [], item.path


def test_an_open_project_is_offered_to_everybody_who_is_not_part_of_it(
    mini_pages: dict[str, LanguagePages],
) -> None:
    made = mini_pages["en"]
    # XAA leads the sample, XBB is its partner, XCC has joined it; others lead the training.
    for participant in ("XAA", "XBB", "XCC"):
        body = page(made, f"participants/{participant}").body
        offered = [row.link.url for row in body.open_projects.rows]  # type: ignore[attr-defined]
        assert offered == ["../projects/common-training.html"], participant


def test_a_project_stands_on_the_pages_of_all_its_parties(
    mini_pages: dict[str, LanguagePages],
) -> None:
    made = mini_pages["en"]
    for path in ("participants/XAA", "participants/XCC", "organizations/north-chamber"):
        body = page(made, path).body
        assert "../projects/sample.html" in [row.link.url for row in body.projects.rows]  # type: ignore[attr-defined]


def test_text_in_another_language_is_marked_for_browsers_and_announced(
    mini_pages: dict[str, LanguagePages],
) -> None:
    made = mini_pages["ar"]
    text = markdown(made, "projects/sample")
    assert re.search(
        r'<h1><span lang="en" dir="ltr">Electronic certificates of origin</span></h1>', text
    )
    assert [notice.kind for notice in page(made, "projects/sample").notices] == ["fallback"]
    assert 'dir: "rtl"' in text


def test_a_page_counts_as_translated_only_where_every_text_is(
    mini_pages: dict[str, LanguagePages],
) -> None:
    assert page(mini_pages["ar"], "projects/sample").translations == ("en",)
    assert page(mini_pages["en"], "projects/green-list").translations == ("zh",)


def test_a_quote_keeps_its_own_language(mini_pages: dict[str, LanguagePages]) -> None:
    text = markdown(mini_pages["en"], "projects/sample")
    assert '<blockquote lang="zh" dir="ltr"><p>项目向所有参与方开放。</p></blockquote>' in text


def test_dates_are_written_as_the_language_writes_them(
    mini_pages: dict[str, LanguagePages],
) -> None:
    assert "2020年5月12日" in markdown(mini_pages["zh"], "projects/sample")
    assert "February 2021" in markdown(mini_pages["en"], "projects/sample")


def test_the_present_step_is_the_last_and_the_only_one(
    mini_pages: dict[str, LanguagePages],
) -> None:
    text = markdown(mini_pages["en"], "projects/sample")
    steps = re.findall(r'<li data-status="(\w+)"( aria-current="step")?>', text)
    assert steps == [("announced", ""), ("open", ' aria-current="step"')]


def test_filters_count_what_the_list_holds(mini_pages: dict[str, LanguagePages]) -> None:
    body = page(mini_pages["en"], "projects/index").body
    rows = body.groups[0].rows  # type: ignore[attr-defined]
    for facet in body.facets:  # type: ignore[attr-defined]
        for choice in facet.choices:
            having = [row for row in rows if choice.value in row.data[facet.name].split()]
            assert len(having) == choice.count, (facet.name, choice.value)


def test_a_project_for_all_pillars_is_found_under_each(
    mini_pages: dict[str, LanguagePages],
) -> None:
    body = page(mini_pages["en"], "projects/index").body
    counts = {
        choice.value: choice.count
        for facet in body.facets  # type: ignore[attr-defined]
        if facet.name == "pillar"
        for choice in facet.choices
    }
    assert counts == {"paperless-trade": 2, "green-goods": 2}


def test_a_source_lists_what_rests_on_it(mini_pages: dict[str, LanguagePages]) -> None:
    body = page(mini_pages["en"], "sources/second-report").body
    urls = {link.url for fact in body.records for link in fact.values}  # type: ignore[attr-defined]
    assert {"../projects/sample.html", "../projects/green-list.html"} <= urls


def test_neighbours_lead_forth_and_back(mini_pages: dict[str, LanguagePages]) -> None:
    made = mini_pages["en"]
    pillars = [
        item for item in made.pages if item.kind == "pillars" and item.path != "pillars/index"
    ]
    first, second = sorted(pillars, key=lambda item: item.body.number)  # type: ignore[attr-defined]
    assert first.body.footer.previous is None  # type: ignore[attr-defined]
    assert first.body.footer.next.url == second.path.partition("/")[2] + ".html"  # type: ignore[attr-defined]
    assert second.body.footer.previous.url == first.path.partition("/")[2] + ".html"  # type: ignore[attr-defined]


def test_the_old_address_of_a_moved_record_leads_to_the_new_one(
    mini_pages: dict[str, LanguagePages],
) -> None:
    text = markdown(mini_pages["en"], "projects/old-training")
    assert 'redirect: "common-training.html"' in text
    assert '<a href="common-training.html">Common training</a>' in text


def test_records_can_be_edited_and_reported_where_they_are_kept(mini: Workspace) -> None:
    settings = SiteSettings(address="", repository="https://github.com/example/site", branch="next")
    made = prepared(mini, settings)["en"]
    footer = page(made, "projects/sample").body.footer  # type: ignore[attr-defined]
    assert footer.edit.url == (
        "https://github.com/example/site/edit/next/content/projects/sample.yaml"
    )
    assert footer.report.url.startswith(
        "https://github.com/example/site/issues/new?title=Electronic%20"
    )


@pytest.mark.parametrize("tag", ["en", "zh", "ar"])
def test_pages_have_a_title_and_a_description(
    mini_pages: dict[str, LanguagePages], tag: str
) -> None:
    for item in mini_pages[tag].pages:
        assert plain(item.title), item.path
        assert item.description, item.path
        assert len(item.description) <= 161


def test_a_translation_replaces_the_fallback_and_is_called_ours(mini: Workspace) -> None:
    catalog = mini.locales / "zh" / "projects.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgctxt "sample:title"\nmsgid "Electronic certificates of origin"\n'
        'msgstr "电子原产地证书"\n',
        encoding="utf-8",
    )
    assert checked(mini).errors == 0
    text = markdown(prepared(mini)["zh"], "projects/sample")
    assert "<h1>电子原产地证书</h1>" in text
    assert 'data-state="machine"' in text


def test_a_reader_can_see_what_changed_since_the_translation(mini: Workspace) -> None:
    catalog = mini.locales / "zh" / "projects.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        '#, fuzzy\n#| msgid "Electronic certificates"\nmsgctxt "sample:title"\n'
        'msgid "Electronic certificates of origin"\nmsgstr "电子证书"\n',
        encoding="utf-8",
    )
    text = markdown(prepared(mini)["zh"], "projects/sample")
    assert "<h1>电子证书</h1>" in text
    assert 'data-state="outdated"' in text
    assert '<del><span lang="en" dir="ltr">Electronic certificates</span></del>' in text
    assert '<ins><span lang="en" dir="ltr">Electronic certificates of origin</span></ins>' in text


def test_chinese_words_that_a_text_cites_are_marked(mini: Workspace) -> None:
    record = mini.content / "projects" / "sample.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(
        text.replace("Electronic certificates of origin", "Certificates (原产地证书) & more"),
        "utf-8",
    )
    made = prepared(mini)
    marked = 'Certificates (<span lang="zh" dir="ltr">原产地证书</span>) &amp; more</h1>'
    assert marked in markdown(made["en"], "projects/sample")


def test_a_record_may_be_written_in_a_language_that_the_site_has_not(mini: Workspace) -> None:
    record = mini.content / "projects" / "green-list.yaml"
    lines = record.read_text(encoding="utf-8").splitlines()
    written = {"language: ": "language: km", "title: ": "title: បញ្ជីបៃតង"}
    lines = [
        next((new for start, new in written.items() if line.startswith(start)), line)
        for line in lines
    ]
    record.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for made in prepared(mini).values():
        assert '<h1><span lang="km" dir="ltr">បញ្ជីបៃតង</span></h1>' in markdown(
            made, "projects/green-list"
        )


def test_exact_count_is_a_number_of_the_readers_language(mini: Workspace) -> None:
    """A number that is marked as English stands lower than others in other scripts."""
    record = mini.content / "framework.yaml"
    text = record.read_text(encoding="utf-8").replace("relation: at-least", "relation: exactly")
    record.write_text(text, encoding="utf-8")
    home = markdown(prepared(mini)["ar"], "index")
    values = re.findall(r'class="figure-value">(.*?)</', home)
    assert values
    assert [value for value in values if "lang=" in value] == []
