"""Stores and findings for the tests of the reports: a file is read, stated as quads and loaded, without the checks of a build."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.errors import Message
from kg.extract.tables import extract
from kg.rdf.concepts import concept_statements
from kg.rdf.portions import QuadWriter
from kg.settings import BASE
from kg.sources.reader import open_source
from kg.store.embedded import EmbeddedStore
from kg.store.port import Solutions, Store, lexical
from kg.validate.findings import SEVERITIES, Finding, Place

_FINDINGS = """PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
SELECT ?focus ?severity ?kind ?code ?ja ?en ?name ?source (MIN(?at) AS ?row) (MIN(?in) AS ?column) ?cell ?start ?end ?government ?cohort
WHERE {
  ?focus a tsu:Finding ; tsu:severity/skos:notation ?severity ; tsu:findingKind ?code ; tsu:message ?ja, ?en ; tsu:extent ?extent .
  ?code skos:notation ?kind .
  FILTER(LANG(?ja) = "ja" && LANG(?en) = "en")
  ?extent oa:start ?start ; oa:end ?end ; tsu:inDocument ?source .
  ?source tsu:fileName ?name .
  OPTIONAL { ?extent tsu:cell ?cell }
  OPTIONAL { ?focus tsu:wasReadFrom ?passage . ?passage tsu:row ?at OPTIONAL { ?passage tsu:column ?in } }
  OPTIONAL { ?focus tsu:governmentAsWritten ?government }
  OPTIONAL { ?focus tsu:cohort ?cohort }
} GROUP BY ?focus ?severity ?kind ?code ?ja ?en ?name ?source ?cell ?start ?end ?government ?cohort"""
REPAIR = Message("元の表と見比べてください。", "Compare it with the source.")


def store_of(*paths: Path) -> EmbeddedStore:
    """What is read from files, with the code lists, in a store in memory."""
    documents = [open_source(path) for path in paths]
    writer = QuadWriter(BASE, documents)
    store = ox.Store()
    for portion in extract(documents):
        store.extend(writer.quads(portion))
    store.extend(writer.rest())
    store.extend(ox.Quad(*statement, ox.NamedNode(f"{BASE}graph/codes")) for statement in concept_statements(BASE))
    return EmbeddedStore(store)


def rows_of(store: Store, text: str) -> list[list[str]]:
    answer = store.query(text)
    assert isinstance(answer, Solutions)
    return [[lexical(term) for term in row] for row in answer.rows]


def findings_of(store: Store) -> list[Finding]:
    """The findings of the extraction."""
    return [_finding(row) for row in rows_of(store, _FINDINGS)]


def _finding(row: list[str]) -> Finding:
    focus, severity, kind, code, ja, en, name, source, line, column, cell, start, end, government, cohort = row
    place = Place(name, source, int(line or 0), int(column or 0), cell, int(start), int(end))
    chosen = next(each for each in SEVERITIES if each == severity)
    return Finding(chosen, kind, code, focus, "", Message(ja, en), REPAIR, place, government, cohort)


def document_of(store: Store) -> tuple[str, str]:
    """IRI and name of the only document."""
    ((iri, name),) = rows_of(store, "SELECT ?d ?n { ?d <https://w3id.org/tsunagi/ontology#fileName> ?n }")
    return iri, name
