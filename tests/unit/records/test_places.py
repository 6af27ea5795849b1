"""Issues found long after reading still point to the character."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.records.repository import read_repository

_MINI = Path(__file__).parents[2] / "sites" / "mini" / "content"
_FILE = "content/projects/sample.yaml"


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), "1:1", "1:1"),
        (("track",), "11:8", "11:1"),
        (("partners", 1), "13:17", "13:17"),
        (("history", 1, "on"), "32:9", "32:5"),
        (("history", 1), "30:5", "30:5"),
        (("description",), "5:14", "5:1"),
        (("title", "own", "text"), "3:8", "3:1"),
        (("funding", "amount"), "40:11", "40:3"),
        (("funding", "nothing"), "40:3", "39:1"),
        (("nothing",), "1:1", "1:1"),
    ],
)
def test_place_of_a_value(path: tuple[str | int, ...], value: str, key: str) -> None:
    repository, _ = read_repository(_MINI, relative_to=_MINI.parent)
    assert repository is not None
    assert str(repository.places.value("projects", "sample", *path)) == f"{_FILE}:{value}"
    assert str(repository.places.key("projects", "sample", *path)) == f"{_FILE}:{key}"


def test_place_of_a_version() -> None:
    repository, _ = read_repository(_MINI, relative_to=_MINI.parent)
    assert repository is not None
    place = repository.places.value("participants", "XBB", "name", "versions", "en", "text")
    assert (place.line, place.column) == (5, 14)


def test_place_of_single_files_and_of_what_is_not_there() -> None:
    repository, _ = read_repository(_MINI, relative_to=_MINI.parent)
    assert repository is not None
    places = repository.places
    assert places.value("framework", "framework", "lead").file == "content/framework.yaml"
    assert str(places.value("projects", "missing", "title")) == "content/projects/missing.yaml:1:1"
