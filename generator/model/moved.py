"""What stays behind when a record gets another id, so that old links live."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Model, RecordId


class Moved(Model):
    """A record that was renamed or divided."""

    id: RecordId
    moved: tuple[RecordId, ...] = Field(min_length=1)
    """The records of the same kind that took its place."""
