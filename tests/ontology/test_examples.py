"""Examples: true of the release, conforming as far as they go, together using every term; and what is said to follow from each follows from it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from kg import resources
from kg.rdf.concepts import concept_statements
from kg.rdf.ontology import ontology_files
from kg.rdf.terms import ONTOLOGY
from kg.settings import BASE
from kg.validate.shapes import load_shapes, shape_files
from tests.ontology.closure import Statement, closed, graph_of, statements

FOLDER = resources.path("ontology/examples")
FOLLOWS = ".follows"
ASSERTED = sorted(path.stem for path in FOLDER.glob("*.ttl") if not path.stem.endswith(FOLLOWS))
CONCLUDED = sorted(path.stem.removesuffix(FOLLOWS) for path in FOLDER.glob(f"*{FOLLOWS}.ttl"))
MODULES = sorted(path.stem for path in ontology_files() if path.parent.name == "modules")
EXEMPT = URIRef("https://w3id.org/tsunagi/shape#exempt")
FROM = URIRef("https://w3id.org/tsunagi/shape#from")
UNUSED = URIRef("https://w3id.org/tsunagi/shape#Term-usedInExample")
NOTES = {RDFS.label, RDFS.comment, RDFS.isDefinedBy, SKOS.definition, SKOS.scopeNote, SKOS.example, SKOS.altLabel}
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


@cache
def parsed(name: str) -> Graph:
    return Graph().parse(FOLDER / f"{name}.ttl")


def of(graph: Graph) -> set[Statement]:
    return set(statements(graph))


@cache
def ontology() -> Graph:
    graph = Graph()
    for file in ontology_files():
        graph.parse(file)
    return graph


@cache
def theory() -> Graph:
    """What reasoning needs: axioms without notes, and which code is broader than which."""
    graph = Graph()
    for triple in ontology():
        if triple[1] not in NOTES:
            graph.add(triple)
    for subject, predicate, value in concept_statements(BASE):
        if predicate.value == str(SKOS.broader):
            graph += graph_of([ox.Triple(subject, predicate, value)])
    return graph


@cache
def conclusions(name: str) -> frozenset[Statement]:
    """What follows from an example by OWL 2 RL, beyond what it states."""
    graph = theory() + parsed(name)
    assert closed(graph) == []
    return frozenset(statements(graph)) - of(parsed(name))


def terms() -> set[Node]:
    return {s for kind in KINDS for s in ontology().subjects(RDF.type, kind) if str(s).startswith(f"{ONTOLOGY}#")}


def used(graph: Graph) -> set[Node]:
    return {p for _, p, _ in graph} | set(graph.objects(None, RDF.type))


def exempted() -> set[Node]:
    graph = Graph().parse(resources.path("ontology/exceptions.ttl"))
    return {term for term, exemption in graph.subject_objects(EXEMPT) if (exemption, FROM, UNUSED) in graph}


def as_far_as_they_go() -> Graph:
    """The shapes without what asks for more: an example need not be complete, nor say what the things are that it only names."""
    shapes = load_shapes(shape_files())
    ruled_out = set(shapes.objects(None, SH["not"]))
    for predicate in (SH.minCount, SH["class"]):
        for shape in set(shapes.subjects(predicate)) - ruled_out:
            shapes.remove((shape, predicate, None))
    for shape in set(shapes.subjects(SH.sparql)):  # they compare records, of which an example may lack some
        shapes.remove((shape, SH.sparql, None))
    for shape in list(shapes.subjects(SH.qualifiedMinCount)):
        shapes.set((shape, SH.qualifiedMinCount, Literal(0)))
    return shapes


def violations(graph: Graph) -> set[tuple[str, str]]:
    codes = graph_of(ox.Triple(*statement) for statement in concept_statements(BASE))
    _, report, _ = pyshacl.validate(graph + codes, shacl_graph=as_far_as_they_go(), inplace=True)
    assert isinstance(report, Graph)
    return {
        (str(report.value(result, SH.sourceShape)), str(report.value(result, SH.focusNode)))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def test_every_module_has_its_example() -> None:
    assert ASSERTED == MODULES
    assert set(CONCLUDED) < set(ASSERTED)
    assert len(list(FOLDER.iterdir())) == len(ASSERTED) + len(CONCLUDED)


@pytest.mark.parametrize("name", ASSERTED)
def test_the_example_is_true(asserted: list[ox.Quad], name: str) -> None:
    """Each of its triples is one of the embedded release, from the graphs that the converters write."""
    written = {f"{BASE}graph/{graph}" for graph in ("data", "reference", "provenance", "findings", "codes")}
    stated = {quad.triple for quad in asserted if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value in written}
    told = of(parsed(name))
    assert len(told) == len(parsed(name)) > 10
    assert told - stated == set()


@pytest.mark.parametrize("name", ASSERTED)
def test_the_example_conforms_as_far_as_it_goes(name: str) -> None:
    assert violations(parsed(name)) == set()


def test_an_example_that_breaks_a_shape_is_found() -> None:
    graph = Graph() + parsed("outcome")
    outcome = next(graph.subjects(URIRef(f"{ONTOLOGY}#unit")))
    graph.add((outcome, URIRef(f"{ONTOLOGY}#unit"), Literal("冊")))
    assert {(shape.rpartition("#")[2], focus) for shape, focus in violations(graph)} == {("Outcome-unit", str(outcome))}


@pytest.mark.parametrize("name", CONCLUDED)
def test_what_is_said_to_follow_follows(name: str) -> None:
    told = of(parsed(name + FOLLOWS))
    assert len(told) == len(parsed(name + FOLLOWS)) > 0
    assert told - conclusions(name) == set()


@pytest.mark.parametrize("name", CONCLUDED)
def test_what_follows_is_stated_by_no_converter(asserted: list[ox.Quad], name: str) -> None:
    assert of(parsed(name + FOLLOWS)) & {quad.triple for quad in asserted} == set()


def test_every_term_appears_in_an_example_or_says_why_not() -> None:
    stated = {term for name in ASSERTED for term in used(parsed(name))}
    concluded = {term for name in CONCLUDED for term in used(parsed(name + FOLLOWS))}
    assert len(terms()) > 140
    assert {str(term) for term in terms() - stated - concluded} == {str(term) for term in exempted()}


def test_a_term_is_concluded_in_an_example_only_where_nobody_states_it() -> None:
    """An inferred term stands in the conclusions, one that converters write among the statements."""
    stated = {term for name in ASSERTED for term in used(parsed(name))}
    concluded = {term for name in CONCLUDED for term in used(parsed(name + FOLLOWS))} - {RDF.type}
    assert concluded & stated == set()


def test_exceptions_speak_of_terms_and_give_reasons_in_both_languages() -> None:
    graph = Graph().parse(resources.path("ontology/exceptions.ttl"))
    assert len(set(graph.subjects(EXEMPT))) > 0
    for term, exemption in graph.subject_objects(EXEMPT):
        assert term in terms() or not str(term).startswith(f"{ONTOLOGY}#")
        reasons = [reason for reason in graph.objects(exemption, RDFS.comment) if isinstance(reason, Literal)]
        assert sorted(reason.language or "" for reason in reasons) == ["en", "ja"]
        assert graph.value(exemption, FROM) is not None


def test_the_examples_are_written_in_order() -> None:
    """Comments tell a story: each file begins by saying what it shows, and every group of blocks has its sentence."""
    for name in ASSERTED:
        text = Path(FOLDER / f"{name}.ttl").read_text(encoding="utf-8")
        blocks = [block for block in text.split("\n\n") if not block.startswith("@")]
        assert blocks[0].startswith("# ")
        assert blocks[1].startswith("# ")
        assert all(line.endswith((".", "?", ":")) for block in blocks for line in block.splitlines() if line.startswith("#"))
