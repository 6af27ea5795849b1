"""The search index: scripts that hand their data to the search in the page.

They are scripts and not data, because a page opened from a folder may load scripts only. What is
loaded for a query does not depend on the size of the whole: a root that says where to look, the
parts of the lexicon around each word, and the excerpts of the results.
"""

from __future__ import annotations

import hashlib
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.search.coding import written
from generator.search.excerpts import EXCERPTS, body_files, excerpt, excerpt_files
from generator.search.folding import read_folding
from generator.search.lexicon import entries, reversed_words
from generator.search.numbering import number
from generator.search.shards import packed, term_shards, word_shards
from generator.search.tagging import tagged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.search.folding import Folding
    from generator.search.lexicon import Entry
    from generator.search.numbering import Numbering
    from generator.search.record import Concept, SearchRecord

__all__ = ["search_files"]

_GENERATION = 12
"""Characters of the name that all files of one edition of the index share."""


def search_files(
    records: Iterable[SearchRecord], concepts: Iterable[Concept]
) -> Mapping[str, bytes]:
    """Return every file of the index by its name below ``search/``.

    The files stand in a folder named after their content, so that a page never mixes editions;
    only ``root.js`` keeps its name.
    """
    folding = read_folding()
    numbering = number(records)
    ordered = sorted(concepts, key=lambda concept: concept.id)
    tags = tagged(numbering.records, ordered, folding)
    lexicon = entries(numbering, ordered, tags, folding)
    root, files = _root(numbering), {}
    for name, payload in _parts(root, numbering, lexicon, folding):
        files[name] = _script(name, payload)
    generation = _generation(files)
    root_script = _script("root", packed({"generation": generation, **root}))
    inside = {f"{generation}/{name}.js": files[name] for name in sorted(files)}
    return MappingProxyType({"root.js": root_script, **inside})


def _root(numbering: Numbering) -> dict[str, object]:
    return {
        "records": len(numbering.records),
        "languages": {tag: written(coded) for tag, coded in numbering.languages},
        "excerpts": EXCERPTS,
    }


def _parts(
    root: dict[str, object], numbering: Numbering, lexicon: Sequence[Entry], folding: Folding
) -> Iterator[tuple[str, str]]:
    """Yield name and payload of each file, and note in the root where each begins."""
    for letter, field, found in (
        ("t", "terms", term_shards(lexicon)),
        ("r", "reversed", word_shards(reversed_words(lexicon, folding))),
    ):
        shards = list(found)
        root[field] = [shard.start for shard in shards]
        yield from ((f"{letter}{place}", shard.payload) for place, shard in enumerate(shards))
    excerpts = [excerpt(unit.text) for unit in numbering.units]
    for place, payload in enumerate(excerpt_files(numbering, excerpts)):
        yield f"e{place}", payload
    bodies = list(body_files(excerpts)) if any(item.rest for item in excerpts) else []
    root["bodies"] = written(
        first - before for (before, _), (first, _) in zip([(0, ""), *bodies], bodies, strict=False)
    )
    yield from ((f"b{place}", payload) for place, (_, payload) in enumerate(bodies))
    yield "han", packed(_han(lexicon, folding))


def _han(lexicon: Sequence[Entry], folding: Folding) -> str:
    """Return the other forms of the Chinese characters in the index, each before the one used."""
    characters = "".join(entry.term for entry in lexicon if not folding.is_word(entry.term))
    return "".join(
        form + target for form, target in sorted(folding.variants_of(characters).items())
    )


def _script(name: str, payload: str) -> bytes:
    # Line separators are ends of line in old JavaScript.
    safe = payload.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'siteSearchData("{name}",{safe});\n'.encode()


def _generation(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name])
    return digest.hexdigest()[:_GENERATION]
