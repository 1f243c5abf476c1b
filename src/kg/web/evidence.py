"""The rows of the source that a thing was read from, with the characters marked: its own, and those that decided its codes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from kg.queries.stored import stored_queries
from kg.validate.findings import Place
from kg.validate.report.grids import grids_of
from kg.validate.report.labels import Labels
from kg.validate.report.rows import reading
from kg.web.lines import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.validate.report.grids import Grid
    from kg.validate.report.rows import Row as SourceRow
    from kg.validate.report.rows import Rows
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.lines import Row

_OWN, _CUE = "w", "i"
"""How the thing's own characters and those of cues are marked."""
_MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Cue:
    """Characters that decided a code; ``number`` is that of their mark, 0 where no characters did and the code is the one that is left."""

    number: int
    property: str
    code: str
    code_iri: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Rows of the source as grids, the cues marked in them, and whether there are more rows than shown.

    ``told`` is the row of a document that was not read, as written there, once for each address where it can be seen (queries/pages/payment.rq).
    """

    grids: Sequence[Grid]
    cues: Sequence[Cue]
    more: bool
    told: Sequence[dict[str, str]] = field(default_factory=tuple)


@cache
def labels() -> Labels:
    """Labels of columns and roles."""
    return Labels.of()


async def evidence(asking: Asking, exchange: Exchange, quotes: Sequence[Row], cues: Sequence[Row]) -> Evidence:
    """The rows that ``quotes`` (queries/pages/quotes.rq) stand in, with ``cues`` (queries/pages/cues.rq) marked. Raises Problem."""
    marks = [(1, _OWN, _place(quote)) for quote in quotes]
    told: list[Cue] = []
    numbers: dict[tuple[str, str, str], int] = {}
    for cue in cues:
        by_default = "default" in cue
        spot = (cue["source"]["value"], _text(cue, "cell"), cue["start"]["value"])
        number = 0 if by_default else numbers.setdefault(spot, len(numbers) + 2)
        if not by_default:
            marks.append((number, _CUE, _place(cue)))
        told.append(
            Cue(
                number,
                _text(cue, "property_label") or short(cue["property"]["value"]),
                _text(cue, "code_label") or short(cue["code"]["value"]),
                cue["code"]["value"],
            )
        )
    rows = _distinct(await _rows(asking, exchange, [place for _, _, place in marks]), [place for _, _, place in marks])
    grids, _ = grids_of(rows[:_MOST_ROWS], marks, labels(), 1_000_000)
    return Evidence(grids, told, len(rows) > _MOST_ROWS)


async def _rows(asking: Asking, exchange: Exchange, places: Sequence[Place]) -> Rows:
    returned = stored_queries("report")["rows"].returns
    steps = reading(places)
    try:
        text = next(steps)
        while True:
            answer = await asking.rows(exchange, text)
            text = steps.send([[_text(row, name) for name in returned] for row in answer])
    except StopIteration as end:
        rows: Rows = end.value
        return rows


def _distinct(rows: Rows, places: Sequence[Place]) -> list[SourceRow]:
    """The rows of the places, each once, in the order of the source."""
    found = {row.key: row for place in places for row in rows.at(place)}
    return [found[key] for key in sorted(found)]


def _place(row: Row) -> Place:
    return Place(
        _text(row, "file"),
        row["source"]["value"],
        int(_text(row, "row") or 0),
        int(_text(row, "column") or 0),
        _text(row, "cell"),
        int(row["start"]["value"]),
        int(row["end"]["value"]),
    )


def _text(row: Row, name: str) -> str:
    return row[name]["value"] if name in row else ""
