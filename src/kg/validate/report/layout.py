"""The table as a ministry lays it out: all characters in the column that they belong to, one sheet a table, rebuilt from passages.

A copy of a PDF runs cells together and shifts rows. Where its characters belong is told by their roles, which the reading decided; a workbook is
taken as it stands, cell by cell.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal

from kg.text.vocabulary import code_list
from kg.text.width import squeezed
from kg.validate.report.passages import Piece, source_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.validate.report.passages import Passage, SourceCell

COLUMNS = ("number", "government", "department", "contractor", "interventions", "results")
_LEFT = COLUMNS[:4]
_COLUMN_OF = dict.fromkeys(("marker", "heading", "item", "stage"), 5) | dict.fromkeys(
    ("indicator", "figure", "unit", "counting", "date"), 6
)
RowKind = Literal["title", "header", "data", "other"]
_BRACKET = re.compile(r"【([^】]+)】")


@dataclass
class ReportRow:
    """A row of a report: its pieces by column, from 1."""

    kind: RowKind
    pieces: dict[int, Piece]


@dataclass
class TableSheet:
    """One sheet: its rows from 1, and the areas that are merged (first row and column, last row and column)."""

    title: str
    source: str
    rows: list[ReportRow] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    @property
    def header(self) -> int:
        """Last row of the first heading; 0 where there is none."""
        first = next((number for number, row in enumerate(self.rows, start=1) if row.kind == "header"), 0)
        while first and first < len(self.rows) and self.rows[first].kind == "header":
            first += 1
        return first


def sheets_of(source: str, name: str, passages: Sequence[Passage]) -> list[TableSheet]:
    """The sheets that show the document ``source``, whose file is called ``name``."""
    read = [passage for passage in passages if passage.role != "correction"]
    if any(passage.cell for passage in read):
        return list(_workbook_sheets(source, read))
    return _Text(source, name).sheets(read)


# -- a workbook: every cell where it stood --------------------------------------------------------------------------------------------------


def _workbook_sheets(source: str, passages: Sequence[Passage]) -> Iterator[TableSheet]:
    for title, of_sheet in itertools.groupby(passages, key=lambda passage: passage.cell.rpartition("!")[0]):
        sheet, until = TableSheet(title, source), dict[int, int]()
        for cells in source_rows(source, list(of_sheet)):
            number = cells[0].passages[0].row
            sheet.rows += [ReportRow("other", {}) for _ in range(len(sheet.rows), number - 1)]
            pieces = {cell.column: piece for cell in cells if (piece := cell.piece())}
            sheet.rows.append(ReportRow(_kind(cells), pieces))
            for at, piece in pieces.items():
                if piece.row_span > 1 and until.get(at, 0) < number:
                    until[at] = number + piece.row_span - 1
                    sheet.merged.append((number, at, until[at], at))
        yield sheet


def _kind(cells: Sequence[SourceCell]) -> RowKind:
    roles = set().union(*(cell.roles for cell in cells))
    if roles and roles <= {"title"}:
        return "title"
    if roles and roles <= {"header"}:
        return "header"
    return "data" if roles & (_COLUMN_OF.keys() | set(_LEFT) | {"leaked"}) else "other"


# -- a text: every character in its column --------------------------------------------------------------------------------------------------


@cache
def _headings() -> dict[str, str]:
    """Which column each heading stands for; ``group`` is the one over the last two."""
    return {squeezed(cue): row.notation for row in code_list("table-column").rows for cue in row.cues}


class _Text:
    """Lays out the rows of a text one after the other; a title that differs from the one above begins a sheet."""

    def __init__(self, source: str, name: str) -> None:
        self._source = source
        self._name = name
        self._done: list[TableSheet] = []
        self._headings: dict[str, Piece] = {}

    def sheets(self, passages: Sequence[Passage]) -> list[TableSheet]:
        waiting: list[ReportRow] = []
        for cells in source_rows(self._source, passages):
            kind = _kind(cells)
            if kind == "title":
                waiting.append(ReportRow(kind, _as_they_stand(cells)))
                continue
            self._begin(waiting)
            waiting = []
            if kind == "header":
                self._header(cells)
            elif kind == "data":
                self._heading_rows()
                self._sheet.rows.append(ReportRow(kind, _in_columns(cells)))
            elif pieces := _as_they_stand(cells):
                self._sheet.rows.append(ReportRow(kind, pieces))
        self._begin(waiting)
        return self._done

    @property
    def _sheet(self) -> TableSheet:
        if not self._done:
            self._done.append(TableSheet(self._name, self._source))
        return self._done[-1]

    def _begin(self, titles: list[ReportRow]) -> None:
        """Put titles that were waiting for the row below them where they belong."""
        if not titles:
            return
        words = [piece.text for row in titles for piece in row.pieces.values()]
        known = [piece.text for row in self._done[-1].rows if row.kind == "title" for piece in row.pieces.values()] if self._done else []
        if words != known[: len(words)]:
            bracket = _BRACKET.search(unicodedata.normalize("NFKC", "".join(words)))
            if self._done and not known and not any(row.kind == "data" for row in self._sheet.rows):
                self._sheet.title = bracket[1] if bracket else words[0]  # notes above the first title belong to its sheet
            else:
                self._done.append(TableSheet(bracket[1] if bracket else words[0], self._source))
            self._headings = {}
        self._sheet.rows += titles

    def _header(self, cells: Sequence[SourceCell]) -> None:
        """Collect headings until a row of the table comes; those repeated on every page are the same ones."""
        for cell in cells:
            piece = cell.piece()
            if piece:
                self._headings.setdefault(_headings().get(squeezed(piece.text), piece.text), piece)

    def _heading_rows(self) -> None:
        """Above the first row of a table: one row of headings, or two where one heading spans the last two columns."""
        if any(row.kind == "header" for row in self._sheet.rows):
            return
        found = [self._headings.get(name) or _own(code_list("table-column").label(name, "ja")) for name in COLUMNS]
        named = dict(enumerate(found, start=1))
        group = self._headings.get("group")
        if group is None:
            self._sheet.rows.append(ReportRow("header", named))
            return
        self._sheet.rows += [
            ReportRow("header", {at: named[at] for at in range(1, 5)} | {5: group}),
            ReportRow("header", {at: named[at] for at in (5, 6)}),
        ]
        first = len(self._sheet.rows) - 1
        self._sheet.merged += [*((first, at, first + 1, at) for at in range(1, 5)), (first, 5, first, 6)]


def _own(text: str) -> Piece:
    """A heading that the source lacks."""
    return Piece("", 0, "", 0, 0, "", text)


def _as_they_stand(cells: Sequence[SourceCell]) -> dict[int, Piece]:
    """A title or note in the first column; several cells by their places."""
    found = [(cell.column, piece) for cell in cells if (piece := cell.piece())]
    return {1: found[0][1]} if len(found) == 1 else dict(found)


def _in_columns(cells: Sequence[SourceCell]) -> dict[int, Piece]:
    """The pieces of a row by the column that each belongs to."""
    pieces: dict[int, Piece] = {}
    unsure: list[tuple[int, Piece]] = []
    for cell in cells:
        if cell.roles & set(_LEFT):
            pieces.update(_left(cell))
            continue
        piece = cell.piece()
        if piece is None:
            continue  # white space
        column = 5 if "item" in cell.roles else next((_COLUMN_OF[role] for role in sorted(cell.roles) if _COLUMN_OF.get(role) == 6), 0)
        if column and column not in pieces:
            pieces[column] = piece
        else:
            unsure.append((cell.column, piece))
    return _with_unsure(pieces, unsure)


def _left(cell: SourceCell) -> Iterator[tuple[int, Piece]]:
    """Number, government, department and contractor of a cell, which may hold several of them."""
    starts = [index for index, passage in enumerate(cell.passages) if passage.role in _LEFT]
    begins = [index for n, index in enumerate(starts) if n == 0 or cell.passages[index].role != cell.passages[starts[n - 1]].role]
    for n, index in enumerate(begins):
        end = begins[n + 1] if n + 1 < len(begins) else len(cell.passages)
        piece = cell.piece(cell.passages[0 if n == 0 else index : end])
        if piece:
            yield _LEFT.index(cell.passages[index].role) + 1, piece


def _with_unsure(pieces: dict[int, Piece], unsure: list[tuple[int, Piece]]) -> dict[int, Piece]:
    """Cells whose words do not tell their column (leaked, unread, a dash): as far right as their order in the row allows."""
    for _, piece in reversed(unsure):
        behind = min((column for column, other in pieces.items() if other.start > piece.start), default=len(COLUMNS) + 1)
        before = max((column for column, other in pieces.items() if other.start < piece.start), default=0)
        free = [column for column in range(before + 1, behind) if column not in pieces]
        column = free[-1] if free else max([*pieces, len(COLUMNS)]) + 1  # more cells than the table has columns: beside it
        pieces[column] = piece
    return dict(sorted(pieces.items()))
