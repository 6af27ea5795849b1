"""Pages of events, instruments and sources: what happened, what helps, what statements rest on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from generator.model.kinds import KINDS
from generator.pages.components import Fact, Heading, Link
from generator.pages.evidence import Evidences
from generator.pages.order import ordered
from generator.pages.parties import legend_link
from generator.pages.records import RecordPage, record_pages
from generator.pages.rows import party_link, pillar_words, record_link
from generator.pages.vocabulary import (
    ACCESS,
    CERTAINTY,
    EVENT_KINDS,
    GRADES,
    INSTRUMENT_KINDS,
    SECTIONS,
)

if TYPE_CHECKING:
    from generator.model.guidance import Instrument
    from generator.model.kinds import Record
    from generator.model.library import Event
    from generator.model.parties import Source
    from generator.pages.components import Quotation, RecordFooter, StatementView, Words
    from generator.pages.edition import Edition
    from generator.pages.page import Page


@dataclass(frozen=True, slots=True)
class EventBody:
    """What the page of an event shows."""

    facts: tuple[Fact, ...]
    outcomes: tuple[StatementView, ...]
    evidence: tuple[Quotation, ...]
    links: tuple[Link, ...]
    legend: Link
    footer: RecordFooter


@dataclass(frozen=True, slots=True)
class PillarUse:
    """Why an instrument matters for a pillar."""

    pillar: Link
    why: Words | None


@dataclass(frozen=True, slots=True)
class InstrumentBody:
    """What the page of an instrument shows."""

    facts: tuple[Fact, ...]
    address: Link
    use: Words
    to_check: tuple[Words, ...]
    pillars: tuple[PillarUse, ...]
    footer: RecordFooter


@dataclass(frozen=True, slots=True)
class SourceBody:
    """What the page of a source shows."""

    facts: tuple[Fact, ...]
    address: Link
    caution: Words | None
    records: tuple[Fact, ...]
    """The records that rest on it, by kind."""
    legend: Link
    footer: RecordFooter


def event_pages(edition: Edition) -> tuple[Page, ...]:
    """Build the page of every event."""
    return record_pages(edition, "events", _event)


def instrument_pages(edition: Edition) -> tuple[Page, ...]:
    """Build the page of every instrument."""
    return record_pages(edition, "instruments", _instrument)


def source_pages(edition: Edition) -> tuple[Page, ...]:
    """Build the page of every source."""
    return record_pages(edition, "sources", _source)


def _event(edition: Edition, record: Record, page: str, footer: RecordFooter) -> RecordPage:
    event = cast("Event", record)
    words = edition.words
    evidences = Evidences(edition, "events", event, page)
    body = EventBody(
        facts=_event_facts(edition, event, page),
        outcomes=evidences.statements(event.outcomes, "outcomes"),
        evidence=evidences.quotations(event.evidence, "evidence"),
        links=tuple(
            Link(edition.text("events", event, link.label, "links", index, "label"), link.address)
            for index, link in enumerate(event.links)
        ),
        legend=legend_link(edition, page),
        footer=footer,
    )
    shown = (
        (body.outcomes, Heading("outcomes", words("Outcomes"))),
        (body.evidence, Heading("evidence", words("Evidence"))),
        (body.links, Heading("links", words("Links"))),
    )
    lede = edition.text("events", event, event.summary, "summary")
    return RecordPage(
        "event", body, lede, tuple(heading for is_shown, heading in shown if is_shown)
    )


def _event_facts(edition: Edition, event: Event, page: str) -> tuple[Fact, ...]:
    words, formats = edition.words, edition.formats
    date = formats.date(event.start)
    if event.end is not None:
        date = words("{start} to {end}", start=date, end=formats.date(event.end))
    tracks = edition.named("tracks", (event.track,) if event.track else ())
    series = (edition.text("events", event, event.series, "series"),) if event.series else ()
    facts = [
        Fact(words("Kind"), (words(EVENT_KINDS[event.kind]),)),
        Fact(words("Date"), (date,)),
        Fact(words("Place"), (edition.text("events", event, event.place, "place"),)),
        Fact(words("Series"), series),
        Fact(
            words("Organisers"),
            tuple(party_link(edition, party, page) for party in event.organizers),
        ),
        Fact(
            words("Track"),
            tuple(record_link(edition, "tracks", track, page) for track, _ in tracks),
        ),
        Fact(words("Pillars"), pillar_words(edition, event)),
    ]
    return tuple(fact for fact in facts if fact.values)


def _instrument(edition: Edition, record: Record, page: str, footer: RecordFooter) -> RecordPage:
    instrument = cast("Instrument", record)
    words = edition.words
    body = InstrumentBody(
        facts=_instrument_facts(edition, instrument),
        address=Link(instrument.address, instrument.address),
        use=edition.text("instruments", instrument, instrument.use, "use"),
        to_check=tuple(
            edition.text("instruments", instrument, text, "to_check", index)
            for index, text in enumerate(instrument.to_check)
        ),
        pillars=_uses(edition, instrument, page),
        footer=footer,
    )
    shown = (
        (True, Heading("use", words("What it is good for"))),
        (True, Heading("pillars", words("Where it helps"))),
        (body.to_check, Heading("to-check", words("To check before relying on it"))),
    )
    lede = edition.text("instruments", instrument, instrument.summary, "summary")
    return RecordPage(
        "instrument", body, lede, tuple(heading for is_shown, heading in shown if is_shown)
    )


def _instrument_facts(edition: Edition, instrument: Instrument) -> tuple[Fact, ...]:
    words, formats = edition.words, edition.formats
    dates = {
        words("Adopted"): instrument.adopted,
        words("In force since"): instrument.in_force,
        words("Running since"): instrument.since,
    }
    facts = [
        Fact(words("Kind"), (words(INSTRUMENT_KINDS[instrument.kind]),)),
        Fact(words("Body"), (edition.text("instruments", instrument, instrument.body, "body"),)),
        *(Fact(term, (formats.date(day),)) for term, day in dates.items() if day is not None),
        Fact(words("Edition"), (instrument.edition,) if instrument.edition else ()),
        Fact(words("Access"), (words(ACCESS[instrument.access]),)),
        Fact(words("Certainty"), (words(CERTAINTY[instrument.certainty]),)),
        Fact(words("Status looked at"), (formats.date(instrument.status_checked_on),)),
        Fact(
            words("Relation"), (words("Our selection; not named by the framework as far as found"),)
        ),
    ]
    return tuple(fact for fact in facts if fact.values)


def _uses(edition: Edition, instrument: Instrument, page: str) -> tuple[PillarUse, ...]:
    pillars = [
        item for item in edition.repository.pillars.values() if item.id in instrument.pillars
    ]
    return tuple(
        PillarUse(
            record_link(edition, "pillars", pillar, page),
            next(
                (
                    edition.text("pillars", pillar, reference.why, "instruments", index, "why")
                    for index, reference in enumerate(pillar.instruments)
                    if reference.instrument == instrument.id
                ),
                None,
            ),
        )
        for pillar in sorted(pillars, key=lambda item: item.number)
    )


def _source(edition: Edition, record: Record, page: str, footer: RecordFooter) -> RecordPage:
    source = cast("Source", record)
    words = edition.words
    resting: dict[str, list[Link]] = {}
    cited = edition.relations.citing.get(source.id, frozenset())
    for kind in KINDS:
        for other in ordered(edition, kind):
            if (kind, other.id) in cited:
                label = words(SECTIONS[kind])
                resting.setdefault(label, []).append(record_link(edition, kind, other, page))
    body = SourceBody(
        facts=_source_facts(edition, source),
        address=Link(source.address, source.address),
        caution=edition.text("sources", source, source.caution, "caution")
        if source.caution
        else None,
        records=tuple(Fact(label, tuple(links)) for label, links in resting.items()),
        legend=legend_link(edition, page),
        footer=footer,
    )
    toc = (Heading("records", words("What rests on it")),)
    lede = edition.text("sources", source, source.supports, "supports")
    return RecordPage("source", body, lede, toc)


def _source_facts(edition: Edition, source: Source) -> tuple[Fact, ...]:
    words, formats = edition.words, edition.formats
    grade = words("{grade}: {meaning}", grade=source.grade, meaning=words(GRADES[source.grade]))
    archived = (Link(words("Archived copy"), source.archived_copy),) if source.archived_copy else ()
    facts = [
        Fact(words("Publisher"), (edition.text("sources", source, source.publisher, "publisher"),)),
        Fact(words("Published"), (formats.date(source.published),) if source.published else ()),
        Fact(words("Language"), (formats.language_name(source.language),)),
        Fact(words("Grade"), (grade,)),
        Fact(words("Public authority"), (words("Yes") if source.official else words("No"),)),
        Fact(words("Retrieved"), (formats.date(source.retrieved),)),
        Fact(words("Archived copy"), archived),
    ]
    return tuple(fact for fact in facts if fact.values)
