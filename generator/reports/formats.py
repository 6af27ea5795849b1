"""The formats in which issues are reported, by name."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.reports.annotations import github_report, gitlab_report
from generator.reports.junit import junit_report
from generator.reports.markdown import markdown_report
from generator.reports.records import json_report
from generator.reports.sarif import sarif_report
from generator.reports.text import text_report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.reports.surroundings import Report

FORMATS: Mapping[str, Report] = MappingProxyType(
    {
        "text": text_report,
        "json": json_report,
        "github": github_report,
        "gitlab": gitlab_report,
        "markdown": markdown_report,
        "sarif": sarif_report,
        "junit": junit_report,
    }
)
