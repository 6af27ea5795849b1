"""Interface words in the reader's language, counted the way the language counts."""

from __future__ import annotations

import pytest
from markupsafe import escape

from generator.languages.borrowed import bare
from generator.languages.catalogs import EMPTY, read_catalog
from generator.languages.interface import Interface, Vocabulary, noted


def _interface(language: str, body: str, *, plural_forms: str = "") -> Interface:
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    if plural_forms:
        header += f'"Plural-Forms: {plural_forms}\\n"\n'
    catalog, issues = read_catalog(
        (header + "\n" + body).encode(), name="site.po", language=language
    )
    assert issues == ()
    return Interface([Vocabulary(language, catalog)])


def _counted(*forms: str, notes: str = "") -> str:
    """Return the entry of a counted message with the given plural forms."""
    lines = [f'{notes}msgid "{{count}} project"', 'msgid_plural "{count} projects"']
    lines += [f'msgstr[{index}] "{form}"' for index, form in enumerate(forms)]
    return "\n".join(lines) + "\n"


ONE, OTHER = "{count} project", "{count} projects"


def test_words_are_those_of_the_catalog_with_the_values_put_in() -> None:
    words = _interface("zh", 'msgid "As of {date}"\nmsgstr "截至{date}"\n')
    assert words("As of {date}", date="2024年") == "截至2024年"


@pytest.mark.parametrize("notes", ["", "#, fuzzy\n"])
def test_unknown_and_outdated_words_stay_english(notes: str) -> None:
    words = _interface(
        "zh", f'{notes}msgid "Of {{date}}"\nmsgstr "截至{{date}}"\n' if notes else ""
    )
    assert words("Of {date}", date=2024) == "Of 2024"


def test_values_are_put_in_as_they_are() -> None:
    assert Interface([Vocabulary("en", EMPTY)])("Of {name}", name="{date} {0}") == "Of {date} {0}"
    assert (
        Interface([Vocabulary("en", EMPTY)])("{braces without values}") == "{braces without values}"
    )


@pytest.mark.parametrize(
    ("language", "forms", "expected"),
    [
        ("zh", ("其",), {0: "其", 1: "其", 2: "其", 1_000_000: "其"}),
        ("en", ("one", "other"), {0: "other", 1: "one", 2: "other", 21: "other"}),
        ("fr", ("un", "plus"), {0: "un", 1: "un", 2: "plus"}),
        (
            "ru",
            ("one", "few", "many"),
            {
                0: "many",
                1: "one",
                2: "few",
                5: "many",
                11: "many",
                12: "many",
                21: "one",
                22: "few",
            },
        ),
        (
            "ar",
            ("zero", "one", "two", "few", "other", "many"),
            {
                0: "zero",
                1: "one",
                2: "two",
                3: "few",
                10: "few",
                11: "many",
                99: "many",
                100: "other",
            },
        ),
        ("lv", ("one", "other", "zero"), {1: "one", 2: "other", 21: "one", 0: "zero"}),
        ("cs", ("one", "few", "other"), {1: "one", 3: "few", 5: "other", 0: "other"}),
    ],
)
def test_each_language_counts_in_its_own_way(
    language: str, forms: tuple[str, ...], expected: dict[int, str]
) -> None:
    words = _interface(language, _counted(*(f"{{count}} {form}" for form in forms)))
    for count, form in expected.items():
        assert words.plural(ONE, OTHER, count) == f"{count} {form}"


def test_the_catalogs_own_plural_rule_goes_before_the_customary_one() -> None:
    rule = "nplurals=2; plural=(n > 1 ? 0 : 1);"
    words = _interface("en", _counted("{count} many", "{count} few"), plural_forms=rule)
    assert [words.plural(ONE, OTHER, count) for count in (0, 1, 2)] == ["0 few", "1 few", "2 many"]


@pytest.mark.parametrize("notes", ["", "#, fuzzy\n"])
def test_uncounted_and_outdated_messages_are_counted_in_english(notes: str) -> None:
    words = _interface(
        "ru", _counted("{count} а", "{count} б", "{count} в", notes=notes) if notes else ""
    )
    assert words.plural(ONE, OTHER, 1) == "1 project"
    assert words.plural(ONE, OTHER, 5) == "5 projects"
    assert words.forms(ONE, OTHER) == (("one", ONE), ("other", OTHER))


def test_the_number_may_be_shown_in_another_way_than_it_counts() -> None:
    words = _interface("ru", _counted("{count} а", "{count} б", "{count} в"))
    assert words.plural(ONE, OTHER, 1002, shown="1 002") == "1 002 б"


@pytest.mark.parametrize(
    ("language", "forms", "expected"),
    [
        ("zh", ("其",), {"other": "其"}),
        ("en", ("1", "n"), {"one": "1", "other": "n"}),
        ("ru", ("1", "2", "5"), {"one": "1", "few": "2", "many": "5", "other": "5"}),
        ("fr", ("1", "n"), {"one": "1", "many": "n", "other": "n"}),
        ("cs", ("1", "2", "n"), {"one": "1", "few": "2", "many": "n", "other": "n"}),
        ("lv", ("1", "n", "0"), {"one": "1", "zero": "n", "other": "n"}),
        (
            "ar",
            ("0", "1", "2", "3", "100", "11"),
            {"zero": "0", "one": "1", "two": "2", "few": "3", "many": "11", "other": "100"},
        ),
        ("tet", ("1", "n"), {"other": "n"}),
    ],
)
def test_scripts_get_a_form_for_every_category_of_the_language(
    language: str, forms: tuple[str, ...], expected: dict[str, str]
) -> None:
    words = _interface(language, _counted(*(f"{form} {{count}}" for form in forms)))
    assert dict(words.forms(ONE, OTHER)) == {
        tag: f"{form} {{count}}" for tag, form in expected.items()
    }


def test_words_that_are_only_noted_are_not_changed() -> None:
    assert noted("Projects") == "Projects"


def test_words_of_another_language_say_so_in_html_and_not_in_attributes() -> None:
    french, _ = read_catalog(
        b'msgid ""\nmsgstr ""\n\nmsgid "Home & <more>"\nmsgstr "Accueil & <plus>"\n',
        name="site.po",
        language="fr",
    )
    words = Interface([Vocabulary("th", EMPTY), Vocabulary("fr", french), Vocabulary("en", EMPTY)])
    home = words("Home & <more>")
    assert escape(home) == '<span lang="fr" dir="ltr">Accueil &amp; &lt;plus&gt;</span>'
    assert escape(bare(home)) == "Accueil &amp; &lt;plus&gt;"
    assert escape(words("Search")) == '<span lang="en" dir="ltr">Search</span>'


def test_own_words_need_no_mark() -> None:
    assert escape(Interface([Vocabulary("en", EMPTY)])("Search")) == "Search"
