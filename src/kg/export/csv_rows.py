"""Rows as CSV that every reader takes for the same rows."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def write_rows(stream: TextIO, header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write header and rows, lines ending in LF; return how many rows there were."""
    count = 0
    plain, quoting = csv.writer(stream, lineterminator="\n"), csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL)
    plain.writerow(header)
    for row in rows:
        # csv quotes only for its own line end; a lone CR in a value would end the row for most readers
        (quoting if any("\r" in value for value in row) else plain).writerow(row)
        count += 1
    return count
