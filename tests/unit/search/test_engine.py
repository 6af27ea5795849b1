"""Readers find records by the words they type, in every script, and see where the words stand."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest

from generator.model.kinds import KINDS
from generator.search.record import Concept, SearchRecord, SearchText
from tests.unit.search.engine import ask, write_index
from tests.unit.search.samples import CONCEPTS, RECORDS, record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FOUND = {
    "a word": ("lading", "lading"),
    "words in any order": ("lading bills", "lading"),
    "capitals": ("ELECTRONIC", "lading"),
    "another ending": ("electronically billed", "lading"),
    "a beginning": ("electr", "lading"),
    "a misspelling": ("electrnoic", "lading"),
    "a misspelling at the beginning": ("wlectronic", "lading"),
    "a letter left out at the beginning": ("lectronic", "lading"),
    "one word of three that is nowhere": ("electronic zebra lading", "lading"),
    "no accents": ("fibra optica", "fiber"),
    "other digits": ("٢٠٣٠", "fiber"),
    "Persian digits for others": ("1404", "number"),
    "a joiner left out": ("دادههای", "number"),
    "a joiner replaced by a space": ("داده های", "number"),
    "Arabic without article": ("تجارة", "customs"),
    "Arabic with preposition": ("بالتجارة", "customs"),
    "an Arabic plural without its pattern": ("معلومه", "customs"),
    "Hebrew without article": ("סחר", "hebrew"),
    "Hebrew with preposition": ("בסחר", "hebrew"),
    "Russian in another case": ("насосами", "pump"),
    "Russian in Latin letters": ("nasosy", "pump"),
    "part of a Thai word": ("หมายการ", "mark"),
    "part of a Khmer word": ("អេឡិច", "khmer"),
    "Korean without particle": ("무역", "korea"),
    "Korean with another particle": ("무역에서", "korea"),
    "Korean without space": ("국경간무역", "korea"),
    "one Chinese character": ("据", "lading"),
    "traditional characters": ("電子提單", "lading"),
    "two scripts in one query": ("lading 单证", "lading"),
    "Vietnamese without marks": ("thuong mai dien tu", "viet"),
    "a quoted phrase": ('"bills of lading"', "lading"),
    "a quoted phrase across scripts": ("“贸易单证”", "lading"),
    "a concept named in another language": ("коносамент", "lading"),
    "a country named in another language": ("肯尼亚", "solar"),
    "a country in another case": ("Кению", "solar"),
}

_SERBIAN = (
    record("cyrillic", ("sr-Cyrl", "Електронска трговина и тржиште", "Чишћење ваздуха у граду.")),
    record("latin", ("sr-Latn", "Zaštita životne sredine", "Ljudi i znanje.")),
    record("russian", ("ru", "Развитие цифровой экономики", "Объединение юридических лиц, ёлки.")),
    record("amharic", ("am", "የኤሌክትሮኒክ ንግድ", "በኢትዮጵያ")),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_index(tmp_path_factory.mktemp("search"), RECORDS, CONCEPTS)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index with one word in thirty records."""
    same = [record(f"x{place}", ("en", "Harbour", "Plan")) for place in range(30)]
    return write_index(tmp_path_factory.mktemp("many"), same)


@pytest.fixture(scope="module")
def found(index: Path) -> Mapping[str, list[str]]:
    calls = [["query", text] for text, _ in _FOUND.values()]
    answers = ask(index, calls, language="fr")
    return {
        why: [result["id"] for result in answer.result]
        for why, answer in zip(_FOUND, answers, strict=True)
    }


@pytest.mark.parametrize("why", _FOUND)
def test_a_record_is_found_by(why: str, found: Mapping[str, list[str]]) -> None:
    assert _FOUND[why][1] in found[why]


