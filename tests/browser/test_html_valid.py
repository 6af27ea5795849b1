"""The pages are valid HTML: nesting, ids, attributes, required children, ARIA."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from setup.node import NODE
from tests.browser.site_pages import one_of_each_kind

pytestmark = pytest.mark.browser

_PROJECT = Path(__file__).parents[2]
_VALIDATOR = _PROJECT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
_RULES = Path(__file__).with_name("html-validate.json")


def test_validator_finds_nothing(site: Path) -> None:
    findings = _findings(site, [page.path for page in one_of_each_kind(site)])
    assert findings == [], "\n".join(["the validator found:", *findings])


def test_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    wrong = (
        "<!DOCTYPE html><html lang=en><title>A</title><ul><p id=a>B</p></ul><p id=a>C</p></html>"
    )
    (tmp_path / "wrong.html").write_text(wrong, encoding="utf-8")
    found = "\n".join(_findings(tmp_path, ["wrong.html"]))
    assert "[element-permitted-content]" in found
    assert "[no-dup-id]" in found


def _findings(folder: Path, paths: list[str]) -> list[str]:
    command = [str(NODE), str(_VALIDATOR), "--config", str(_RULES), "--formatter", "json", *paths]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, check=False, encoding="utf-8", text=True
    )
    assert done.stdout.startswith("["), done.stderr
    return [
        f"{Path(result['filePath']).relative_to(folder.resolve())}:{found['line']}:"
        f"{found['column']}: {found['message']} [{found['ruleId']}]"
        for result in json.loads(done.stdout)
        for found in result["messages"]
    ]
