"""Statements as the lines of a page."""

from __future__ import annotations

from dataclasses import dataclass

from kg.rdf.terms import ONTOLOGY, PREFIXES

LABELS = (f"{PREFIXES['rdfs']}label", f"{PREFIXES['skos']}prefLabel")
Row = dict[str, dict[str, str]]
"""A solution as SPARQL 1.1 Query Results JSON has it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A statement on a page: a property, and what stands at its other end."""

    property: str
    property_label: str
    other: str
    is_iri: bool
    label: str
    language: str
    datatype: str
    graph: str


def lines_of(rows: list[Row], end: str, language: str) -> list[Line]:
    """Rows of an answer as lines, each with its labels in ``language``, or in the other one."""
    lines: dict[tuple[str, str, str, str], Line] = {}
    for row in sorted(rows, key=lambda row: _fit(row, "property_label", language) + _fit(row, f"{end}_label", language)):
        value = row[end]
        key = (row["property"]["value"], value["value"], value.get("xml:lang", "") or value.get("datatype", ""), row["graph"]["value"])
        lines.setdefault(
            key,
            Line(
                property=row["property"]["value"],
                property_label=row.get("property_label", {}).get("value", ""),
                other=value["value"],
                is_iri=value["type"] == "uri",
                label=row.get(f"{end}_label", {}).get("value", ""),
                language=value.get("xml:lang", ""),
                datatype=value.get("datatype", ""),
                graph=row["graph"]["value"],
            ),
        )
    return sorted(lines.values(), key=_order)


def _fit(row: Row, name: str, language: str) -> int:
    """0 where a label is in the reader's language, 1 where it is in another one or there is none."""
    return int(row.get(name, {}).get("xml:lang") != language)


def _order(line: Line) -> tuple[bool, bool, str, str, str]:
    """Names first, then what is stated in this vocabulary, then what follows from it in others."""
    return line.property not in LABELS, not line.property.startswith(ONTOLOGY), line.property, line.other, line.graph
