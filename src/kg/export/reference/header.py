"""What the ontology says of itself: title, version, licence, creators, citation, changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Literal, URIRef

from kg.export.reference.entries import Row
from kg.export.reference.expressions import in_order, text_of
from kg.rdf.terms import ONTOLOGY, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.export.reference.entries import Describer
    from kg.export.reference.expressions import Phrase
    from kg.export.reference.model import Model

_VANN = PREFIXES["vann"]
_ROWS = {
    OWL.versionInfo: "version", OWL.versionIRI: "versionIRI", OWL.priorVersion: "priorVersion", DCTERMS.license: "license",
    DCTERMS.rights: "rights", DCTERMS.creator: "creator", DCTERMS.contributor: "contributor", DCTERMS.publisher: "publisher",
    DCTERMS.created: "created", DCTERMS.issued: "issued", DCTERMS.modified: "modified", URIRef(f"{_VANN}preferredNamespacePrefix"): "prefix",
    URIRef(f"{_VANN}preferredNamespaceUri"): "namespace", DCTERMS.bibliographicCitation: "bibliographicCitation", OWL.imports: "imports",
    DCTERMS.language: "languages", SKOS.editorialNote: "status",
}  # fmt: skip
_TITLES = (DCTERMS.title, RDFS.label)
_DESCRIPTIONS = (DCTERMS.description, RDFS.comment)
_CHANGES = (SKOS.changeNote, SKOS.historyNote)
_DATE_BEFORE = {DCTERMS.created, DCTERMS.issued, DCTERMS.modified}


@dataclass(frozen=True, slots=True)
class Header:
    """The header in one language."""

    iri: str
    title: str
    description: str
    version: str
    creator: str
    license: list[Phrase]
    rows: list[Row]
    changes: list[Literal]


def header_of(model: Model, describer: Describer, language: str, word: Callable[[str], str]) -> Header:
    """The header of the ontology in ``language``."""
    iri, graph = URIRef(ONTOLOGY), model.graph
    rows = []
    for predicate, key in _ROWS.items():
        values = describer.values(iri, predicate)
        if predicate in _DATE_BEFORE:
            values = [tuple(fragment._replace(text=fragment.text.partition("^^")[0]) for fragment in phrase) for phrase in values]
        rows.append(Row(word(key), values))
    rows += describer.further(iri, {*_ROWS, *_TITLES, *_DESCRIPTIONS, *_CHANGES, RDF.type})

    def first(*predicates: URIRef) -> str:
        return next((str(text) for predicate in predicates for text in model.texts(iri, predicate, language)), "")

    return Header(
        iri=ONTOLOGY,
        title=first(*_TITLES) or ONTOLOGY,
        description=first(*_DESCRIPTIONS),
        version=str(graph.value(iri, OWL.versionInfo) or ""),
        creator=", ".join(text_of(value) for value in in_order(describer.values(iri, DCTERMS.creator))),
        license=describer.values(iri, DCTERMS.license),
        rows=[row for row in rows if row.values],
        changes=[text for predicate in _CHANGES for text in reversed(model.texts(iri, predicate, language))],
    )
