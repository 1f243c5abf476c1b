"""Statements as the lines of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from kg.rdf.terms import ONTOLOGY, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

LABELS = (f"{PREFIXES['rdfs']}label", f"{PREFIXES['skos']}prefLabel")
_TYPE = f"{PREFIXES['rdf']}type"
_OWN = (ONTOLOGY, PREFIXES["skos"])
"""Namespaces of what is said in our own words."""
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


Groups = list[tuple[Line, list[Line]]]
"""Lines of a page by property, each group with the first of it."""


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


def short(iri: str) -> str:
    """An IRI with its prefix, where there is one for it."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def title_of(thing: str, lines: Sequence[Line], language: str) -> str:
    """What a page of a thing is called: its label in ``language``, else another one, else what it is and the end of its IRI, else its IRI."""
    labels = {line.language: line.other for line in reversed(lines) if line.property in LABELS}
    kind = next((line.label for line in lines if line.property == _TYPE and line.other.startswith(ONTOLOGY) and line.label), "")
    named = f"{kind} {unquote(thing.rpartition('/')[2])}" if kind else short(thing)
    return labels.get(language) or next(iter(labels.values()), "") or named


def parted(lines: Sequence[Line]) -> tuple[Groups, Groups]:
    """Lines by property: what our vocabulary and code lists say, and what other vocabularies say of the same."""
    own = [
        line
        for line in lines
        if line.property.startswith(_OWN) or line.property in LABELS or (line.property == _TYPE and line.other.startswith(ONTOLOGY))
    ]
    there = set(map(id, own))
    return _grouped(own), _grouped([line for line in lines if id(line) not in there])


def _grouped(lines: Sequence[Line]) -> Groups:
    """Lines by property, each with the first of them."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.property, []).append(line)
    return [(group[0], group) for group in groups.values()]
