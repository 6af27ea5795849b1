"""The comment for a pull request knows what changed against a branch or a folder."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from generator.cli.comparing import changed_records
from generator.cli.owners import owners_of, read_owners
from generator.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from generator.workspace import Workspace

_OWNERS = """\
# who looks after what
* @org/all
/content/projects/ @org/projects
/content/pillars/*.yaml @org/pillars  # all of them
content/pillars/green-goods.yaml @green @trees
*.po @translators
"""


def git(workspace: Workspace, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(workspace.root), *identity, *arguments], check=True)


def change(workspace: Workspace) -> None:
    projects = workspace.content / "projects"
    sample = projects / "sample.yaml"
    sample.write_text(sample.read_text("utf-8").replace("Electronic", "Digital"), encoding="utf-8")
    green = (projects / "green-list.yaml").read_text(encoding="utf-8")
    (projects / "new-list.yaml").write_text(green, encoding="utf-8")
    (projects / "green-list.yaml").unlink()


@pytest.fixture(params=["git", "folder"])
def base(request: pytest.FixtureRequest, mini: Workspace, tmp_path: Path) -> str:
    (mini.root / "CODEOWNERS").write_text(_OWNERS, encoding="utf-8")
    if request.param == "git":
        git(mini, "init", "-q")
        git(mini, "add", ".")
        git(mini, "commit", "-qm", "before")
        return "HEAD"
    shutil.copytree(mini.root, tmp_path / "before")
    return str(tmp_path / "before")


def test_records_that_differ_are_known_with_their_names(mini: Workspace, base: str) -> None:
    assert changed_records(mini, base) == ()
    change(mini)
    found = changed_records(mini, base)
    assert [(each.path.rpartition("/")[2], each.state, each.name) for each in found] == [
        ("green-list.yaml", "removed", "绿色产品清单"),
        ("new-list.yaml", "new", "绿色产品清单"),
        ("sample.yaml", "changed", "Digital certificates of origin"),
    ]
    removed, new, sample = found
    assert removed.reviewers == ("@org/projects", "@green", "@trees")
    assert (removed.texts, removed.empty) == ((), ())
    assert new.reviewers == ("@org/projects", "@green", "@trees")
    assert sample.reviewers == ("@org/projects", "@org/pillars")
    assert "description" in new.empty
    assert sample.empty == ()
    assert ("title", "绿色产品清单") in new.texts
    # Of a record that changed, only what has changed is shown.
    assert sample.fields == ("title",)
    assert [name for name, _ in sample.texts] == ["title"]


def test_a_base_that_is_not_there_is_wrong_use(mini: Workspace) -> None:
    git(mini, "init", "-q")
    for name in ("nowhere", "--output=x"):
        with pytest.raises(UsageError, match="no git revision"):
            changed_records(mini, name)


def test_last_pattern_of_owners_counts(mini: Workspace) -> None:
    assert read_owners(mini.root) == ()
    (mini.root / "CODEOWNERS").write_text(_OWNERS, encoding="utf-8")
    owners = read_owners(mini.root)
    for path, names in (
        ("README.md", ("@org/all",)),
        ("content/projects/a.yaml", ("@org/projects",)),
        ("content/pillars/a.yaml", ("@org/pillars",)),
        ("content/pillars/green-goods.yaml", ("@green", "@trees")),
        ("locales/zh/site.po", ("@translators",)),
    ):
        assert owners_of(owners, path) == names
