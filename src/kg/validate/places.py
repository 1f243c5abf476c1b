"""The cell of a node: a passage of the source that it was read from, or that something next to it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Namespace, URIRef
from rdflib.namespace import RDF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import Graph
    from rdflib.term import Node

TSU = Namespace("https://w3id.org/tsunagi/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
_STEPS = 2


def place_of(graph: Graph, focus: Node | None) -> str:
    """``file:row:column (start-end)`` of the first passage near ``focus``; empty where there is none within two steps."""
    found = min(_passages(graph, focus), key=lambda passage: (_number(graph, passage, TSU.position), str(passage)), default=None)
    if found is None:
        return ""
    document = graph.value(found, TSU.inDocument)
    name = graph.value(document, TSU.fileName) if document else None
    cell = ":".join(str(value) for step in (TSU.row, TSU.column) if (value := graph.value(found, step)) is not None)
    for selector in graph.objects(found, OA.hasSelector):
        start, end = graph.value(selector, OA.start), graph.value(selector, OA.end)
        if start is not None:
            return f"{name or document}:{graph.value(selector, TSU.cell) or cell} ({start}-{end})"
    return f"{name or document}:{cell}"


def _number(graph: Graph, node: Node, step: URIRef) -> int:
    value = str(graph.value(node, step))
    return int(value) if value.isdigit() else 0


def _passages(graph: Graph, focus: Node | None) -> Iterator[Node]:
    """Passages at ``focus`` or, where it has none, at its neighbours, then at theirs."""
    seen: set[Node] = set()
    ring = [focus] if focus is not None else []
    for _ in range(_STEPS + 1):
        found = {passage for node in ring for passage in _at(graph, node)}
        if found:
            yield from found
            return
        seen.update(ring)
        ring = [neighbour for node in ring for neighbour in _neighbours(graph, node) if neighbour not in seen]


def _at(graph: Graph, node: Node) -> Iterator[Node]:
    if (node, RDF.type, TSU.SourcePassage) in graph:
        yield node
    yield from (passage for passage in graph.objects(node, TSU.wasReadFrom) if (passage, RDF.type, TSU.SourcePassage) in graph)


def _neighbours(graph: Graph, node: Node) -> Iterator[Node]:
    """What refers to the node, and what it refers to, codes and classes aside."""
    yield from graph.subjects(None, node)
    for _, step, value in graph.triples((node, None, None)):
        if isinstance(value, URIRef) and step != RDF.type and "/code/" not in value:
            yield value
