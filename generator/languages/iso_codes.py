"""Codes of languages in three letters, for programs that know no others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from babel.core import get_global

if TYPE_CHECKING:
    from collections.abc import Mapping

_TWO: Final = 2
_THREE: Final = 3
_UNDETERMINED: Final = "und"
# CLDR also lists the bibliographic codes of ISO 639-2 and the members of macrolanguages. These
# are the ones to pass over where several codes stand for one language of two letters.
_PASSED_OVER: Final = (
    "adp alb als arb arm ayr azj baq bur chi cls cmn cwd cze drh dut ekk esk fat fre fuc gaz geo "
    "ger gre gug ice ike khk kmr knc kng kpv lvs mac mao may mol npi ojg ory pbu per pes plt prp "
    "quz rum scc scr slo src swh tib twi uzn wel ydd zsm zyb"
)


def three_letters(tag: str) -> str:
    """Return the code of ISO 639-3 for the language of a BCP 47 tag, ``und`` where it has none."""
    language = tag.lower().split("-")[0]
    if len(language) == _THREE:
        return language
    passed_over = frozenset(_PASSED_OVER.split())
    aliases: Mapping[str, str] = get_global("language_aliases")
    codes = sorted(
        code
        for code, short in aliases.items()
        if short == language and len(code) == _THREE and code not in passed_over
    )
    return codes[0] if len(language) == _TWO and codes else _UNDETERMINED
