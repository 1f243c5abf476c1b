"""The passages of every document of a graph, and the cells that they make up: what a table is rebuilt from."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kg import spreadsheets
from kg.queries.stored import stored_queries
from kg.store.port import Solutions, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.store.port import Store


class Passage(NamedTuple):
    """A run of characters with one role; ``column`` is 0 between cells, ``cell`` empty but in a workbook (``Sheet1!D7``)."""

    position: int
    row: int
    column: int
    row_span: int
    role: str
    cell: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one cell of a source that stand together in a cell of the report.

    ``source`` is the IRI of the document (empty for a heading that the source lacks), ``start`` and ``end`` are code points of it, or of its
    ``cell`` where it is a workbook; ``raw`` are the characters, ``text`` is what a reader sees, ``row_span`` over how many rows the cell is merged.
    """

    source: str
    row: int
    cell: str
    start: int
    end: int
    raw: str
    text: str
    row_span: int = 1

    def quoted(self, start: int, end: int) -> str:
        """The characters between two places of the document, as far as they stand in this piece."""
        return self.raw[max(start - self.start, 0) : max(end - self.start, 0)]


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell of a source with its passages; ``quoted`` where it stands in the quotes of a CSV file."""

    source: str
    column: int
    passages: tuple[Passage, ...]
    quoted: bool = False

    @property
    def roles(self) -> set[str]:
        """What its characters are."""
        return {passage.role for passage in self.passages if passage.role != "separator"}

    def piece(self, passages: Sequence[Passage] | None = None) -> Piece | None:
        """The cell, or a run of its passages, as a piece; None where nothing but white space is in it."""
        run = self.passages if passages is None else passages
        raw = "".join(passage.text for passage in run)
        text = raw.replace('""', '"') if self.quoted else raw
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not text.strip():
            return None
        first = run[0]
        return Piece(
            self.source, first.row, first.cell, first.start, run[-1].end, raw, text if first.cell else text.strip(), first.row_span
        )


def answers(store: Store, name: str) -> Iterator[list[str]]:
    """Rows of a stored query of the kind ``source``; what is unbound is empty."""
    answer = store.query(stored_queries("source")[name].text)
    if not isinstance(answer, Solutions):
        raise TypeError(name)
    return ([lexical(term) for term in row] for row in answer.rows)


def whole(value: str) -> int:
    """A whole number of a graph; 0 for what is none, which in a graph of somebody else is for the shapes to say."""
    return int(value) if value.isascii() and value.isdigit() else 0


def passages_by_document(store: Store) -> dict[str, list[Passage]]:
    """The passages of each document, in the order of the document."""
    found: dict[str, list[Passage]] = {}
    for source, position, row, column, span, role, cell, start, end, text in answers(store, "cells"):
        numbers = [whole(value) for value in (position, row, column, span)]
        passage = Passage(numbers[0], numbers[1], numbers[2], max(numbers[3], 1), role, cell, whole(start), whole(end), text)
        if passage.row <= spreadsheets.ROWS and passage.column <= spreadsheets.COLUMNS:
            found.setdefault(source, []).append(passage)
    for passages in found.values():
        passages.sort()
    return found


def source_rows(source: str, passages: Sequence[Passage]) -> Iterator[list[SourceCell]]:
    """The cells of each row of a document, without the rows that have none."""
    for _, row in itertools.groupby(passages, key=lambda passage: (passage.cell.rpartition("!")[0], passage.row)):
        cells = []
        before = ""
        for column, group in itertools.groupby(row, key=lambda passage: passage.column):
            run = tuple(group)
            if column:
                cells.append(SourceCell(source, column, run, before.endswith('"')))
            before = "" if column else run[-1].text
        if cells:
            yield cells
