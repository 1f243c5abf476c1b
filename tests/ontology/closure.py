"""What follows from a graph by OWL 2 RL, worked out by owlrl, the reference implementation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import owlrl  # type: ignore[import-untyped]  # owlrl ships no types
import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

Statement = ox.Triple
CONTRADICTION = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
"""The property by which owlrl reports that a rule concluded *false*."""
_STRING = "http://www.w3.org/2001/XMLSchema#string"


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
    """Add to ``graph`` what follows from it; return owlrl's words for each contradiction."""
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return sorted(str(message) for message in graph.objects(None, CONTRADICTION))


def statements(graph: Graph) -> Iterator[Statement]:
    """The triples of ``graph`` that are RDF (owlrl also makes literals subjects) and hold no blank node."""
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
