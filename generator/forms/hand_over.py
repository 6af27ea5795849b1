"""How a finished record leaves the page: a forge, a mail, a file; whatever the site has."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class HandOver:
    """Ways out of the form, as templates with ``{path}`` and ``{text}``; empty where there is none.

    GitHub takes name and text of a new file in the address (parameters ``filename`` and ``value``).
    GitLab takes its name only, and Gitee neither, so there the text is pasted.
    """

    forge: str = ""
    """Name of the place where records are kept, as people know it."""
    new_file: str = ""
    takes_text: bool = False
    """Whether the address of a new file carries its text."""
    takes_name: bool = False
    """Whether the address of a new file carries its name."""
    edit: str = ""
    mail: str = ""
    """Address of the secretariat."""
    hosts: tuple[str, ...] = ()
    """Other hosts that the page of previews may fetch records from."""


@dataclass(frozen=True, slots=True)
class _Forge:
    name: str
    new_file: str
    edit: str
    takes_text: bool = False
    takes_name: bool = True


_FORGES = {
    "github": _Forge(
        "GitHub", "{base}/new/{branch}?filename={{path}}&value={{text}}", "/edit/", takes_text=True
    ),
    "gitlab": _Forge("GitLab", "{base}/-/new/{branch}?file_name={{path}}", "/-/edit/"),
    "gitee": _Forge("Gitee", "{base}/new/{branch}/{{folder}}", "/edit/", takes_name=False),
}


def hand_over_of(
    repository: str, *, branch: str, mail: str = "", hosts: tuple[str, ...] = ()
) -> HandOver:
    """Return the ways out for a repository address, a mail address and other hosts, if any."""
    parts = urlsplit(repository).hostname or ""
    base = repository.rstrip("/")
    for word, forge in _FORGES.items():
        if word in parts.split("."):
            return HandOver(
                forge=forge.name,
                new_file=forge.new_file.format(base=base, branch=branch),
                takes_text=forge.takes_text,
                takes_name=forge.takes_name,
                edit=f"{base}{forge.edit}{branch}/{{path}}",
                mail=mail,
                hosts=hosts,
            )
    return HandOver(mail=mail, hosts=hosts)
