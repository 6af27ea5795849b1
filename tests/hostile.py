"""Texts that try to become more than text, and records that are full of them."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar, cast

from generator.model.base import Model
from generator.model.kinds import KINDS
from generator.model.text import Text, Version

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records.repository import Repository

_Given = TypeVar("_Given")
_PLAIN_FIELDS = frozenset({"quote", "acronym", "edition"})

PAYLOADS: tuple[str, ...] = (
    "<script>window.hacked = 1</script>",
    "\"><img src=x onerror='window.hacked = 1'>",
    "' onmouseover='window.hacked = 1' x='",
    "</title><script>window.hacked = 1</script>",
    "</p></section></main><script>window.hacked = 1</script>",
    "<!-- body --><script>window.hacked = 1</script>",
    "--> <script>window.hacked = 1</script> <!--",
    "[words](javascript:window.hacked=1) ![x](x onerror=window.hacked=1)",
    "{{ config }} {% raw %} {{ 7 * 7 }} {# x #}",
    "`code` **bold** <b>b</b> &lt;script&gt;window.hacked=1&lt;/script&gt;",
    "a\n\n<script>window.hacked = 1</script>\n\n---\ntitle: x\n---\n",
    "![a]: javascript:window.hacked=1\n\n[a]: javascript:window.hacked=1",
    "<svg/onload=window.hacked=1><math><mtext></mtext></math>",
    "\\u003cscript\\u003e </script ><script >window.hacked=1</script >",
)


def poisoned_repository(repository: Repository, payloads: Iterator[str]) -> Repository:
    """Return the records with the next payload in place of each text and quote."""
    kinds = {
        kind: MappingProxyType(
            {id_: _poisoned(record, payloads) for id_, record in repository.records(kind).items()}
        )
        for kind in KINDS
    }
    framework = _poisoned(repository.framework, payloads)
    # The kinds are fields of the repository, which a type checker cannot see here.
    changes = cast("dict[str, object]", {"framework": framework, **kinds})
    return dataclasses.replace(repository, **changes)  # type: ignore[arg-type]


def _poisoned(value: _Given, payloads: Iterator[str]) -> _Given:
    if isinstance(value, Text):
        return cast("_Given", Text(form=value.form, own=Version(text=next(payloads))))
    if isinstance(value, Model):
        changes = {
            name: next(payloads)
            if name in _PLAIN_FIELDS and getattr(value, name)
            else _poisoned(getattr(value, name), payloads)
            for name in type(value).model_fields
        }
        return cast("_Given", value.model_copy(update=changes))
    if isinstance(value, tuple):
        return cast("_Given", tuple(_poisoned(item, payloads) for item in value))
    return value
