"""Links to the place where records are kept, for the forges whose addresses we know."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.pages.edition import Forge

_FORGES = {
    "github": ("{base}/edit/{branch}/{{path}}", "{base}/issues/new?title={{title}}&body={{path}}"),
    "gitlab": (
        "{base}/-/edit/{branch}/{{path}}",
        "{base}/-/issues/new?issue[title]={{title}}&issue[description]={{path}}",
    ),
    "gitee": (
        "{base}/edit/{branch}/{{path}}",
        "{base}/issues/new?title={{title}}&description={{path}}",
    ),
}


def forge_of(repository_address: str, *, branch: str) -> Forge:
    """Return the links of a repository; without an address, or on an unknown forge, none."""
    host = urlsplit(repository_address).hostname or ""
    for name, (edit, report) in _FORGES.items():
        if name in host.split("."):
            base = repository_address.rstrip("/")
            return Forge(edit.format(base=base, branch=branch), report.format(base=base))
    return Forge()
