"""Which projects owe news: what editors chase, as text, JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import click

from generator.checks.lifecycle import silent_projects
from generator.cli.session import checked_content, stop_with, today, told, voice
from generator.exchange.csv_files import neutral
from generator.reports.visible import visible

if TYPE_CHECKING:
    from generator.checks.lifecycle import Silence
    from generator.records.repository import Repository
    from generator.workspace import Workspace

FORMATS = ("text", "json", "csv")


@dataclass(frozen=True, slots=True)
class Chased:
    """A project that owes news, and whom to ask."""

    file: str
    title: str
    """As it was written."""
    status: str
    last_news: str
    """ISO 8601, with the precision that the source has."""
    months: int
    """Whole months of silence."""
    leads: tuple[str, ...]
    """Names of those who lead it, as they were written."""
    links: tuple[str, ...]
    """Where the leads can be found."""


def print_silent_projects(workspace: Workspace, months: int, form: str) -> None:
    """Print the open and active projects without news for so many months, the silent first."""
    checked = checked_content(workspace)
    if checked.repository is None:
        stop_with(checked.issues)
    silent = silent_projects(checked.repository, today(), months=months)
    chased = tuple(_chased(checked.repository, item) for item in silent)
    written = {"text": _text, "json": _json, "csv": _csv}[form](chased)
    click.echo(written, nl=False)


def _chased(repository: Repository, silence: Silence) -> Chased:
    project = silence.project
    parties = [
        repository.participants.get(lead) or repository.organizations.get(lead)
        for lead in project.lead
    ]
    known = [party for party in parties if party is not None]
    addresses = [link.address for link in project.links]
    addresses += [address for party in known if (address := getattr(party, "address", None))]
    return Chased(
        file=repository.places.file("projects", project.id),
        title=project.title.origin(project.language)[1].text,
        status=project.status,
        last_news=str(project.history[-1].on),
        months=silence.months,
        leads=tuple(party.name.origin(party.language)[1].text for party in known),
        links=tuple(dict.fromkeys(addresses)),
    )


def _text(chased: tuple[Chased, ...]) -> str:
    if not chased:
        return f"{told('No open or active project owes news.')}\n"
    lines = []
    for item in chased:
        silence = voice().counted("{count} month", "{count} months", item.months)
        lines.append(f"{item.file}: {visible(item.title)}")
        lines.append(
            "    "
            + told(
                "{status}, last news {date}, {silence} ago; lead: {leads}",
                status=item.status,
                date=item.last_news,
                silence=silence,
                leads=visible(", ".join(item.leads)),
            )
        )
        lines += [f"    {link}" for link in item.links]
    return "\n".join(lines) + "\n"


def _json(chased: tuple[Chased, ...]) -> str:
    return json.dumps([asdict(item) for item in chased], ensure_ascii=False, indent=2) + "\n"


def _csv(chased: tuple[Chased, ...]) -> str:
    """Return one row for each project; what looks like a formula is made harmless."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(Chased.__dataclass_fields__)
    for item in chased:
        values = (
            "; ".join(value) if isinstance(value, tuple) else str(value)
            for value in asdict(item).values()
        )
        writer.writerow([neutral(value) for value in values])
    return output.getvalue()
