"""Quotations with their source, date and grade, ready to be shown beside a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.components import Link, Quotation, SourceLine, StatementView
from generator.pages.page import relative_url
from generator.pages.vocabulary import GRADES, MAPPINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.framework import Framework
    from generator.model.guidance import Direction
    from generator.model.kinds import Record
    from generator.model.library import HistoryStep
    from generator.model.parts import Evidence, Statement
    from generator.pages.components import Words
    from generator.pages.edition import Edition


class Evidences:
    """Builds the evidence of one record as seen from one page."""

    def __init__(self, edition: Edition, kind: str, record: Record | Framework, page: str) -> None:
        self._edition = edition
        self._kind = kind
        self._record = record
        self._page = page

    def source_line(self, source_id: str) -> SourceLine:
        """Return a source in one line."""
        edition = self._edition
        source = edition.repository.sources[source_id]
        return SourceLine(
            link=Link(
                edition.name("sources", source), relative_url(self._page, f"sources/{source_id}")
            ),
            publisher=edition.text("sources", source, source.publisher, "publisher"),
            date=edition.formats.date(source.published) if source.published else "",
            grade=source.grade,
            grade_meaning=edition.words(GRADES[source.grade]),
        )

    def quotation(
        self, part: Evidence | HistoryStep | Direction, *path: str | int, note: Words | None = None
    ) -> Quotation:
        """Return one quotation; without a quote it still names its source."""
        quote, translation = None, None
        if part.quote:
            quote, translation = self._edition.quote(self._kind, self._record, part, path)
        return Quotation("reported", quote, translation, self.source_line(part.source), note)

    def quotations(self, parts: Sequence[Evidence], *path: str | int) -> tuple[Quotation, ...]:
        """Return the quotations of a list of evidence that stands at ``path``."""
        return tuple(self.quotation(part, *path, index) for index, part in enumerate(parts))

    def statements(
        self, statements: Sequence[Statement], *path: str | int
    ) -> tuple[StatementView, ...]:
        """Return the statements of the field at ``path`` with what they rest on."""
        return tuple(
            StatementView(
                self._edition.text(self._kind, self._record, item.text, *path, index, "text"),
                self.quotations(item.evidence, *path, index, "evidence"),
            )
            for index, item in enumerate(statements)
        )

    def direction(self, direction: Direction, index: int) -> Quotation:
        """Return a reported direction with what ties it to the pillar."""
        note: Words = self._edition.words(MAPPINGS[direction.mapping])
        if direction.note is not None:
            note = self._edition.text(
                self._kind, self._record, direction.note, "reported_directions", index, "note"
            )
        return self.quotation(direction, "reported_directions", index, note=note)
