"""Whatever a record says, its words stay words on every page."""

from __future__ import annotations

import dataclasses
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel

from generator.engine.mkdocs_engine import MkDocsEngine
from generator.model.kinds import KINDS
from generator.model.text import Text, Version
from generator.pipeline import Checked, prepare
from tests.hostile import PAYLOADS
from tests.miniature import PROJECT, SETTINGS, checked, copy_of_mini

if TYPE_CHECKING:
    from generator.records.repository import Repository

_ALLOWED_SCRIPTS = {"early.js", "search.js", "site.js", "library.js", "search-page.js"}


def poisoned(value: Any, payload: str) -> Any:
    """Return a record with the payload in place of every text and quote."""
    if isinstance(value, Text):
        return Text(form=value.form, own=Version(text=payload))
    if isinstance(value, BaseModel):
        changes = {
            name: payload
            if name in {"quote", "acronym", "edition"} and getattr(value, name)
            else poisoned(getattr(value, name), payload)
            for name in type(value).model_fields
        }
        return value.model_copy(update=changes)
    if isinstance(value, tuple):
        return tuple(poisoned(item, payload) for item in value)
    return value


def poisoned_repository(repository: Repository, payload: str) -> Repository:
    kinds = {
        kind: MappingProxyType(
            {id_: poisoned(record, payload) for id_, record in repository.records(kind).items()}
        )
        for kind in KINDS
    }
    return dataclasses.replace(
        repository, framework=poisoned(repository.framework, payload), **kinds
    )


class Danger(HTMLParser):
    """Collects whatever could run or fetch something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script" and Path(given.get("src") or "").name not in _ALLOWED_SCRIPTS:
            self.found.append(f"script {given}")
        if tag in {"iframe", "object", "embed", "base", "form"} and given.get("role") != "search":
            if given.get("class") != "filters":
                self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.found.append(f"{tag} {name}")
            if (value or "").strip().lower().startswith(("javascript:", "data:", "vbscript:")):
                self.found.append(f"{tag} {name}={value}")
        if tag == "img" and not (given.get("src") or "").endswith("assets/mark.svg"):
            self.found.append(f"img {given}")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_text_adds_nothing_that_runs(tmp_path: Path, payload: str) -> None:
    workspace = copy_of_mini(tmp_path)
    good = checked(workspace)
    assert good.repository is not None
    bad = Checked(poisoned_repository(good.repository, payload), good.catalogs, ())
    made = prepare(workspace, bad, SETTINGS, languages=["en"])[0]
    html = MkDocsEngine(PROJECT / "mkdocs.yml").render(made.markdown, made.surroundings)
    assert len(html) == len(made.pages)
    for name, page in html.items():
        danger = Danger()
        danger.feed(page.decode("utf-8"))
        assert danger.found == [], name
