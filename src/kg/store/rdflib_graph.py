"""Quads of Oxigraph as a graph of rdflib."""

from __future__ import annotations

import logging
import warnings
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.term import Node

_STRING = ox.NamedNode("http://www.w3.org/2001/XMLSchema#string")


def as_graph(quads: Iterable[ox.Quad]) -> Graph:
    """The union of the graphs of ``quads`` as one graph; blank nodes keep their names, literals their lexical forms."""
    graph = Graph()
    iri = cache(URIRef)  # predicates, classes and codes come over and over

    def node(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
        match term:
            case ox.NamedNode():
                return iri(term.value)
            case ox.Literal():
                # for rdflib a literal with the datatype xsd:string is another one than a plain literal
                datatype = None if term.language or term.datatype == _STRING else iri(term.datatype.value)
                return Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
            case ox.BlankNode():
                return BNode(term.value)
            case _:
                raise TypeError(term)  # no file with a triple term is read (rdf_file.py)

    with quiet():
        for quad in quads:
            graph.add((node(quad.subject), node(quad.predicate), node(quad.object)))
    return graph


@contextmanager
def quiet() -> Iterator[None]:
    """Keep rdflib from warning of ill-typed literals, with a traceback: a shape tells of them better."""
    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            yield
    finally:
        logger.disabled = before
