"""What a query answered, as a page shows it: a table, squares of Japan, things and their relations."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.search.tiles import Tile, tiles
from kg.text.places import gazetteer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NUMERIC = re.compile(r"http://www\.w3\.org/2001/XMLSchema#(integer|decimal|double|float|int|long|nonNegativeInteger|positiveInteger)")
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_PLACE = re.compile(r"/id/(?:government|area)/([0-9]{6})$")
_MOST_DRAWN = 300
"""Things that are drawn at most."""
Tie = tuple[str, str, str]
"""Two things, by their IRIs, and between them the name of what relates them."""
_STATEMENT = ("subject", "predicate", "object")


@dataclass(frozen=True, slots=True)
class Cell:
    """A term of an answer: what is shown of it, and its IRI, language and whether it is a number, where it has such."""

    text: str = ""
    iri: str = ""
    language: str = ""
    numeric: bool = False


@dataclass(frozen=True)
class Result:
    """Rows of cells under the names of their columns; statements have the columns subject, predicate and object."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    statements: bool = False

    @cached_property
    def numeric(self) -> set[str]:
        """Columns with numbers."""
        return {name for place, name in enumerate(self.columns) if any(row[place].numeric for row in self.rows)}

    @cached_property
    def mapped(self) -> tuple[list[Tile], str] | None:
        """The squares, coloured by the whole number of each prefecture where there is one row for each, else by how many rows there are.

        With the squares the column that gives the number, empty where rows are counted; None where no column holds prefectures.
        """
        found = next((named for named in map(self._prefectures, self.columns) if named and all(named)), None)
        if found is None:
            return None
        number = next(filter(self._whole, self.columns), "")
        if number and len(set(found)) == len(found):
            place = self.columns.index(number)
            return tiles({prefecture: int(row[place].text) for prefecture, row in zip(found, self.rows, strict=True)}), number
        return tiles(Counter(found)), ""

    def _prefectures(self, name: str) -> list[str]:
        """The prefecture of each row by a column; an empty text where the row names none there."""
        place = self.columns.index(name)
        return [_prefecture(row[place]) for row in self.rows]

    def _whole(self, name: str) -> bool:
        place = self.columns.index(name)
        return bool(self.rows) and all(row[place].numeric and _WHOLE.fullmatch(row[place].text) for row in self.rows)

    @cached_property
    def ties(self) -> tuple[list[Tie], bool]:
        """What relates things of the answer, as far as it can be drawn, and whether there is more.

        A statement between things is such a tie; in other answers the first thing of a row is tied to every other one in it.
        """
        ties: dict[Tie, None] = {}
        things: set[str] = set()
        more = False
        for tie in (tie for row in self.rows for tie in self._of_row(row)):
            if len(things | {tie[0], tie[2]}) > _MOST_DRAWN:
                more = True
                continue
            things |= {tie[0], tie[2]}
            ties[tie] = None
        return list(ties), more

    def _of_row(self, row: Sequence[Cell]) -> list[Tie]:
        if self.statements:
            subject, predicate, value = row
            return [(subject.iri, predicate.text, value.iri)] if subject.iri and value.iri else []
        things = [(name, cell.iri) for name, cell in zip(self.columns, row, strict=True) if cell.iri]
        return [(things[0][1], name, iri) for name, iri in things[1:] if iri != things[0][1]]


def _prefecture(cell: Cell) -> str:
    """The name of the prefecture that a cell names: as its IRI, as a government in it, or by its own name; empty where it names none."""
    found = _PLACE.search(cell.iri)
    if found:
        place = gazetteer().by_code.get(found[1])
        return place.prefecture if place else ""
    return next((place.prefecture for place in gazetteer().resolve(cell.text) if place.kind == "prefecture"), "")


def of_solutions(content: bytes, short: Callable[[str], str]) -> Result:
    """The result that SPARQL 1.1 Query Results JSON tells; ``short`` gives what is shown of an IRI."""
    told = json.loads(content)
    if "boolean" in told:
        return Result(["answer"], [[Cell(str(told["boolean"]).lower())]])
    columns = told["head"]["vars"]
    return Result(columns, [[_cell(row.get(name), short) for name in columns] for row in told["results"]["bindings"]])


def of_statements(content: bytes, short: Callable[[str], str]) -> Result:
    """The result that N-Triples tell."""
    triples = (quad.triple for quad in ox.parse(content, format=ox.RdfFormat.N_TRIPLES))
    return Result(_STATEMENT, [[_of_term(term, short) for term in triple] for triple in triples], statements=True)


def _cell(told: dict[str, str] | None, short: Callable[[str], str]) -> Cell:
    if told is None:
        return Cell()
    value = told["value"]
    match told["type"]:
        case "uri":
            return Cell(short(value), value)
        case "bnode":
            return Cell(f"_:{value}")
        case _:
            return Cell(value, "", told.get("xml:lang", ""), bool(_NUMERIC.fullmatch(told.get("datatype", ""))))


def _of_term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, short: Callable[[str], str]) -> Cell:
    match term:
        case ox.NamedNode():
            return Cell(short(term.value), term.value)
        case ox.Literal():
            return Cell(term.value, "", term.language or "", bool(_NUMERIC.fullmatch(term.datatype.value)))
        case _:
            return Cell(str(term))
