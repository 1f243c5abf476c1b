"""The source itself, written again from the graph alone: the passages of a document, in order, hold every character of it."""

from __future__ import annotations

import hashlib
import json
import tempfile
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ExportError, GraphError
from kg.queries.stored import stored_queries
from kg.sorting import LineSorter
from kg.store.port import Solutions, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from kg.store.port import Store


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


def chosen_file(store: Store, wanted: str) -> SourceFile:
    """The document named ``wanted`` (file name or beginning of its sum); where there is only one, it needs no name.

    Raises ExportError where none or several fit, and for a workbook, whose bytes are not made of characters.
    """
    files = source_files(store)
    fitting = [file for file in files if not wanted or file.name == wanted or file.sha256.startswith(wanted)]
    if len(fitting) != 1:
        listed = ", ".join(f"{file.name} ({file.sha256[:12]})" for file in files) or "—"
        raise ExportError(
            f"文書を一つに決められません。--document で指定してください。あるのは: {listed}",
            f"which document? name one with --document; there are: {listed}",
        )
    if not fitting[0].codec:
        raise ExportError(
            "Excel ブックはバイトの並びを復元できません。表は kg export csv などで書き出せます。",
            "the bytes of a workbook cannot be rebuilt; export its tables with kg export csv",
            where=fitting[0].name,
        )
    return fitting[0]


def export_source(store: Store, target: Path, wanted: str = "") -> None:
    """Write the document ``wanted`` to ``target``, byte for byte as it was read.

    Where the graph lacks some of its characters, all others are written, and GraphError says which are missing.
    """
    file = chosen_file(store, wanted)
    digest = hashlib.sha256(file.mark)
    gaps: list[tuple[int, int]] = []
    at = 0
    with tempfile.TemporaryDirectory(dir=target.parent) as place:
        draft = Path(place) / "draft"
        with draft.open("wb") as stream:
            stream.write(file.mark)
            for start, end, text in _passages(store, file, Path(place)):
                if start < at or len(text) != end - start:
                    raise GraphError(
                        f"文字 {start}–{end} の区間が重なっているか、長さが合いません。何も書きませんでした。",
                        f"the passage of characters {start}-{end} overlaps another or has another length than its text; nothing was written",
                        where=file.name,
                    )
                if start > at:
                    gaps.append((at, start))
                at = end
                _write(stream, digest, file, start, text)
        draft.replace(target)
    if at < file.characters:
        gaps.append((at, file.characters))
    if gaps:
        shown = ", ".join(f"{start}-{end}" for start, end in gaps[:20])
        missing = sum(end - start for start, end in gaps)
        raise GraphError(
            f"{missing} 文字がグラフにありません（{shown}）。残りは {target} に書きました。",
            f"the graph lacks {missing} characters ({shown}); all others were written to {target}",
            where=file.name,
        )
    if digest.hexdigest() != file.sha256:
        raise GraphError(
            f"書き出した内容が元の文書と一致しません（sha256 が違います）。{target} は使わないでください。",
            f"what was written differs from the document that was read (its sha256 is another); do not use {target}",
            where=file.name,
        )


def _passages(store: Store, file: SourceFile, place: Path) -> Iterator[tuple[int, int, str]]:
    """Start, end and text of the document's passages in their order, sorted on disk."""
    sorter = LineSorter(place)
    for iri, start, end, text in _answers(store, "characters"):
        if iri == file.iri:
            sorter.add([json.dumps([start.zfill(12), end, text]).encode() + b"\n"])
    for line in sorter.sorted():
        start, end, text = json.loads(line)
        yield int(start), int(end), text


def _write(stream: BinaryIO, digest: hashlib._Hash, file: SourceFile, start: int, text: str) -> None:
    """Write ``text``, which begins at offset ``start``; characters that stood there in other bytes keep them."""
    begin = start
    content = b""
    for offset in file.deviating(start, start + len(text)):
        content += text[begin - start : offset - start].encode(file.codec) + file.deviations[offset]
        begin = offset + 1
    content += text[begin - start :].encode(file.codec)
    stream.write(content)
    digest.update(content)
