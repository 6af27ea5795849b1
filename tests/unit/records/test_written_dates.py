"""Dates as people write them become ISO 8601, unless they may be two days."""

from __future__ import annotations

import pytest

from generator.records.written_dates import iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2026/3/1", "2026-03-01"),
        ("2026.03.01", "2026-03-01"),
        ("2026-3", "2026-03"),
        ("1 March 2026", "2026-03-01"),
        ("March 1st, 2026", "2026-03-01"),
        ("Sept. 2026", "2026-09"),
        ("2026年3月1日", "2026-03-01"),
        ("２０２６年３月", "2026-03"),
        ("2026년 3월 1일", "2026-03-01"),
        ("13.03.2026", "2026-03-13"),
        ("03/13/2026", "2026-03-13"),
        ("05.05.2026", "2026-05-05"),
        ("2026-03-01T00:00:00", "2026-03-01"),
        ("01.03.2026", None),
        ("31.02.2026", None),
        ("2026-13-01", None),
        ("soon", None),
        ("May", None),
        ("2026-03-01T09:30:00", None),
    ],
)
def test_date(written: str, iso: str | None) -> None:
    assert iso_date(written) == iso
