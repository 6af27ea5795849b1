"""What we read from ``mkdocs.yml``: the site's address and where its records are kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

_DEFAULT_BRANCH = "main"
_HOST = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
_MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9]+([.-][A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """Settings of the published site."""

    address: str
    """Absolute address of the site's root without a final slash; empty when it has none."""
    repository: str
    """Web address of the repository, or empty."""
    branch: str
    mail: str = ""
    """Mail address of those who take in records, or empty."""
    record_hosts: tuple[str, ...] = ()
    """Hosts besides the site's own from which the page of previews may fetch a record."""
    app: bool = True
    """Whether readers may keep the site as an app; False takes it away from those who have it."""


def read_settings(config_file: Path) -> SiteSettings:
    """Read the settings; raises UsageError where ``mkdocs.yml`` is missing or broken."""
    config = MkDocsConfig(str(config_file))
    try:
        with config_file.open("rb") as file:
            config.load_file(file)
    except (MkDocsException, OSError) as fault:
        raise UsageError(
            f"mkdocs.yml cannot be used: {fault}",
            mend="run the command in the project folder and look at mkdocs.yml",
        ) from fault
    extra = _mapping(config["extra"])
    contribute = _mapping(extra.get("contribute"))
    edit = str(config["edit_uri"] or "").strip("/").split("/")
    return SiteSettings(
        address=str(config["site_url"] or "").rstrip("/"),
        repository=str(config["repo_url"] or "").rstrip("/"),
        branch=edit[1] if len(edit) > 1 else _DEFAULT_BRANCH,
        mail=_checked(contribute.get("mail", ""), _MAIL, "extra.contribute.mail"),
        record_hosts=tuple(
            _checked(host, _HOST, "extra.contribute.record_hosts")
            for host in contribute.get("record_hosts") or ()
        ),
        app=extra.get("app") is not False,
    )


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _checked(value: object, form: re.Pattern[str], setting: str) -> str:
    """Return a setting that is printed into pages and policies, if it has the right form."""
    text = str(value or "")
    if text and not form.fullmatch(text):
        raise UsageError(
            f"mkdocs.yml: {text} cannot be used for {setting}",
            mend="write a mail address such as office@example.org, a host such as example.org",
        )
    return text
