"""What is wrong, unified: results of SHACL, findings of the extraction and answers of checks, each at its cell and in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.sorting import natural

if TYPE_CHECKING:
    from kg.errors import Message

Severity = Literal["violation", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("violation", "warning", "info")
"""Gravest first: the graph is wrong; the source is wrong; the source is odd."""


@dataclass(frozen=True, slots=True)
class Place:
    """Characters of a source: ``source`` is the IRI of the document, ``document`` its file name; row and column count from 1 (0: none).

    ``cell`` is the cell of a workbook (``Sheet1!D7``), empty for text; ``start`` and ``end`` are code points in the document, or in that cell.
    A row of a document that was not read character by character has a ``fragment`` alone: what picks it there, such as a JSON pointer.
    """

    document: str
    source: str
    row: int
    column: int
    cell: str
    start: int
    end: int
    fragment: str = ""

    def label(self) -> str:
        """``file:row:column (start-end)``, of a workbook ``file:Sheet1!D7 (start-end)``, of a row that was not read ``file#fragment``."""
        if self.fragment:
            return f"{self.document}#{self.fragment}"
        cell = self.cell or ":".join(str(number) for number in (self.row, self.column) if number)
        return f"{self.document}:{cell} ({self.start}-{self.end})"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or odd.

    ``kind`` is a notation of the code list finding-kind; ``rule`` the IRI of the shape, check or kind that says so; ``focus`` the IRI of the node
    it is about, ``value`` what is wrong there (empty where something is missing). ``message`` says what is wrong, ``repair`` what to do about it.
    ``government`` (as written) and ``cohort`` are empty where it belongs to none, ``place`` is None where it was read from nowhere.
    """

    severity: Severity
    kind: str
    rule: str
    focus: str
    value: str
    message: Message
    repair: Message
    place: Place | None = None
    government: str = ""
    cohort: str = ""

    def order(self) -> tuple[str, ...]:
        """What findings are ordered by: document, cell, gravity, then what tells two at one cell apart."""
        place = self.place
        where = ("", "", "") if place is None else (place.document, place.source, natural(f"{place.row}:{place.column}:{place.start}"))
        return *where, str(SEVERITIES.index(self.severity)), self.rule, self.focus, self.value
