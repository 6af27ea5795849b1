"""Readers get the best words there are, and are told what they are and in which language."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from generator.languages.catalogs import Catalogs, read_catalog
from generator.languages.resolve import Owner, Resolver, direction_of, resolvers
from generator.model.framework import Languages, SiteLanguage
from generator.model.text import Text, Version

_CHAIN = {"fr": ("es", "en"), "ar": ("fr",), "zh": ("en",), "en": (), "es": (), "fa": ()}
_PATH = ("seeks", 0)


def _owner(language: str = "en") -> Owner:
    return Owner("projects", "sample", language)


def _resolver(tag: str, **translations: str) -> Resolver:
    """Return the resolver of a language; the keywords are the bodies of catalogs by language."""
    files = {}
    for translated, body in translations.items():
        catalog, issues = read_catalog(body.encode(), name="x.po", language=translated)
        assert issues == ()
        files[translated, "projects"] = catalog
    language = SiteLanguage(tag=tag, name=tag, fallback=_CHAIN[tag])
    return Resolver(language, Catalogs(MappingProxyType(files)))


def _entry(text: str, *, source: str = "A partner", notes: str = "", path: str = "seeks.0") -> str:
    return f'{notes}msgctxt "sample:{path}"\nmsgid "{source}"\nmsgstr "{text}"\n'


PLAIN = Text(form="line", own=Version(text="A partner"))


def test_own_words_are_the_original_for_readers_of_the_language() -> None:
    found = _resolver("en").text(PLAIN, _owner(), _PATH)
    assert (found.text, found.language, found.state) == ("A partner", "en", "original")
    assert (found.is_fallback, found.direction, found.form) == (False, "ltr", "line")


@pytest.mark.parametrize(
    ("notes", "state"),
    [("# state: reviewed\n", "reviewed"), ("", "machine"), ("#, fuzzy\n", "outdated")],
)
def test_translations_say_how_far_they_can_be_trusted(notes: str, state: str) -> None:
    found = _resolver("fr", fr=_entry("Un partenaire", notes=notes)).text(PLAIN, _owner(), _PATH)
    assert (found.text, found.language, found.state) == ("Un partenaire", "fr", state)
    assert not found.is_fallback


def test_a_translation_of_other_words_is_outdated_even_before_the_catalog_is_updated() -> None:
    body = _entry("Une partenaire", source="One partner", notes="# state: reviewed\n")
    found = _resolver("fr", fr=body).text(PLAIN, _owner(), _PATH)
    assert (found.text, found.state) == ("Une partenaire", "outdated")


def test_a_translation_belongs_to_one_field_of_one_record() -> None:
    body = _entry("Un partenaire", path="offers.0")
    assert _resolver("fr", fr=body).text(PLAIN, _owner(), _PATH).state == "missing"


VERSIONS = Text(
    versions={
        "zh": Version(text="伙伴", status="official"),
        "en": Version(text="Partner", status="attested", source="first-report"),
        "es": Version(text="Socio", status="working"),
        "ar": Version(text="شريك"),
    }
)


@pytest.mark.parametrize(
    ("tag", "language", "text", "state", "source"),
    [
        ("zh", "en", "伙伴", "official", None),
        ("en", "zh", "Partner", "attested", "first-report"),
        ("es", "en", "Socio", "working", None),
        ("ar", "en", "شريك", "working", None),
        ("ar", "ar", "شريك", "original", None),
    ],
)
def test_the_authors_versions_keep_their_status_and_source(
    tag: str, language: str, text: str, state: str, source: str | None
) -> None:
    found = _resolver(tag).text(VERSIONS, _owner(language), _PATH)
    assert (found.text, found.state, found.source) == (text, state, source)
    assert not found.is_fallback


def test_the_authors_own_words_go_before_a_catalog() -> None:
    found = _resolver("es", es=_entry("Otro")).text(VERSIONS, _owner(), _PATH)
    assert found.text == "Socio"


@pytest.mark.parametrize(
    ("catalogs", "language", "text"),
    [
        ({}, "en", "A partner"),
        ({"es": _entry("Un socio")}, "es", "Un socio"),
        ({"es": _entry("Un socio", notes="#, fuzzy\n")}, "en", "A partner"),
        ({"es": _entry("Un socio", source="Other")}, "en", "A partner"),
        ({"fa": _entry("شریک")}, "en", "A partner"),
    ],
)
def test_fallback_languages_come_in_their_order_and_outdated_ones_not_at_all(
    catalogs: dict[str, str], language: str, text: str
) -> None:
    found = _resolver("fr", **catalogs).text(PLAIN, _owner(), _PATH)
    assert (found.text, found.language) == (text, language)
    assert (found.state, found.is_fallback) == ("missing", True)


def test_fallbacks_of_fallbacks_are_not_followed() -> None:
    found = _resolver("ar", es=_entry("Un socio")).text(PLAIN, _owner(), _PATH)
    assert (found.text, found.language, found.state) == ("A partner", "en", "missing")


def test_without_any_fallback_the_original_is_shown_and_marked() -> None:
    text = Text(own=Version(text="一个伙伴"))
    found = _resolver("fa").text(text, _owner("zh"), _PATH)
    assert (found.text, found.language, found.state) == ("一个伙伴", "zh", "missing")
    assert (found.is_fallback, found.direction) == (True, "ltr")


def test_without_words_in_the_records_language_the_first_version_is_the_original() -> None:
    text = Text(versions={"zh": Version(text="甲"), "es": Version(text="B")})
    found = _resolver("fa").text(text, _owner("en"), _PATH)
    assert (found.text, found.language) == ("甲", "zh")
    assert _resolver("zh").text(text, _owner("en"), _PATH).state == "original"


def test_fallback_text_has_the_direction_of_its_language() -> None:
    text = Text(own=Version(text="شريك"))
    assert _resolver("en").text(text, _owner("ar"), _PATH).direction == "rtl"


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ar", "rtl"),
        ("fa", "rtl"),
        ("ur", "rtl"),
        ("he", "rtl"),
        ("zh", "ltr"),
        ("az", "ltr"),
        ("az-Arab", "rtl"),
        ("ug-Cyrl", "ltr"),
        ("ku-Latn", "ltr"),
        ("ar-EG", "rtl"),
        ("ar-Latn", "ltr"),
        ("pa-Arab-PK", "rtl"),
    ],
)
def test_the_script_decides_the_direction(tag: str, direction: str) -> None:
    assert direction_of(tag) == direction


def test_a_quote_is_translated_from_the_language_it_was_said_in() -> None:
    body = _entry("We shall explore.", source="将探讨。", path="history.0.quote")
    owner, path = _owner("en"), ("history", 0, "quote")
    found = _resolver("en", en=body).quote_translation("将探讨。", "zh", owner, path)
    assert found is not None
    assert (found.text, found.language, found.state) == ("We shall explore.", "en", "machine")


def test_a_quote_in_the_readers_language_or_without_translation_needs_none() -> None:
    owner, path = _owner("en"), ("history", 0, "quote")
    assert _resolver("zh").quote_translation("将探讨。", "zh", owner, path) is None
    assert _resolver("fr").quote_translation("将探讨。", "zh", owner, path) is None


def test_a_quote_may_be_translated_into_a_fallback_language_and_says_so() -> None:
    body = _entry("Se explorará.", source="将探讨。", path="history.0.quote")
    found = _resolver("fr", es=body).quote_translation(
        "将探讨。", "zh", _owner("en"), ("history", 0, "quote")
    )
    assert found is not None
    assert (found.language, found.state, found.is_fallback) == ("es", "missing", True)


def test_there_is_a_resolver_for_each_language_of_the_site() -> None:
    tags = ("zh", "en", "ar")
    languages = Languages(languages=tuple(SiteLanguage(tag=tag, name=tag) for tag in tags))
    found = resolvers(languages, Catalogs(MappingProxyType({})))
    assert [(tag, each.language.tag) for tag, each in found.items()] == [(t, t) for t in tags]
