"""What the codes in records are called on the site: English, translated in the catalogs."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.languages.interface import noted

if TYPE_CHECKING:
    from collections.abc import Mapping

SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "pillars": noted("Pillars and guidance"),
        "projects": noted("Project library"),
        "participants": noted("Participants"),
        "tracks": noted("Implementation tracks"),
        "organizations": noted("Organisations"),
        "events": noted("Events"),
        "instruments": noted("Reference instruments"),
        "sources": noted("Sources"),
    }
)
"""Titles of the listings."""

RECORD_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "pillars": noted("Pillar"),
        "projects": noted("Project"),
        "participants": noted("Participant"),
        "tracks": noted("Track"),
        "organizations": noted("Organisation"),
        "events": noted("Event"),
        "instruments": noted("Instrument"),
        "sources": noted("Source"),
    }
)

PROJECT_KINDS = MappingProxyType({"measure": noted("Measure"), "project": noted("Project")})

PROJECT_STATUS = MappingProxyType(
    {
        "proposed": noted("Proposed"),
        "announced": noted("Announced"),
        "open": noted("Open"),
        "active": noted("Active"),
        "completed": noted("Completed"),
        "suspended": noted("Suspended"),
        "withdrawn": noted("Withdrawn"),
    }
)

MODALITY = MappingProxyType(
    {
        "plan": noted("planned"),
        "will": noted("will be done"),
        "explore": noted("to be explored"),
        "encourage": noted("encouraged"),
        "invite": noted("invited"),
        "willing": noted("willingness stated"),
    }
)

PARTICIPANT_STATUS = MappingProxyType(
    {
        "founding": noted("Founding participant"),
        "joined": noted("Joined later"),
        "approving": noted("Completing domestic approval"),
        "supporting": noted("Supporting"),
    }
)

PARTICIPANT_GROUPS = MappingProxyType(
    {
        "founding": noted("Founding participants"),
        "joined": noted("Participants that joined later"),
        "approving": noted("Participants completing domestic approval"),
        "supporting": noted("Supporters"),
    }
)

PARTICIPANT_KINDS = MappingProxyType(
    {
        "country": noted("Country"),
        "region": noted("Region"),
        "organization": noted("Organisation"),
    }
)

ORGANIZATION_KINDS = MappingProxyType(
    {
        "international": noted("International organisation"),
        "government": noted("Government body"),
        "local-government": noted("Local government"),
        "enterprise": noted("Enterprise"),
        "chamber": noted("Chamber or association"),
        "park": noted("Park"),
        "exhibition": noted("Exhibition"),
    }
)

ORGANIZATION_ROLES = MappingProxyType(
    {
        "lead": noted("Leads the work"),
        "supporting": noted("Supports the framework"),
        "platform": noted("Platform for exchange"),
        "member": noted("Member of the network"),
    }
)

EVENT_KINDS = MappingProxyType(
    {
        "release": noted("Release"),
        "meeting": noted("Meeting"),
        "exhibition": noted("Exhibition"),
        "forum": noted("Forum"),
        "training": noted("Training"),
    }
)

INSTRUMENT_KINDS = MappingProxyType(
    {
        "convention": noted("Convention"),
        "agreement": noted("Agreement"),
        "model-law": noted("Model law"),
        "declaration": noted("Declaration"),
        "resolution": noted("Resolution"),
        "recommendation": noted("Recommendation"),
        "guideline": noted("Guideline"),
        "standard": noted("Standard"),
        "rules": noted("Rules"),
        "programme": noted("Programme"),
        "partnership": noted("Partnership"),
        "database": noted("Database"),
        "report": noted("Report"),
        "system": noted("System"),
    }
)

ACCESS = MappingProxyType({"open": noted("Free to read"), "paid": noted("Sold by its publisher")})

CERTAINTY = MappingProxyType(
    {
        "seen": noted("Key facts seen in a source"),
        "general-knowledge": noted("From general knowledge, not checked against a source yet"),
    }
)

GRADES = MappingProxyType(
    {
        "A": noted("text of an official page was seen"),
        "B": noted("press report was seen"),
        "C": noted("second-hand; the official page was not seen"),
    }
)

MAPPINGS = MappingProxyType(
    {
        "stated": noted("The source ties these words to this pillar."),
        "clear": noted("We tie these words to this pillar; their meaning is clear."),
        "ambiguous": noted("We tie these words to this pillar; they could belong to another."),
    }
)

TEXT_STATES = MappingProxyType(
    {
        "original": noted("Original"),
        "official": noted("Official wording"),
        "attested": noted("Wording attested by a source"),
        "working": noted("Our working translation"),
        "reviewed": noted("Our translation, reviewed"),
        "machine": noted("Our translation, not reviewed yet"),
        "outdated": noted("Translation of an earlier text"),
        "missing": noted("Not translated yet"),
    }
)

COUNTED = MappingProxyType(
    {
        ("issued", "countries"): noted("countries issued it"),
        ("supports", "countries"): noted("countries support it"),
        ("participates", "countries"): noted("countries take part"),
        ("issued", "countries-and-regions"): noted("countries and regions issued it"),
        ("supports", "countries-and-regions"): noted("countries and regions support it"),
        ("participates", "countries-and-regions"): noted("countries and regions take part"),
        ("issued", "organizations"): noted("international organisations issued it"),
        ("supports", "organizations"): noted("international organisations support it"),
        ("participates", "organizations"): noted("international organisations take part"),
    }
)

RELATIONS = MappingProxyType(
    {
        "more-than": noted("more than {number}"),
        "at-least": noted("at least {number}"),
    }
)

LEDES: Mapping[str, str] = MappingProxyType(
    {
        "pillars": noted(
            "What each pillar asks in practice, what sources report of it, first steps, and the "
            "instruments that help."
        ),
        "projects": noted(
            "Measures and projects of the open project library. Participants choose which to join."
        ),
        "participants": noted(
            "Who issued the framework, joined it later or supports it, as far as public sources "
            "name them."
        ),
        "tracks": noted("The ways in which the framework is to be put into practice."),
        "organizations": noted("Bodies that lead, support or serve as platforms for the work."),
        "events": noted(
            "Releases, meetings, exhibitions, forums and trainings, each with its source."
        ),
        "instruments": noted(
            "Conventions, standards, tools and programmes that help with the pillars. The choice "
            "is ours; it is not part of the framework."
        ),
        "sources": noted("What the statements on this site rest on, with a grade for each source."),
    }
)
"""What each listing holds, in one or two sentences."""

CATALOGS: Mapping[str, str] = MappingProxyType(
    {"site": noted("Interface"), "framework": noted("The framework"), **SECTIONS}
)
"""What the catalogs of translators hold."""
