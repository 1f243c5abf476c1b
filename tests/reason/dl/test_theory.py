"""How axioms are read from RDF and written: each row is Turtle and the axioms in it."""

from __future__ import annotations

import pytest
from rdflib import Graph

from kg.reason.dl.theory import read_theory

PREFIXES = """
@prefix void: <http://rdfs.org/ns/void#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
void:p a owl:ObjectProperty . void:q a owl:ObjectProperty . void:r a owl:ObjectProperty . void:d a owl:DatatypeProperty .
"""


def restriction(said: str, on: str = "void:p") -> str:
    return f"void:A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty {on} ; {said} ] ."


def number(value: int) -> str:
    return f'"{value}"^^xsd:nonNegativeInteger'


ROWS = [
    ("void:A rdfs:subClassOf void:B .", "void:A SubClassOf void:B"),
    ("void:B owl:disjointWith void:A .", "void:A DisjointWith void:B"),
    ("[] a owl:AllDisjointClasses ; owl:members ( void:C void:A void:B ) .", "DisjointClasses: void:A, void:B, void:C"),
    ("void:A owl:disjointUnionOf ( void:B void:C ) .", "void:A DisjointUnionOf void:B, void:C"),
    ("void:A owl:equivalentClass [ owl:intersectionOf ( void:B void:C ) ] .", "void:A EquivalentTo void:B and void:C"),
    ("void:A a owl:Class ; owl:unionOf ( void:B void:C ) .", "void:A EquivalentTo void:B or void:C"),
    (
        "void:A rdfs:subClassOf [ a owl:Class ; owl:complementOf [ owl:oneOf ( void:a void:b ) ] ] .",
        "void:A SubClassOf not ({void:a, void:b})",
    ),
    (
        "[ a owl:Restriction ; owl:onProperty void:p ; owl:someValuesFrom void:B ] rdfs:subClassOf void:A .",
        "void:p some void:B SubClassOf void:A",
    ),
    (restriction("owl:allValuesFrom void:B"), "void:A SubClassOf void:p only void:B"),
    (restriction("owl:hasValue void:b"), "void:A SubClassOf void:p value void:b"),
    (restriction('owl:hasValue "text"@ja', "void:d"), 'void:A SubClassOf void:d value "text"@ja'),
    (restriction("owl:hasSelf true"), "void:A SubClassOf void:p Self"),
    (restriction(f"owl:maxCardinality {number(1)}"), "void:A SubClassOf void:p max 1"),
    (restriction(f"owl:qualifiedCardinality {number(2)} ; owl:onClass void:B"), "void:A SubClassOf void:p exactly 2 void:B"),
    (restriction(f"owl:minQualifiedCardinality {number(2)}"), "void:A SubClassOf (malformed expression)"),
    (restriction("owl:someValuesFrom void:B", "[ owl:inverseOf void:p ]"), "void:A SubClassOf inverse void:p some void:B"),
    ("void:r owl:propertyChainAxiom ( void:p [ owl:inverseOf void:q ] ) .", "void:p o inverse void:q SubPropertyOf void:r"),
    ("void:p rdfs:subPropertyOf void:q .", "void:p SubPropertyOf void:q"),
    ("void:p owl:inverseOf void:q .", "void:p InverseOf void:q"),
    ("void:p rdfs:domain void:A .", "void:p Domain void:A"),
    (
        'void:d rdfs:range [ a rdfs:Datatype ; owl:onDatatype xsd:integer ; owl:withRestrictions ( [ xsd:minInclusive "0"^^xsd:integer ] ) ] .',
        'void:d Range xsd:integer[>= "0"^^xsd:integer]',
    ),
    ("void:T a rdfs:Datatype ; owl:equivalentClass xsd:string .", "void:T EquivalentTo xsd:string"),
    ("void:p a owl:TransitiveProperty .", "void:p Characteristics Transitive"),
    ("void:A owl:hasKey ( void:p void:d ) .", "void:A HasKey void:p, void:d"),
    ("void:b owl:sameAs void:a .", "void:a SameAs void:b"),
    ("[] a owl:AllDifferent ; owl:distinctMembers ( void:a void:b ) .", "void:a DifferentFrom void:b"),
    ("void:a a void:A .", "void:a Type void:A"),
    ('void:a void:d "two\\nlines" , 1 .', 'void:a void:d "1"^^xsd:integer | void:a void:d "two\\nlines"'),
    ("<urn:a> void:p <http://rdfs.org/ns/void#a/b> .", "<urn:a> void:p <http://rdfs.org/ns/void#a/b>"),
    (
        "[] a owl:NegativePropertyAssertion ; owl:sourceIndividual void:a ; owl:assertionProperty void:p ; owl:targetIndividual void:b .",
        "not (void:a void:p void:b)",
    ),
    ('void:A rdfs:label "a class"@en ; owl:deprecated true . void:B a owl:DeprecatedClass .', ""),
    ("[] a owl:Axiom ; owl:annotatedSource void:A ; owl:annotatedProperty rdfs:subClassOf ; owl:annotatedTarget void:B .", ""),
    ("<urn:o> a owl:Ontology ; owl:imports <urn:other> .", ""),
]


@pytest.mark.parametrize(("turtle", "axioms"), ROWS, ids=[axioms or turtle for turtle, axioms in ROWS])
def test_axioms_are_read_and_written(turtle: str, axioms: str) -> None:
    theory = read_theory(Graph().parse(data=PREFIXES + turtle, format="turtle"))
    assert " | ".join(map(str, theory.axioms)) == axioms
    assert theory.unread == ()


@pytest.mark.parametrize(
    "turtle",
    [
        "void:A rdfs:subClassOf _:x . _:x owl:unionOf _:list . _:list rdf:first void:B ; rdf:rest _:list .",  # a list without end
        "void:A rdfs:subClassOf _:x . _:x owl:complementOf _:x .",  # an expression of itself
        "void:A rdfs:subClassOf [ owl:unionOf ( void:B ) ; owl:complementOf void:B ] .",
        "void:A rdfs:subClassOf [ a owl:Class ] .",
        "void:r owl:propertyChainAxiom void:p .",
    ],
)
def test_what_makes_no_sense_is_read_without_end_or_error(turtle: str) -> None:
    axioms = read_theory(Graph().parse(data=PREFIXES + turtle, format="turtle")).axioms
    assert len(axioms) == 1
    assert "malformed" in str(axioms[0]) or len(axioms[0].parts) == 1
