"""From a folder of records to a published site: the same bytes, or the old site untouched."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.errors import UsageError
from generator.pipeline import build
from tests.miniature import PROJECT, checked

if TYPE_CHECKING:
    from pathlib import Path

    from generator.workspace import Workspace


def framework(
    workspace: Workspace, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", "--project", str(workspace.root), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=PROJECT,
        env={**os.environ, **environment},
    )


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_builds_in_different_surroundings_have_the_same_bytes(mini: Workspace) -> None:
    one, two = mini.root / "one", mini.root / "two"
    first = framework(
        mini, "build", "--output", str(one), PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C"
    )
    second = framework(
        mini, "build", "--output", str(two), PYTHONHASHSEED="2", TZ="America/Lima", LC_ALL="C.UTF-8"
    )
    assert first.returncode == second.returncode == 0, first.stderr + second.stderr
    assert digests(one) == digests(two)


def test_the_day_of_an_edition_is_shown_only_where_it_is_given(mini: Workspace) -> None:
    build = ("build", "--no-downloads", "--output")
    framework(mini, *build, str(mini.root / "a"))
    framework(mini, *build, str(mini.root / "b"), SOURCE_DATE_EPOCH="1767225600")
    assert 'data-edition="' not in (mini.root / "a/en/index.html").read_text(encoding="utf-8")
    assert '"2026-01-01"' in (mini.root / "b/en/index.html").read_text(encoding="utf-8")


def test_what_happened_after_the_day_of_an_edition_does_not_lie_in_the_future(
    mini: Workspace,
) -> None:
    early = {"SOURCE_DATE_EPOCH": "0", "FRAMEWORK_TODAY": "2026-01-31"}
    done = framework(mini, "build", "--no-downloads", **early)
    assert done.returncode == 0, done.stdout
    assert "1970-01-01" in (mini.root / "site/en/index.html").read_text(encoding="utf-8")
    future = framework(mini, "check", FRAMEWORK_TODAY="1999-12-31")
    assert "date-future" in future.stdout


@pytest.mark.parametrize("name", ["SOURCE_DATE_EPOCH", "FRAMEWORK_TODAY"])
@pytest.mark.parametrize("day", ["yesterday", "99999999999999999999"])
def test_wrong_day_is_named_without_a_traceback(mini: Workspace, name: str, day: str) -> None:
    done = framework(mini, "build", **{name: day})
    assert done.returncode == 2
    assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_content_leaves_the_old_site_and_says_where(mini: Workspace) -> None:
    site = mini.root / "site"
    assert framework(mini, "build", "--no-downloads").returncode == 0
    before = digests(site)
    record = mini.content / "projects" / "sample.yaml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("track: shared-library", "track: shared-libary"),
        encoding="utf-8",
    )
    done = framework(mini, "build")
    assert done.returncode == 1
    assert (
        "content/projects/sample.yaml:11:8: error: there is no track 'shared-libary'" in done.stdout
    )
    assert "did you mean 'shared-library'?" in done.stdout
    assert "The last good site is untouched." in done.stderr
    assert digests(site) == before


_SLIPS = {
    "framework.yaml": ("value: 3", "value: many"),
    "languages.yaml": ("direction: rtl", "direction: left"),
}


@pytest.mark.parametrize("name", ["framework.yaml", "languages.yaml"])
@pytest.mark.parametrize("is_missing", [True, False])
def test_a_slip_in_a_single_file_hides_nothing_of_the_others(
    mini: Workspace, name: str, *, is_missing: bool
) -> None:
    file, record = mini.content / name, mini.content / "projects" / "sample.yaml"
    text = record.read_text(encoding="utf-8").replace("lead: [XAA]", "lead: [XXX]")
    record.write_text(text, encoding="utf-8")
    catalog = mini.locales / "zh" / "projects.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text('msgid "', encoding="utf-8")
    others = [issue for issue in checked(mini).issues if not issue.place.file.endswith(name)]
    assert {issue.place.file for issue in others} >= {
        "content/projects/sample.yaml",
        "locales/zh/projects.po",
    }
    if is_missing:
        file.unlink()
    else:
        file.write_text(file.read_text(encoding="utf-8").replace(*_SLIPS[name]), encoding="utf-8")
    found = checked(mini)
    assert found.repository is None
    assert [issue for issue in found.issues if not issue.place.file.endswith(name)] == others
    assert len(found.issues) == len(others) + 1
    with pytest.raises(UsageError):
        build(mini, found, output=mini.root / "site")


def test_a_broken_theme_leaves_the_old_site(mini: Workspace) -> None:
    assert framework(mini, "build", "--no-downloads").returncode == 0
    before = digests(mini.root / "site")
    (mini.overrides / "main.html").write_text("{% broken", encoding="utf-8")
    done = framework(mini, "build")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert digests(mini.root / "site") == before


def test_one_language_can_be_built_alone(mini: Workspace) -> None:
    published = build(mini, checked(mini), output=mini.root / "site", languages=["zh"])
    paths = [file.path for file in published.manifest.files]
    folders = {path.split("/")[0] for path in paths if path.endswith("index.html")}
    assert folders == {"index.html", "zh"}


def test_an_unknown_language_is_refused_with_the_known_ones(mini: Workspace) -> None:
    with pytest.raises(UsageError) as caught:
        build(mini, checked(mini), output=mini.root / "site", languages=["xx"])
    assert "en, zh, ar" in caught.value.mend


def test_a_site_with_an_address_names_its_translations(mini: Workspace) -> None:
    config = mini.config.read_text(encoding="utf-8")
    mini.config.write_text(f"{config}\nsite_url: https://example.org/site/\n", encoding="utf-8")
    build(mini, checked(mini), output=mini.root / "site")
    page = (mini.root / "site/en/projects/sample.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/site/en/projects/sample.html">' in page
    assert 'hreflang="x-default"' in page
    assert '<link rel="alternate" hreflang="ar"' not in page
    sitemap = (mini.root / "site/sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/site/en/projects/sample.html</loc>" in sitemap
    assert "ar/projects/sample.html" not in sitemap
