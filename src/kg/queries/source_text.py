"""The characters of the documents that a graph was read from, read back from it: the passages of a document, in order, hold every one."""

from __future__ import annotations

import json
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.queries.stored import stored_queries
from kg.sorting import LineSorter
from kg.store.port import Solutions, lexical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.store.port import Store


_BYTES_IN_MEMORY = 8 * 1024 * 1024
"""Passages that are sorted at a time; as objects they take several times as much."""


@dataclass(frozen=True)
class SourceFile:
    """What the graph says of a text file: how long it was, and how its characters were written."""

    iri: str
    name: str
    sha256: str
    form: str
    codec: str
    mark: bytes
    characters: int
    deviations: dict[int, bytes]

    def deviating(self, start: int, end: int) -> list[int]:
        """Offsets between ``start`` and ``end`` at which a character was written in other bytes than ``codec`` writes."""
        return self._offsets[bisect_left(self._offsets, start) : bisect_left(self._offsets, end)]

    def written(self, start: int, text: str) -> bytes:
        """``text``, which begins at offset ``start``, in the bytes of the file; characters that stood there in other bytes keep them."""
        begin = start
        content = b""
        for offset in self.deviating(start, start + len(text)):
            content += text[begin - start : offset - start].encode(self.codec) + self.deviations[offset]
            begin = offset + 1
        return content + text[begin - start :].encode(self.codec)

    @cached_property
    def _offsets(self) -> list[int]:
        return sorted(self.deviations)


def source_files(store: Store) -> list[SourceFile]:
    """All documents of the graph, by name."""
    found: dict[str, SourceFile] = {}
    for row in _answers(store, "documents"):
        iri, name, sha256, form, codec, mark, characters, deviation = row
        deviations = dict([_deviation(deviation)]) if deviation else {}
        known = found.setdefault(iri, SourceFile(iri, name, sha256, form, codec, bytes.fromhex(mark), int(characters or 0), deviations))
        known.deviations.update(deviations)
    return sorted(found.values(), key=lambda file: (file.name, file.iri))


def _deviation(written: str) -> tuple[int, bytes]:
    offset, _, raw = written.partition(":")
    return int(offset), bytes.fromhex(raw)


def _answers(store: Store, name: str) -> Iterator[list[str]]:
    answer = store.query(stored_queries("source")[name].text)
    if not isinstance(answer, Solutions):
        raise TypeError(name)
    return ([lexical(term) for term in row] for row in answer.rows)


def passages_in_order(store: Store, files: Iterable[SourceFile], place: Path) -> Iterator[tuple[SourceFile, int, int, str]]:
    """Document, start, end and text of the passages of ``files``, document by document in their order, sorted on disk in ``place``."""
    wanted = {file.iri: file for file in files}
    sorter = LineSorter(place, _BYTES_IN_MEMORY)
    for iri, start, end, text in _answers(store, "characters"):
        if iri in wanted:
            sorter.add([json.dumps([iri, start.zfill(12), end, text]).encode() + b"\n"])
    for line in sorter.sorted():
        iri, start, end, text = json.loads(line)
        yield wanted[iri], int(start), int(end), text
