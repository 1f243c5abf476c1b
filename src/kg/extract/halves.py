"""The two halves of what a row tells, activities and results: one is empty beside the other, or they stand in each other's cell."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.commissions import words_of
from kg.extract.results import read_results
from kg.extract.understanding import understand
from kg.text.names import is_none

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.faults import Reporter
    from kg.extract.governments import Government
    from kg.extract.records import Finding
    from kg.sources.cells import DataRow

_RESULT_MARK = re.compile(r"\s*[■□◆◇▪]")
"""What results begin with; an activity begins with its number, a dot or plain words."""
_ACTIVITY = re.compile(r"を[^。]*(?<!た)。")
"""A sentence on what is done to something; what was done is a result in words."""


def put_right(row: DataRow) -> DataRow:
    """The row with activities and results in their own columns, if it has them in each other's: the same row where it does not."""
    content, results = row["interventions"], row["results"]
    if content is None or results is None or not _exchanged(content.text, results.text):
        return row
    return replace(row, pieces={**row.pieces, "interventions": results, "results": content})


def _exchanged(content: str, results: str) -> bool:
    """Whether activities are marked and counted as results are and make no sentence, while the results are sentences about activities."""
    if not _RESULT_MARK.match(content) or "。" in content or not _ACTIVITY.search(results) or _RESULT_MARK.match(results):
        return False
    return _figures(content) > _figures(results) and bool(understand(results).types)


def _figures(text: str) -> int:
    return sum(len(reading.figures) for reading in read_results(text))


def lacks_activities(row: DataRow) -> bool:
    """Whether somebody has results, but no activities; a row without contractor is told as such already."""
    content, results = row["interventions"], row["results"]
    silent = content is None or is_none(content.text)
    return silent and row["contractor"] is not None and results is not None and not is_none(results.text)


def half_findings(report: Reporter, government: Government, blocks: list[ReadBlock]) -> Iterator[Finding]:
    """Rows of which the activities are not there, or changed places with the results."""
    for block, read in zip(government.blocks, blocks, strict=True):
        content, results = block.row["interventions"], block.row["results"]
        if read.commission and results and lacks_activities(block.row):
            ja = "活動実績がありますが、主な事業内容の欄が空です。事業内容が抜けていないか確かめ、書き入れてください。"
            en = "there are results here, but the cell of the activities is empty; check whether they are missing and write them"
            yield report.finding("warning", "other", ja, en, words_of(content or results))
        elif block.exchanged and results:
            ja = "この行は「主な事業内容」と「主な活動実績」の欄が入れ替わっています。内容から正しい欄を判断しました。"
            en = "the cells of activities and results of this row changed places; they were told apart by what they say"
            yield report.finding("info", "shifted-column", ja, en, words_of(results))
