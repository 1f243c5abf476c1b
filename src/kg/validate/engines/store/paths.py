"""SHACL property paths written as those of SPARQL (SHACL, section 2.3.1; SPARQL 1.1, section 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection

from kg.errors import VocabularyError

if TYPE_CHECKING:
    from rdflib.term import Node

_REPEATED = {SH.zeroOrMorePath: "*", SH.oneOrMorePath: "+", SH.zeroOrOnePath: "?"}


def path_steps(graph: Graph, path: Node) -> list[str]:
    """The steps of a sequence path, each as SPARQL writes it; any other path is one step."""
    steps = Collection(graph, path) if (path, RDF.first, None) in graph else [path]
    return [path_text(graph, step) for step in steps]


def path_text(graph: Graph, path: Node) -> str:
    """``path`` as a SPARQL property path. Raises VocabularyError where it is none."""
    if isinstance(path, URIRef):
        return path.n3()
    if (path, RDF.first, None) in graph:
        return "(" + "/".join(path_text(graph, step) for step in Collection(graph, path)) + ")"
    for parameter, value in graph.predicate_objects(path):
        if parameter == SH.inversePath:
            return f"(^{path_text(graph, value)})"
        if parameter == SH.alternativePath:
            return "(" + "|".join(path_text(graph, step) for step in Collection(graph, value)) + ")"
        if parameter in _REPEATED:
            return f"({path_text(graph, value)}{_REPEATED[URIRef(str(parameter))]})"
    raise VocabularyError("sh:path の値がパスではありません。", "the value of sh:path is no property path", where=str(path))
