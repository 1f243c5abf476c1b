"""What follows from a graph by the rules of queries/rules/ (that these conclude what owlrl concludes, tests/reason/test_closure.py holds)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg.reason.closure import Closure
from kg.reason.wording import shortened
from kg.store.working import WorkingStore

Statement = ox.Triple
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_GIVEN = ox.NamedNode("urn:tsunagi:given")


def to_rdflib(term: object) -> Node:
    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.Literal():
            plain = term.language or term.datatype.value == _STRING
            return Literal(term.value, lang=term.language, datatype=None if plain else URIRef(term.datatype.value))
        case _:
            return BNode(str(term).removeprefix("_:"))


def graph_of(statements: Iterable[ox.Quad | ox.Triple]) -> Graph:
    graph = Graph()
    for statement in statements:
        graph.add((to_rdflib(statement.subject), to_rdflib(statement.predicate), to_rdflib(statement.object)))
    return graph


def closed(graph: Graph) -> list[str]:
    """Add to ``graph`` what follows from it; return each contradiction as its rule and the facts that cannot be true together."""
    store = WorkingStore()
    store.add((quad.triple for quad in ox.parse(graph.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES)), _GIVEN)
    closure = Closure(store)
    for triple in closure.everything():
        graph.add((to_rdflib(triple.subject), to_rdflib(triple.predicate), to_rdflib(triple.object)))
    return sorted(
        f"{found.clause.steps[-1].rule.name}: " + "; ".join(" ".join(map(shortened, fact)) for fact in found.facts)
        for found in closure.contradictions()
    )


def statements(graph: Graph) -> Iterator[Statement]:
    """The triples of ``graph`` that hold no blank node."""
    for subject, predicate, value in graph:
        if isinstance(subject, URIRef) and isinstance(predicate, URIRef):
            if isinstance(value, URIRef):
                yield ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(value))
            elif isinstance(value, Literal):
                yield ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), _literal(value))


def _literal(value: Literal) -> ox.Literal:
    if value.language:
        return ox.Literal(str(value), language=value.language)
    return ox.Literal(str(value), datatype=ox.NamedNode(str(value.datatype or _STRING)))
