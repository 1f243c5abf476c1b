"""Where a place of a source stands in the workbook of the report."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.validate.findings import Place
    from kg.validate.report.layout import TableSheet
    from kg.validate.report.passages import Piece


@dataclass(frozen=True, slots=True)
class Address:
    """A cell of the workbook, and what stands in it."""

    sheet: str
    row: int
    column: int
    piece: Piece

    @property
    def cell(self) -> str:
        """``F7``."""
        return f"{get_column_letter(self.column)}{self.row}"

    @property
    def label(self) -> str:
        """``平成30年度開始分!F7``."""
        return f"{self.sheet}!{self.cell}"

    @property
    def target(self) -> str:
        """The same as the target of a link within the workbook."""
        title = self.sheet.replace("'", "''")
        return f"'{title}'!{self.cell}"


class Addresses:
    """Addresses by the place in the source."""

    def __init__(self, sheets: Iterable[TableSheet]) -> None:
        self._found: dict[tuple[str, str], list[Address]] = {}
        for sheet in sheets:
            for number, row in enumerate(sheet.rows, start=1):
                for column, piece in row.pieces.items():
                    if piece.source:
                        self._found.setdefault((piece.source, piece.cell), []).append(Address(sheet.title, number, column, piece))
        for addresses in self._found.values():
            addresses.sort(key=lambda address: address.piece.start)

    def at(self, source: str, cell: str, start: int) -> Address | None:
        """The cell that holds character ``start`` of ``source`` (of its ``cell``, where it is a workbook), or the nearest before it."""
        addresses = self._found.get((source, cell), [])
        index = bisect_right(addresses, start, key=lambda address: address.piece.start)
        return addresses[max(index - 1, 0)] if addresses else None

    def of(self, place: Place | None) -> Address | None:
        """The cell of a finding; None where it was read from nowhere, or from a row that the table does not show."""
        found = self.at(place.source, place.cell, place.start) if place else None
        return found if found and place and (place.cell or found.piece.row == place.row) else None
