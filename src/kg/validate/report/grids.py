"""Rows of a table as HTML shows them: under the ministry's columns where they are rows of the table, else cell by cell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.errors import Message
from kg.validate.report.marking import Mark, Piece, pieces, visible
from kg.validate.report.rows import COLUMNS
from kg.validate.report.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.validate.findings import Place
    from kg.validate.report.labels import Labels
    from kg.validate.report.rows import Cell, Row

Numbered = tuple[int, str, "Place"]
"""Number of a finding, the letter of its severity, where it stands."""

_GRAVEST = "vwi"


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of a cell as it is written: ``letter`` of the gravest finding about it; ``hidden`` counts what is folded away or, without text, left out."""

    text: str
    letter: str
    findings: tuple[int, ...]
    ends: tuple[int, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell over one or more columns; without pieces where the row has none there. ``name`` is that of its columns."""

    name: Message
    width: int
    where: str
    pieces: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns, and rows of slots that fill them."""

    columns: tuple[Message, ...]
    rows: tuple[tuple[Slot, ...], ...]


class _Writer:
    """Writes cells until the budget of folded characters is used up."""

    def __init__(self, marks: Sequence[Numbered], budget: int) -> None:
        self._marks = marks
        self._letters = {number: letter for number, letter, _ in marks}
        self.budget = budget

    def slot(self, cell: Cell, name: Message, width: int) -> Slot:
        found: list[Mark] = []
        for number, _, place in self._marks:
            if span := cell.within(place):
                found.append((*span, number))
        where = cell.cell.rpartition("!")[2]
        return Slot(name, width, where, tuple(self._shown(piece) for piece in pieces(cell.text, found)))

    def _shown(self, piece: Piece) -> Shown:
        text, hidden = visible(piece.text), len(piece.text) if piece.hidden else 0
        if hidden > self.budget:
            text = ""
        elif hidden:
            self.budget -= hidden
        letter = min((self._letters[number] for number in piece.findings), key=_GRAVEST.index, default="")
        return Shown(text, letter, piece.findings, piece.ends, hidden)


def grids_of(rows: Sequence[Row], marks: Sequence[Numbered], labels: Labels, budget: int) -> tuple[list[Grid], int]:
    """The rows as grids, and how many characters may still be folded away."""
    writer = _Writer(marks, budget)
    made: list[Grid] = []
    for row in rows:
        grid = _of_table(row, row.spans, writer, labels) if row.spans else _as_it_stands(row, writer, labels)
        if made and made[-1].columns == grid.columns:
            made[-1] = replace(made[-1], rows=(*made[-1].rows, *grid.rows))
        else:
            made.append(grid)
    return made, writer.budget


def _of_table(row: Row, spans: Sequence[tuple[int, int]], writer: _Writer, labels: Labels) -> Grid:
    """All columns of the table, also those in which the row has nothing; that of the number only where it is one of its own."""
    first = 0 if any(last == 0 for _, last in spans) else 1
    names = [labels("table-column", column) for column in COLUMNS]
    slots: list[Slot] = []
    at = first
    for cell, (leftmost, end) in zip(row.cells, spans, strict=True):
        begin = max(leftmost, first)
        slots += [Slot(name, 1, "", ()) for name in names[at:begin]]
        slots.append(writer.slot(cell, _joined(names[begin : end + 1]), end - begin + 1))
        at = end + 1
    slots += [Slot(name, 1, "", ()) for name in names[at:]]
    return Grid(tuple(names[first:]), (tuple(slots),))


def _as_it_stands(row: Row, writer: _Writer, labels: Labels) -> Grid:
    names = tuple(_name(cell, labels) for cell in row.cells)
    return Grid(names, (tuple(writer.slot(cell, name, 1) for cell, name in zip(row.cells, names, strict=True)),))


def _name(cell: Cell, labels: Labels) -> Message:
    """What the cell is: the columns that its words are of, else the role of the most of them."""
    if cell.columns:
        return _joined([labels("table-column", column) for column in cell.columns])
    return labels("passage-role", cell.roles[0]) if cell.roles else say("column", number=cell.column)


def _joined(names: Sequence[Message]) -> Message:
    comma = say("separator")
    return Message(comma.ja.join(name.ja for name in names), comma.en.join(name.en for name in names))
