"""The checks of the page, run in Node.js as the browser runs them."""

from __future__ import annotations

import json
import subprocess
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from setup.node import NODE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ASSETS = Path(__file__).parents[3] / "overrides" / "assets"
_SCRIPTS = (
    "record-base.js",
    "record-text.js",
    "yaml-lines.js",
    "yaml-parser.js",
    "record-yaml.js",
    "record-model.js",
    "record-check.js",
    "record-view.js",
    "yaml-write.js",
)
_RUN = """
global.window = global;
const fs = require("fs");
const input = JSON.parse(fs.readFileSync(0, "utf8"));
input.scripts.forEach((script) => require(script));
siteForms(input.data);
const known = siteRecord.knownIds();
const results = input.records.map(([kind, written]) => {
  const read = siteRecord.readBytes(new Uint8Array(Buffer.from(written, "base64")));
  if (read.text === null) return { findings: read.findings.map(told), data: null };
  const checked = siteRecord.checkText(kind, read.text, { today: input.today, known });
  return {
    findings: checked.findings.map(told),
    data: checked.root ? siteRecord.dataOf(checked.root) : null,
  };
});
function told(found) {
  return { place: found.line + ":" + found.column, rule: found.rule, ...siteRecord.told(found) };
}
const named = input.names.map(([kind, name]) => siteRecord.nameFindings(kind, name).map(told));
const written = input.write.map(([kind, data]) => siteRecord.writeYaml(kind, data));
process.stdout.write(JSON.stringify({ results, written, named }));
"""


class PageFinding(NamedTuple):
    """What the page says of a record."""

    place: str
    rule: str
    what: str
    hint: str


class PageResult(NamedTuple):
    """What the page found in a record, and what it read."""

    findings: tuple[PageFinding, ...]
    data: object


class Answers(NamedTuple):
    """What the scripts made of their input, in its order."""

    results: tuple[PageResult, ...]
    written: tuple[str, ...]
    named: tuple[tuple[PageFinding, ...], ...] = ()


def ask_page(
    data: Mapping[str, object],
    records: Sequence[tuple[str, bytes]] = (),
    *,
    write: Sequence[tuple[str, object]] = (),
    names: Sequence[tuple[str, str]] = (),
    today: str = "2026-01-31",
) -> Answers:
    """Check records of a kind, write data as records, check names of files, as the page does."""
    question = {
        "scripts": [str(_ASSETS / name) for name in _SCRIPTS],
        "data": data,
        "today": today,
        "records": [[kind, b64encode(text).decode("ascii")] for kind, text in records],
        "write": list(write),
        "names": list(names),
    }
    done = subprocess.run(
        [str(NODE), "-e", _RUN],
        input=json.dumps(question),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    answer = json.loads(done.stdout)
    results = tuple(
        PageResult(tuple(PageFinding(**found) for found in each["findings"]), each["data"])
        for each in answer["results"]
    )
    named = tuple(tuple(PageFinding(**found) for found in each) for each in answer["named"])
    return Answers(results, tuple(answer["written"]), named)
