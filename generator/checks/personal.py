"""Records name offices and never private persons' mailboxes or telephones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.finding import FieldPath, Findings
from generator.issues import message
from generator.model.leaves import leaves
from generator.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.issues import Issue, Message
    from generator.model.base import Model
    from generator.records.repository import Records

_MAILBOX = re.compile(r"(?P<box>[\w.+%-]{1,64})@(?P<domain>[\w-]{1,63}(?:\.[\w-]{2,63}){1,6})")
_TELEPHONE = re.compile(
    r"(?<![\w.+/-])(?:\+\d{1,3}[ .()-]{0,2}(?:\d[ .()-]{0,2}){7,12}|1[3-9]\d[ -]?\d{4}[ -]?\d{4})"
    r"(?![\w/-])"
)
"""International numbers, and mobile numbers as they are written in China."""
_WORDS = re.compile(r"[^\W\d_]+")
_ROLE_WORDS = """
access accueil admin administration admissions advisory agency alliance apoyo approval approvals
assistance association atencion bilateral board bureau business buyer cabinet cciip center central
centre chamber claims clearance comercio commerce committee comms communication communications
compliance consul consular consulate consultation consumer contact contacto contactus contato
cooperacao cooperacion cooperation coordination customs data delegation department desk dialogue
digital direction directorate division ecommerce economic embassy energy enquiries enquiry
environment event events exhibition expo export feedback finance focal focalpoint foreign forum
fund gouv government green group hello help helpdesk hotline import industry info infobox
informacion informacoes information infos innovation inquiries inquiry international invest
investment jiaoliu join kontakt legal liaison library license licensing mail mailbox market media
member members membership ministry mission national network news newsletter nodal notification
notifications office officer oficina operations partner partners partnership partnerships payments
permits pilot platform point policy portal postmaster prensa press presse program programme
project projects promotion protocol public quality queries question questions recepcion reception
regional register registrar registration registry relations reporting request requests research
secretaria secretariado secretariat secretary security service services single sps staff standards
statistics subscribe suggestions support tbt team tech technical technology tenders trade training
transparency transport unit visa voice web webmaster window zhaoshang
"""
ROLES = frozenset(_ROLE_WORDS.split())
"""Words of mailboxes that belong to an office, whoever sits there today."""


def check_personal_data(repository: Records) -> Iterator[Issue]:
    """Contacts are mailboxes of an office, and nobody's own telephone."""
    findings = Findings(repository, "personal-data")
    for record, path, words in _written(repository):
        for what, hint in _found(words):
            yield findings.at(record, path, what, hint)


def _found(words: str) -> Iterator[tuple[Message, Message]]:
    if "@" in words:
        for mailbox in _MAILBOX.finditer(words):
            if not _is_of_an_office(mailbox["box"], mailbox["domain"]):
                yield (
                    message("{mailbox} looks like the mailbox of a person", mailbox=mailbox[0]),
                    message(
                        "give a mailbox of the office, such as info@ or trade@, or link to its "
                        "page with contacts"
                    ),
                )
    for number in _TELEPHONE.finditer(words):
        yield (
            message("{number} looks like a telephone number", number=number[0].strip()),
            message("remove it, and link to the page where the office gives its numbers"),
        )


def _is_of_an_office(box: str, domain: str) -> bool:
    """Say whether a mailbox has a word of an office, or the name of its own house."""
    words = [word.casefold() for word in _WORDS.findall(box)]
    houses = set(domain.casefold().split("."))
    return any(word in ROLES or word in houses for word in words)


def _written(repository: Records) -> Iterator[tuple[tuple[str, str], FieldPath, str]]:
    """Yield every text and every value that is written in a record, with where it stands."""
    for key, record in repository.all_readable():
        yield from _words_of(key, record)


def _words_of(
    key: tuple[str, str], record: Model
) -> Iterator[tuple[tuple[str, str], FieldPath, str]]:
    for path, value in leaves(record):
        if isinstance(value, str):
            yield key, path, value
        elif isinstance(value, Text):
            if value.own is not None:
                yield key, path, value.own.text
            for tag, version in value.versions.items():
                yield key, (*path, tag), version.text
