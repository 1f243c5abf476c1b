"""Rows and items that stand under their government already: none is counted twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.alike import LEAST_WORDS, wording
from kg.text.names import is_none
from kg.text.width import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.faults import Reporter
    from kg.extract.governments import Block, Government
    from kg.extract.records import Finding, Intervention
    from kg.sources.cells import Column, Span

_ALL: tuple[Column, ...] = ("contractor", "interventions", "results")


def repeated_rows(report: Reporter, government: Government, blocks: list[ReadBlock]) -> Iterator[Finding]:
    """Rows that stand word for word, or but for their figures or their department, under the same government already.

    The second is not counted; its characters stay in the partition.
    """
    seen: set[tuple[str, ...]] = set()
    worded: set[tuple[str, str]] = set()
    for block, read in zip(government.blocks, blocks, strict=True):
        said, words, whole = _said(block), (block.department, wording(block.row)), _whole(block)
        if read.commission and any(said[2:]) and (said in seen or (words[1] and words in worded) or (whole and whole in seen)):
            differs = "" if said in seen else "department" if whole in seen else "figures"
            yield _told(report, read, read.commission.span, differs)
            read.commission, read.interventions, read.outcomes, read.readings = None, [], [], []
        seen |= {said, whole}
        worded.add(words)


def repeated_items(report: Reporter, blocks: list[ReadBlock]) -> Iterator[Finding]:
    """Items that stand word for word in the same cell, under the same heading, already: the second is not counted, its results are those of the first."""
    for read in blocks:
        first: dict[tuple[str, str], Intervention] = {}
        again: dict[int, int] = {}
        for item in read.interventions:
            words = squeezed(item.text)
            above = first.setdefault((item.heading, words), item) if len(words) >= LEAST_WORDS else item
            if above is item:
                continue
            again[item.item] = above.item
            ja = f"事業内容「{item.marker}」は、同じ欄の「{above.marker}」と一字一句同じです。二度目は数えませんでした。余分であれば除いてください。"
            en = f"the item {item.marker!r} stands word for word in this cell as {above.marker!r} already; its second appearance was not counted; delete it if it is not meant"
            yield report.finding("warning", "other", ja, en, item.span, (above.span,))
        if again:
            read.interventions = [item for item in read.interventions if item.item not in again]
            read.outcomes = [
                replace(one, interventions=tuple(dict.fromkeys(again.get(at, at) for at in one.interventions))) for one in read.outcomes
            ]


def _said(block: Block) -> tuple[str, ...]:
    pieces = [block.row[column] for column in _ALL]
    return (block.department, *(piece.text.strip() if piece else "" for piece in pieces))


def _whole(block: Block) -> tuple[str, ...]:
    """The same without the department, where activities and results are both the row's own: two departments hardly do and reach the very same."""
    own = [block.row[column] for column in ("interventions", "results")]
    if any(piece is None or piece.cell.repeated or is_none(piece.text) for piece in own):
        return ()
    return tuple(squeezed(piece.text) if piece else "" for piece in (block.row[column] for column in _ALL))


def _told(report: Reporter, read: ReadBlock, span: Span, differs: str) -> Finding:
    ja = "この行は、同じ自治体の上の行と一字一句同じです。二度目の行は数えませんでした。余分であれば除いてください。"
    en = "this row stands word for word under the same government already; its second appearance was not counted"
    if differs == "figures":
        ja = "この行は、数字のほかは同じ自治体の上の行と同じで、二度書かれています。二度目の行は数えませんでした。どちらの数字が正しいか確かめ、余分な行を除いてください。"
        en = "but for figures this row stands under the same government already; its second appearance was not counted; check which figures are right"
    elif differs == "department":
        ja = "この行は、担当部署のほかは同じ自治体の上の行と一字一句同じで、二度書かれています。二度目の行は数えませんでした。どちらの部署が正しいか確かめ、余分な行を除いてください。"
        en = "but for its department this row stands under the same government already; its second appearance was not counted; check which department is right"
    return report.finding("warning", "other", ja, en, span, tuple(passage.span for passage in read.coverage.passages()))
