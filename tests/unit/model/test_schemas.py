"""The JSON Schemas that editors use say what the model says, and nothing against right records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.model.kinds import KINDS
from generator.model.schemas import json_schemas
from generator.records.interpreting import interpret
from generator.records.reading import read_text
from tests.schemas import faults, schema_faults

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.kinds import Kind

_PROJECT = Path(__file__).parents[3]
_FOLDER = _PROJECT / "schemas"
_RECORDS = _PROJECT / "tests" / "records"
_SITES = (_PROJECT / "content", _PROJECT / "tests" / "sites" / "mini" / "content")
_OF_FIELDS = {
    "field-id",
    "field-missing",
    "field-name",
    "field-repeated",
    "field-unknown",
    "record-form",
    "value-unknown",
}
"""Rules that a schema can know as well as the generator: an editor must not be silent on them."""


def _wrong() -> Mapping[Path, tuple[str, set[str]]]:
    """Return the wrong records with their kind and the rules that they break."""
    found = {}
    for expected in sorted((_RECORDS / "invalid").glob("*.expected")):
        kind, *places = expected.read_text(encoding="utf-8").splitlines()
        found[expected.with_suffix(".yaml")] = (kind, {place.split()[1] for place in places})
    return found


_WRONG = _wrong()

kinds = pytest.mark.parametrize("kind", KINDS)


@pytest.mark.parametrize("name", sorted(json_schemas()))
def test_committed_schema_is_that_of_the_model(name: str) -> None:
    committed = (_FOLDER / name).read_text(encoding="utf-8")
    assert committed == json_schemas()[name], "renew the schemas with: framework schemas"


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in _FOLDER.glob("*.json")} == set(json_schemas())


def test_schemas_explain_fields_and_refuse_unknown_ones() -> None:
    schema = json.loads(json_schemas()["projects.schema.json"])["else"]
    assert schema["additionalProperties"] is False
    assert "id" not in schema["properties"]
    assert "participants" in schema["properties"]["lead"]["description"].lower()
    assert schema["properties"]["status"]["enum"][0] == "proposed"


def test_schemas_are_schemas_of_the_dialect_that_they_name() -> None:
    schemas = sorted(_FOLDER.glob("*.json"))
    dialects = {json.loads(path.read_text(encoding="utf-8"))["$schema"] for path in schemas}
    assert dialects == {"https://json-schema.org/draft/2020-12/schema"}
    assert schema_faults(*schemas) == {}


@kinds
def test_editors_have_nothing_against_right_records(kind: Kind) -> None:
    right = [
        *(_RECORDS / "valid").glob(f"{kind}--*.yaml"),
        *(path for site in _SITES for path in (site / kind).glob("*.yaml")),
    ]
    assert right
    assert faults(_FOLDER / f"{kind}.schema.json", *right) == {}


@pytest.mark.parametrize("name", ["framework", "glossary", "languages"])
def test_editors_have_nothing_against_the_files_of_which_there_is_one(name: str) -> None:
    files = [path for site in _SITES if (path := site / f"{name}.yaml").is_file()]
    assert files
    assert faults(_FOLDER / f"{name}.schema.json", *files) == {}


@pytest.mark.parametrize("kind", sorted({*KINDS} & {kind for kind, _ in _WRONG.values()}))
def test_what_editors_refuse_is_refused_by_the_generator(kind: Kind) -> None:
    files = [path for path, (of, _) in _WRONG.items() if of == kind]
    refused = faults(_FOLDER / f"{kind}.schema.json", *files)
    assert refused
    assert [path for path in refused if not _is_refused(Path(path), kind)] == []
    overlooked = [path for path in files if str(path) not in refused]
    assert [path.stem for path in overlooked if _WRONG[path][1] & _OF_FIELDS] == []


def _is_refused(path: Path, kind: Kind) -> bool:
    text = read_text(path).text
    return text is None or bool(interpret(text, kind=kind, record_id="sample").findings)
