"""Rows that stand under their government already: none is counted twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.alike import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.faults import Reporter
    from kg.extract.governments import Block, Government
    from kg.extract.records import Finding
    from kg.sources.cells import Span


def repeated_rows(report: Reporter, government: Government, blocks: list[ReadBlock]) -> Iterator[Finding]:
    """Rows that stand word for word, or but for their figures, under the same government already.

    The second is not counted; its characters stay in the partition.
    """
    seen: set[tuple[str, ...]] = set()
    worded: set[tuple[str, str]] = set()
    for block, read in zip(government.blocks, blocks, strict=True):
        said, words = _said(block), (block.department, wording(block.row))
        if read.commission and any(said[2:]) and (said in seen or (words[1] and words in worded)):
            yield _told(report, read, read.commission.span, edited=said not in seen)
            read.commission, read.interventions, read.outcomes, read.readings = None, [], [], []
        seen.add(said)
        worded.add(words)


def _said(block: Block) -> tuple[str, ...]:
    pieces = [block.row[column] for column in ("contractor", "interventions", "results")]
    return (block.department, *(piece.text.strip() if piece else "" for piece in pieces))


def _told(report: Reporter, read: ReadBlock, span: Span, *, edited: bool) -> Finding:
    ja = "この行は、同じ自治体の上の行と一字一句同じです。二度目の行は数えませんでした。余分であれば除いてください。"
    en = "this row stands word for word under the same government already; its second appearance was not counted"
    if edited:
        ja = "この行は、数字のほかは同じ自治体の上の行と同じで、二度書かれています。二度目の行は数えませんでした。どちらの数字が正しいか確かめ、余分な行を除いてください。"
        en = "but for figures this row stands under the same government already; its second appearance was not counted; check which figures are right"
    return report.finding("warning", "other", ja, en, span, tuple(passage.span for passage in read.coverage.passages()))
