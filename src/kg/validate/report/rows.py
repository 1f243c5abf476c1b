"""The rows of a table that findings stand in, put together again from the passages of the graph.

A cell is what the source has in one place, character for character; which column of the ministry's table it is, its passages tell by their roles.
Offsets are code points, as everywhere.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.queries.binding import with_values
from kg.queries.stored import stored_queries
from kg.store.port import Solutions, lexical

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence

    from kg.store.port import Store
    from kg.validate.findings import Place

RowKey = tuple[str, str, int]
"""A row of a document: IRI of the document, sheet (empty for text), number of the row."""

COLUMNS = ("number", "government", "department", "contractor", "interventions", "results")
"""The columns of the ministry's table, from left to right: notations of the code list table-column."""

_OF_ROLE = {
    "number": "number", "government": "government", "department": "department", "contractor": "contractor",
    "marker": "interventions", "heading": "interventions", "item": "interventions", "stage": "interventions",
    "indicator": "results", "figure": "results", "unit": "results", "counting": "results",
}  # fmt: skip
_OF_NO_TABLE = frozenset({"title", "header"})
_AT_ONCE = 500
_MOST_ROWS = 12
"""A finding that runs over more rows than this is shown in the first of them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row.

    ``column`` counts from 1 within the row as it stands; ``cell`` is the cell of a workbook (``Sheet1!D7``, the top one of a merge), empty for text;
    ``start`` is the offset of its first character; ``columns`` are the columns of the table that its words belong to (two where they share the
    cell, none where nobody can tell); ``roles`` the notations of its passages' roles in the order of their weight.
    """

    column: int
    cell: str
    start: int
    text: str
    columns: tuple[str, ...]
    roles: tuple[str, ...]

    def within(self, place: Place) -> tuple[int, int] | None:
        """The characters of ``place`` that stand in this cell, as offsets into ``text``; None where none does.

        A place without length stands in the cell that it touches.
        """
        if place.cell != self.cell:
            return None
        start, end = max(place.start - self.start, 0), min(place.end - self.start, len(self.text))
        touches = place.start == place.end and start == end
        return (start, end) if start < end or touches else None


@dataclass(frozen=True)
class Row:
    """A row with its cells from left to right; ``end`` is where its last passage ends in a text, 0 in a workbook."""

    key: RowKey
    cells: tuple[Cell, ...]
    end: int

    @property
    def number(self) -> int:
        """The line of the text, or the row of the sheet."""
        return self.key[2]

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...] | None:
        """For each cell the first and last of ``COLUMNS`` that it fills; None where the row is no row of the table or does not fit into it.

        A number that shares the cell of the government has no column of its own, as in the ministry's table.
        """
        roles = {role for cell in self.cells for role in cell.roles}
        if not self.cells or roles <= _OF_NO_TABLE:
            return None
        found = _between(self.cells, [_span(cell.columns) for cell in self.cells])
        if found is None or any(left[1] >= right[0] for left, right in pairwise(found)):
            return None
        return tuple(found)

    def quote(self, place: Place) -> str:
        """The characters of ``place`` that stand in this row; cells are joined by a tab."""
        found = ((cell, cell.within(place)) for cell in self.cells)
        return "\t".join(cell.text[span[0] : span[1]] for cell, span in found if span and span[0] < span[1])


class Rows:
    """The rows that a number of places stand in."""

    def __init__(self, rows: Mapping[RowKey, Row]) -> None:
        self._rows = rows

    @classmethod
    def of(cls, store: Store, places: Iterable[Place | None]) -> Rows:
        """Ask ``store`` for the rows of ``places``; each row once, however many stand in it. Raises StoreError."""
        steps = reading(places)
        answer: list[Sequence[str]] | None = None
        while True:
            try:
                text = next(steps) if answer is None else steps.send(answer)
            except StopIteration as end:
                rows: Rows = end.value
                return rows
            found = store.query(text)
            if not isinstance(found, Solutions):
                raise TypeError(text)
            answer = [[lexical(term) for term in row] for row in found.rows]

    def at(self, place: Place | None) -> tuple[Row, ...]:
        """The rows with cells that ``place`` stands in, the first one first; none where the graph has no such row."""
        if place is None or not place.row:
            return ()
        keys = (row_key(place, further) for further in range(_MOST_ROWS))
        rows: list[Row] = []
        for key in keys:
            if (row := self._rows.get(key)) is None:
                break
            rows.append(row)
            if not _goes_on(row, place):
                break
        first = [row for row in rows[:1] if row.cells]
        return (*first, *(row for row in rows[1:] if any(cell.within(place) for cell in row.cells)))

    def quote(self, place: Place | None) -> str:
        """The characters of ``place``, rows joined by a line end; empty where the graph does not hold them."""
        return "" if place is None else "\n".join(filter(None, (row.quote(place) for row in self.at(place))))


def reading(places: Iterable[Place | None]) -> Generator[str, Iterable[Sequence[str]], Rows]:
    """Yield queries one after another, take the answer of each (its variables in their order) and return the rows: whoever asks, and however."""
    known: dict[RowKey, Row] = {}
    standing = [place for place in places if place is not None and place.row]
    wanted = {row_key(place) for place in standing}
    for _ in range(_MOST_ROWS):
        if not (new := wanted - known.keys()):
            break
        for key in new:
            known[key] = Row(key, (), 0)
        known |= yield from _read(new)
        wanted = set(_further(known, standing))
    return Rows(known)


