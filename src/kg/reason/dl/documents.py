"""RDF files of any common syntax as one graph; and the ontology of this package as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import RDF, Graph, URIRef

from kg.rdf.ontology import ontology_quads
from kg.rdf.terms import ONTOLOGY, PREFIXES
from kg.store.rdf_file import quads_of
from kg.store.rdflib_graph import as_graph

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def read_files(paths: Iterable[Path]) -> Graph:
    """All triples of the files, whatever graph they stand in. Raises SourceError where one cannot be read."""
    return graph_of(quad for path in paths for quad in quads_of(path))


def own_ontology() -> Graph:
    """The ontology of this package, all its files together."""
    return graph_of(ontology_quads(ox.NamedNode(ONTOLOGY)))


def needs_own_ontology(graph: Graph) -> bool:
    """Whether a graph uses terms of this package's ontology that it does not itself describe."""
    if (URIRef(ONTOLOGY), None, None) in graph:
        return False
    space = PREFIXES["tsu"]
    used = {node for _, predicate, value in graph for node in (predicate, value) if isinstance(node, URIRef) and node.startswith(space)}
    return any((node, RDF.type, None) not in graph for node in used)


def graph_of(quads: Iterable[ox.Quad]) -> Graph:
    """The quads as one graph of triples; blank nodes carry the names of RDF Dataset Canonicalization (RDFC-1.0), so that an order by them stays."""
    dataset = ox.Dataset(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return as_graph(dataset)
