"""How axioms are read from RDF and written: each row is Turtle and the axioms in it."""

from __future__ import annotations

import pytest
from rdflib import Graph

from kg.reason.dl.theory import read_theory

PREFIXES = """
@prefix tsu: <https://w3id.org/tsunagi/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
tsu:p a owl:ObjectProperty . tsu:q a owl:ObjectProperty . tsu:r a owl:ObjectProperty . tsu:d a owl:DatatypeProperty .
"""


def restriction(said: str, on: str = "tsu:p") -> str:
    return f"tsu:A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty {on} ; {said} ] ."


def number(value: int) -> str:
    return f'"{value}"^^xsd:nonNegativeInteger'


ROWS = [
    ("tsu:A rdfs:subClassOf tsu:B .", "tsu:A SubClassOf tsu:B"),
    ("tsu:B owl:disjointWith tsu:A .", "tsu:A DisjointWith tsu:B"),
    ("[] a owl:AllDisjointClasses ; owl:members ( tsu:C tsu:A tsu:B ) .", "DisjointClasses: tsu:A, tsu:B, tsu:C"),
    ("tsu:A owl:disjointUnionOf ( tsu:B tsu:C ) .", "tsu:A DisjointUnionOf tsu:B, tsu:C"),
    ("tsu:A owl:equivalentClass [ owl:intersectionOf ( tsu:B tsu:C ) ] .", "tsu:A EquivalentTo tsu:B and tsu:C"),
    ("tsu:A a owl:Class ; owl:unionOf ( tsu:B tsu:C ) .", "tsu:A EquivalentTo tsu:B or tsu:C"),
    ("tsu:A rdfs:subClassOf [ a owl:Class ; owl:complementOf [ owl:oneOf ( tsu:a tsu:b ) ] ] .", "tsu:A SubClassOf not ({tsu:a, tsu:b})"),
    (
        "[ a owl:Restriction ; owl:onProperty tsu:p ; owl:someValuesFrom tsu:B ] rdfs:subClassOf tsu:A .",
        "tsu:p some tsu:B SubClassOf tsu:A",
    ),
    (restriction("owl:allValuesFrom tsu:B"), "tsu:A SubClassOf tsu:p only tsu:B"),
    (restriction("owl:hasValue tsu:b"), "tsu:A SubClassOf tsu:p value tsu:b"),
    (restriction('owl:hasValue "text"@ja', "tsu:d"), 'tsu:A SubClassOf tsu:d value "text"@ja'),
    (restriction("owl:hasSelf true"), "tsu:A SubClassOf tsu:p Self"),
    (restriction(f"owl:maxCardinality {number(1)}"), "tsu:A SubClassOf tsu:p max 1"),
    (restriction(f"owl:qualifiedCardinality {number(2)} ; owl:onClass tsu:B"), "tsu:A SubClassOf tsu:p exactly 2 tsu:B"),
    (restriction(f"owl:minQualifiedCardinality {number(2)}"), "tsu:A SubClassOf (malformed expression)"),
    (restriction("owl:someValuesFrom tsu:B", "[ owl:inverseOf tsu:p ]"), "tsu:A SubClassOf inverse tsu:p some tsu:B"),
    ("tsu:r owl:propertyChainAxiom ( tsu:p [ owl:inverseOf tsu:q ] ) .", "tsu:p o inverse tsu:q SubPropertyOf tsu:r"),
    ("tsu:p rdfs:subPropertyOf tsu:q .", "tsu:p SubPropertyOf tsu:q"),
    ("tsu:p owl:inverseOf tsu:q .", "tsu:p InverseOf tsu:q"),
    ("tsu:p rdfs:domain tsu:A .", "tsu:p Domain tsu:A"),
    (
        'tsu:d rdfs:range [ a rdfs:Datatype ; owl:onDatatype xsd:integer ; owl:withRestrictions ( [ xsd:minInclusive "0"^^xsd:integer ] ) ] .',
        'tsu:d Range xsd:integer[>= "0"^^xsd:integer]',
    ),
    ("tsu:T a rdfs:Datatype ; owl:equivalentClass xsd:string .", "tsu:T EquivalentTo xsd:string"),
    ("tsu:p a owl:TransitiveProperty .", "tsu:p Characteristics Transitive"),
    ("tsu:A owl:hasKey ( tsu:p tsu:d ) .", "tsu:A HasKey tsu:p, tsu:d"),
    ("tsu:b owl:sameAs tsu:a .", "tsu:a SameAs tsu:b"),
    ("[] a owl:AllDifferent ; owl:distinctMembers ( tsu:a tsu:b ) .", "tsu:a DifferentFrom tsu:b"),
    ("tsu:a a tsu:A .", "tsu:a Type tsu:A"),
    ('tsu:a tsu:d "two\\nlines" , 1 .', 'tsu:a tsu:d "1"^^xsd:integer | tsu:a tsu:d "two\\nlines"'),
    ("<urn:a> tsu:p <https://w3id.org/tsunagi/ontology#a/b> .", "<urn:a> tsu:p <https://w3id.org/tsunagi/ontology#a/b>"),
    (
        "[] a owl:NegativePropertyAssertion ; owl:sourceIndividual tsu:a ; owl:assertionProperty tsu:p ; owl:targetIndividual tsu:b .",
        "not (tsu:a tsu:p tsu:b)",
    ),
    ('tsu:A rdfs:label "a class"@en ; owl:deprecated true . tsu:B a owl:DeprecatedClass .', ""),
    ("[] a owl:Axiom ; owl:annotatedSource tsu:A ; owl:annotatedProperty rdfs:subClassOf ; owl:annotatedTarget tsu:B .", ""),
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
        "tsu:A rdfs:subClassOf _:x . _:x owl:unionOf _:list . _:list rdf:first tsu:B ; rdf:rest _:list .",  # a list without end
        "tsu:A rdfs:subClassOf _:x . _:x owl:complementOf _:x .",  # an expression of itself
        "tsu:A rdfs:subClassOf [ owl:unionOf ( tsu:B ) ; owl:complementOf tsu:B ] .",
        "tsu:A rdfs:subClassOf [ a owl:Class ] .",
        "tsu:r owl:propertyChainAxiom tsu:p .",
    ],
)
def test_what_makes_no_sense_is_read_without_end_or_error(turtle: str) -> None:
    axioms = read_theory(Graph().parse(data=PREFIXES + turtle, format="turtle")).axioms
    assert len(axioms) == 1
    assert "malformed" in str(axioms[0]) or len(axioms[0].parts) == 1
