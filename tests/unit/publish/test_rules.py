from __future__ import annotations

import re
from pathlib import Path

import generator.publish

PACKAGE = Path(generator.publish.__file__).parent
RULES = PACKAGE.parent / "rules"


def test_every_rule_of_a_site_is_explained_and_every_explanation_is_of_a_rule() -> None:
    code = "".join(path.read_text("utf-8") for path in sorted(PACKAGE.glob("*.py")))
    used = set(re.findall(r'"(site-[a-z-]+)"', code))
    assert used == {path.stem for path in RULES.glob("site-*.md")}


def test_every_explanation_says_what_why_and_shows_wrong_and_right() -> None:
    for path in sorted(RULES.glob("site-*.md")):
        parts = re.split(r"^## (Wrong|Right)\n", path.read_text("utf-8"), flags=re.MULTILINE)
        sentence, *reasons = parts[0].strip().split("\n\n")
        assert sentence.endswith("."), path
        assert "\n" not in sentence, path
        assert 1 <= len(reasons) <= 2, path
        assert parts[1::2] == ["Wrong", "Right"], path
        assert all(
            re.fullmatch(r"```\w+\n.+\n```", part.strip(), re.DOTALL) for part in parts[2::2]
        )
