"""What the fields of the form are called and what is said to help with them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generator.languages.interface import noted

if TYPE_CHECKING:
    from collections.abc import Mapping


class FieldWords(NamedTuple):
    """The label of a field, and one or two sentences below it."""

    label: str
    help: str = ""


class ListWords(NamedTuple):
    """What an entry of a list is called, and the words on its buttons."""

    item: str
    """Heading of an entry, with ``{number}``."""
    add: str
    remove: str
    """Words of the button that removes an entry, with ``{number}``."""


_DAY = noted("For example 2026-03-27; or 2026-03 or 2026 where the source says no more.")
_SOURCE = noted(
    "The publication that says so. If it is not in this list, describe it under “Sources” above."
)

PROJECT_FIELDS: Mapping[str, FieldWords] = MappingProxyType(
    {
        "language": FieldWords(
            noted("Language you write in"), noted("Translators do the rest; write in any of them.")
        ),
        "kind": FieldWords(
            noted("Kind"),
            noted(
                "A measure is an announced step. A project is work with a purpose, an end and a "
                "lead."
            ),
        ),
        "title": FieldWords(noted("Title"), noted("What it is called, in one line.")),
        "summary": FieldWords(
            noted("Summary"),
            noted("One or two plain sentences: what is done, by whom and for whom."),
        ),
        "description": FieldWords(
            noted("Description"),
            noted(
                "For what the summary does not say. A line with - starts a list item, **words** "
                "are bold, [words](https://address) is a link."
            ),
        ),
        "pillars": FieldWords(noted("Pillars"), noted("Which pillars does it serve?")),
        "parts": FieldWords(
            noted("Other parts of the framework"),
            noted("Only where it serves one of these beyond the pillars."),
        ),
        "track": FieldWords(noted("Track"), noted("The way in which it is put into practice.")),
        "lead": FieldWords(noted("Lead"), noted("Who leads it.")),
        "partners": FieldWords(
            noted("Partners"), noted("Who else works on it, as far as a source says so.")
        ),
        "open_to_join": FieldWords(noted("Others can still join")),
        "seeks": FieldWords(
            noted("What it looks for"),
            noted("One thing in each line, such as test sites, experts or funding."),
        ),
        "offers": FieldWords(
            noted("What it offers"), noted("One thing in each line, such as training or software.")
        ),
        "joined": FieldWords(
            noted("Who has joined"), noted("Participants that chose to take part, with the proof.")
        ),
        "joined.by": FieldWords(noted("Participant or organisation")),
        "joined.on": FieldWords(noted("Day on which it joined"), _DAY),
        "joined.source": FieldWords(noted("Source"), _SOURCE),
        "history": FieldWords(
            noted("Steps"),
            noted(
                "From the oldest to the newest. Each step is proved by the words of a source; the "
                "last one gives the present status."
            ),
        ),
        "history.status": FieldWords(noted("Status")),
        "history.on": FieldWords(noted("Date of the step"), _DAY),
        "history.source": FieldWords(noted("Source"), _SOURCE),
        "history.quote": FieldWords(
            noted("Words of the source"),
            noted("Copy them exactly, in the language of the source."),
        ),
        "history.language": FieldWords(
            noted("Language of these words"), noted("Only if it is not the language of the source.")
        ),
        "history.modality": FieldWords(
            noted("How firmly it was said"), noted("For announcements.")
        ),
        "history.note": FieldWords(
            noted("Note"), noted("What readers must know to understand it.")
        ),
        "sdgs": FieldWords(
            noted("Sustainable Development Goals"), noted("Only goals that it really works for.")
        ),
        "period": FieldWords(noted("Period")),
        "period.start": FieldWords(noted("Start"), _DAY),
        "period.end": FieldWords(noted("End"), _DAY),
        "funding": FieldWords(noted("Funding"), noted("Only an amount that a source gives.")),
        "funding.amount": FieldWords(
            noted("Amount"), noted("Digits, with a point before decimals: 1200000 or 26.10.")
        ),
        "funding.currency": FieldWords(
            noted("Currency"), noted("Its code of three capital letters, such as USD.")
        ),
        "funding.as_of": FieldWords(noted("As of"), _DAY),
        "funding.source": FieldWords(noted("Source"), _SOURCE),
        "links": FieldWords(noted("Links"), noted("Pages elsewhere that readers may want.")),
        "links.label": FieldWords(noted("What the page is called")),
        "links.address": FieldWords(
            noted("Web address"), noted("The whole address, starting with https://.")
        ),
    }
)
"""Every field of a project but its status, which is that of the last step."""

SOURCE_FIELDS: Mapping[str, FieldWords] = MappingProxyType(
    {
        "address": FieldWords(
            noted("Web address"), noted("The whole address, starting with https://.")
        ),
        "title": FieldWords(noted("Title"), noted("As it stands on the page.")),
        "publisher": FieldWords(noted("Publisher"), noted("Who published it.")),
        "published": FieldWords(noted("Date of publication"), _DAY),
        "language": FieldWords(noted("Language of the publication")),
        "grade": FieldWords(noted("What you have seen")),
        "official": FieldWords(noted("A public authority published it")),
        "supports": FieldWords(noted("What it proves"), noted("One sentence.")),
        "caution": FieldWords(
            noted("What must be known before relying on it"), noted("Mostly empty.")
        ),
        "retrieved": FieldWords(noted("Day on which you read it"), _DAY),
        "archived_copy": FieldWords(
            noted("Archived copy"), noted("Its address in a web archive, if there is one.")
        ),
    }
)
"""Every field of a source."""

ID_WORDS = FieldWords(
    noted("Short name for the address"),
    noted(
        "Lower-case letters a to z, digits and hyphens, such as solar-street-lights. It never "
        "changes. For a title without Latin letters, choose some English words."
    ),
)
SOURCES_WORDS = FieldWords(
    noted("New sources"),
    noted("Add only publications that are not yet in the list of sources of this site."),
)
PROJECT_CHOICE = FieldWords(noted("Project"), noted("Projects that are open to join."))

LISTS: Mapping[str, ListWords] = MappingProxyType(
    {
        "lead": ListWords("{number}", noted("Add another lead"), noted("Remove lead {number}")),
        "partners": ListWords("{number}", noted("Add a partner"), noted("Remove partner {number}")),
        "seeks": ListWords(
            "{number}", noted("Add something it looks for"), noted("Remove line {number}")
        ),
        "offers": ListWords(
            "{number}", noted("Add something it offers"), noted("Remove line {number}")
        ),
        "joined": ListWords(
            noted("Participant {number}"),
            noted("Add a participant"),
            noted("Remove participant {number}"),
        ),
        "history": ListWords(
            noted("Step {number}"), noted("Add another step"), noted("Remove step {number}")
        ),
        "links": ListWords(
            noted("Link {number}"), noted("Add a link"), noted("Remove link {number}")
        ),
        "sources": ListWords(
            noted("Source {number}"), noted("Add a source"), noted("Remove source {number}")
        ),
    }
)
"""The lists of the form."""
