"""The header of the ontology: what a stranger must know to use and to cite it, in both languages, and true."""

from __future__ import annotations

import re

import pytest
from rdflib import DCTERMS, OWL, RDF, SKOS, VANN, Graph, Literal, URIRef

import kg
from kg.rdf.ontology import ontology_files
from kg.rdf.terms import ONTOLOGY, PREFIXES

HEADER = Graph().parse(ontology_files()[0])
IRI = URIRef(ONTOLOGY)


def one(predicate: URIRef) -> str:
    (value,) = HEADER.objects(IRI, predicate)
    return str(value)


def test_the_version_is_that_of_the_package() -> None:
    assert one(OWL.versionInfo) == kg.__version__
    assert one(OWL.versionIRI) == f"{ONTOLOGY}/{kg.__version__}"
    for text in (*HEADER.objects(IRI, DCTERMS.bibliographicCitation), *HEADER.objects(IRI, SKOS.changeNote)):
        assert kg.__version__ in str(text)


@pytest.mark.parametrize(
    "predicate",
    [
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.creator,
        DCTERMS.contributor,
        DCTERMS.rights,
        DCTERMS.bibliographicCitation,
        SKOS.changeNote,
        SKOS.editorialNote,
    ],
)
def test_it_speaks_japanese_and_english(predicate: URIRef) -> None:
    values = list(HEADER.objects(IRI, predicate))
    assert all(isinstance(value, Literal) and str(value) for value in values)
    assert sorted(value.language or "" for value in values if isinstance(value, Literal)) == ["en", "ja"]


def test_prefix_and_namespace_are_those_in_use() -> None:
    assert PREFIXES[one(VANN.preferredNamespacePrefix)] == one(VANN.preferredNamespaceUri) == f"{ONTOLOGY}#"


def test_dates_are_days_in_order() -> None:
    created, modified = one(DCTERMS.created), one(DCTERMS.modified)
    assert all(re.fullmatch(r"20\d\d-[01]\d-[0-3]\d", date) for date in (created, modified))
    assert created <= modified


def test_licence_and_publisher_are_those_of_the_catalogue() -> None:
    assert one(DCTERMS.license) == "https://creativecommons.org/licenses/by/4.0/"
    assert one(DCTERMS.publisher).startswith("https://w3id.org/tsunagi/id/agent/")


def test_every_property_of_the_header_is_declared() -> None:
    declared = {term for file in ontology_files() for term in Graph().parse(file).subjects(RDF.type, OWL.AnnotationProperty)}
    used = {predicate for predicate in HEADER.predicates(IRI) if not str(predicate).startswith((str(OWL), str(RDF)))}
    assert used <= declared
