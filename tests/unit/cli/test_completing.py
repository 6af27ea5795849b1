"""The Tab key completes what was begun, behind commas of every script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.cli.questions import completed
from generator.exchange.options import Option
from tests.miniature import checked
from tests.unit.cli.terminal import talk

if TYPE_CHECKING:
    from generator.workspace import Workspace

_PARTIES = (
    Option("XAA", "Alphaland"),
    Option("XAB", "ألفا"),
    Option("XBB", "贝塔（联邦）"),
    Option("XCC", "Gamma Islands"),
)


@pytest.mark.parametrize("comma", [",", ";", "،", "؛", "，", "；", "、"])
@pytest.mark.parametrize("space", ["", " "])
@pytest.mark.parametrize(
    ("begun", "name"), [("alph", "Alphaland"), ("ألف", "ألفا"), ("贝塔（", "贝塔（联邦）")]
)
def test_the_last_of_several_is_completed(comma: str, space: str, begun: str, name: str) -> None:
    before = f"Gamma Islands{comma}{space}"
    assert completed(before + begun, _PARTIES, is_list=True) == [before + name]


def test_an_answer_that_is_one_value_keeps_its_commas() -> None:
    titles = (Option("a", "Report, first part"), Option("b", "Report, second part"))
    assert completed("report, s", titles, is_list=False) == ["Report, second part"]


def test_codes_are_completed_without_taking_away_what_was_typed() -> None:
    assert completed("xc", _PARTIES, is_list=True) == ["Gamma Islands"]
    assert completed("XA", _PARTIES, is_list=True) == ["XAA", "XAB"]
    assert completed("zz", _PARTIES, is_list=True) == []
    assert len(completed("", _PARTIES, is_list=True)) == len(_PARTIES)


def test_tab_completes_behind_an_arabic_comma(mini: Workspace) -> None:
    party = mini.content / "participants" / "XAA.yaml"
    text = party.read_text(encoding="utf-8")
    names = "name: {en: Alphaland, ar: أرض النور}"
    party.write_text(text.replace("name: Alphaland", names), encoding="utf-8")
    catalog = mini.locales / "ar" / "findings.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text('msgid ""\nmsgstr "Language: ar\\n"\n', encoding="utf-8")
    done = talk(mini, ["--lang", "ar", "new", "project", "roofs"], {
        "Title": ["سقف"], "Summary": ["سقف."], "Kind": ["project"], "Pillars": ["all"],
        "Track": ["shared-library"],
        "Lead": ["XCC، أرض\t، Beta\t"], "Status": ["open"], "Date": ["2025"],
        "Source": ["first-report"], "Quote": ["نعم"],
    })  # fmt: skip
    assert done.code == 0, done.shown
    record = (mini.content / "projects" / "roofs.yaml").read_text(encoding="utf-8")
    assert "lead: [XCC, XAA, XBB]\n" in record
    assert [issue for issue in checked(mini).issues if issue.severity == "error"] == []
