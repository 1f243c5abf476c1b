"""The outside vocabularies beside the project: which file describes which namespace (see their README)."""

from __future__ import annotations

from functools import cache

from rdflib import OWL, RDF, RDFS, BNode, Graph, Namespace, URIRef

from tests.conftest import SHARED

VOCABULARIES = SHARED / "vocab"
SCHEMA = Namespace("https://schema.org/")
FILES = {
    "http://data.europa.eu/m8g/": ("cpsv-ap.ttl",),
    "http://imi.go.jp/ns/core/rdf#": ("imi-core.ttl",),
    "http://purl.org/dc/terms/": ("dcterms.ttl",),
    "http://purl.org/linked-data/cube#": ("qb.ttl",),
    "http://purl.org/linked-data/sdmx/2009/attribute#": ("sdmx-attribute.ttl",),
    "http://purl.org/linked-data/sdmx/2009/code#": ("sdmx-code.ttl",),
    "http://purl.org/linked-data/sdmx/2009/concept#": ("sdmx-concept.ttl",),
    "http://purl.org/linked-data/sdmx/2009/dimension#": ("sdmx-dimension.ttl",),
    "http://purl.org/linked-data/sdmx/2009/measure#": ("sdmx-measure.ttl",),
    "http://purl.org/vocab/cpsv#": ("cpsv-ap.ttl",),
    "http://purl.org/vocab/vann/": ("vann.ttl",),
    "http://rdfs.org/ns/void#": ("void.ttl",),
    "http://www.opengis.net/ont/geosparql#": ("geosparql.ttl",),
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": ("rdf.ttl",),
    "http://www.w3.org/2000/01/rdf-schema#": ("rdfs.ttl",),
    "http://www.w3.org/2001/XMLSchema#": ("xsd.ttl",),
    "http://www.w3.org/2002/07/owl#": ("owl.ttl",),
    "http://www.w3.org/2004/02/skos/core#": ("skos.ttl",),
    "http://www.w3.org/2006/vcard/ns#": ("vcard.ttl",),
    "http://www.w3.org/ns/dcat#": ("dcat3.ttl",),
    "http://www.w3.org/ns/dqv#": ("dqv.ttl",),
    "http://www.w3.org/ns/oa#": ("oa.ttl",),
    "http://www.w3.org/ns/org#": ("org.ttl",),
    "http://www.w3.org/ns/prov#": ("prov-o.ttl",),
    "http://www.w3.org/ns/regorg#": ("regorg.ttl",),
    "http://www.w3.org/ns/shacl#": ("shacl.ttl",),
    "http://www.w3.org/ns/sparql-service-description#": ("sd.ttl",),
    "http://xmlns.com/foaf/0.1/": ("foaf.ttl",),
    "https://w3id.org/sssom/": ("sssom.ttl",),
    str(SCHEMA): ("schemaorg.ttl",),
}
BUILT_IN = tuple(
    namespace
    for namespace in FILES
    if namespace.startswith("http://www.w3.org/") and FILES[namespace][0][:-4] in {"rdf", "rdfs", "xsd", "owl"}
)
"""What OWL 2 DL knows by itself."""
CLASSES = {OWL.Class, RDFS.Class, RDFS.Datatype}
PROPERTIES = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.FunctionalProperty, RDF.Property}


def namespace_of(iri: str) -> str:
    """The namespace in FILES that ``iri`` is in; empty where there is none."""
    return next((namespace for namespace in FILES if iri.startswith(namespace)), "")


@cache
def vocabulary(namespace: str) -> Graph:
    """What describes the terms of ``namespace``."""
    graph = Graph()
    for name in FILES[namespace]:
        graph.parse(VOCABULARIES / name, publicID=namespace)
    return graph


def described(term: URIRef) -> Graph:
    return vocabulary(namespace_of(term))


def kinds(term: URIRef) -> set[str]:
    """What the vocabulary says the term is: ``class``, ``property`` (``object``, ``datatype``, ``annotation`` where it says so), ``individual``."""
    types = set(described(term).objects(term, RDF.type))
    named = {OWL.ObjectProperty: "object", OWL.DatatypeProperty: "datatype", OWL.AnnotationProperty: "annotation"}
    found = {name for kind, name in named.items() if kind in types}
    if types & CLASSES:
        found.add("class")
    if types & PROPERTIES:
        found.add("property")
    if types - CLASSES - PROPERTIES:
        found.add("individual")
    return found


def axioms(namespace: str) -> Graph:
    """The logical part of a vocabulary: no labels and notes, from which nothing follows.

    Keys are left out: owlrl 7.6 never compares the last property of a key, so that ORG's only key would make all organizations one.
    """
    notes = {RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy, OWL.hasKey}
    graph = Graph()
    for subject, predicate, value in vocabulary(namespace):
        if (
            str(predicate).startswith(BUILT_IN)
            and predicate not in notes
            and (isinstance(value, URIRef | BNode) or not isinstance(subject, URIRef))
        ):
            graph.add((subject, predicate, value))
    return graph
