"""The interface words that scripts of the form and the preview print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.languages.borrowed import bare
from generator.pages.vocabulary import (
    GRADES,
    MODALITY,
    PROJECT_KINDS,
    PROJECT_STATUS,
    SECTIONS,
    TEXT_STATES,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.languages.interface import Interface


def spoken_words(words: Interface) -> Mapping[str, object]:
    """Return the words by key; those in braces are put in by the script."""
    said: dict[str, object] = {key: bare(text) for key, text in _page(words).items()}
    said |= {key: bare(text) for key, text in _form(words).items()}
    said |= {key: bare(text) for key, text in _handing_over(words).items()}
    said |= {key: bare(text) for key, text in _preview(words).items()}
    coded = {
        "kinds": PROJECT_KINDS,
        "statuses": PROJECT_STATUS,
        "modalities": MODALITY,
        "grades": GRADES,
        "states": TEXT_STATES,
    }
    for name, labels in coded.items():
        said[name] = {code: bare(words(label)) for code, label in labels.items()}
    return said


def _page(words: Interface) -> dict[str, str]:
    """Return the words of a project's page, the same as in its template."""
    return {
        "home": words("Home"),
        "library": words(SECTIONS["projects"]),
        "where": words("Where you are"),
        "open": words("Open to join"),
        "glance": words("At a glance"),
        "kind": words("Kind"),
        "status": words("Status"),
        "lead": words("Lead"),
        "partners": words("Partners"),
        "pillars": words("Pillars"),
        "all_pillars": words("All pillars"),
        "parts": words("Parts"),
        "track": words("Track"),
        "goals": words("Goals"),
        "goal": words("SDG {number}"),
        "period": words("Period"),
        "start_end": words("{start} to {end}"),
        "start": words("from {start}"),
        "end": words("until {end}"),
        "funding": words("Funding"),
        "amount": words("{amount} (as of {date})"),
        "looks_for": words("What it looks for:"),
        "seeks": words("What it looks for"),
        "may_join": words("Participants of the framework may choose to take part."),
        "join": words("Join this project"),
        "how_to_join": words("How to join"),
        "description": words("Description"),
        "offers": words("What it offers"),
        "joined": words("Who has joined"),
        "nobody": words("No public source seen so far names a participant that has joined."),
        "history": words("Status and evidence"),
        "present": words("Present state"),
        "modality": words("As the source puts it: {modality}"),
        "reported": words("Reported text"),
        "legend": words("How to read the evidence"),
        "links": words("Links"),
        "news": words("Last news: {date}"),
        "untranslated": words(
            "Parts of this page are not translated yet. They are shown in another language."
        ),
        "parts_missing": words(
            "Not all that this page needs could be loaded. Try again when there is a connection."
        ),
    }


def _form(words: Interface) -> dict[str, str]:
    return {
        "draft_kept": words("This is your draft from {date}. It is kept on this device only."),
        "draft_saving": words("The draft is kept on this device."),
        "draft_none": words(
            "This browser keeps no drafts. Save what you have written as a file before you leave."
        ),
        "file_taken": words("The file was taken over into the form."),
        "file_refused": words("This file cannot be taken over: {reason}"),
        "file_left_out": words(
            "The file was taken over. What has no place in the form was left out: {names}"
        ),
        "version_language": words("Language"),
        "version_remove": words("Remove this language"),
        "version_twice": words("The text stands here in this language already."),
        "not_draft": words("it is no draft of this form"),
        "new_sources": words("Sources that you add"),
        "source_id": words("Short name of this source: {id}"),
        "alike": words(
            "There may already be a record of this project. If yours is another one, go on. The "
            "links open in a new tab."
        ),
        "error_mark": words("Error:"),
        "why": words("Why? (opens in a new tab)"),
    }


def _handing_over(words: Interface) -> dict[str, str]:
    """Return what is said of handing over, step by step."""
    return {
        "file": words("File {path}"),
        "change": words("Change to the file {path}"),
        "change_how": words("Add these lines to the record, or to its list “joined”:"),
        "open_forge": words("Open as a new file on {forge}"),
        "open_edit": words("Open the record on {forge}"),
        "several": words("Number of files: {number}. Hand over each of them."),
        "come_back": words("Come back to this page for the text:"),
        "sign_in": words("Open a page on {forge}. It asks you to sign in; an account is free."),
        "all_there": words(
            "Name and text of the file stand there already. Leave them as they are."
        ),
        "name_there": words("The name of the file stands there already. If not, write:"),
        "name_write": words("Write this name for the file:"),
        "copy_name": words("Copy the name"),
        "name_copied": words("The name was copied. Paste it there."),
        "paste": words("Paste the text there: it has been copied."),
        "paste_how": words(
            "Click into the large empty field and paste the text: with the keys Ctrl and V, on a "
            "Mac ⌘ and V; on a phone, hold a finger there and choose “Paste”."
        ),
        "paste_lines": words(
            "Click behind the last line, begin a new one and paste: with the keys Ctrl and V, on a "
            "Mac ⌘ and V; on a phone, hold a finger there and choose “Paste”. Where the record has "
            "the line “joined:” already, paste below it and leave out that line."
        ),
        "save_there": words(
            "Press the button that saves it (“Commit changes” or “Propose changes”). If a copy of "
            "your own (“fork”) is offered first, accept it."
        ),
        "too_long": words(
            "The text is too long to be sent along with the address, so it is copied and pasted."
        ),
        "download": words("Save as a file"),
        "downloaded": words("{file} was saved on this device."),
        "copy": words("Copy the text"),
        "copied": words("The text was copied."),
        "copy_failed": words(
            "Copying was not possible here. The text is marked: press Ctrl and C, on a Mac ⌘ and "
            "C; on a phone, choose “Copy”."
        ),
        "mail": words("Send by mail to {address}"),
        "mail_subject": words("Proposal: {title}"),
        "mail_attach": words("The record is too long for a mail link. Attach the saved file."),
        "unsent": words("Nothing has been sent by this page."),
    }


def _preview(words: Interface) -> dict[str, str]:
    return {
        "reading": words("Reading the record…"),
        "sound": words("The check finds nothing wrong with this record."),
        "place": words("Line {line}, column {column}"),
        "mend": words("How to mend it:"),
        "known": words("The site has a record of this name. This file would take its place:"),
        "not_shown": words("Records of this kind are checked here, but not shown."),
        "not_checked": words("Only projects and sources can be checked here."),
        "host_refused": words("Records are taken from this site only, and not from {host}."),
        "hosts_refused": words("Records are taken from {hosts} only, and not from {host}."),
        "address_wrong": words("This is not the address of a record."),
        "fetch_file": words(
            "A page that was opened from a disk cannot fetch a record. Choose its file instead."
        ),
        "fetch_failed": words("The record could not be fetched. Try again, or choose its file."),
        "fetch_status": words("The server answered “{status}” instead of a record."),
        "fetch_redirect": words("The address leads on to another one. Use that address instead."),
        "fetch_html": words("A web page was found at this address, and not a record."),
        "fetch_type": words("Something else than text was found at this address: {type}"),
        "nothing": words("There is nothing to read yet."),
    }
