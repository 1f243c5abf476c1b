"""What is done to a graph before the DL run: literals that OWL 2 does not have, missing declarations, axioms that cannot be read."""

from __future__ import annotations

import pytest
from rdflib import Graph

from kg.reason.dl.preparation import declare, prepare, strip_foreign_literals

PREFIXES = """
@prefix ex: <https://example.org/o#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def graph(text: str) -> Graph:
    return Graph().parse(data=PREFIXES + text, format="turtle")


@pytest.mark.parametrize(
    "literal",
    ['"2020-12-31"^^xsd:date', '"2020"^^xsd:gYear', '"2020-12"^^xsd:gYearMonth', '"P1D"^^xsd:duration', '"x"^^ex:own', '"<p/>"^^rdf:HTML'],
)
def test_facts_with_literals_that_owl_2_does_not_have_are_stripped(literal: str) -> None:
    kept, stripped = strip_foreign_literals(graph(f"ex:a ex:d {literal} , 1 ."))
    assert len(stripped) == len(kept) == 1


@pytest.mark.parametrize(
    "literal", ['"text"', '"text"@ja', "1", "1.5", "1e0", "true", '"EF"^^xsd:hexBinary', '"2020-12-31T00:00:00Z"^^xsd:dateTime', "ex:b"]
)
def test_other_facts_stay(literal: str) -> None:
    kept, stripped = strip_foreign_literals(graph(f"ex:a ex:d {literal} ."))
    assert (len(kept), stripped) == (1, ())


def test_what_is_said_of_the_ontology_and_its_terms_is_no_fact() -> None:
    text = """
        <https://example.org/o> a owl:Ontology ; ex:issued "2026-11-25"^^xsd:date .
        ex:A a owl:Class ; ex:issued "2026-11-25"^^xsd:date ; rdfs:subClassOf [
          a owl:Restriction ; owl:onProperty ex:d ; owl:hasValue "2026-11-25"^^xsd:date ] .
    """
    assert strip_foreign_literals(graph(text))[1] == ()


DECLARED = [
    ("ex:a a ex:A .", {"A": "class"}),
    ("ex:A rdfs:subClassOf ex:B .", {"A": "class", "B": "class"}),
    ('ex:a ex:p "text" ; ex:q ex:b .', {"p": "annotation", "q": "annotation"}),
    ("ex:r owl:propertyChainAxiom ( ex:p ex:q ) .", {"p": "object", "q": "object", "r": "object"}),
    ("ex:p rdfs:range xsd:string .", {"p": "data"}),
    ("ex:p rdfs:range ex:A .", {"p": "object", "A": "class"}),
    ("ex:p rdfs:subPropertyOf ex:q . ex:q a owl:DatatypeProperty .", {"p": "data"}),
    ("ex:p rdfs:subPropertyOf ex:q . ex:q rdfs:subPropertyOf ex:r . ex:r a owl:SymmetricProperty .", {"p": "object", "q": "object"}),
    ('ex:p rdfs:domain ex:A . ex:a ex:p "text" .', {"p": "data", "A": "class"}),
    ("ex:p rdfs:domain ex:A . ex:a ex:p ex:b .", {"p": "object", "A": "class"}),
    ("ex:A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty ex:p ; owl:someValuesFrom xsd:integer ] .", {"A": "class", "p": "data"}),
    ("ex:A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty ex:p ; owl:hasSelf true ] .", {"A": "class", "p": "object"}),
    ('ex:p a owl:AnnotationProperty . ex:a ex:p "text" .', {}),
]


@pytest.mark.parametrize(("text", "declared"), DECLARED, ids=[text for text, _ in DECLARED])
def test_names_without_declaration_are_declared_as_what_they_are_used_as(text: str, declared: dict[str, str]) -> None:
    complete, added = declare(graph(text))
    assert dict(added) == {f"https://example.org/o#{name}": kind for name, kind in declared.items()}
    assert declare(complete)[1] == ()


def test_names_of_axioms_can_be_left_alone() -> None:
    _, added = declare(graph("ex:A rdfs:subClassOf ex:B . ex:a a ex:A , ex:C ; ex:p ex:b ."), only_facts=True)
    assert dict(added) == {"https://example.org/o#C": "class", "https://example.org/o#p": "annotation"}


ASIDE = [
    "ex:d a owl:DatatypeProperty ; rdfs:range xsd:date .",
    "ex:A rdfs:subClassOf rdfs:Resource .",
    "ex:A rdfs:subClassOf [ a owl:Restriction ; owl:someValuesFrom ex:A ] .",
    'ex:p a owl:ObjectProperty . ex:a ex:p "text" .',
    "ex:a ex:p rdf:nil . ex:p a owl:ObjectProperty .",
    "[] a owl:AllDisjointClasses .",
]


@pytest.mark.parametrize("text", ASIDE)
def test_axioms_that_a_dl_reasoner_cannot_read_are_set_aside(text: str) -> None:
    prepared = prepare(graph(f"ex:A a owl:Class ; rdfs:subClassOf ex:B . {text}"))
    assert list(map(str, prepared.axioms)) == ["<https://example.org/o#A> SubClassOf <https://example.org/o#B>"]
    assert len(prepared.set_aside) == 1


def test_a_graph_is_not_changed() -> None:
    given = graph('ex:a ex:d "2020-12-31"^^xsd:date ; a ex:A .')
    before = set(given)
    prepare(given)
    assert set(given) == before
