"""Nodes and edges of a view, made of the rows of its queries: all rows of one thing are one node, all rows of one relation one edge."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.export.graphs.columns import EDGE_COLUMNS, NODE_COLUMNS, Column, Kind, Value
from kg.sorting import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Row = dict[str, str]
"""A row of a query: values by variable, without those that are not bound."""
_NUMBER = re.compile(r"[+-]?\d+(\.\d*)?([eE][+-]?\d{1,2})?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Node:
    """A thing, and what its columns hold."""

    id: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation from ``source`` to ``target``, and what its columns hold."""

    id: str
    source: str
    target: str
    values: Mapping[str, Value]


def node(id_: str, rows: Sequence[Row], language: str) -> Node:
    """The node that the rows of ``id_`` give."""
    values = _values(rows, NODE_COLUMNS)
    return Node(id_, _labelled(values, language, re.sub(r"^.*[#/](?=.)", "", id_)))


def edge(key: tuple[str, str, str, str], rows: Sequence[Row], language: str) -> Edge:
    """The edge of source, type, target and edition that the rows of ``key`` give; what weighs, weighs as much as there are records behind it.

    Records of two editions are never behind one edge: an edition repeats what the one before it said.
    """
    source, type_, target, _ = key
    values = _values(rows, EDGE_COLUMNS) | _evidence(rows)
    if "weight_of" in values:
        values["weight"] = len({row.get("evidence") for row in rows})
    name = hashlib.sha256("\n".join(key).encode()).hexdigest()[:16]
    return Edge(f"e{name}", source, target, _labelled(values, language, type_))


def _values(rows: Sequence[Row], columns: Iterable[Column]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for column in columns:
        found = _in_order(row[column.name] for row in rows if row.get(column.name))
        value = _value(found, column.kind) if found else None
        if value is not None:
            values[column.name] = value
    return values


def _value(found: Sequence[str], kind: Kind) -> Value | None:
    """The value of a column: all that were found where it holds several, else the first in natural order."""
    match kind:
        case Kind.texts:
            return tuple(found)
        case Kind.integer:
            return int(found[0])
        case Kind.number:
            return _number(found[0])
        case Kind.truth:
            return found[0] in {"true", "1"}
        case Kind.date:  # a month or a year is no day, and none is made of it
            return next((value for value in found if _DAY.fullmatch(value)), None)
        case Kind.text:
            return found[0]


def _number(text: str) -> int | float | None:
    """The number; none for what only claims to be one, and for what is not finite, which JSON cannot hold."""
    if not _NUMBER.fullmatch(text):
        return None
    return int(text) if re.fullmatch(r"[+-]?\d{1,15}", text) else float(text)


def _in_order(values: Iterable[str]) -> list[str]:
    """Each value once, as people count; 01 and 1 always in the same order, too."""
    return sorted(set(values), key=lambda value: (natural(value), value))


def _evidence(rows: Sequence[Row]) -> dict[str, Value]:
    """Records and their cells in the same order."""
    cells: dict[str, set[str]] = {}
    for row in rows:
        if row.get("evidence"):
            cells.setdefault(row["evidence"], set()).add(row.get("cell", ""))
    records = tuple(_in_order(cells))
    places = tuple(place for record in records for place in _in_order(cells[record]) if place)
    return {name: value for name, value in (("evidence", records), ("cell", places)) if value}


def _labelled(values: dict[str, Value], language: str, otherwise: str) -> dict[str, Value]:
    """``values`` with a label in ``language``, in the other one where there is none, else as a name of last resort."""
    first, second = ("label_ja", "label_en") if language == "ja" else ("label_en", "label_ja")
    return {"label": values.get(first) or values.get(second) or otherwise, **values}
