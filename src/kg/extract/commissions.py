"""The left half of a row -> a Commission: who does it, for which department."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.records import Coded, Commission
from kg.sources.cells import Span
from kg.text.names import is_none, operator_kind, organization_name

if TYPE_CHECKING:
    from kg.extract.governments import Block
    from kg.sources.cells import DataRow, Piece


def read_commission(block: Block, known_centres: dict[str, str]) -> Commission:
    """Read the commission of a row.

    ``known_centres`` holds the centre that each contractor named so far under this government runs: a row that lists a contractor again
    (【再掲】) need not repeat it.
    """
    contractor, department = block.row["contractor"], block.row["department"]
    name = organization_name(contractor.raw()) if contractor and not is_none(contractor.text) else None
    centre = ""
    kind = form = None
    functions: tuple[Coded, ...] = ()
    if name and contractor:
        centre = known_centres.setdefault(name.name, name.centre) or name.centre
        form = Coded(name.form, _cue(contractor, name.form_cue))
        kind = Coded(operator_kind() if centre else name.kind, _cue(contractor, name.kind_cue))
        functions = tuple(Coded(function, _cue(contractor, cue)) for function, cue in name.functions)
    return Commission(
        block=block.number,
        department=block.department,
        contractor=name.name if name else "",
        legal_form=form,
        kind=kind,
        functions=functions,
        centre=centre,
        listed_again=bool(name and name.listed_again),
        span=_row_span(block.row),
        department_span=words_of(department) if department else None,
        contractor_span=words_of(contractor) if contractor else None,
    )


def _cue(piece: Piece, words: str) -> Span | None:
    """Where ``words`` stand in a cell whose line breaks may have left spaces in them."""
    match = re.search(r"\s*".join(map(re.escape, words)), piece.text) if words else None
    return piece.span(*match.span()) if match else None


def words_of(piece: Piece, begin: int = 0, end: int | None = None) -> Span:
    """Span of a piece, or a part of it, without the spaces at both ends."""
    end = len(piece.text) if end is None else end
    text = piece.text[begin:end]
    return piece.span(begin + len(text) - len(text.lstrip()), begin + len(text.rstrip()))


def _row_span(row: DataRow) -> Span:
    """From the first to the last character of a text row; the first cell of a sheet's row."""
    spans = sorted((piece.span() for piece in row.pieces.values() if not piece.cell.repeated), key=lambda span: span.start)
    first = spans[0]
    last = max((span.end for span in spans if span.cell == first.cell), default=first.end)
    return Span(first.start, last, first.cell)
