"""What the form and the preview know in a language: scripts, as pages from a disk need."""

from __future__ import annotations

import json
from itertools import product
from string import ascii_lowercase
from typing import TYPE_CHECKING

from generator.checks.lifecycle import NEXT_STEPS
from generator.checks.personal import ROLES as OFFICE_WORDS
from generator.forms.characters import character_names
from generator.forms.messages import CHARACTERS, FILES, Said
from generator.forms.model_messages import HINTS, RECORDS, VALUES
from generator.forms.schema import schema_data
from generator.forms.spoken import spoken_words
from generator.forms.syntax_messages import SYNTAX
from generator.model.kinds import KINDS
from generator.model.tags import is_language
from generator.pages.order import ordered
from generator.records.naming import OTHER_WORDS as SYNONYMS
from generator.records.walk import RESERVED, page_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.forms.hand_over import HandOver
    from generator.languages.resolve import ResolvedText
    from generator.model.library import Project
    from generator.model.parties import Source
    from generator.pages.edition import Edition
    from generator.reports.voice import Voice

_AT_ONCE = ("language", "direction", "locale", "languages", "words")
_NAMED = ("pillars", "tracks", "participants", "organizations")


def forms_scripts(edition: Edition, voice: Voice, hand_over: HandOver) -> dict[str, str]:
    """Return the scripts of one language by their paths in its folder.

    The words come with the page, all that checks take when its reader begins. The voice is the one
    that tells findings in the language.
    """
    data = form_data(edition, voice, hand_over)
    return {
        "forms/words.js": _script({name: data[name] for name in _AT_ONCE}),
        "forms/rules.js": _script({name: data[name] for name in data if name not in _AT_ONCE}),
    }


def _script(data: Mapping[str, object]) -> str:
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Line separators are ends of line in old JavaScript, and "</" would close an inline script.
    safe = written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
    return f"siteForms({safe});\n"


def form_data(edition: Edition, voice: Voice, hand_over: HandOver) -> Mapping[str, object]:
    """Return everything the page knows: rules and words, names of records, ways to hand over."""
    return {
        "language": edition.language.tag,
        "direction": edition.language.direction,
        "locale": edition.language.locale or edition.language.tag,
        "messages": _messages(voice),
        "schema": schema_data(voice),
        "synonyms": {name: list(others) for name, others in SYNONYMS.items()},
        "characters": character_names(),
        "reserved": sorted(RESERVED),
        "pages": {kind: sorted(page_names(kind)) for kind in ("projects", "sources")},
        "codes": _language_codes(),
        "next": {status: list(after) for status, after in NEXT_STEPS.items()},
        "offices": " ".join(sorted(OFFICE_WORDS)),
        "languages": [
            {"tag": each.tag, "name": each.name, "dir": each.direction}
            for each in edition.languages.languages
        ],
        "records": _records(edition),
        "moved": _moved(edition),
        "words": spoken_words(edition.words),
        "hand": {
            "forge": hand_over.forge,
            "new_file": hand_over.new_file,
            "takes_text": hand_over.takes_text,
            "takes_name": hand_over.takes_name,
            "edit": hand_over.edit,
            "mail": hand_over.mail,
            "hosts": list(hand_over.hosts),
        },
    }


def _messages(voice: Voice) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for table in (FILES, CHARACTERS, SYNTAX, VALUES, RECORDS):
        told |= {key: _told(said, voice) for key, said in table.items()}
    told |= {key: ["", "", voice.words(hint)] for key, hint in HINTS.items()}
    return told


def _told(said: Said, voice: Voice) -> list[str]:
    return [said.rule, voice.words(said.what), voice.words(said.hint) if said.hint else ""]


def _language_codes() -> str:
    """Return every code of two letters that is a language, divided by blanks."""
    return " ".join(a + b for a, b in product(ascii_lowercase, repeat=2) if is_language(a + b))


def _records(edition: Edition) -> dict[str, list[dict[str, object]]]:
    repository = edition.repository
    found: dict[str, list[dict[str, object]]] = {
        kind: [
            {"id": record.id, **_named(edition, edition.name(kind, record))}
            for record in ordered(edition, kind)
        ]
        for kind in KINDS
        if kind in _NAMED
    }
    framework = repository.framework
    found["parts"] = [
        {
            "id": part.id,
            **_named(
                edition, edition.text("framework", framework, part.title, "parts", index, "title")
            ),
        }
        for index, part in enumerate(framework.parts)
    ]
    found["sources"] = [_source(edition, each) for each in repository.sources.values()]
    found["projects"] = [_project(edition, each) for each in repository.projects.values()]
    return found


def _source(edition: Edition, source: Source) -> dict[str, object]:
    publisher = edition.text("sources", source, source.publisher, "publisher")
    return {
        "id": source.id,
        **_named(edition, edition.name("sources", source)),
        "publisher": _named(edition, publisher),
        "published": str(source.published) if source.published else "",
        "grade": source.grade,
        "language": source.language,
    }


def _project(edition: Edition, project: Project) -> dict[str, object]:
    return {
        "id": project.id,
        **_named(edition, edition.name("projects", project)),
        "open": int(project.open_to_join),
        "first": str(project.history[0].on),
        "joined": [entry.by for entry in project.joined],
        "parties": " ".join(sorted({*project.lead, *project.partners})),
        "days": _days(project),
    }


def _days(project: Project) -> list[str]:
    """Return the days of the history and the period that are known exactly, each once."""
    period = project.period
    dates = [step.on for step in project.history]
    dates += [day for day in (period.start, period.end) if day] if period else []
    return sorted({str(day) for day in dates if day.earliest == day.latest})


def _named(edition: Edition, name: ResolvedText) -> dict[str, object]:
    """Return a name; with its language where that is not the reader's."""
    if name.language == edition.language.tag:
        return {"title": name.text}
    return {"title": name.text, "lang": name.language, "dir": name.direction}


def _moved(edition: Edition) -> dict[str, dict[str, list[str]]]:
    moved = edition.repository.moved
    return {
        kind: {id_: list(record.moved) for id_, record in sorted(moved[kind].items())}
        for kind in KINDS
        if moved.get(kind)
    }
