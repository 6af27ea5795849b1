"""The preview while writing: MkDocs' own server, with our plugin making the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.commands.serve import serve
from mkdocs.exceptions import Abort, MkDocsException

from generator.errors import EngineError

if TYPE_CHECKING:
    from pathlib import Path


def serve_preview(config_file: Path, *, language: str | None, address: str) -> None:
    """Serve one language until interrupted; raises EngineError where the server cannot start."""
    # A mapping and not a list: MkDocs takes lists apart, and reads them again at each rebuild.
    settings = {"language": language} if language else {}
    try:
        serve(config_file=str(config_file), dev_addr=address, plugins={"framework": settings})
    except (MkDocsException, Abort, OSError) as fault:
        raise EngineError(
            f"the preview cannot be served: {fault}",
            mend="look at what is said above; or choose another address with --address",
        ) from fault
