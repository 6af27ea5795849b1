"""Commands that make the site, show it and examine it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console

from generator.cli.session import PROBLEMS, checked_content, edition_date, has_errors, report, told
from generator.engine.preview import serve_preview
from generator.pipeline import build as build_site
from generator.publish.integrity import verify_manifest
from generator.publish.packages import is_unpacked
from generator.publish.verify import verify_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.workspace import Workspace

_ADDRESS = re.compile(r"[^\s:/]+:[0-9]{1,5}")


@click.command()
@click.option(
    "--language", "languages", multiple=True, help="Build only this language; may be repeated."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the site. Default: site/ in the project.",
)
@click.option("--no-downloads", is_flag=True, help="Make no packages to keep, which is quicker.")
@click.pass_obj
def build(
    workspace: Workspace, languages: Sequence[str], output: Path | None, *, no_downloads: bool
) -> None:
    """Build the site and put it in the place of the last one."""
    console = Console(stderr=True)
    with console.status("Checking the content") as status:
        checked = checked_content(workspace)
        if checked.errors:
            status.stop()
            report(checked.issues)
            click.echo(told("The site was not built. The last good site is untouched."), err=True)
            sys.exit(PROBLEMS)
        status.update("Building the site")
        published = build_site(
            workspace,
            checked,
            output=output or workspace.root / "site",
            languages=languages,
            edition_date=edition_date(),
            downloads=not no_downloads,
        )
    warnings = (*checked.issues, *published.issues)
    if warnings:
        report(warnings)
    pages = sum(file.path.endswith(".html") for file in published.manifest.files)
    click.echo(told("{pages} pages in {folder}", pages=pages, folder=published.folder))
    click.echo(told("Open {path}", path=published.folder / "index.html"))


@click.command()
@click.option("--language", help="Language to preview. Default: the first of the site.")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve it.")
@click.pass_obj
def serve(workspace: Workspace, language: str | None, address: str) -> None:
    """Show one language while you write; the page reloads when a file changes."""
    if not _ADDRESS.fullmatch(address) or int(address.rpartition(":")[2]) not in range(1, 65_536):
        raise click.UsageError(told("--address takes a host and a port, such as 127.0.0.1:8000"))
    click.echo(told("The preview is at http://{address}/ – stop it with Ctrl+C", address=address))
    serve_preview(workspace.config, language=language, address=address)


@click.command()
@click.argument("site", type=click.Path(path_type=Path, exists=True))
def verify(site: Path) -> None:
    """Compare a site, a folder or a ZIP file, with its list of files and its own rules."""
    issues = verify_manifest(site)
    if site.is_dir() and not issues and not is_unpacked(site):
        issues = verify_site(site)
    report(issues)
    if has_errors(issues):
        sys.exit(PROBLEMS)
