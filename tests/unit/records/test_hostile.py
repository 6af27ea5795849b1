"""Files made to do harm, and files broken by chance: always issues, never an exception."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator.records.events import fast_events, python_events
from generator.records.interpreting import interpret
from generator.records.limits import MOST_NODES
from generator.records.reading import decode

_MINI = Path(__file__).parents[2] / "sites" / "mini" / "content"
_DEEP = 100_000
_BOMBS = {
    "brackets": "a: " + "[" * _DEEP,
    "brackets closed": "a: " + "[" * _DEEP + "]" * _DEEP,
    "brackets with spaces": "a: " + "[ " * _DEEP,
    "brackets on lines": "a:\n" + "[\n" * _DEEP,
    "braces": "a: " + "{" * _DEEP,
    "braces with names": "a: " + "{a: " * _DEEP,
    "brackets and braces": "a: " + "[{" * _DEEP,
    "brackets with items": "a: " + "[x, " * 20_000,
    "dashes": "- " * _DEEP,
    "dashes below a field": "a:\n  " + "- " * _DEEP,
    "questions": "? " * _DEEP,
    "questions and dashes": "? - " * _DEEP,
    "steps": "".join(f"{' ' * depth}a:\n" for depth in range(600)),
    "flat items": "a: [" + "x, " * (MOST_NODES + 1) + "]",
    "flat fields": "".join(f"a{number}: b\n" for number in range(MOST_NODES)),
    "tags": "a: " + "!!seq [" * 1_000,
    "anchors": "a: " + "&a [" * 1_000,
    "laughs": "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 500)),
    "merges": "".join(f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 500)),
    "quotes": "a: " + "'" * 99_999,
    "colons": "a: " + "b: " * 30_000,
    "commas": "a: [" + "," * _DEEP + "]",
    "hashes": "a: b" + " #c" * 30_000,
    "long name": "a" * 200_000 + ": b",
    "long text": "a: " + "b" * 200_000,
    "many documents": "---\n" * 50_000,
    "many lines": "\n" * 200_000,
    "open quote": 'a: "' + "b: c\n" * 20_000,
    "open block": "a: |\n" + " b\n" * 50_000 + "c",
    "escapes": 'a: "' + "\\x00" * 30_000 + '"',
    "spaces": " " * 200_000 + "a: b",
    "colons without spaces": "a:b\n" * 40_000,
    "backslashes": 'a: "' + "\\" * 99_999 + '"',
}


@pytest.mark.parametrize("events", [fast_events, python_events], ids=["c", "python"])
@pytest.mark.parametrize("text", _BOMBS.values(), ids=_BOMBS)
def test_bombs_are_refused(text: str, events: object) -> None:
    found = interpret(text, kind="projects", record_id="bomb", events=events)  # type: ignore[arg-type]
    assert found.record is None
    assert found.findings


@pytest.mark.parametrize("seed", range(60))
def test_damaged_records_give_a_record_or_issues(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - repeatable damage, no secret
    files = sorted(_MINI.rglob("*.yaml"))
    for file in chance.sample(files, 5):
        kind = file.parent.name if file.parent != _MINI else file.stem
        for _ in range(12):
            text = _damaged(file.read_text(encoding="utf-8"), chance)
            for events in (fast_events, python_events):
                found = interpret(text, kind=kind, record_id="sample", events=events)
                assert (found.record is None) == bool(found.findings)
                last = text.count("\n") + 1
                assert all(1 <= each.spot.line <= last + 1 for each in found.findings)


@pytest.mark.parametrize("seed", range(20))
def test_damaged_bytes_give_text_or_issues(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - repeatable damage, no secret
    data = bytearray((_MINI / "projects" / "green-list.yaml").read_bytes())
    for _ in range(40):
        data[chance.randrange(len(data))] = chance.randrange(256)
        reading = decode(bytes(data))
        assert (reading.text is None) == bool(reading.findings)
        if reading.text is not None:
            interpret(reading.text, kind="projects", record_id="sample")


def _damaged(text: str, chance: random.Random) -> str:
    """Delete, double, insert or move some pieces of the text."""
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(text) or 1)
        end = place + chance.choice((1, 1, 1, 2, 5, 40))
        piece = text[place:end]
        new = chance.choice(
            (
                "",
                piece * 2,
                chance.choice(":-#[]{}'\"|>&*!%@`?, \n\t\\~\x00\x85\u200b\u202e：，\ufeff") + piece,
            )
        )
        text = text[:place] + new + text[end:]
    return text
