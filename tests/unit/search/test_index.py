"""The files of the index are small, whole, and the same for the same records."""

from __future__ import annotations

import json
import zlib

from generator.search.index import search_files
from generator.search.record import Concept, SearchRecord, SearchText
from tests.unit.search.samples import CONCEPTS, RECORDS, record

_SYLLABLES = ("ba", "do", "ki", "lu", "me", "no", "pra", "sti", "tor", "vei")


def _word(number: int) -> str:
    return "".join(_SYLLABLES[int(digit)] for digit in f"{number * 7919 % 100_000:05}")


def many(count: int) -> list[SearchRecord]:
    return [
        record(
            f"r{place:05}",
            (
                "en",
                " ".join(_word(place + step) for step in range(3)),
                " ".join(_word(place * step % 977) for step in range(20)),
                " ".join(_word(place + step) for step in range(60)),
            ),
        )
        for place in range(count)
    ]


def test_the_same_records_give_the_same_bytes_in_any_order() -> None:
    assert search_files(RECORDS, CONCEPTS) == search_files(RECORDS[::-1], CONCEPTS[::-1])


def test_only_the_root_keeps_its_name() -> None:
    before = search_files(RECORDS, CONCEPTS)
    changed = (*RECORDS, record("new", ("en", "New", "Record")))
    after = search_files(changed, CONCEPTS)
    assert before.keys() & after.keys() == {"root.js"}
    assert len({name.split("/")[0] for name in after if name != "root.js"}) == 1


def test_files_are_small() -> None:
    files = search_files(many(1500), ())
    for name, data in files.items():
        part = name.split("/")[-1]
        if part[0] in "etr" and part != "root.js":
            assert len(zlib.compress(data)) < 8_000, name
    assert len(zlib.compress(files["root.js"])) < 1_500


def test_who_finds_a_name_has_its_concept_without_another_file() -> None:
    zinc = record("zinc", ("en", "Zinc", "Old metal is used again."))
    files = search_files([*many(1500), zinc], (Concept("zinc", (("en", "Zinc"),)),))
    lexicon = [data.decode() for name, data in files.items() if name.split("/")[-1][0] == "t"]
    written = [set(data.split('"')[3].split(" ")) for data in lexicon]
    assert len(written) > 2
    assert [{"#*0", "#zinc"} <= terms for terms in written if "#zinc" in terms] == [True]


def test_every_file_hands_data_to_the_page() -> None:
    for name, data in search_files(RECORDS, CONCEPTS).items():
        text = data.decode("utf-8")
        own = name.split("/")[-1].removesuffix(".js")
        assert text.startswith(f'siteSearchData("{own}",')
        assert text.endswith(");\n")
        json.loads(text[len(f'siteSearchData("{own}",') : -3])


def test_line_separators_do_not_end_a_line_of_script() -> None:
    text = SearchText("en", "One\u2028two", "Three\u2029four", "Five\u2028six")
    files = search_files([SearchRecord("x", "projects", "projects/x", (text,))], ())
    assert all(
        "\u2028" not in data.decode() and "\u2029" not in data.decode() for data in files.values()
    )


def test_an_index_of_nothing_can_be_written() -> None:
    assert "root.js" in search_files((), ())
