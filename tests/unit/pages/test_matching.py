"""Who seeks what others offer is found across languages, and every match says why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.languages.concepts import ConceptNames
from generator.model.glossary import Concept, Glossary
from generator.model.text import Text, Version
from generator.pages.joining import joining_pages
from generator.pages.matching import find_matches
from generator.pages.relations import relations_of

if TYPE_CHECKING:
    from generator.filling import LanguagePages
    from generator.model.library import Project
    from generator.pages.matching import Match

CONCEPTS = ConceptNames(
    Glossary(
        language="en",
        concepts=(
            Concept(
                id="carbon-footprint",
                labels={
                    "en": ("carbon footprint",),
                    "zh": ("碳足迹",),
                    "fr": ("empreinte carbone",),
                },
            ),
            Concept(
                id="carbon-footprint-of-products",
                labels={"en": ("carbon footprint of products",), "zh": ("产品碳足迹",)},
            ),
            Concept(id="customs", labels={"en": ("customs",), "zh": ("海关",)}),
        ),
    )
)


@pytest.fixture
def sample(mini_pages: dict[str, LanguagePages]) -> Project:
    return mini_pages["en"].edition.repository.projects["sample"]


def project(sample: Project, id_: str, language: str, lead: str, **said: str) -> Project:
    texts = {
        name: (Text(form="line", own=Version(text=words)),) if words else ()
        for name, words in {"seeks": "", "offers": "", **said}.items()
    }
    return sample.model_copy(
        update={"id": id_, "language": language, "lead": (lead,), "status": "open", **texts}
    )


def matches(*projects: Project) -> tuple[Match, ...]:
    return find_matches(projects, CONCEPTS.ids_in)


def test_a_concept_is_found_in_whatever_languages_it_is_named(sample: Project) -> None:
    (found,) = matches(
        project(sample, "one", "en", "XAA", seeks="Help with the carbon footprint of products"),
        project(sample, "two", "zh", "XBB", offers="测量碳足迹的实验室"),
    )
    assert (found.seeking, found.offering, found.concepts) == ("one", "two", ("carbon-footprint",))


def test_a_name_may_stand_in_the_plural_but_not_within_a_word(sample: Project) -> None:
    offer = project(sample, "two", "fr", "XBB", offers="Mesure de l’empreinte carbone")
    plural = project(sample, "one", "en", "XAA", seeks="Comparing carbon footprints")
    longer = project(sample, "one", "en", "XAA", seeks="A hydrocarbon footprinting method")
    assert matches(plural, offer)
    assert not matches(longer, offer)


@pytest.mark.parametrize(
    ("seeks", "offers", "language", "said"),
    [
        ("A third customs office", "Our customs office, for tests", "en", "customs office"),
        ("跨境电子提单试点企业", "愿意参加跨境电子提单的银行", "zh", "跨境电子提单"),
    ],
)
def test_the_same_words_make_a_match_and_are_shown_as_written(
    sample: Project, seeks: str, offers: str, language: str, said: str
) -> None:
    (found,) = matches(
        project(sample, "one", language, "XAA", seeks=seeks),
        project(sample, "two", language, "XBB", offers=offers),
    )
    assert found.phrases == ((language, said),)


def test_one_common_word_or_a_common_pillar_is_too_little(sample: Project) -> None:
    one = project(sample, "one", "en", "XAA", seeks="A third customs office")
    two = project(sample, "two", "en", "XBB", offers="Training of customs officers")
    assert set(one.pillars) & set(two.pillars)
    assert not matches(one, two)


def test_projects_of_one_lead_and_projects_that_rest_are_left_out(sample: Project) -> None:
    seeking = project(sample, "one", "en", "XAA", seeks="A carbon footprint")
    offering = project(sample, "two", "en", "XBB", offers="A carbon footprint")
    assert matches(seeking, offering)
    assert not matches(seeking, offering.model_copy(update={"lead": ("XCC", "XAA")}))
    for status in ("suspended", "completed", "withdrawn"):
        assert not matches(seeking, offering.model_copy(update={"status": status}))
        assert not matches(seeking.model_copy(update={"status": status}), offering)


def test_what_everybody_speaks_of_tells_nobody_apart(sample: Project) -> None:
    seeking = project(sample, "one", "en", "XAA", seeks="A carbon footprint")
    offering = [
        project(sample, f"two-{number}", "zh", "XBB", offers="碳足迹") for number in range(4)
    ]
    assert len(matches(seeking, *offering[:3])) == 3
    assert matches(seeking, *offering) == ()


def test_the_best_reasons_come_first(sample: Project) -> None:
    found = matches(
        project(sample, "one", "en", "XAA", seeks="The carbon footprint of products"),
        project(sample, "far", "zh", "XBB", offers="碳足迹"),
        project(sample, "near", "zh", "XBB", offers="产品碳足迹"),
    )
    assert [match.offering for match in found] == ["near", "far"]


def test_pages_show_a_match_on_both_sides_with_its_reason(
    mini_pages: dict[str, LanguagePages], sample: Project
) -> None:
    edition = mini_pages["en"].edition
    one = project(sample, "one", "en", "XAA", seeks="A third customs office")
    two = project(sample, "two", "en", "XBB", offers="A customs office")
    known = {"one": one, "two": two}
    repository = replace(edition.repository, projects=known)
    relations = relations_of(repository, known.values(), matches(one, two))
    made = replace(edition, repository=repository, relations=relations)
    page = next(page for page in joining_pages(made) if page.path == "projects/matching")
    ((seeker,), ()) = (page.body.matched, page.body.unmatched)  # type: ignore[attr-defined]
    (match,) = seeker.matches
    assert (seeker.project.id, match.link.url) == ("one", "two.html")
    assert [words.text for reason in match.reasons[:1] for words in reason.values] == [
        "customs office"
    ]
