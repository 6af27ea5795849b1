"""Every text of a record is offered to translators under a path that says where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.languages.catalogs import Catalogs, read_catalog
from generator.languages.coverage import catalog_units, coverage, needs_translation
from generator.languages.resolve import resolvers
from generator.languages.units import Unit, quote_language, record_units
from generator.records.repository import Repository, read_repository

_MINI = Path(__file__).parents[2] / "sites" / "mini"


@pytest.fixture(scope="module")
def repository() -> Repository:
    found, issues = read_repository(_MINI / "content", relative_to=_MINI)
    assert found is not None
    assert issues == ()
    return found


@pytest.fixture(scope="module")
def units(repository: Repository) -> dict[str, Unit]:
    """Return the units of the sample project by context."""
    found = record_units(repository.projects["sample"], repository.sources)
    return {unit.context: unit for unit in found}


def test_the_texts_of_a_project_are_named_by_their_fields(units: dict[str, Unit]) -> None:
    assert list(units) == [
        "sample:title",
        "sample:summary",
        "sample:description",
        "sample:seeks.0",
        "sample:offers.0",
        "sample:history.0.quote",
        "sample:history.1.quote",
        "sample:links.0.label",
    ]


def test_units_know_their_words_form_and_language(units: dict[str, Unit]) -> None:
    seeks, description = units["sample:seeks.0"], units["sample:description"]
    assert (seeks.origin[0], seeks.origin[1].text) == ("en", "A third customs office")
    assert (seeks.form, description.form) == ("line", "markdown")


def test_quotes_are_in_the_language_they_name_or_that_of_their_source(
    repository: Repository, units: dict[str, Unit]
) -> None:
    assert units["sample:history.0.quote"].origin[0] == "en"
    assert units["sample:history.1.quote"].origin[0] == "zh"
    (step,) = repository.projects["green-list"].history
    assert step.language is None
    assert quote_language(step, "en", repository.sources) == "zh"
    assert quote_language(step, "en", {}) == "en"


def test_quotes_of_evidence_and_directions_are_units_too(repository: Repository) -> None:
    contexts = {unit.context for _, unit in catalog_units(repository)}
    assert "framework:release.evidence.0.quote" in contexts
    assert "green-goods:reported_directions.0.quote" in contexts
    assert "framework:aims.0.text" in contexts
    assert "framework:aims.0.evidence.0.quote" not in contexts


def test_no_two_units_of_a_catalog_have_the_same_context(repository: Repository) -> None:
    keys = [(name, unit.context) for name, unit in catalog_units(repository)]
    assert len(keys) == len(set(keys))


def test_what_the_author_gives_in_a_language_needs_no_translation_into_it(
    repository: Repository, units: dict[str, Unit]
) -> None:
    name = next(iter(record_units(repository.participants["XBB"], repository.sources)))
    wanted = {tag: needs_translation(name, tag) for tag in ("zh", "en", "ar")}
    assert wanted == {"zh": False, "en": False, "ar": True}
    quote = units["sample:history.1.quote"]
    assert [needs_translation(quote, tag) for tag in ("en", "zh")] == [True, False]


def test_coverage_counts_every_text_of_every_catalog_by_state(repository: Repository) -> None:
    body = (
        '# state: reviewed\nmsgctxt "sample:title"\nmsgid "Electronic certificates of origin"\n'
        'msgstr "电子原产地证书"\n\n'
        'msgctxt "sample:summary"\nmsgid "Old summary"\nmsgstr "旧"\n\n'
        'msgctxt "sample:seeks.0"\nmsgid "A third customs office"\nmsgstr "海关"\n'
    )
    catalog, _ = read_catalog(body.encode(), name="projects.po", language="zh")
    found = coverage(
        repository, resolvers(repository.languages, Catalogs({("zh", "projects"): catalog}))
    )
    by_key = {(each.language, each.catalog): each for each in found}
    projects = by_key["zh", "projects"]
    assert {state: projects.states[state] for state in ("reviewed", "outdated", "machine")} == {
        "reviewed": 1,
        "outdated": 1,
        "machine": 1,
    }
    assert projects.total == sum(name == "projects" for name, _ in catalog_units(repository))
    assert projects.readable == projects.total - projects.states["missing"]
    assert {by_key[tag, "projects"].total for tag in ("en", "zh", "ar")} == {projects.total}
    assert by_key["ar", "projects"].readable == 0
    assert [(each.language, each.catalog) for each in found] == sorted(by_key)
