"""Class expressions, data ranges and property expressions, read from the blank nodes that spell them in RDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import OWL, RDF, XSD, BNode, Graph, Literal, URIRef

from kg.reason.dl.owl import CONNECTIVES, FACETS, RESTRICTIONS, STRUCTURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from kg.reason.dl.owl import Triple

_UNQUALIFIED = {
    "minQualifiedCardinality": "minCardinality",
    "maxQualifiedCardinality": "maxCardinality",
    "qualifiedCardinality": "cardinality",
}
CARDINALITIES = frozenset(_UNQUALIFIED.values())


@dataclass(frozen=True, slots=True)
class Expression:
    """A name, literal or anonymous individual (constructor ``name``), or what a constructor makes of its operands.

    The constructors are the local names of OWL's predicates, without ``Qualified``; ``restriction`` is a datatype with facets, ``inverseOf``
    the inverse of a property, ``malformed`` what cannot be read (OWL 2 Mapping to RDF, section 3.2.4).
    """

    node: Node
    constructor: str = "name"
    by: Expression | None = None
    operands: tuple[Expression, ...] = ()
    number: Node | None = None
    facets: tuple[tuple[Node, Node], ...] = ()

    @property
    def is_name(self) -> bool:
        """Whether it is a single name, literal or anonymous individual."""
        return self.constructor == "name"

    def parts(self) -> Iterator[Expression]:
        """The expression itself and all below it."""
        yield self
        if self.by is not None:
            yield from self.by.parts()
        for operand in self.operands:
            yield from operand.parts()


def is_structure(graph: Graph, node: Node) -> bool:
    """Whether a node is a blank node that spells an expression or list."""
    return isinstance(node, BNode) and (
        any(predicate in STRUCTURE for predicate in graph.predicates(node)) or (node, OWL.inverseOf, None) in graph
    )


def structure(graph: Graph, *roots: Node) -> list[Triple]:
    """All triples that spell the expressions ``roots``: the closure over their blank nodes."""
    found: list[Triple] = []
    waiting = list(roots)
    seen: set[Node] = set()
    while waiting:
        node = waiting.pop()
        if node in seen or not is_structure(graph, node):
            continue
        seen.add(node)
        for predicate, value in graph.predicate_objects(node):
            if predicate in STRUCTURE or predicate in {RDF.type, OWL.inverseOf}:
                found.append((node, predicate, value))
                waiting.append(value)
    return found


def read_list(graph: Graph, head: Node) -> tuple[Node, ...] | None:
    """Members of an RDF list; None where it is broken or runs in a circle."""
    members: list[Node] = []
    seen: set[Node] = set()
    while head != RDF.nil:
        first, rest = list(graph.objects(head, RDF.first)), list(graph.objects(head, RDF.rest))
        if head in seen or len(first) != 1 or len(rest) != 1:
            return None
        seen.add(head)
        members.append(first[0])
        head = rest[0]
    return tuple(members)


def read(graph: Graph, node: Node, above: frozenset[Node] = frozenset()) -> Expression:
    """The expression that ``node`` stands for; ``above`` holds the blank nodes around it, for an expression that contains itself."""
    if not is_structure(graph, node):
        nameless = isinstance(node, BNode) and any((node, RDF.type, kind) in graph for kind in (OWL.Class, OWL.Restriction))
        return Expression(node, "malformed" if nameless else "name")
    if node in above:
        return Expression(node, "malformed")
    within = above | {node}
    said = [
        (predicate, value) for predicate, value in graph.predicate_objects(node) if predicate in STRUCTURE or predicate == OWL.inverseOf
    ]
    restricting = [(predicate, value) for predicate, value in said if predicate in RESTRICTIONS]
    if len(restricting) == 1 and len(said) <= 3:
        return _restriction(graph, node, *restricting[0], within)
    if any(predicate == OWL.onDatatype for predicate, _ in said):
        return _datatype_restriction(graph, node)
    if len(said) == 1:
        return _single(graph, node, *said[0], within)
    return Expression(node, "malformed")


def _single(graph: Graph, node: Node, predicate: Node, value: Node, within: frozenset[Node]) -> Expression:
    if predicate == OWL.inverseOf and isinstance(value, URIRef):
        return Expression(node, "inverseOf", operands=(Expression(value),))
    if predicate in {OWL.complementOf, OWL.datatypeComplementOf}:
        return Expression(node, "complementOf", operands=(read(graph, value, within),))
    members = read_list(graph, value) if predicate in CONNECTIVES else None
    if members is None:
        return Expression(node, "malformed")
    return Expression(node, CONNECTIVES[predicate], operands=tuple(read(graph, member, within) for member in members))


def _restriction(graph: Graph, node: Node, predicate: Node, value: Node, within: frozenset[Node]) -> Expression:
    constructor = RESTRICTIONS[predicate]
    on = list(graph.objects(node, OWL.onProperty))
    fillers = [filler for name in (OWL.onClass, OWL.onDataRange) for filler in graph.objects(node, name)]
    others = sum(1 for name in graph.predicates(node) if name in STRUCTURE - {OWL.onProperty, OWL.onClass, OWL.onDataRange, predicate})
    if len(on) != 1 or others or len(fillers) != (constructor in _UNQUALIFIED):
        return Expression(node, "malformed")
    name = _UNQUALIFIED.get(constructor, constructor)
    by = read(graph, on[0], within)
    if name in CARDINALITIES:
        return Expression(node, name, by, tuple(read(graph, filler, within) for filler in fillers), value)
    if name == "hasSelf":
        return Expression(node, name if value == Literal("true", datatype=XSD.boolean) else "malformed", by)
    return Expression(node, name, by, (read(graph, value, within),))


def _datatype_restriction(graph: Graph, node: Node) -> Expression:
    datatypes, lists = list(graph.objects(node, OWL.onDatatype)), list(graph.objects(node, OWL.withRestrictions))
    members = read_list(graph, lists[0]) if len(lists) == 1 else None
    if len(datatypes) != 1 or not members:
        return Expression(node, "malformed")
    facets = [sorted(graph.predicate_objects(member)) for member in members]
    if any(len(said) != 1 or said[0][0] not in FACETS for said in facets):
        return Expression(node, "malformed")
    return Expression(node, "restriction", operands=(Expression(datatypes[0]),), facets=tuple(said[0] for said in facets))
