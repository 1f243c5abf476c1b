"""RDF files of any common syntax as one graph; and the ontology of this package as one."""

from __future__ import annotations

import logging
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import RDF, XSD, BNode, Graph, Literal, URIRef

from kg.errors import SourceFormatError, SourceMissingError
from kg.rdf.ontology import ontology_quads
from kg.rdf.terms import ONTOLOGY, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from rdflib.term import Node

_FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".nq": ox.RdfFormat.N_QUADS, ".trig": ox.RdfFormat.TRIG,
    ".rdf": ox.RdfFormat.RDF_XML, ".owl": ox.RdfFormat.RDF_XML, ".xml": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD, ".json": ox.RdfFormat.JSON_LD, ".n3": ox.RdfFormat.N3,
}  # fmt: skip


def read_files(paths: Iterable[Path]) -> Graph:
    """All triples of the files, whatever graph they stand in; imports are not followed and nothing is fetched.

    Raises SourceMissingError where a file is not there, SourceFormatError where it cannot be read as what its name says.
    """
    dataset = ox.Dataset()
    for path in paths:
        if not path.is_file():
            raise SourceMissingError("ファイルがありません。", "no such file", where=str(path))
        form = _FORMATS.get(path.suffix.lower())
        if form is None:
            known = " ".join(_FORMATS)
            raise SourceFormatError(
                f"RDF の種類が名前から分かりません。拡張子を {known} のどれかにしてください。",
                f"the name does not tell the RDF syntax; let it end in one of {known}",
                where=str(path),
            )
        try:
            # a file's blank nodes are its own
            for quad in ox.parse(path=str(path), format=form, base_iri=path.resolve().as_uri(), rename_blank_nodes=True):
                dataset.add(ox.Quad(quad.subject, quad.predicate, quad.object))
        except (SyntaxError, ValueError) as error:
            raise SourceFormatError(f"RDF として読めません（{error}）。", f"not readable as RDF ({error})", where=str(path)) from error
    return graph_of(dataset)


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
    graph = Graph()
    with _rdflib_silent():
        for quad in dataset:
            graph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    return graph


@contextmanager
def _rdflib_silent() -> Iterator[None]:
    """Of a literal that its datatype does not have rdflib warns and logs a traceback; the profile checker tells of it better."""
    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            yield
    finally:
        logger.disabled = before


def _node(term: object) -> Node:
    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.Literal():
            # for rdflib a literal with the datatype xsd:string is another one than a plain literal
            datatype = None if term.language or term.datatype.value == str(XSD.string) else URIRef(term.datatype.value)
            return Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
        case _:
            return BNode(str(term).removeprefix("_:"))
