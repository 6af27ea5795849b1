"""The page on the architecture names the parts that there are."""

from __future__ import annotations

import re

from tests.unit.docs.reading import PROJECT, document, examples, section

_PART = re.compile(r"^  (\w+(?:\.py|/)) ", re.MULTILINE)
_STAGE = re.compile(r"`(?P<name>\w+)` in `(?P<path>generator/[\w/]+\.py)`")


def test_tree_has_every_part_of_the_generator() -> None:
    tree = examples(section(document("architecture"), "What is where"), "text")[1]
    package = PROJECT / "generator"
    modules = {path.name for path in package.glob("*.py") if path.name != "__init__.py"}
    packages = {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}
    assert set(_PART.findall(tree)) == modules | packages


def test_tree_has_every_part_of_the_project() -> None:
    tree = examples(section(document("architecture"), "What is where"), "text")[0]
    named = re.findall(r"^([\w.]+/?) ", tree, re.MULTILINE)
    assert [name for name in named if not (PROJECT / name).exists()] == []


def test_stages_are_functions_of_their_modules() -> None:
    stages = list(_STAGE.finditer(document("architecture")))
    assert stages
    for stage in stages:
        source = (PROJECT / stage["path"]).read_text(encoding="utf-8")
        assert f"def {stage['name']}(" in source, f"{stage[0]}: there is no such function"
