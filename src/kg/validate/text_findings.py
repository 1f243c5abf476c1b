"""Whether the graph still holds the very text that it was read from: a document written from its passages has the SHA-256 of the file."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.errors import Message
from kg.queries.source_text import passages_in_order, source_files
from kg.store.embedded import EmbeddedStore
from kg.validate.findings import Finding
from kg.validate.places import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.queries.source_text import SourceFile
    from kg.store.port import Store
    from kg.validate.nodes import Nodes

RULE = "check/text-as-read"
_MESSAGE = Message(
    "出典の箇所の文字と、読み取ったファイルの SHA-256 が合いません。引用のどこかか、SHA-256 または文字コードの記載が書き換えられています。",
    "the characters of the passages do not have the SHA-256 of the file that was read: some quote was changed, or the SHA-256 or encoding that is stated",
)
_UNWRITTEN = Message(
    "出典の箇所の文字は、書かれている文字コードでは表せません。その文字コードがないか、別のファイルのものです。",
    "the characters of the passages cannot be written in the encoding that is stated: there is no such encoding, or it is that of another file",
)
_REPAIR = Message("出典のファイルから作り直してください。", "build the graph anew from the source file")


def text_findings(nodes: Nodes, base: str) -> Iterator[Finding]:
    """Documents whose text is another. That of a workbook is not looked at: its bytes are not made of characters."""
    store = EmbeddedStore(nodes.store)
    files = [file for file in source_files(store) if file.codec]
    sums = _sums(store, files)
    for file in files:
        if sums[file.iri] != file.sha256:
            place = place_of(nodes, NamedNode(file.iri))
            yield Finding(
                "violation", "other", f"{base}{RULE}", file.iri, file.name, _MESSAGE if sums[file.iri] else _UNWRITTEN, _REPAIR, place
            )


def _sums(store: Store, files: Sequence[SourceFile]) -> dict[str, str]:
    """SHA-256 of each document as its passages have it; empty where they cannot be written in its encoding."""
    unwritten = set[str]()
    digests = {file.iri: hashlib.sha256(file.mark) for file in files}
    with tempfile.TemporaryDirectory() as place:
        for file, start, _, text in passages_in_order(store, files, Path(place)):
            try:
                digests[file.iri].update(file.written(start, text))
            except (UnicodeEncodeError, LookupError):  # an encoding may be said that there is not
                unwritten.add(file.iri)
    return {iri: "" if iri in unwritten else digest.hexdigest() for iri, digest in digests.items()}
