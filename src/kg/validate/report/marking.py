"""The text of a cell in pieces: characters that findings are about are marked, long stretches in between are folded away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Mark = tuple[int, int, int]
"""Start and end in the text of a cell, and the number of the finding."""

_CONTEXT = 24
"""Characters shown on each side of a mark."""
_BEGINNING = 40
"""Characters shown of a long cell without marks."""
_SHORT = 72
"""A stretch without marks that is no longer than this is shown whole."""
_REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef" + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)) + "]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a cell.

    ``findings`` are the numbers of those that are about them, ``ends`` of those that end with them, ``hidden`` says that they are folded away.
    A piece without text marks a place where something is missing.
    """

    text: str
    findings: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    hidden: bool = False


def visible(text: str) -> str:
    """``text`` with a sign for each character that HTML does not allow (HTML, section 13.2.3.5), one for one, so that offsets stay."""
    return _REFUSED.sub(lambda found: _sign(ord(found[0])), text)


def _sign(code: int) -> str:
    """The picture of a control character; those that have none share one sign."""
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def pieces(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """``text`` cut where a mark begins or ends, and folded where it is long; the texts of the pieces make ``text`` again."""
    edges = sorted({0, len(text), *(edge for start, end, _ in marks for edge in (start, end))})
    points = _points(marks)
    cut: list[Piece] = []
    for start, end in [*pairwise(edges), (len(text), len(text))]:
        if start in points:
            cut.append(Piece("", points[start], points[start]))
        if start < end:
            about = tuple(sorted(number for first, last, number in marks if first <= start and end <= last))
            ending = tuple(sorted(number for first, last, number in marks if first < last == end))
            cut.append(Piece(text[start:end], about, ending))
    return [folded for index, piece in enumerate(cut) for folded in _folded(piece, first=index == 0, last=index == len(cut) - 1)]


def _points(marks: Iterable[Mark]) -> Mapping[int, tuple[int, ...]]:
    """Findings without characters by the place where they stand."""
    found: dict[int, list[int]] = {}
    for start, end, number in marks:
        if start == end:
            found.setdefault(start, []).append(number)
    return {start: tuple(sorted(numbers)) for start, numbers in found.items()}


def _folded(piece: Piece, *, first: bool, last: bool) -> list[Piece]:
    """A long piece without marks: only what stands next to a mark is shown, of a cell without any its beginning."""
    if piece.findings or len(piece.text) <= _SHORT:
        return [piece]
    head = _CONTEXT if not first else _BEGINNING if last else 0
    tail = 0 if last else _CONTEXT
    end = len(piece.text) - tail
    parts = (Piece(piece.text[:head]), Piece(piece.text[head:end], hidden=True), Piece(piece.text[end:]))
    return [part for part in parts if part.text]
