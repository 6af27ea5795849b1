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


def test_validator_finds_nothing(site: Path, tmp_path: Path) -> None:
    paths = [page.path for page in one_of_each_kind(site)]
    findings = _findings(site, paths, tmp_path / "report.json")
    assert findings == [], "\n".join(["the validator found:", *findings])


def test_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    wrong = (
        "<!DOCTYPE html><html lang=en><title>A</title><ul><p id=a>B</p></ul><p id=a>C</p></html>"
    )
    (tmp_path / "wrong.html").write_text(wrong, encoding="utf-8")
    found = "\n".join(_findings(tmp_path, ["wrong.html"], tmp_path / "report.json"))
    assert "[element-permitted-content]" in found
    assert "[no-dup-id]" in found


def _findings(folder: Path, paths: list[str], report: Path) -> list[str]:
    """Validate the pages; a file takes the report, as the validator ends before a pipe has it."""
    command = [str(NODE), str(_VALIDATOR), "--config", str(_RULES), "--formatter", "json", *paths]
    with report.open("w", encoding="utf-8") as output:
        done = subprocess.run(
            command, cwd=folder, stdout=output, stderr=subprocess.PIPE, check=False, text=True
        )
    assert report.stat().st_size, done.stderr
    return [
        f"{Path(result['filePath']).relative_to(folder.resolve())}:{found['line']}:"
        f"{found['column']}: {found['message']} [{found['ruleId']}]"
        for result in json.loads(report.read_text(encoding="utf-8"))
        for found in result["messages"]
    ]
