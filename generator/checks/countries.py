"""Countries are named by codes that exist, and each has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.finding import Findings, again
from generator.issues import message
from generator.model.countries import TWO_LETTERS, may_be_country

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.issues import Issue
    from generator.records.repository import Records


def check_countries(repository: Records) -> Iterator[Issue]:
    """The id of a country is its three-letter code, and its two-letter code is given."""
    findings = Findings(repository, "country-code")
    given = [item for item in repository.participants.values() if item.alpha_2 is not None]
    for item in repository.participants.values():
        is_code = item.id.isupper()
        if item.kind == "country" and not is_code:
            yield findings.at(
                ("participants", item.id),
                ("kind",),
                message("this is a country, but the name of its file is not a country code"),
                message(
                    "name the file after its ISO 3166-1 code of three capitals, such as KEN.yaml"
                ),
            )
        elif item.kind == "country" and item.alpha_2 is None:
            yield findings.at(
                ("participants", item.id),
                ("kind",),
                message("the two-letter code of this country is missing"),
                message("add alpha_2 with its ISO 3166-1 code of two capital letters"),
            )
    yield from _wrong_codes(repository, findings)
    for index, code in again(str(item.alpha_2) for item in given):
        yield findings.at(
            ("participants", given[index].id),
            ("alpha_2",),
            message("the two-letter code {code} is that of another participant as well", code=code),
            message("correct the one that was copied"),
        )


def _wrong_codes(repository: Records, findings: Findings) -> Iterator[Issue]:
    """Yield codes that no country has, and codes of two letters that are another country's."""
    for item in repository.participants.values():
        right = TWO_LETTERS.get(item.id)
        if item.kind != "country" or not item.id.isupper() or item.alpha_2 in {None, right}:
            continue
        if right:
            yield findings.at(
                ("participants", item.id),
                ("alpha_2",),
                message("the two-letter code of {id} is not {code}", id=item.id, code=item.alpha_2),
                message("write alpha_2: {right}", right=right),
            )
        elif not may_be_country(item.id):
            yield findings.at(
                ("participants", item.id),
                ("kind",),
                message("no country has the code {id}", id=item.id),
                message("look it up in ISO 3166-1, and name the file after it"),
            )