def one(index: Path, method: str, *values: object, language: str = "en") -> Any:  # noqa: ANN401 - JSON
    answer = ask(index, [[method, *values]], language=language)[0]
    assert answer.error is None
    return answer.result


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("elektronska trgovina", "cyrillic"),
        ("tržište", "cyrillic"),
        ("ciscenje vazduha", "cyrillic"),
        ("животне средине", "latin"),
        ("људи", "latin"),
        ("razvitiye", "russian"),
        ("razvitie tsifrovoj", "russian"),
        ("yuridicheskikh", "russian"),
        ("yolki", "russian"),
        ("ኢትዮጵያ", "amharic"),
    ],
)
def test_words_are_found_in_the_other_alphabet(
    text: str, wanted: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("alphabets")
    write_index(folder, (*RECORDS, *_SERBIAN))
    assert one(folder, "query", text)[0]["id"] == wanted


def test_words_that_stand_nowhere_find_nothing(index: Path) -> None:
    assert one(index, "query", "zzqxv") == []
    assert one(index, "query", "  ") == []


def test_a_phrase_that_stands_nowhere_finds_nothing(index: Path) -> None:
    assert one(index, "query", '"lading of bills"') == []


def test_a_result_says_what_the_interface_shows(index: Path) -> None:
    assert one(index, "query", "lading")[0] == {
        "id": "lading",
        "kind": "projects",
        "lang": "en",
        "title": "Electronic bills of lading",
        "url": "projects/lading.html",
        "snippet": "Paper gives way to data.",
    }


def test_the_language_of_the_page_comes_first_and_keeps_nothing_out(tmp_path: Path) -> None:
    same = [record(tag, (tag, "Internet", "Plan")) for tag in ("en", "es", "fr")]
    folder = write_index(tmp_path, same)
    for language in ("en", "es", "fr"):
        ids = [result["id"] for result in one(folder, "query", "internet", language=language)]
        assert ids[0] == language
        assert len(ids) == 3


def test_a_record_in_several_languages_appears_once_in_the_best(index: Path) -> None:
    results = one(index, "query", "电子提单 lading", language="zh")
    assert [result["id"] for result in results].count("lading") == 1
    assert one(index, "query", "电子提单", language="en")[0]["lang"] == "zh"


def test_a_title_counts_more_than_the_body(tmp_path: Path) -> None:
    folder = write_index(
        tmp_path,
        [
            record("body", ("en", "Other", "Thing", "About harbours.")),
            record("title", ("en", "Harbours", "Thing")),
        ],
    )
    assert [hit["id"] for hit in one(folder, "query", "harbours")] == ["title", "body"]


def test_an_acronym_leads_to_its_bearer_before_those_that_mention_it(tmp_path: Path) -> None:
    told = "Report of UNX. UNX writes it, UNX reads it, with the Union of Islands."
    bearer = tuple(
        SearchText(tag, title, "Trade", "UNX · Union of Islands", "UNX · Union of Islands")
        for tag, title in (("en", "United Islands"), ("zh", "群岛联盟"))
    )
    mentioning = [record(f"x{place}", ("en", told, told, told)) for place in range(3)]
    union = SearchRecord("unx", "organizations", "organizations/unx", bearer)
    folder = write_index(tmp_path, [*mentioning, union])
    for language in ("en", "zh"):
        for text in ("UNX", '"Union of Islands"'):
            assert one(folder, "query", text, language=language)[0]["id"] == "unx"


def test_records_with_all_words_come_before_others(tmp_path: Path) -> None:
    folder = write_index(
        tmp_path,
        [
            record("one", ("en", "Cotton cotton", "Cotton")),
            record("all", ("en", "Other", "Thing", "Here cotton, there machines, and growers.")),
        ],
    )
    assert one(folder, "query", "cotton machines growers")[0]["id"] == "all"


def test_records_with_half_of_the_words_follow_and_with_fewer_do_not(tmp_path: Path) -> None:
    words = ("cotton", "growers", "machines")
    alone = [record(word, ("en", f"{word} {word}", word, word)) for word in words]
    together = record("all", ("en", "Other", "Thing", "Here cotton, there machines, and growers."))
    folder = write_index(tmp_path, [*alone, together])
    ids = [hit["id"] for hit in one(folder, "query", "cotton growers")]
    assert (ids[0], set(ids[1:])) == ("all", {"cotton", "growers"})
    assert [hit["id"] for hit in one(folder, "query", "cotton growers machines")] == ["all"]


def test_of_equal_answers_the_framework_comes_first_and_other_pages_last(tmp_path: Path) -> None:
    kinds = ["framework", *KINDS, "docs"]
    same = [
        # Some are written in one language more; that says nothing about what a reader expects.
        record(f"x{place}", *[(tag, "Customs", "Plan") for tag in tags], kind=kind)
        for place, kind in enumerate(kinds)
        for tags in [("en", "fr")[: 1 + place % 2]]
    ]
    folder = write_index(tmp_path, same[::-1])
    listed = one(folder, "search", "", {"limit": 50})["results"]
    assert [hit["kind"] for hit in listed] == kinds
    assert [hit["kind"] for hit in one(folder, "query", "customs")] == kinds


def test_marks_stand_where_the_words_are(index: Path) -> None:
    page = one(index, "search", "lading 单证")
    result = page["results"][0]
    marked = [result["title"][start:end] for start, end in result["titleMarks"]]
    assert marked == ["lading"]
    thai = one(index, "search", "หมายการ")["results"][0]
    assert [thai["title"][start:end] for start, end in thai["titleMarks"]] == ["หมายการ"]
    persian = one(index, "search", "دادههای")["results"][0]
    assert [persian["title"][start:end] for start, end in persian["titleMarks"]] == ["داده‌های"]


def test_marks_never_cut_a_letter(tmp_path: Path) -> None:
    title = "Cafe\u0301 \U0001f469\u200d\U0001f33e e\u0323\u0302tude 👍🏽"
    folder = write_index(tmp_path, [record("mark", ("fr", title, "Texte"))])
    result = one(folder, "search", "cafe etude")["results"][0]
    marked = [result["title"].encode("utf-16-le")[2 * a : 2 * b] for a, b in result["titleMarks"]]
    assert [part.decode("utf-16-le") for part in marked] == ["Cafe\u0301", "e\u0323\u0302tude"]


def test_a_word_of_the_body_is_shown_with_what_is_around_it(tmp_path: Path) -> None:
    body = f"{'Words before it. ' * 30}Here the harbour opens. {'Words after it. ' * 30}"
    folder = write_index(tmp_path, [record("long", ("en", "Title", "Summary", body))])
    result = one(folder, "search", "harbour")["results"][0]
    marked = [result["snippet"][start:end] for start, end in result["snippetMarks"]]
    assert marked == ["harbour"]
    assert len(result["snippet"]) < 300


def test_filters_narrow_and_choices_of_one_widen(index: Path) -> None:
    def ids(**filters: list[str]) -> set[str]:
        return {hit["id"] for hit in one(index, "search", "", {"filters": filters})["results"]}

    assert ids(pillar=["trade"]) == {"lading"}
    assert ids(pillar=["trade", "green"]) == {"lading", "solar"}
    assert ids(pillar=["trade", "green"], open=["yes"]) == {"lading"}
    assert ids(lang=["km", "th"]) == {"khmer", "mark"}
    assert ids(pillar=["nowhere"]) == set()
    assert len(ids()) == len(RECORDS)


def test_counts_leave_the_choice_of_their_own_facet_out(index: Path) -> None:
    options = {"filters": {"pillar": ["trade"]}, "facets": ["pillar", "status", "lang", "kind"]}
    page = one(index, "search", "", options)
    assert page["total"] == 1
    assert page["facets"]["pillar"] == {"trade": 1, "green": 1}
    assert page["facets"]["status"] == {"open": 1}
    assert page["facets"]["lang"] == {"en": 1, "zh": 1}
    assert page["facets"]["kind"] == {"projects": 1}


def test_counts_are_of_texts_that_have_the_quoted_words_as_they_are(tmp_path: Path) -> None:
    phrase = ("en", "Report", "On digital trade.", "More.")
    apart = ("en", "Report", "On trade that is digital.", "More.")
    shown = [
        record("has", phrase, ("fr", "Rapport", "Digital, trade."), kind="events"),
        record("apart", apart, kind="projects", facets=(("status", "open"),)),
        record("named", ("zh", "数字贸易", "报告"), kind="sources"),
    ]
    names = Concept("digital", (("en", "digital trade"), ("zh", "数字贸易")))
    folder = write_index(tmp_path, shown, [names])
    facets = ["kind", "lang", "status"]
    page = one(folder, "search", '"digital trade"', {"facets": facets})
    assert page["total"] == 1
    assert page["facets"] == {"kind": {"events": 1}, "lang": {"en": 1, "fr": 1}, "status": {}}
    for facet, counts in page["facets"].items():
        for value, count in counts.items():
            options = {"filters": {facet: [value]}}
            assert one(folder, "search", '"digital trade"', options)["total"] == count


def test_pages_of_results_follow_each_other(index: Path) -> None:
    calls = [["search", "", {"limit": 4, "offset": offset}] for offset in (0, 4, 8)]
    pages = [[hit["id"] for hit in answer.result["results"]] for answer in ask(index, calls)]
    assert sorted(chain(*pages)) == sorted(item.id for item in RECORDS)


@pytest.mark.parametrize("method", ["query", "search"])
@pytest.mark.parametrize(
    ("limit", "count"), [(0, 0), (-1, 0), (3, 3), (25, 25), (None, 20), ("3", 20), ("many", 20)]
)
def test_no_more_results_than_the_limit(
    many: Path, method: str, limit: float | str | None, count: int
) -> None:
    found = one(many, method, "harbour", {"limit": limit})
    assert len(found if method == "query" else found["results"]) == count


def test_a_search_that_only_guesses_says_so(index: Path) -> None:
    assert one(index, "search", "electrnoic")["approximate"] is True
    assert one(index, "search", "electronic lading")["approximate"] is False


def test_a_file_that_failed_is_loaded_again(index: Path) -> None:
    answers = ask(index, [["query", "lading"]] * 2, broken=["root.js"])
    assert answers[0].error is not None
    assert [hit["id"] for hit in answers[1].result][:1] == ["lading"]


def test_files_are_read_once(index: Path) -> None:
    first, second = ask(index, [["query", "lading"]] * 2)
    assert first.read
    assert second.read == ()
    assert first.result == second.result


def test_words_that_mean_something_to_javascript_are_only_words(tmp_path: Path) -> None:
    hostile = '</script><script>x="\u2028__proto__ constructor toString'
    folder = write_index(tmp_path, [record("bad", ("en", hostile, hostile, hostile))])
    for word in ("__proto__", "constructor", "toString", "hasOwnProperty"):
        one(folder, "search", word, {"facets": ["kind", "__proto__"], "filters": {word: ["x"]}})
    assert one(folder, "query", "constructor")[0]["title"] == hostile.replace("\u2028", " ")
