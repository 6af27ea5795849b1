"""Fields that a record may lack and that readers miss where it does."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.kinds import Kind

RECOMMENDED: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        "pillars": ("reported_directions", "instruments"),
        "participants": ("alpha_2", "languages"),
        "organizations": ("country", "offers", "address"),
        "tracks": ("statements",),
        "projects": (
            "description", "partners", "open_to_join", "seeks", "offers", "sdgs", "period", "links",
        ),
        "events": ("end", "organizers", "track", "pillars", "outcomes", "links"),
        "instruments": ("adopted", "edition"),
        "sources": ("published", "archived_copy"),
    }
)  # fmt: skip
"""By kind of record, in the order of the model."""