def numbered(source: str, numbers: Sequence[int]) -> tuple[str, Callable[[Iterable[Sequence[str]]], list[Row]]]:
    """The query for the rows of a document with these numbers, and what makes them of its answer: sheet by sheet, from top to bottom."""

    def made(answer: Iterable[Sequence[str]]) -> list[Row]:
        return sorted(_rows(answer, lambda key: key[0] == source), key=lambda row: row.key)

    return _query(numbers), made


def row_key(place: Place, further: int = 0) -> RowKey:
    """The row that ``place`` stands in, or begins in, and those below it."""
    return place.source, place.cell.rpartition("!")[0], place.row + further


def _goes_on(row: Row, place: Place) -> bool:
    """Whether ``place`` runs on beyond the line."""
    return not place.cell and 0 < row.end < place.end


def _further(known: Mapping[RowKey, Row], places: Sequence[Place]) -> Iterator[RowKey]:
    """The first row not known of each place that runs on."""
    for place in places:
        for further in range(_MOST_ROWS):
            key = row_key(place, further)
            if key not in known:
                yield key
                break
            if not _goes_on(known[key], place):
                break


@dataclass(frozen=True, slots=True)
class _Passage:
    column: int
    cell: str
    start: int
    end: int
    role: str
    text: str


def _read(keys: set[RowKey]) -> Generator[str, Iterable[Sequence[str]], dict[RowKey, Row]]:
    numbers = sorted({number for _, _, number in keys})
    found: dict[RowKey, Row] = {}
    for first in range(0, len(numbers), _AT_ONCE):
        answer = yield _query(numbers[first : first + _AT_ONCE])
        found |= {row.key: row for row in _rows(answer, lambda key: key in keys)}
    return found


def _rows(answer: Iterable[Sequence[str]], wanted: Callable[[RowKey], bool]) -> list[Row]:
    """The wanted ones of the rows that an answer tells of."""
    found: dict[RowKey, dict[tuple[str, int], _Passage]] = {}
    for row, source, column, cell, start, end, role, quote in answer:
        key = source, cell.rpartition("!")[0], int(row)
        if wanted(key):
            found.setdefault(key, {})[cell, int(start)] = _Passage(int(column or 0), cell, int(start), int(end), role, quote)
    return [_row(key, passages.values()) for key, passages in found.items()]


def _query(numbers: Sequence[int]) -> str:
    """Asks for the passages of the rows with these numbers in all documents and sheets.

    The store is asked by number alone: joined with many documents, the query would go through all passages of each.
    """
    return with_values(stored_queries("report")["rows"].text, "row", map(str, numbers))


def _row(key: RowKey, passages: Iterable[_Passage]) -> Row:
    cells: dict[tuple[int, str], list[_Passage]] = {}
    end = 0
    for passage in sorted(passages, key=lambda passage: (passage.column, passage.cell, passage.start)):
        end = max(end, 0 if passage.cell else passage.end)
        if passage.column:
            cells.setdefault((passage.column, passage.cell), []).append(passage)
    return Row(key, tuple(_cell(column, cell, parts) for (column, cell), parts in sorted(cells.items())), end)


def _cell(column: int, cell: str, parts: Sequence[_Passage]) -> Cell:
    weights: Counter[str] = Counter()
    for part in parts:
        weights[part.role] += len(part.text) if part.role != "separator" else 0
    roles = tuple(sorted((role for role, weight in weights.items() if weight), key=lambda role: (-weights[role], role)))
    return Cell(column, cell, parts[0].start, "".join(part.text for part in parts), _columns(weights), roles)


def _columns(weights: Counter[str]) -> tuple[str, ...]:
    """The columns that roles of such weights belong to: all names that share the cell, or whatever the most of a text is."""
    by_column: Counter[str] = Counter()
    for role, weight in weights.items():
        if weight and role in _OF_ROLE:
            by_column[_OF_ROLE[role]] += weight
    names = tuple(column for column in COLUMNS[:4] if by_column[column])
    if names or not by_column:
        return names
    return (max(COLUMNS[4:], key=lambda column: by_column[column]),)


_Span = tuple[int, int]


def _span(columns: tuple[str, ...]) -> _Span | None:
    found = [COLUMNS.index(column) for column in columns]
    return (found[0], found[-1]) if found else None


def _between(cells: Sequence[Cell], spans: Sequence[_Span | None]) -> list[_Span] | None:
    """The spans with those of cells that say nothing of themselves (a leaked row): as far from a cell that does as they stand from it.

    Where none does, the last cell of a leaked row is the last column. None where there is nothing to go by, or where it leads out of the table.
    """
    anchors = [(cell.column, span) for cell, span in zip(cells, spans, strict=True) if span]
    if not anchors and "leaked" in cells[-1].roles:
        anchors = [(cells[-1].column, (len(COLUMNS) - 1, len(COLUMNS) - 1))]
    if not anchors:
        return None
    filled = []
    for cell, span in zip(cells, spans, strict=True):
        column, (first, last) = min(anchors, key=lambda anchor: (abs(anchor[0] - cell.column), anchor[0]))
        at = (last if column < cell.column else first) + cell.column - column
        filled.append(span or (at, at))
    return filled if all(0 <= first <= last < len(COLUMNS) for first, last in filled) else None
