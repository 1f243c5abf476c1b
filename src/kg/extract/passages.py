"""The partition of a document into passages: every character has exactly one role."""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import TYPE_CHECKING

from kg.extract.records import Passage, Role
from kg.sources.cells import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.sources.cells import Cell, RawRow

_ROLES: tuple[Role, ...] = (
    "title", "header", "number", "government", "department", "contractor", "marker", "heading", "item", "stage", "indicator", "figure", "unit",
    "date", "counting", "note", "separator", "leaked", "unread",
)  # fmt: skip
_CODE = {role: index + 1 for index, role in enumerate(_ROLES)}
_BLANK_CODES = {_CODE["separator"]}


class Coverage:
    """Roles of the characters of one row, painted span by span; a later span does not cover an earlier one unless asked to.

    What stands between the cells (tabs, commas, quotes, line ends) is a separator from the start, so that no run holds more than one cell.
    """

    def __init__(self, row: RawRow) -> None:
        self._row = row.line
        self._rows = {"" if row.raw else cell.where: 1 if row.raw else cell.rows for cell in row.cells if not cell.repeated}
        self._grounds = (
            [("", row.start, row.raw)] if row.raw else [(cell.where, 0, cell.text) for cell in row.cells if cell.text and not cell.repeated]
        )
        self._paint = {where: bytearray(len(text)) for where, _, text in self._grounds}
        self._start = {where: start for where, start, _ in self._grounds}
        self._columns = {where: bytearray(len(text)) for where, _, text in self._grounds}
        for cell in row.cells:
            self._enter(cell, "" if row.raw else cell.where)
        for where, columns in self._columns.items():
            for index, column in enumerate(columns):
                if not column:
                    self._paint[where][index] = _CODE["separator"]

    def _enter(self, cell: Cell, where: str) -> None:
        """Note which characters are the cell's."""
        if where in self._columns and not cell.repeated:
            begin, size = cell.start - self._start[where], cell.at(len(cell.text)) - cell.start
            self._columns[where][begin : begin + size] = bytes([cell.position + 1]) * size

    def mark(self, span: Span | None, role: Role, *, over: bool = False) -> None:
        """Give the characters of ``span`` their role; ``over`` replaces roles given before."""
        if span is None or span.cell not in self._paint:
            return
        paint, start = self._paint[span.cell], self._start[span.cell]
        for index in range(max(span.start - start, 0), min(span.end - start, len(paint))):
            if over or not paint[index]:
                paint[index] = _CODE[role]

    def fill(self, role: Role) -> None:
        """Give every visible character without role this one."""
        for where, _, text in self._grounds:
            paint = self._paint[where]
            for index, char in enumerate(text):
                if not paint[index] and not char.isspace():
                    paint[index] = _CODE[role]

    def leak(self, span: Span) -> None:
        """Turn whatever the span holds, separators aside, into leaked text."""
        if span.cell not in self._paint:
            return  # the lower cell of a vertical merge shows the text of the top one
        paint, start = self._paint[span.cell], self._start[span.cell]
        for index in range(span.start - start, min(span.end - start, len(paint))):
            if paint[index] not in _BLANK_CODES:
                paint[index] = _CODE["leaked"]

    def unread(self) -> Iterator[Span]:
        """Runs of words that got no role."""
        for where, start, text in self._grounds:
            paint = self._paint[where]
            for match in re.finditer(rb"\x00+", bytes(paint)):
                words = text[match.start() : match.end()]
                if any(unicodedata.category(char)[0] in "LN" for char in words):
                    yield _trimmed(Span(start + match.start(), start + match.end(), where), words)

    def passages(self) -> list[Passage]:
        """The row's passages in order; signs and spaces without role are separators, words without role unread."""
        for span in list(self.unread()):
            self.mark(span, "unread")
        return [passage for where, start, text in self._grounds for passage in self._runs(where, start, text)]

    def _runs(self, where: str, start: int, text: str) -> Iterator[Passage]:
        """Runs of one role within one cell."""
        kinds = [(code or _CODE["separator"], column) for code, column in zip(self._paint[where], self._columns[where], strict=True)]
        begin = 0
        for (code, column), run in itertools.groupby(kinds):
            end = begin + sum(1 for _ in run)
            yield Passage(
                Span(start + begin, start + end, where), _ROLES[code - 1], text[begin:end], self._row, column, self._rows.get(where, 1)
            )
            begin = end


def _trimmed(span: Span, text: str) -> Span:
    """The span without the signs and spaces around its words."""
    inner = re.search(r"\w.*\w|\w", text, re.DOTALL)
    return Span(span.start + inner.start(), span.start + inner.end(), span.cell) if inner else span
