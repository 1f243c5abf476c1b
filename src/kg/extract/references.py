"""Numbers of items that a text names although the programme content has no such item: 「⑦の研修会の修了者」."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.marks import CIRCLED, ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.faults import Reporter
    from kg.extract.governments import Government
    from kg.extract.records import Finding

_NAMED = re.compile(rf"(?<=上記)[{CIRCLED}]|(?<=前記)[{CIRCLED}]|[{CIRCLED}](?=\s?(?:の|と|に|において|により|を|で|及び))")


def reference_findings(report: Reporter, government: Government, blocks: list[ReadBlock]) -> Iterator[Finding]:
    """One finding for each circled number in prose that is the number of no item.

    What begins an item or a section, and a list within an item (①電話②面接), names none.
    """
    marks = {item.marker for block in government.blocks if block.items for item in block.items.items}
    numbers = {ordinal(mark) for mark in marks if mark in CIRCLED} if marks - {""} else set()
    if not numbers:
        return
    for block, read in zip(government.blocks, blocks, strict=True):
        own = {item.marker_at[0] for item in block.items.items if item.marker_at} if block.items else set()
        named = {at for reading, _ in read.readings for at in range(reading.section.begin, reading.section.body)}
        for piece, marks_of in ((block.row["interventions"], own), (block.row["results"], named)):
            if piece is None or not read.commission:
                continue
            for match in _NAMED.finditer(piece.text):
                number = ordinal(match[0])
                listed = number > 1 and CIRCLED[number - 2] in piece.text[max(0, match.start() - 40) : match.start()]
                if number not in numbers and not listed and match.start() not in marks_of:
                    ja = f"「{match[0]}」の項目は、事業内容にありません。項目の番号を確かめてください。"
                    en = f"{match[0]} is the number of no item of the programme; check it"
                    yield report.finding("warning", "other", ja, en, piece.span(*match.span()))
