"""Published scripts and styles do what their sources say, in fewer bytes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from generator.publish.assets import lean_script, write_assets
from setup.node import NODE

_PROJECT = Path(__file__).parents[3]
_OVERRIDES = _PROJECT / "overrides"
_SCRIPTS = sorted([*_OVERRIDES.glob("*.js"), *(_OVERRIDES / "assets").glob("*.js")])
_TREES = """
const { parse } = require(process.argv[1]);
const texts = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const bare = (key, value) => key === "start" || key === "end" ? undefined
  : value instanceof RegExp ? String(value) : value;
const tree = text => JSON.stringify(parse(text, { ecmaVersion: "latest" }), bare);
process.stdout.write(JSON.stringify(texts.map(tree)));
"""


def _trees(*scripts: str) -> list[str]:
    """Return what a parser of JavaScript makes of each, without places in the text."""
    parser = _PROJECT / "node_modules" / "acorn"
    command = [str(NODE), "-e", _TREES, str(parser)]
    done = subprocess.run(
        command, input=json.dumps(scripts), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    trees: list[str] = json.loads(done.stdout)
    return trees


@pytest.mark.parametrize("script", _SCRIPTS, ids=lambda script: script.name)
def test_published_script_means_the_same(script: Path) -> None:
    source = script.read_text(encoding="utf-8")
    lean = lean_script(source)
    before, after = _trees(source, lean)
    assert before == after
    assert len(lean) < len(source)
    assert "/**" not in lean


def test_licences_stay() -> None:
    assert "/*! MIT, somebody */" in lean_script("/*! MIT, somebody */\n// gone\nlet a = 1;\n")


def test_other_files_stay_as_they_are(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    (source / "deep").mkdir(parents=True)
    (source / "deep" / "a.css").write_text("p  {  color : red ; }  /* why */\n", encoding="utf-8")
    (source / "mark.svg").write_text("<svg>  <!-- kept -->  </svg>\n", encoding="utf-8")
    write_assets(source, target)
    assert (target / "deep" / "a.css").read_text(encoding="utf-8") == "p{color:red}"
    assert (target / "mark.svg").read_bytes() == (source / "mark.svg").read_bytes()
