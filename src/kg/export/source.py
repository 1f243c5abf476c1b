"""The source itself, written again from the graph alone: the passages of a document, in order, hold every character of it."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ExportError, GraphError
from kg.queries.source_text import SourceFile, passages_in_order, source_files

if TYPE_CHECKING:
    from kg.store.port import Store


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
            for _, start, end, text in passages_in_order(store, [file], Path(place)):
                if start < at or len(text) != end - start:
                    raise GraphError(
                        f"文字 {start}–{end} の区間が重なっているか、長さが合いません。何も書きませんでした。",
                        f"the passage of characters {start}-{end} overlaps another or has another length than its text; nothing was written",
                        where=file.name,
                    )
                if start > at:
                    gaps.append((at, start))
                at = end
                content = file.written(start, text)
                stream.write(content)
                digest.update(content)
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
