"""The types of this layer: Span, Cell, Piece, and the kinds of rows."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from kg.errors import SourceTooLargeError
from kg.text.width import Folded, fold_with_origins, squeezed

if TYPE_CHECKING:
    from kg.settings import Limits

Column = Literal["number", "government", "department", "contractor", "interventions", "results"]
COLUMNS: tuple[Column, ...] = ("number", "government", "department", "contractor", "interventions", "results")
_BEGINS = 20
"""Characters by which a reader finds a cell."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where something stands: code points of the decoded document, or of the text of one workbook cell (``cell`` such as ``Sheet1!D7``)."""

    start: int
    end: int
    cell: str = ""

    def label(self, offset: int) -> str:
        """``offset`` as the tables write it: ``1121``, or ``Sheet1!D7:12`` in a workbook."""
        return f"{self.cell}:{offset}" if self.cell else str(offset)


@dataclass(frozen=True)
class Cell:
    """One cell: its text as a reader sees it, where it begins, its place in the row.

    ``skips`` are the offsets of ``text`` before which the document holds one more character (the second quote of ``""`` in CSV).
    ``repeated`` marks the lower cells of a vertical merge, which show the text of the top one; ``rows`` is how many rows the top one spans.
    """

    text: str
    start: int
    position: int
    where: str = ""
    skips: tuple[int, ...] = ()
    repeated: bool = False
    rows: int = 1

    def at(self, offset: int) -> int:
        """Position in the document of offset ``offset`` of the text."""
        return self.start + offset + bisect_right(self.skips, offset)

    def span(self, begin: int, end: int) -> Span:
        """Span of the text between two offsets."""
        return Span(self.at(begin), self.at(end - 1) + 1 if end > begin else self.at(begin), self.where)

    @property
    def blank(self) -> bool:
        """Whether nothing but white space is in it."""
        return not self.text.strip()


@dataclass(frozen=True)
class Piece:
    """A part of a cell that fills one column of the table: the whole cell, or one half of a number glued to a name."""

    cell: Cell
    begin: int
    end: int

    @cached_property
    def folded(self) -> Folded:
        """The piece's text, folded, with the way back."""
        return fold_with_origins(self.cell.text[self.begin : self.end])

    @property
    def text(self) -> str:
        """The piece's text, folded."""
        return self.folded.text

    def span(self, begin: int = 0, end: int | None = None) -> Span:
        """Span in the document of folded offsets ``begin`` to ``end``."""
        last = len(self.folded.text) if end is None else end
        return self.cell.span(self.begin + self.folded.origin(begin), self.begin + self.folded.origin(last))

    def raw(self, begin: int = 0, end: int | None = None) -> str:
        """The source's own characters of folded offsets ``begin`` to ``end``, in NFC."""
        return self.folded.slice_raw(begin, len(self.folded.text) if end is None else end)


@dataclass(frozen=True)
class RawRow:
    """One line of a text file or one row of a sheet, before anything is understood.

    ``line`` counts from 1. For text, ``start`` and ``raw`` are the whole record with its separators and line end; a sheet's row has
    only cells. ``hidden`` names a hidden sheet that was not read.
    """

    line: int
    start: int
    raw: str
    cells: tuple[Cell, ...]
    hidden: str = ""

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells that say something."""
        return tuple(cell for cell in self.cells if not cell.blank)

    @property
    def text(self) -> str:
        """All cells, folded, without white space."""
        return squeezed("".join(cell.text for cell in self.cells))


@dataclass(frozen=True)
class TableTitle:
    """What a title says: programme, cohort (era letter and year, such as H30) and edition (year and month of its own date)."""

    programme: str = ""
    cohort: str = ""
    edition: str = ""
    last_day: str = ""

    @property
    def complete(self) -> bool:
        """Whether all three are known."""
        return bool(self.programme and self.cohort and self.edition)


@dataclass(frozen=True)
class TitleRow:
    """A row that names the table that follows."""

    raw: RawRow
    title: TableTitle


@dataclass(frozen=True)
class HeaderRow:
    """A row of column headings, as it is repeated on each page."""

    raw: RawRow


@dataclass(frozen=True)
class DataRow:
    """A row of the table: its pieces by column, and whether it stands off the columns of the rows around it (negative: to the left)."""

    raw: RawRow
    pieces: dict[Column, Piece]
    shift: int = 0
    glued: tuple[tuple[Column, Column], ...] = ()

    def __getitem__(self, column: Column) -> Piece | None:
        return self.pieces.get(column)


@dataclass(frozen=True)
class OtherRow:
    """A row outside the table: blank, a note or page number, or something that could not be understood (``unread``)."""

    raw: RawRow
    kind: Literal["blank", "note", "unread", "hidden"]


Row = TitleRow | HeaderRow | DataRow | OtherRow


def cell_too_large(text: str, limits: Limits, *, where: str, number: int) -> SourceTooLargeError:
    """The error of a cell, the ``number``-th of its row, that holds too many characters."""
    begins = text[:_BEGINS]
    return SourceTooLargeError(
        f"左から {number} 番目の欄「{begins}…」は {len(text):,} 文字あり、上限の {limits.cell_characters:,} 文字を超えています。欄の文章を短くしてください。"
        "ほかの行まで入っているようなら、表の区切り（タブ、引用符）を直してください。",
        f"cell {number} of the row ({begins!r} …) has {len(text):,} characters, more than {limits.cell_characters:,}; shorten it, or mend the "
        "separators or quotes where it holds other rows, too",
        where=where,
    )
