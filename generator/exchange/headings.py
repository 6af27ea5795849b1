"""What tables and columns are called: English, translated in the catalogs of the interface."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.languages.interface import noted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.exchange.layout import Column, Shape

_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "access": noted("Access"),
        "acronym": noted("Acronym"),
        "address": noted("Web address"),
        "adopted": noted("Adopted on"),
        "alpha_2": noted("Two-letter code"),
        "also_known_as": noted("Also known as"),
        "archived_copy": noted("Archived copy"),
        "body": noted("Issued or run by"),
        "by": noted("Who joined"),
        "caution": noted("Caution"),
        "certainty": noted("Certainty"),
        "country": noted("Country"),
        "description": noted("Description"),
        "edition": noted("Edition"),
        "end": noted("End"),
        "field": noted("Field"),
        "funding.amount": noted("Amount of funding"),
        "funding.as_of": noted("Funding as of"),
        "funding.currency": noted("Currency of funding"),
        "funding.source": noted("Source of the amount"),
        "grade": noted("Grade"),
        "guidance.questions_for_firms": noted("Questions for firms"),
        "guidance.questions_for_ministries": noted("Questions for ministries"),
        "id": noted("Id"),
        "in_force": noted("In force since"),
        "instrument": noted("Instrument"),
        "item": noted("Text"),
        "kind": noted("Kind"),
        "label": noted("Label"),
        "language": noted("Language"),
        "languages": noted("Official languages"),
        "lead": noted("Lead"),
        "mapping": noted("How it was matched"),
        "modality": noted("How firmly"),
        "moved": noted("Moved to"),
        "name": noted("Name"),
        "note": noted("Note"),
        "number": noted("Number"),
        "offers": noted("Offers"),
        "official": noted("Official"),
        "official_text": noted("Official text"),
        "on": noted("Date"),
        "open_to_join": noted("Open to join"),
        "organizers": noted("Organisers"),
        "outcomes.number": noted("Number of the outcome"),
        "part": noted("Part"),
        "partners": noted("Partners"),
        "parts": noted("Parts"),
        "period.end": noted("End of the period"),
        "period.start": noted("Start of the period"),
        "pillars": noted("Pillars"),
        "place": noted("Place"),
        "published": noted("Published on"),
        "publisher": noted("Publisher"),
        "quote": noted("Quote"),
        "retrieved": noted("Seen on"),
        "reviewed_on": noted("Reviewed on"),
        "role": noted("Role"),
        "sdgs": noted("Goals"),
        "seeks": noted("Seeks"),
        "series": noted("Series"),
        "short_title": noted("Short title"),
        "since": noted("Since"),
        "source": noted("Source"),
        "start": noted("Start"),
        "statements.number": noted("Number of the statement"),
        "status": noted("Status"),
        "status_checked_on": noted("Status checked on"),
        "summary": noted("Summary"),
        "supports": noted("Used for"),
        "text": noted("Text"),
        "title": noted("Title"),
        "track": noted("Track"),
        "tracks": noted("Tracks"),
        "translation": noted("Translation"),
        "united_nations_member": noted("Member of the United Nations"),
        "use": noted("Good for"),
        "why": noted("Why it matters"),
        "words": noted("Words"),
        "working_languages": noted("Other languages"),
    }
)

_TABLES: Mapping[str, str] = MappingProxyType(
    {
        "events": noted("Events"),
        "instruments": noted("Instruments"),
        "organizations": noted("Organisations"),
        "participants": noted("Participants"),
        "pillars": noted("Pillars"),
        "projects": noted("Projects"),
        "sources": noted("Sources"),
        "tracks": noted("Tracks"),
    }
)
"""The tables of the records."""

_LISTS: Mapping[str, str] = MappingProxyType(
    {
        "evidence": noted("Evidence"),
        "guidance.asks": noted("What it asks"),
        "guidance.first_steps": noted("First steps"),
        "guidance.good_project": noted("Good projects"),
        "guidance.pitfalls": noted("Pitfalls"),
        "history": noted("History"),
        "instruments": noted("Instruments that help"),
        "joined": noted("Who joined"),
        "links": noted("Links"),
        "outcomes": noted("Outcomes"),
        "outcomes.evidence": noted("Evidence of outcomes"),
        "reported_directions": noted("Reported directions"),
        "statements": noted("Statements"),
        "statements.evidence": noted("Evidence of statements"),
        "texts": noted("Words by language"),
        "to_check": noted("To be checked"),
    }
)
"""The tables of lists and of words by language."""


def column_words(column: Column) -> str:
    """Return what a column is called in English."""
    return _COLUMNS.get(column.key) or _COLUMNS.get(column.field) or column.key


def table_words(shape: Shape) -> str:
    """Return what a table is called in English."""
    if shape.is_main:
        return _TABLES[shape.kind]
    rest = shape.key.removeprefix(f"{shape.kind}.")
    return _LISTS.get(rest, rest)
