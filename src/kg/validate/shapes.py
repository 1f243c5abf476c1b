"""Checking a graph against the shapes of shapes/ with pySHACL, the reference engine; each violation leads to its cell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pyshacl
from pyoxigraph import Literal, NamedNode
from rdflib import RDF, SH, BNode, Graph, URIRef
from rdflib import Literal as RdflibLiteral

from kg import resources
from kg.errors import Message, VocabularyError
from kg.settings import BASE, rebased
from kg.sorting import natural
from kg.validate.places import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pyoxigraph import Quad
    from rdflib.term import Node


_STRING = NamedNode("http://www.w3.org/2001/XMLSchema#string")


@dataclass(frozen=True, slots=True)
class Violation:
    """A node that breaks a shape: ``shape`` and ``focus`` are IRIs, ``value`` what is wrong (empty where something is missing), ``where`` the cell."""

    where: str
    shape: str
    focus: str
    value: str
    message: Message

    def place(self) -> tuple[str, ...]:
        """What violations are ordered by: cell, shape, node, value."""
        return natural(self.where), self.shape, self.focus, self.value


def shape_files() -> list[Path]:
    """The files of shapes/, one a module."""
    return sorted(resources.path("shapes").glob("*.ttl"))


def load_shapes(files: Iterable[Path], base: str = BASE) -> Graph:
    """All shapes as one graph, for data under ``base``. Raises VocabularyError where a file is no Turtle."""
    graph = Graph()
    for file in files:
        try:
            graph.parse(data=rebased(file.read_text(encoding="utf-8"), base), format="turtle")
        except SyntaxError as error:
            raise VocabularyError(f"Turtle として読めません（{error}）。", f"not readable as Turtle ({error})", where=file.name) from error
    return graph


def with_own_targets(shapes: Graph) -> Graph:
    """The same shapes, each property shape with the target class of its node shape instead of hanging on it.

    The results are the same (SHACL, section 2.1.3 and 4.7.2); but pySHACL looks at a property shape anew for each focus node of the node shape
    that it hangs on, and at one with a target of its own once for all of them, which is ten times faster. A property shape keeps hanging where
    its node shape is not only a class's (it is the value of sh:node and the like, or has other targets).
    """
    flat = Graph()
    for triple in shapes:
        flat.add(triple)
    targets = (SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf)
    for node_shape in set(shapes.subjects(SH.targetClass)):
        used = next(shapes.subjects(None, node_shape), None) is not None
        if used or any(shapes.value(node_shape, target) is not None for target in targets):
            continue
        for property_shape in shapes.objects(node_shape, SH.property):
            flat.remove((node_shape, SH.property, property_shape))
            for target in shapes.objects(node_shape, SH.targetClass):
                flat.add((property_shape, SH.targetClass, target))
    return flat


class ShapeChecker:
    """Checks graphs against the shapes. ``background`` (code lists) belongs to every graph that is checked."""

    def __init__(self, shapes: Graph, background: Iterable[Quad]) -> None:
        self._shapes = with_own_targets(shapes)
        self._background = [_triple(quad) for quad in background]

    def check(self, quads: Iterable[Quad]) -> list[Violation]:
        """Violations of ``quads``, in the order of their cells; their named graphs are taken as one."""
        graph = Graph()
        for triple in self._background:
            graph.add(triple)
        for quad in quads:
            graph.add(_triple(quad))
        _uri.cache_clear()
        conforms, report, _ = pyshacl.validate(graph, shacl_graph=self._shapes, inplace=True)
        if conforms or not isinstance(report, Graph):
            return []
        found = {self._violation(graph, report, result) for result in report.subjects(RDF.type, SH.ValidationResult)}
        return sorted(found, key=Violation.place)

    def _violation(self, graph: Graph, report: Graph, result: Node) -> Violation:
        focus, shape, value = (report.value(result, name) for name in (SH.focusNode, SH.sourceShape, SH.value))
        # of a constraint in SPARQL pySHACL 0.40 hands messages on without their language, so the shape itself is asked too
        told = [*report.objects(result, SH.resultMessage), *self._shapes.objects(shape, SH.message)]
        messages = {text.language: str(text) for text in told if isinstance(text, RdflibLiteral)}
        fallback = messages.get(None, str(shape))
        message = Message(messages.get("ja", fallback), messages.get("en", fallback))
        return Violation(place_of(graph, focus), str(shape), str(focus), "" if value is None else str(value), message)


def _triple(quad: Quad) -> tuple[Node, Node, Node]:
    return _node(quad.subject), _node(quad.predicate), _node(quad.object)


@cache
def _uri(term: NamedNode) -> URIRef:
    return URIRef(term.value)


def _node(term: object) -> Node:
    match term:
        case NamedNode():
            return _uri(term)
        case Literal():
            # for rdflib a literal with the datatype xsd:string is another one than a plain literal
            datatype = None if term.language or term.datatype == _STRING else _uri(term.datatype)
            return RdflibLiteral(term.value, lang=term.language, datatype=datatype)
        case _:
            return BNode(str(term))
