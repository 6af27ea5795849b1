"""Hold files to JSON Schemas, as the editors and programs do that read them; no connection."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

PUBLISHED = Path(__file__).parent / "published"
"""Schemas of formats that others have published; where they come from is said there."""


def faults(schema: Path, *files: Path) -> dict[str, list[str]]:
    """Return what a schema has against JSON and YAML files, by path; files that pass are absent."""
    return _said("--schemafile", str(schema), *map(str, files))


def schema_faults(*schemas: Path) -> dict[str, list[str]]:
    """Return what the metaschema of their dialect has against schemas, by path."""
    return _said("--check-metaschema", *map(str, schemas))


def _said(*arguments: str) -> dict[str, list[str]]:
    command = [sys.executable, "-m", "check_jsonschema", "--output-format", "json"]
    # Patterns in published schemas are not always those of ECMAScript.
    command += ["--no-cache", "--regex-variant", "python"]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    told = json.loads(done.stdout)
    found: dict[str, list[str]] = {}
    for fault in told.get("errors", ()):
        found.setdefault(fault["filename"], []).append(f"{fault['path']}: {fault['message']}")
    for fault in told.get("parse_errors", ()):
        found.setdefault(fault["filename"], []).append(fault["message"])
    assert (done.returncode == 0) == (not found), done.stdout + done.stderr
    return found
