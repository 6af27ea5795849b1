"""Read the whole content folder: every record, every place, every problem, in one run."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from generator.issues import Issue, Message, Place, message, sorted_issues
from generator.model.framework import Framework, Languages
from generator.model.glossary import Glossary
from generator.model.kinds import KINDS
from generator.model.moved import Moved
from generator.records.interpreting import interpret, readable_part
from generator.records.places import Places
from generator.records.reading import read_text
from generator.records.walk import NEEDED_FILES, RecordFile, Walk, printable, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.model.base import Model
    from generator.model.guidance import Instrument, Pillar
    from generator.model.kinds import Kind, Record
    from generator.model.library import Event, Project
    from generator.model.parties import Organization, Participant, Source, Track

Name = TypeVar("Name", str, tuple[str, str])
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Records:
    """All records of a content folder that can be used, each kind sorted by id."""

    framework: Framework | None
    languages: Languages | None
    pillars: Mapping[str, Pillar]
    participants: Mapping[str, Participant]
    organizations: Mapping[str, Organization]
    tracks: Mapping[str, Track]
    projects: Mapping[str, Project]
    events: Mapping[str, Event]
    instruments: Mapping[str, Instrument]
    sources: Mapping[str, Source]
    moved: Mapping[Kind, Mapping[str, Moved]]
    """Records that got another id, by kind and old id."""
    broken: frozenset[tuple[str, str]]
    """Kind and id of files without a usable record: what refers to them is not reported again."""
    readable: Mapping[tuple[str, str], Model]
    """What can be read of broken records, for checks that look at one value; see ``salvage``."""
    places: Places
    glossary: Glossary
    """Empty where there is none, or none that can be used."""

    def records(self, kind: Kind) -> Mapping[str, Record]:
        """Return the records of a kind by id."""
        return cast("Mapping[str, Record]", getattr(self, kind))

    def all_readable(self) -> Iterator[tuple[tuple[str, str], Model]]:
        """Yield the framework and all records with kind and id, and what is readable of others."""
        if self.framework is not None:
            yield ("framework", "framework"), self.framework
        for kind in KINDS:
            for record in self.records(kind).values():
                yield (kind, record.id), record
        yield from self.readable.items()

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages of the site, in their order; empty where they cannot be used."""
        return tuple(each.tag for each in self.languages.languages) if self.languages else ()


@dataclass(frozen=True, slots=True)
class Repository(Records):
    """Records that a site can be made of: framework and languages are among them."""

    framework: Framework
    languages: Languages


def read_repository(
    content: Path, *, relative_to: Path
) -> tuple[Repository | None, tuple[Issue, ...]]:
    """Read the content folder; the issues are complete whether or not there is a repository.

    There is none only where the framework or the languages of the site cannot be used. Paths in
    the issues are relative to the second folder.
    """
    records, issues = read_records(content, relative_to=relative_to)
    return (records if isinstance(records, Repository) else None), issues


def read_records(content: Path, *, relative_to: Path) -> tuple[Records | None, tuple[Issue, ...]]:
    """Read the content folder, whatever can be used of it; None where there is no folder.

    It is a repository where a site can be made of the records. Paths in the issues are relative to
    the second folder.
    """
    folder = printable(_shown_folder(content, relative_to))
    if not content.is_dir():
        place = Place(folder)
        return None, (
            _missing(
                place,
                message("the content folder is missing"),
                message("create it, with its records"),
            ),
        )
    walked = walk(content)
    gathered = _Gathered()
    for path, found in walked.findings:
        gathered.issues.append(found.issue(_shown(folder, path.relative_to(content))))
    for file in walked.files:
        _gather(file, gathered, _shown(folder, file.path.relative_to(content)))
    gathered.issues.extend(_missing_files(folder, walked))
    gathered.broken.update(walked.misnamed)
    return _records(gathered, folder), sorted_issues(gathered.issues)


@dataclass(slots=True)
class _Gathered:
    """What the files read so far hold."""

    records: dict[str, dict[str, Model]] = field(default_factory=dict)
    moved: dict[str, dict[str, Moved]] = field(default_factory=dict)
    written: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)
    readable: dict[tuple[str, str], Model] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)


def _gather(file: RecordFile, gathered: _Gathered, shown_path: str) -> None:
    """Read one file and add what it holds."""
    key = (file.kind, file.record_id)
    reading = read_text(file.path)
    findings = list(reading.findings)
    record: Model | None = None
    if reading.text is not None:
        gathered.written[key] = (shown_path, reading.text)
        record, found = interpret(reading.text, kind=file.kind, record_id=file.record_id)
        findings += found
    if record is None:
        gathered.broken.add(key)
        gathered.issues.extend(each.issue(shown_path) for each in findings)
        part = readable_part(reading.text, kind=key[0], record_id=key[1]) if reading.text else None
        if part is not None and key[0] in {"framework", *KINDS}:
            gathered.readable[key] = part
    elif isinstance(record, Moved):
        gathered.moved.setdefault(file.kind, {})[file.record_id] = record
    else:
        gathered.records.setdefault(file.kind, {})[file.record_id] = record


def _records(gathered: _Gathered, folder: str) -> Records:
    framework = gathered.records.get("framework", {}).get("framework")
    languages = gathered.records.get("languages", {}).get("languages")
    glossary = gathered.records.get("glossary", {}).get("glossary")
    kinds: dict[str, Any] = {kind: _sorted(gathered.records.get(kind, {})) for kind in KINDS}
    single = {("framework", "framework"), ("languages", "languages")}
    single -= {(kind, kind) for kind in gathered.records}
    rest: dict[str, Any] = kinds | {
        "moved": MappingProxyType({kind: _sorted(gathered.moved.get(kind, {})) for kind in KINDS}),
        "readable": _sorted(gathered.readable),
        "broken": frozenset(gathered.broken | single),
        "places": Places(folder, MappingProxyType(gathered.written)),
        "glossary": glossary if isinstance(glossary, Glossary) else Glossary(language="en"),
    }
    if isinstance(framework, Framework) and isinstance(languages, Languages):
        return Repository(framework=framework, languages=languages, **rest)
    return Records(
        framework=framework if isinstance(framework, Framework) else None,
        languages=languages if isinstance(languages, Languages) else None,
        **rest,
    )


def _sorted(values: dict[Name, Value]) -> Mapping[Name, Value]:
    return MappingProxyType(dict(sorted(values.items())))


def _shown(folder: str, inner: Path) -> str:
    return "/".join(part for part in (folder, printable(inner.as_posix())) if part not in {"", "."})


def _missing_files(folder: str, walked: Walk) -> list[Issue]:
    present = {file.path.name for file in walked.files} | {path.name for path, _ in walked.findings}
    return [
        _missing(
            Place(f"{folder}/{name}"),
            message("the file '{name}' is missing", name=name),
            message("create it; without it no page can be made"),
        )
        for name in NEEDED_FILES
        if name not in present
    ]


def _missing(place: Place, what: Message, hint: Message) -> Issue:
    return Issue(place, "file-missing", what, hint)


def _shown_folder(content: Path, relative_to: Path) -> str:
    """Return the content folder as issues show it: relative to the project, where it lies there."""
    if content.is_relative_to(relative_to):
        return content.relative_to(relative_to).as_posix()
    resolved, project = content.resolve(), relative_to.resolve()
    return (
        resolved.relative_to(project) if resolved.is_relative_to(project) else content
    ).as_posix()
