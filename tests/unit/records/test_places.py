"""Issues found long after reading still point to the character."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.records.repository import read_repository

if TYPE_CHECKING:
    from generator.issues import Place
    from generator.records.places import Places

_MINI = Path(__file__).parents[2] / "sites" / "mini" / "content"


@pytest.fixture(scope="module")
def places() -> Places:
    repository, _ = read_repository(_MINI, relative_to=_MINI.parent)
    assert repository is not None
    return repository.places


def text_at(place: Place) -> str:
    """Return the rest of the line from a place on."""
    lines = (_MINI.parent / place.file).read_text(encoding="utf-8").splitlines()
    return lines[place.line - 1][place.column - 1 :]


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("track",), "shared-library", "track: "),
        (("partners", 1), "north-chamber", "north-chamber"),
        (("history", 1, "on"), "2021-02", "on: 2021-02"),
        (("history", 1), "status: open", "status: open"),
        (("description",), "|", "description: |"),
        (("title", "own", "text"), "Electronic certificates", "title: "),
        (("funding", "amount"), "26.10", "amount: 26.10"),
        (("funding", "nothing"), "amount: 26.10", "funding:"),
        (("nothing",), "language: en", "language: en"),
        ((), "language: en", "language: en"),
    ],
)
def test_place_of_a_value(
    places: Places, path: tuple[str | int, ...], value: str, key: str
) -> None:
    assert text_at(places.value("projects", "sample", *path)).startswith(value)
    assert text_at(places.key("projects", "sample", *path)).startswith(key)


@pytest.mark.parametrize("path", [("versions", "en", "text"), ("en", "text")])
def test_place_of_a_version(places: Places, path: tuple[str, ...]) -> None:
    assert text_at(places.value("participants", "XBB", "name", *path)).startswith("Betaland")


def test_place_of_single_files(places: Places) -> None:
    assert text_at(places.value("framework", "framework", "lead")) == "sample-office"
    assert text_at(places.value("languages", "languages", "languages", 2, "tag")) == "ar"


def test_place_of_what_is_not_there(places: Places) -> None:
    place = places.value("projects", "missing", "title")
    assert str(place) == "content/projects/missing.yaml:1:1"


def test_the_file_of_a_record_is_told_without_reading_it(monkeypatch: pytest.MonkeyPatch) -> None:
    repository, _ = read_repository(_MINI, relative_to=_MINI.parent)
    assert repository is not None

    def read_again(_text: str) -> None:
        raise AssertionError("ten thousand records would be read a second time")

    monkeypatch.setattr("generator.records.places.compose", read_again)
    assert repository.places.file("projects", "sample") == "content/projects/sample.yaml"
    place = repository.places.value("projects", "sample")
    assert (place.file, place.line, place.column) == ("content/projects/sample.yaml", 1, 1)
